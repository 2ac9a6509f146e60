"""Values on their way between two processes: JSON with bytes beside it, and never a pickle.

Neither side runs what the other says. What a value becomes is decided by the type that its reader
expects, as annotations tell it: None, bool, int, float, str, date, Path, bytes, array, and list,
tuple, dict by str, records (dataclass, NamedTuple) of them. `object` is whatever JSON has by
itself. Where several records may stand, the place of one in their union is said. A record with a
method `check` is asked whether its parts fit; it raises ValueError.

A message is the length of the JSON in 8 bytes, the JSON [value, lengths of the frames], and the
frames: what arrays and bytes hold. Records in a list go by column: the different values there,
and which of them each record has.
"""

import gc
import json
import struct
from array import array
from collections.abc import Callable, Iterable
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

_LENGTH = struct.Struct("<Q")
_BROKEN = (ValueError, TypeError, LookupError, struct.error, RecursionError, MemoryError)


class Malformed(Exception):
    """A message that says no value of the type expected."""


def packed(value: object, kind: object) -> bytes:
    """The message that says the value, which is of the type kind.

    >>> kind = dict[str, list[date | None]]
    >>> unpacked(packed({"1.1": [date(2023, 3, 5), None]}, kind), kind)
    {'1.1': [datetime.date(2023, 3, 5), None]}
    """
    writer = _Writer()
    said = writer.one(value, kind)
    sizes = [len(frame) for frame in writer.frames]
    text = json.dumps([said, sizes], separators=(",", ":")).encode()
    return b"".join([_LENGTH.pack(len(text)), text, *writer.frames])


def unpacked(message: bytes, kind: object) -> Any:
    """The value of the type kind that a message says. Raises Malformed if it says none."""
    is_collecting = gc.isenabled()
    gc.disable()  # nothing is thrown away: to look for it takes longer than all else
    try:
        (length,) = _LENGTH.unpack_from(message)
        text, rest = _cut(memoryview(message)[_LENGTH.size :], length)
        said, sizes = json.loads(bytes(text))
        return _Reader(_frames(rest, sizes)).one(said, kind)
    except _BROKEN as fault:
        raise Malformed(f"{type(fault).__name__}: {fault}") from None
    finally:
        if is_collecting:
            gc.enable()


def _frames(rest: memoryview, sizes: list[int]) -> list[memoryview]:
    found = []
    for size in sizes:
        frame, rest = _cut(rest, size)
        found.append(frame)
    _expect(not rest, "more than was said")
    return found


def _cut(content: memoryview, size: int) -> tuple[memoryview, memoryview]:
    _expect(0 <= size <= len(content), "less than was said")
    return content[:size], content[size:]


def _expect(is_so: bool, else_: str) -> None:
    if not is_so:
        raise ValueError(else_)


class _Shape(NamedTuple):
    """How values of a type are said, and what that shape is of."""

    name: str
    of: tuple[Any, ...]


_PLAIN: dict[Any, set[type]] = {  # type -> those of what JSON gives for it
    NoneType: {NoneType},
    bool: {bool},
    int: {int},
    float: {float, int},
    str: {str},
    object: {NoneType, bool, int, float, str},
}


@cache
def _shape(kind: Any) -> _Shape:
    members = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    plain = [member for member in members if member in _PLAIN]
    others = tuple(member for member in members if member not in _PLAIN)
    if not others:
        return _Shape("plain", tuple(set().union(*map(_PLAIN.__getitem__, plain))))
    if plain == [NoneType] and len(others) == 1:
        return _Shape("optional", others)
    if not plain and all(map(_is_record, others)):
        return _Shape("record", others)
    if len(members) == 1:
        return _single(kind)
    raise TypeError(f"the wire has no {kind}")


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_make"))


def _single(kind: Any) -> _Shape:
    origin, parts = get_origin(kind) or kind, get_args(kind)
    if origin in _SPELLED:
        return _Shape("spelled", (_SPELLED[origin],))
    if origin in _FRAMED:
        return _Shape("framed", (_FRAMED[origin],))
    if origin is dict and parts[0] is str:
        return _Shape("mapping", parts[1:])
    if origin is list or (origin is tuple and parts[1:] == (...,)):
        return _Shape("many", (origin, parts[0]))
    if origin is tuple:
        return _Shape("each", parts)
    raise TypeError(f"the wire has no {kind}")


def _is_coded(kind: Any) -> bool:
    """Whether equal values of a type are one and the same: 1 and 1.0 are two."""
    shape, of = _shape(kind)
    if shape == "optional":
        return _is_coded(of[0])
    return shape == "spelled" or (shape == "plain" and {str, int, NoneType}.issuperset(of))


def _codes(frame: memoryview) -> "array[int]":
    codes = array("I")
    codes.frombytes(frame)
    return codes


_SPELLED: dict[Any, Callable[[str], object]] = {date: date.fromisoformat, Path: Path}
_FRAMED: dict[Any, Callable[[memoryview], object]] = {bytes: bytes, array: _codes}


@cache
def _fields(record: Any) -> dict[str, object]:
    """The types of a record's fields, by name in their order."""
    return get_type_hints(record)


class _Writer:
    """Says values; what goes beside the JSON gathers in frames."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []

    def one(self, value: Any, kind: object) -> Any:
        """A value as JSON."""
        match _shape(kind):
            case "plain", _:
                return value
            case "optional", (own,):
                return None if value is None else self.one(value, own)
            case "spelled", _:
                return str(value)
            case "framed", _:
                return self._framed(value)
            case "mapping", (item,):
                return {key: self.one(own, item) for key, own in value.items()}
            case "many", (_, item):
                return self.many(value, item)
            case "each", kinds:
                return [self.one(own, part) for own, part in zip(value, kinds, strict=True)]
            case _, records:
                return self._record(value, records)

    def many(self, values: Iterable[Any], kind: object) -> list[Any]:
        """Values of one type as JSON; records in runs of one class."""
        match _shape(kind):
            case "plain", _:
                return list(values)
            case "record", records:
                runs = groupby(values, type)
                return [[records.index(r), *self._columns(r, list(run))] for r, run in runs]
        return [self.one(value, kind) for value in values]

    def _framed(self, content: "bytes | array[int]") -> int:
        self.frames.append(bytes(content))
        return len(self.frames) - 1

    def _record(self, value: Any, records: tuple[Any, ...]) -> list[Any]:
        record: Any = type(value)
        fields = _fields(record).items()
        own = [self.one(getattr(value, name), kind) for name, kind in fields]
        return [records.index(record), *own]

    def _columns(self, record: Any, run: list[Any]) -> Iterable[Any]:
        for name, kind in _fields(record).items():
            yield self._column(list(map(attrgetter(name), run)), kind)

    def _column(self, values: list[Any], kind: object) -> list[Any]:
        """The different values in their order, and which of them each record has; nothing of
        that where each has its own."""
        if not _is_coded(kind) or len(different := dict.fromkeys(values)) == len(values):
            return [self.many(values, kind), None]
        codes = {value: code for code, value in enumerate(different)}
        places = array("I", list(map(codes.__getitem__, values)))
        return [self.many(different, kind), self._framed(places)]


class _Reader:
    """Understands values. Raises one of _BROKEN at what is not as expected."""

    def __init__(self, frames: list[memoryview]):
        self.frames = frames

    def one(self, said: Any, kind: object) -> Any:
        """The value that is said."""
        match _shape(kind):
            case "plain", types:
                _expect(type(said) in types, "a value of another type")
                return said
            case "optional", (own,):
                return None if said is None else self.one(said, own)
            case "spelled", (read,):
                return read(said)
            case "framed", (read,):
                return read(self.frames[said])
            case "mapping", (item,):
                _expect(type(said) is dict, "no mapping")
                return {key: self.one(own, item) for key, own in said.items()}
            case "many", (made, item):
                return made(self.many(said, item))
            case "each", kinds:
                return tuple(self.one(own, part) for own, part in zip(said, kinds, strict=True))
            case _, records:
                return self._record(said, records)

    def many(self, said: Any, kind: object) -> list[Any]:
        """The values that are said."""
        _expect(type(said) is list, "no list")
        match _shape(kind):
            case "plain", types:
                _expect(set(types).issuperset(map(type, said)), "a value of another type")
                return list(said)
            case "record", records:
                return [value for run in said for value in self._run(run, records)]
        return [self.one(value, kind) for value in said]

    def _record(self, said: Any, records: tuple[Any, ...]) -> Any:
        place, *own = said
        fields = _fields(records[place]).values()
        record = records[place](*(self.one(v, kind) for v, kind in zip(own, fields, strict=True)))
        return _checked([record])[0]

    def _run(self, said: Any, records: tuple[Any, ...]) -> list[Any]:
        place, *own = said
        fields = _fields(records[place]).values()
        columns = [self._column(v, kind) for v, kind in zip(own, fields, strict=True)]
        make = getattr(records[place], "_make", lambda values: records[place](*values))
        return _checked(list(map(make, zip(*columns, strict=True))))

    def _column(self, said: Any, kind: object) -> list[Any]:
        different, place = said
        values = self.many(different, kind)
        return values if place is None else [*map(values.__getitem__, _codes(self.frames[place]))]


def _checked(records: list[Any]) -> list[Any]:
    """Records of one class, each found sound where the class can tell."""
    if hasattr(records[0], "check"):
        for record in records:
            record.check()
    return records
