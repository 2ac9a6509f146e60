"""Dates as offices write them -> dates."""

import re
from datetime import date, datetime, timedelta

from dashboard.folding import fold
from dashboard.importing.values.cells import Problem

YEARS = range(1900, 2101)
_SERIALS = range(18_000, 75_000)  # Excel's day numbers from 1949 to 2105
_EPOCH = date(1899, 12, 30)

_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})\s*([/.-])\s*(?P<m>\d{1,2})\s*\2\s*(?P<y>\d{4}|\d{2})(?!\d)"
)
_WORDS = re.compile(
    r"(?<!\d)(?<!tuan )(?P<d>\d{1,2})\s+thang\s+(?P<m>\d{1,2})[\s,]*"
    r"(?:nam\s+|/\s*)(?P<y>\d{4}|\d{2})(?!\d)"
)
_NO_YEAR = (
    re.compile(r"(?<!\d)(?<!tuan )(?P<d>\d{1,2})\s+thang\s+(?P<m>\d{1,2})(?!\d)"),
    re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?!\d|[/.-]\d)"),
)


def day(value: object, year: int | None = None) -> date | None | Problem:
    """The date in a cell of a date column; year is taken when the cell names none.

    >>> day("5.3.23"), day("ngày 5 tháng 3", 2023), day(44990)
    (datetime.date(2023, 3, 5), datetime.date(2023, 3, 5), datetime.date(2023, 3, 5))
    """
    if value is None:
        return None
    found = day_in(value) if isinstance(value, str) else cell_day(value)
    if found is None and isinstance(value, str) and year:
        found = day_without_year(fold(value), year)
    return found or Problem("unreadable_date")


def cell_day(value: object) -> date | None | Problem:
    """The date that a date cell or an Excel day number holds."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if value.year in YEARS else Problem("impossible_date")
    if isinstance(value, (int, float)) and _SERIALS.start <= value < _SERIALS.stop:
        return _EPOCH + timedelta(days=int(value))
    return None


def day_in(said: str) -> date | None | Problem:
    """The last whole date that a text names."""
    folded = fold(said)
    for pattern in (_ISO, _NUMERIC, _WORDS):
        if match := last(pattern, folded):
            return _real(match, int(match["y"]))
    if re.fullmatch(r"\d{5}(\.0)?", folded):
        return cell_day(float(folded))
    return None


def day_without_year(folded: str, year: int) -> date | None | Problem:
    """The last day and month that a folded text names, in that year."""
    for pattern in _NO_YEAR:
        if match := last(pattern, folded):
            return _real(match, year)
    return None


def last(pattern: re.Pattern[str], folded: str) -> re.Match[str] | None:
    """The last match of the pattern."""
    return max(pattern.finditer(folded), key=re.Match.start, default=None)


def _real(match: re.Match[str], year: int) -> date | Problem:
    year = year + 2000 if year < 100 else year
    try:
        found = date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return Problem("impossible_date")
    return found if year in YEARS else Problem("impossible_date")
