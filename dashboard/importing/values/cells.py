"""One cell's value -> what it means, or the Problem with it. None: the cell is blank.

The parsers know nothing of sheets and rows; who calls them says where a Problem stands.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from math import isfinite
from typing import TypeVar

from dashboard.importing.model.sheet import text, typed
from dashboard.importing.wording import vocabulary

_NUMBER = r"[+-]?\d+(?:[ \u00a0\u202f.,]\d+)*"
_COUNT = re.compile(rf"({_NUMBER})\s*[^\W\d]*[^\d]*")
_PARTS = re.compile(r"(?<![\d/.])(\d{1,4})\s*/\s*(\d{1,4})(?![\d/])")
_PERCENT = re.compile(rf"({_NUMBER})\s*%")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([ \u00a0\u202f.,]\d{3})+")
_BIRTH_YEARS = range(1900, 2101)
OLDEST = 120

Value = TypeVar("Value")
Parsed = TypeVar("Parsed")


@dataclass(frozen=True)
class Problem:
    """What is wrong with one cell: the code and severity of the finding it becomes."""

    code: str
    severity: str = "error"
    holes: dict[str, str] = field(default_factory=dict)


class Memo(dict[Value, Parsed]):
    """What a parser makes of each value, worked out once: columns repeat few values often."""

    def __init__(self, parse: Callable[[Value], Parsed]):
        super().__init__()
        self.parse = parse

    def __missing__(self, value: Value) -> Parsed:
        found = self[value] = self.parse(value)
        return found


def decimal(written: str) -> float | None:
    """A number with decimal comma or point and any thousands marks, else None.

    >>> decimal("1.240,5"), decimal("1,240"), decimal("0,8"), decimal("x")
    (1240.5, 1240.0, 0.8, None)
    """
    if not re.fullmatch(_NUMBER, written):
        return None
    written = re.sub(r"[ \u00a0\u202f]", "", written)
    last = max(written.rfind("."), written.rfind(","))
    marks = [c for c in written if c in ".,"]
    if not marks:
        return float(written)
    if _THOUSANDS.fullmatch(written) and len(set(marks)) == 1:
        return float(written.replace(marks[0], ""))
    if marks.count(written[last]) > 1:
        return None
    return float(re.sub("[.,]", "", written[:last]) + "." + written[last + 1 :])


def number(value: object) -> float | None | Problem:
    """A plain number; a unit may follow it ("10 phút")."""
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if isfinite(value) else Problem("unreadable_number")
    match = _COUNT.fullmatch(text(value)) if isinstance(value, str) else None
    found = decimal(match.group(1)) if match else None
    return Problem("unreadable_number") if found is None else found


def holds_percents(values: Iterable[object]) -> bool:
    """Whether the plain numbers of a progress column are percents.

    More of them from 2 up than between 0 and 1: one slip (1.8 among 0.5 and 1) must not turn
    every finished task into one per cent.
    """
    numbers = [_plain(value) for value in values]
    return sum(n >= 2 for n in numbers) > sum(0 < n < 1 for n in numbers)


def _plain(value: object) -> float:
    if isinstance(value, str) and "%" in value:
        return 0
    found = number(value)
    return found if isinstance(found, float) else 0


def progress(value: object, divisor: float) -> float | None | Problem:
    """A share from 0 to 1; a plain number is divided by the divisor: 100 for per cents."""
    if value is None:
        return None
    share = _share(value, divisor)
    if isinstance(share, Problem):
        return share
    return share if 0 <= share <= 1 else Problem("impossible_progress")


def _share(value: object, divisor: float) -> float | Problem:
    if isinstance(value, str):
        value = value.replace("\uff05", "%")  # the wide sign of Asian keyboards
        marked = _PERCENT.findall(value)
        if len(marked) == 1 and (share := decimal(marked[0].strip())) is not None:
            return share / 100
        if (word := result_word(value)) in ("done", "not_done") and not re.search(r"\d", value):
            return _word_share(value, word)
        value = re.sub(r"^[^\d+-]*", "", text(value))
    found = number(value)
    if isinstance(found, float):
        return found / divisor
    return Problem("unreadable_progress")


def _word_share(value: str, word: str) -> float | Problem:
    if word == "done":
        return 1.0
    untouched = vocabulary.start("untouched", text(value))
    return 0.0 if untouched else Problem("unreadable_progress")


def result_word(value: object) -> str | None:
    """What a result column says: done, not_done, cancelled, or None for other words."""
    return _result_word(text(value))


@lru_cache(maxsize=10_000)
def _result_word(said: str) -> str | None:
    word = vocabulary.start("result", said)
    return "not_done" if word == "done" and _is_partly(said) else word or _by_share(said)


def _is_partly(said: str) -> bool:
    """Done words that are taken back: 80 %, 8/10, một phần, cơ bản."""
    parts = _PARTS.search(said)
    return (
        _by_share(said) == "not_done"
        or bool(parts and float(parts[1]) < float(parts[2]))
        or vocabulary.inside("result_partly", said) is not None
    )


def _by_share(said: str) -> str | None:
    """What a per cent alone says; more than the whole is more than done."""
    share = _PERCENT.search(said)
    found = decimal(share.group(1).strip()) if share else None
    return None if found is None or found >= 100 else "not_done"


def sex(value: object, coding: dict[str, float] | None = None) -> str | None | Problem:
    """Nam or Nữ; a number only by the coding that the heading gives ("1 = Nam; 2 = Nữ")."""
    if value is None:
        return None
    said = typed(value)
    for label, code in (coding or {}).items():
        if said == typed(code):
            said = label
    return vocabulary.exact("sex", said) or Problem("unknown_sex")


def age(value: object, year: int | None) -> int | None | Problem:
    """Years of age; a year of birth counts back from the survey's year."""
    found = number(value)
    if found is None or isinstance(found, Problem):
        return Problem("impossible_age") if found else None
    if not found.is_integer():
        return Problem("impossible_age")
    years = int(found)
    if years in _BIRTH_YEARS and year:
        years = year - years
    return years if 0 < years <= OLDEST else Problem("impossible_age")


def form(value: object) -> str:
    """A form number as written; Excel's 12.0 is 12, and leading zeros of a text stay."""
    return typed(value)
