"""Due phrases of a plan -> the last day allowed, or that the work recurs.

A phrase without a year is of the plan's year; half years end as data/reference/periods.csv
says.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.folding import fold
from dashboard.importing.model.sheet import text
from dashboard.importing.values import periods
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.dates import YEARS, cell_day, day_in, day_without_year, last
from dashboard.importing.wording import vocabulary

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_JOIN = r"\s*(?:,|-|va|\+|den)\s*"


def _listed(word: str, item: str) -> re.Pattern[str]:
    """The word and the items after it: "quý I, II", "tháng 5 - tháng 7"."""
    return re.compile(rf"\b{word}\.?\s*(?P<items>{item}\b(?:{_JOIN}(?:{word}\.?\s*)?{item}\b)*)")


_QUARTER = _listed("(?:qu[yi]|q)", "(?:iv|i{1,3}|[1-4])")
_MONTH = _listed("(?:thang|t)", "(?:0?[1-9]|1[0-2])")
_DAY_OF_MONTH = re.compile(r"\d\s+thang\s")
_MONTH_ALONE = re.compile(r"(?<![\d/.-])(?P<items>0?[1-9]|1[0-2])\s*[/.-]\s*\d{4}(?!\d)")
_SPAN = re.compile(r"(\d[/.]\d+)\s*[-–—]\s*(?=\d{1,2}[/.]\d)")  # 1/3-30/4: its end counts
_EVERY = re.compile(r"\b(?:\d+|mot)\s+(?:tuan|thang|quy)\s+(?:\d+|mot)\s+lan\b")
_DAY = re.compile(r"\d[/.-]\d|\d\s+thang\s")
_YEAR_ALONE = re.compile(r"(?:nam\s+)?\d{4}")
_FIRST_MONTHS = re.compile(r"\b0?(?P<items>[1-57-9]|1[0-2])\s+thang\s+dau\s+nam\b")
# Of two digits only after a month or quarter: 31/12 is a day.
_YEAR = re.compile(
    r"(?<!\d)(\d{4})(?!\d)"
    r"|(?:\b[iv]+|\b(?:qu[yi]|q|thang|t)\.?\s*\d{1,2})\s*/\s*(\d{2})$"
)


@dataclass(frozen=True)
class Due:
    """When a task is due; recurring work has no date."""

    day: date | None = None
    recurring: bool = False


def due(value: object, plan_year: int | None) -> Due | Problem:
    """What a cell of the due column says.

    >>> due("Quý II/2023", None).day, due("Trước 31/5", 2023).day
    (datetime.date(2023, 6, 30), datetime.date(2023, 5, 31))
    """
    if value is None:
        return Due()
    if not isinstance(value, str):
        found = cell_day(value)
    elif vocabulary.inside("due_recurring", text(value)) or _EVERY.search(fold(value)):
        return Due(recurring=True)
    else:
        said = _SPAN.sub(r"\1 den ", value)
        found = day_in(said) or _phrase_end(text(said), plan_year)
    if isinstance(found, Problem):
        return found
    return Due(found) if found else Problem("unreadable_due", "warning")


def _phrase_end(said: str, plan_year: int | None) -> date | None | Problem:
    folded = fold(said)
    half = "Y" if _YEAR_ALONE.fullmatch(folded) else vocabulary.inside("due_half", said)
    months = _months(folded)
    if not (half or months or _DAY.search(folded)):
        return None
    year = _year_in(folded) or plan_year
    if year is None:
        return Problem("due_without_year", "warning")
    if year not in YEARS:
        return Problem("impossible_date")
    if months:
        before = vocabulary.start("due_before", said) is not None
        return _end(year, *months, before)
    return day_without_year(folded, year) or periods.ends().get(f"{year}-{half}")


def _year_in(folded: str) -> int | None:
    if not (match := last(_YEAR, folded)):
        return None
    return int(match[1]) if match[1] else 2000 + int(match[2])


def _months(folded: str) -> tuple[int, int] | None:
    """The first and last month that the last quarter or month named runs over."""
    if match := last(_QUARTER, folded):
        named = re.findall(r"\b(?:iv|i{1,3}|[1-4])\b", match["items"])[-1]
        quarter = _ROMAN.get(named) or int(named)
        return 3 * quarter - 2, 3 * quarter
    patterns = (_MONTH, _MONTH_ALONE)[_DAY_OF_MONTH.search(folded) is not None :]
    named = [match for pattern in patterns if (match := last(pattern, folded))]
    match = max(named, key=re.Match.start, default=None)
    if match := last(_FIRST_MONTHS, folded) or match:
        month = int(re.findall(r"\d+", match["items"])[-1])
        return month, month
    return None


def _end(year: int, first_month: int, last_month: int, before: bool) -> date:
    """The last day of the months, or with "trước" the day before they begin."""
    if before:
        return date(year, first_month, 1) - timedelta(days=1)
    return date(year, last_month, monthrange(year, last_month)[1])
