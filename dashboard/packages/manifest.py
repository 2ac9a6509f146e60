"""What a package says of itself: of which unit and state its figures are, and its files."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from dashboard.documents.model.cleaning import clean

FORMAT = "papi-package/1"
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[a-z0-9][a-z0-9._/-]{0,99}")  # of a file
_CODE = re.compile(r"[0-9a-f]{4}-[0-9a-f]{4}")
_LONGEST = 300  # letters of a name
_T = TypeVar("_T")


class Listed(NamedTuple):
    """A file of a package: its name there, its bytes counted and their SHA-256."""

    name: str
    size: int
    sha256: str


class Above(NamedTuple):
    """What a unit lies in."""

    level: str
    name: str


@dataclass(frozen=True)
class Manifest:
    """unit: its id in the sender's store; above: from below; closing: None of a period that was
    not closed; code: the fingerprint of the whole state; made: when it was closed, else when its
    data last changed (UTC); surveys: years of which there are scores; key: the public key."""

    unit: str
    name: str
    above: tuple[Above, ...]
    year: int
    period: str
    as_of: date
    closing: int | None
    code: str
    simulated: bool
    made: datetime
    program: str
    surveys: tuple[int, ...]
    has_tasks: bool
    key: str
    files: tuple[Listed, ...]

    @property
    def told(self) -> str:
        """The unit with what it lies in."""
        return ", ".join([self.name, *(one.name for one in self.above)])

    def written(self) -> bytes:
        """As it stands in the package: the same of the same state."""
        said = {
            "format": FORMAT,
            **vars(self),
            "above": [one._asdict() for one in self.above],
            "as_of": self.as_of.isoformat(),
            "made": self.made.isoformat(),
            "files": [one._asdict() for one in self.files],
        }
        return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


class NotAManifest(ValueError):
    """The bytes are no manifest of this format."""


def read(written: bytes) -> Manifest:
    """Every value of its type, or NotAManifest: a signature says who wrote, not that it fits."""
    try:
        said = _object(json.loads(written))
        if said.pop("format") != FORMAT:
            raise NotAManifest
        manifest = Manifest(**{name: _OF[name](value) for name, value in said.items()})
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAManifest from error
    return manifest


def _object(value: Any) -> dict[str, Any]:
    return _is(value, dict)


def _is(value: Any, kind: type[_T]) -> _T:
    """Not a bool where a number is wanted."""
    if type(value) is not kind:
        raise ValueError
    return value


def _text(value: Any) -> str:
    text = _is(value, str)
    if not 0 < len(text) <= _LONGEST or clean(text) != text:
        raise ValueError
    return text


def _count(value: Any) -> int:
    number = _is(value, int)
    if not 0 <= number < 2**31:
        raise ValueError
    return number


def _year(value: Any) -> int:
    if not 2000 <= _count(value) <= 2100:
        raise ValueError
    return int(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_is(value, str))
    if moment.tzinfo or not 1970 <= moment.year <= 2200:
        raise ValueError
    return moment


def _listed(value: Any) -> Listed:
    said = _object(value)
    return Listed(_file(said.pop("name")), _count(said.pop("size")), _hash(said.pop("sha256")))


def _above(value: Any) -> Above:
    said = _object(value)
    level = _is(said["level"], str)
    if level not in ("district", "province"):
        raise ValueError
    return Above(level, _text(said["name"]))


def _shaped(pattern: re.Pattern[str]) -> Callable[[Any], str]:
    def read_one(value: Any) -> str:
        if not pattern.fullmatch(_is(value, str)):
            raise ValueError
        return str(value)

    return read_one


def _each(read_one: Callable[[Any], _T], most: int) -> Callable[[Any], tuple[_T, ...]]:
    def read_all(value: Any) -> tuple[_T, ...]:
        if len(_is(value, list)) > most:
            raise ValueError
        return tuple(map(read_one, value))

    return read_all


_hash, _file = _shaped(_HASH), _shaped(_NAME)
_OF: dict[str, Callable[[Any], Any]] = {
    "unit": _text,
    "name": _text,
    "above": _each(_above, 5),
    "year": _year,
    "period": _text,
    "as_of": lambda value: date.fromisoformat(_is(value, str)),
    "closing": lambda value: None if value is None else _count(value),
    "code": _shaped(_CODE),
    "simulated": lambda value: _is(value, bool),
    "made": _moment,
    "program": _text,
    "surveys": _each(_year, 100),
    "has_tasks": lambda value: _is(value, bool),
    "key": _hash,
    "files": _each(_listed, 200),
}
