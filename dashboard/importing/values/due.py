"""Due phrases of a plan -> the last day allowed, or that the work recurs.

Of several moments the one that is the deadline (cues.py): never a document's date, the old
deadline or a beginning; of stages the last. Where that leaves no one of them it is asked about.
A phrase without a year is of the plan's year; half years end as data/reference/periods.csv says.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dashboard.folding import fold
from dashboard.importing.model.sheet import text
from dashboard.importing.values import cues, periods
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.cues import Named, Reading
from dashboard.importing.values.dates import cell_day, is_nothing, plain_day
from dashboard.importing.values.moments import YEARS, years_in
from dashboard.importing.values.sayings import says
from dashboard.importing.wording import vocabulary

_EVERY = re.compile(r"\b(?:\d+|mot)\s+(?:tuan|thang|quy)\s+(?:\d+|mot)\s+lan\b")
_YEARLY = re.compile(r"\bh[aă]ng nam\b")
_NEXT_YEAR = re.compile(r"\bnam (?:sau|toi|ngoai|truoc|ke tiep)\b")
_DAY_ALONE = re.compile(r"\bngay \d")  # "Tháng 6 (trước ngày 20)"
_YEAR_ALONE = re.compile(r"(?:nam\s+)?\d{4}")
_LATE_MONTH = 10  # "Hằng quý (quý I đến quý IV)": the list only says that it recurs all year
UNREADABLE = Problem("unreadable_due", "warning")
IN_DOUBT = Problem("due_in_doubt", "warning")
WITHOUT_YEAR = Problem("due_without_year", "warning")


@dataclass(frozen=True)
class Due:
    """When a task is due; recurring work has no date."""

    day: date | None = None
    recurring: bool = False


def due(value: object, plan_year: int | None) -> Due | Problem:
    """What a cell of the due column says.

    >>> due("Quý II/2023", None).day, due("Trước 31/5", 2023).day
    (datetime.date(2023, 6, 30), datetime.date(2023, 5, 31))
    >>> due("Gia hạn đến 30/9/2023 (hạn cũ 15/8/2023)", 2023).day
    datetime.date(2023, 9, 30)
    """
    if value is None or is_nothing(value):
        return Due()
    if not isinstance(value, str):
        held = cell_day(value)
        return held if isinstance(held, Problem) else Due(held) if held else UNREADABLE
    return _of_text(value, plan_year)


def is_last_of_list(value: object, plan_year: int | None) -> bool:
    """Whether the day is the last of a list in which no word tells which is meant.

    >>> is_last_of_list("30/9/2023, 31/10/2023", 2023), is_last_of_list("1/3 - 30/6", 2023)
    (True, False)
    """
    return isinstance(value, str) and cues.lists_days(cues.reading(value, plan_year))


@lru_cache(maxsize=10_000)
def _of_text(value: str, plan_year: int | None) -> Due | Problem:
    if plain := plain_day(fold(value)):
        return plain if isinstance(plain, Problem) else Due(plain)
    said, found = text(value), cues.reading(value, plan_year)
    if often := _EVERY.search(fold(value)):
        found = cues.reading(fold(value).replace(often[0], ""), plan_year)
    if often or vocabulary.inside("due_recurring", said):
        return _recurring(said, found)
    serial = cell_day(float(said)) if re.fullmatch(r"\d{5}(\.0)?", said) else None
    day = serial or _deadline(said, found, plan_year)
    return day if isinstance(day, Problem) else Due(day)


def _recurring(said: str, found: Reading) -> Due | Problem:
    """Recurring work; a day of its own beside that is asked about, but for one of each year."""
    kept = [one for one in found.kept if not _is_all_year(one)]
    if not kept:
        return Due(recurring=True)
    if _YEARLY.search(fold(said)) and (one := cues.meant(found)):
        day = _end(one)
        return day if isinstance(day, Problem) else Due(day)
    return IN_DOUBT


def _is_all_year(one: Named) -> bool:
    days = one.moment.days
    return one.moment.grain != "day" and (days is None or days[1].month >= _LATE_MONTH)


def _deadline(said: str, found: Reading, plan_year: int | None) -> date | Problem:
    left = list(years_in(found.rest))
    if left and not any(one.moment.year for one in found.named):
        found = cues.reading(said, left[-1])
    if not found.kept:
        return _half(said, found, left[-1] if left else plan_year)
    if any(one.moment.days is None for one in found.kept):
        return Problem("impossible_date") if plan_year or _has_year(found) else WITHOUT_YEAR
    is_open = "?" in said or says("due_open", said)
    one = None if is_open else cues.meant(found)
    if one and one.moment.grain != "day" and _DAY_ALONE.search(found.rest):
        return IN_DOUBT
    return _end(one) if one else IN_DOUBT


def _has_year(found: Reading) -> bool:
    return any(one.moment.days is None and one.moment.year for one in found.kept)


def _half(said: str, found: Reading, year: int | None) -> date | Problem:
    """The end of a half year or a year, where the text names nothing finer."""
    alone = _YEAR_ALONE.fullmatch(fold(said)) is not None
    half = "Y" if alone else vocabulary.inside("due_half", said)
    if not half or _NEXT_YEAR.search(found.rest):
        is_vague = all(one.part == cues.VAGUE for one in found.named)
        return UNREADABLE if is_vague else IN_DOUBT
    if year is None:
        return WITHOUT_YEAR
    if year not in YEARS:
        return Problem("impossible_date")
    return periods.ends().get(f"{year}-{half}") or UNREADABLE


def _end(one: Named) -> date | Problem:
    """The last day of what is named; with "trước" the day before its months begin."""
    if one.moment.days is None:
        return Problem("impossible_date")
    first, last = one.moment.days
    return first - timedelta(days=1) if one.is_before else last
