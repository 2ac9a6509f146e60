"""One cell's value -> what it means, or the Problem with it. None: the cell is blank.

The parsers know nothing of sheets and rows; who calls them says where a Problem stands.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from math import isfinite
from typing import TypeVar

from dashboard.folding import fold
from dashboard.importing.model.raw import Lettered
from dashboard.importing.model.sheet import text, typed
from dashboard.importing.values.sayings import says
from dashboard.importing.wording import vocabulary

_NUMBER = r"[+-]?\d+(?:[ \u00a0\u202f.,]\d+)*"
_COUNT = re.compile(rf"({_NUMBER})\s*[^\W\d]*[^\d]*")
# Behind a number: digits that somebody left out ("4??", "4xx", "40_", "4**"), or doubt about it.
_OPEN = re.compile(r"\d(?:[xX]+(?![^\W\d_])|\s*(?:[_#…+~±≈]|\.\.|[*•]{2,}|-$))|[?¿？]")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([ \u00a0\u202f.,]\d{3})+")
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:gio|tieng|h)(?:\s*(\d{1,2})\s*(?:phut|p|')?)?")
_BIRTH_YEARS = range(1900, 2101)
OLDEST = 120
_LARGEST = 10**15  # Excel keeps no more digits

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
    """A plain number; a unit may follow it ("10 phút"), but no doubt ("400?", "4xx")."""
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if isfinite(value) else Problem("unreadable_number")
    said = text(value)
    match = None if _is_open(said) else _COUNT.fullmatch(said)
    found = decimal(match.group(1)) if match else None
    return Problem("unreadable_number") if found is None else found


def minutes(value: object, in_hours: bool = False) -> float | None | Problem:
    """A length of time in minutes: "1 giờ 30 phút", "2 tiếng", a plain number by its heading.

    >>> minutes("1h30"), minutes("45 phút", in_hours=True), minutes(1.5, in_hours=True)
    (90.0, 45.0, 90.0)
    """
    if isinstance(value, str) and (match := _HOURS.fullmatch(fold(value))):
        hours = decimal(match[1])
        return Problem("unreadable_number") if hours is None else 60 * hours + float(match[2] or 0)
    found = number(value)
    is_plain = not isinstance(value, str) or decimal(value.strip()) is not None
    return 60 * found if in_hours and is_plain and isinstance(found, float) else found


def _is_open(said: str) -> bool:
    """Whether digits are left out, or the number is said to be no sure one."""
    if said.isdigit():
        return False
    return _OPEN.search(said) is not None or says("number_open", said)


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


def form(value: object, shown: Lettered | None = None) -> str:
    """A form number as written; Excel's 12.0 is 12, and leading zeros of a text stay. shown:
    the letters that the cell's format has beside a number.

    >>> form(12.0), form(1, ("P", 3, "")), form("002", ("P", 3, ""))
    ('12', 'P001', '002')
    """
    if shown and isinstance(value, (int, float)) and 0 <= value < _LARGEST and value == int(value):
        before, digits, behind = shown
        return f"{before}{int(value):0{digits}d}{behind}".strip()
    return typed(value)
