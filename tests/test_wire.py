"""Values on their way between two processes: the same again, or refused."""

import doctest
import gc
import json
import random
import struct
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from dashboard import wire

DAY = date(2023, 3, 5)


class Form(NamedTuple):
    row: int
    village: str
    on: date | None = None


@dataclass(frozen=True)
class Mark:
    value: float
    holes: dict[str, str] = field(default_factory=dict)
    where: tuple[str, ...] = ()
    is_last: bool = False


@dataclass(frozen=True)
class Kept:
    codes: array
    values: list[object]

    def check(self) -> None:
        if max(self.codes) >= len(self.values):
            raise ValueError("no such value")


Row = Form | Mark
FORMS = [Form(row, "Đông" if row % 2 else "Đoài", DAY if row % 3 else None) for row in range(9)]
MARKS = [Mark(1), Mark(1.0, {"a": "b"}, ("x", "y")), Mark(0.5, is_last=True)]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, type(None)),
        ("Đức Hợp\ud800\x00 \u2028", str),  # half a letter, too
        (2**70, int),
        (-0.0, float),
        (float("inf"), float),
        ([True, 1, 1.0, "1", None], list[object]),
        (DAY, date),
        (Path("/tmp/Tệp 1"), Path),
        (b"\x00\xff", bytes),
        (array("I", [0, 2**32 - 1]), array),
        ({"a": None, "b": DAY}, dict[str, date | None]),
        (((1, "a"), (2, "b")), tuple[tuple[int, str], ...]),
        ([], list[Row]),
        (FORMS, list[Form]),
        (MARKS, list[Mark]),
        ([*FORMS, *MARKS, *FORMS], list[Row]),
        ((FORMS[0], MARKS[1]), tuple[Row, Mark]),
        (Kept(array("I", [0, 1]), [None, "a"]), Kept),
    ],
)
def test_a_value_is_the_same_again(value, kind):
    again = wire.unpacked(wire.packed(value, kind), kind)
    assert (again, list(types(again))) == (value, list(types(value)))


def types(value: object) -> Iterable[type]:
    """The type of the value and of all in it: 1, 1.0 and True are equal."""
    yield type(value)
    if isinstance(value, dict):
        value = list(value.values())
    elif isinstance(value, Mark):
        value = list(vars(value).values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from types(one)


def test_what_repeats_is_said_once():
    village = "Thôn Đông " * 1000
    message = wire.packed([Form(row, village) for row in range(1000)], list[Form])
    assert len(message) < 2 * 1000 * len("0000") + 2 * 6 * len(village)
    again = wire.unpacked(message, list[Form])
    assert len({id(form.village) for form in again}) == 1


def message(said: object, *frames: bytes, sizes: object = None) -> bytes:
    """A message made by hand."""
    text = json.dumps([said, [len(f) for f in frames] if sizes is None else sizes]).encode()
    return struct.pack("<Q", len(text)) + text + b"".join(frames)


CODES = struct.pack("<2I", 0, 1)


def test_messages_made_by_hand_are_understood():
    assert wire.unpacked(message("a"), str) == "a"
    assert wire.unpacked(message([0, 1, "a", None]), Form) == Form(1, "a")
    run = [0, [[1, 2], None], [["a", "b"], 0], [[None], 1]]
    said = message([run], CODES, bytes(8))
    assert wire.unpacked(said, list[Row]) == [Form(1, "a"), Form(2, "b")]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (message(1), str),
        (message("1"), int),
        (message(True), int),
        (message(1.5), int),
        (message(None), str),
        (message("2023-13-01"), date),
        (message(20230101), date),
        (message({"a": 1}), list[int]),
        (message("ab"), list[str]),
        (message([1, "a"]), list[int]),
        (message([1]), dict[str, int]),
        (message({"a": "b"}), dict[str, int]),
        (message([1]), tuple[int, str]),
        (message([0, 1, "a"]), Form),  # a field is missing
        (message([0, 1, "a", None, 3]), Form),
        (message([2, 1, "a", None]), Row),  # no such class
        (message(["Form", 1, "a", None]), Row),
        (message({"row": 1}), Form),
        (message([[0, [[1, 2], None], [["a"], None], [[None], None]]]), list[Form]),
        (message([[0, [[1], None], [["a"], 0], [[None], None]]], CODES), list[Form]),
        (message([[0, [[1, 2], None], [["a"], 0], [[None], 0]]], CODES), list[Form]),
        (message([[0, [[1], None], [["a"], 7], [[None], None]]]), list[Form]),
        (message([]) + b"more", list[int]),
        (message(0, b"abc", sizes=[2]), bytes),
        (message(0, b"abc", sizes=[4]), bytes),
        (message(0, b"abc", sizes=[2**62]), bytes),
        (message(0, b"abc", sizes=[-1, 4]), bytes),
        (message(0, b"abc", sizes=["3"]), bytes),
        (message(0, b"abc", sizes=3), bytes),
        (message(1, b"abc"), bytes),
        (message("0", b"abc"), bytes),
        (message(0, b"abc"), array),  # no whole number of codes
        (message([0, 0, ["a"]], CODES), Kept),  # a code that is of no value
        (struct.pack("<Q", 2**63) + b"[1,[]]", int),
        (struct.pack("<Q", 3) + b"[1,[]]", int),
        (struct.pack("<Q", 200_000) + b"[" * 200_000, int),
        (struct.pack("<Q", 6_000) + b"9" * 6_000, int),
        (b"\x80\x04N.", int),
        (b"", int),
    ],
)
def test_what_says_no_such_value_is_refused(said, kind):
    with pytest.raises(wire.Malformed):
        wire.unpacked(said, kind)


def test_a_message_that_is_damaged_gives_another_value_or_is_refused():
    """A byte changed, cut out or put in, a thousand times: nothing else is ever raised."""
    chance = random.Random(11)
    whole = wire.packed([*FORMS, *MARKS], list[Row])
    refused = 0
    for _ in range(1000):
        at, more = chance.randrange(len(whole)), chance.randbytes(chance.randrange(3))
        damaged = whole[:at] + more + whole[at + chance.randrange(3) :]
        try:
            wire.unpacked(damaged, list[Row])
        except wire.Malformed:
            refused += 1
    assert 500 < refused < 1000


@pytest.mark.parametrize("is_on", [True, False])
def test_garbage_is_collected_after_a_message_as_before_it(is_on):
    (gc.enable if is_on else gc.disable)()
    try:
        wire.unpacked(wire.packed([1], list[int]), list[int])
        assert gc.isenabled() == is_on
        with pytest.raises(wire.Malformed):
            wire.unpacked(b"", list[int])
        assert gc.isenabled() == is_on
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "kind", [str | date, dict[int, str], set[str], Form | None | Mark, object()]
)
def test_a_type_without_a_form_is_an_error_of_ours(kind):
    with pytest.raises(TypeError):
        wire.packed("a", kind)


def test_examples_of_the_docstrings():
    result = doctest.testmod(wire)
    assert (result.failed, result.attempted > 0) == (0, True)
