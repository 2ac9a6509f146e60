"""Dates as offices write them -> dates."""

import re
from datetime import date, datetime, timedelta

from dashboard.folding import fold
from dashboard.importing.values import cues
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.moments import YEARS

_SERIALS = range(18_000, 75_000)  # Excel's day numbers from 1949 to 2105
_EPOCH = date(1899, 12, 30)
# What programs write where nothing was given: their day 0 or 1, and that as a text.
_NO_DAYS = frozenset(
    date(*day)
    for day in [(1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1904, 1, 1), (1969, 12, 31),
                (1970, 1, 1)]
)  # fmt: skip
_ZERO = re.compile(
    r"(?:0+|0?0/0?1/1900|0?1/0?0/1900|0000-00-00|0?0/0?0/0000|3[01]/12/1899|12/3[01]/1899"
    r"|1899-12-3[01]|0?1/0?1/(?:1900|1904|1970)|(?:1900|1904|1970)-01-01|31/12/1969|1969-12-31)"
    r"(?:[t ]+\d\d?:\d\d.*)?"
)
_ISO = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?:[t ]+\d\d:\d\d.*)?")
_NUMERIC = re.compile(
    r"(?P<d>\d{1,2})([/.-])(?P<m>\d{1,2})\2(?P<y>\d{4}|\d{2})(?:[, ]+\d\d?:\d\d.*)?"
)


def day(value: object, year: int | None = None) -> date | None | Problem:
    """The date in a cell of a date column; year is taken when the cell names none.

    >>> day("5.3.23"), day("ngày 5 tháng 3", 2023), day(44990)
    (datetime.date(2023, 3, 5), datetime.date(2023, 3, 5), datetime.date(2023, 3, 5))
    """
    if value is None:
        return None
    found = day_in(value, year) if isinstance(value, str) else cell_day(value)
    return found or Problem("unreadable_date")


def given_day(value: object, year: int | None = None) -> date | None | Problem:
    """The same, where a day that programs write for nothing is a blank cell."""
    return None if is_nothing(value) else day(value, year)


def is_nothing(value: object) -> bool:
    """Whether a value of a date column is none: 0, 30/12/1899, 1/1/1970."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value in _NO_DAYS
    if isinstance(value, str):
        return bool(_ZERO.fullmatch(fold(value)))
    return value in (0, 1) and not isinstance(value, bool)


def cell_day(value: object) -> date | None | Problem:
    """The date that a date cell or an Excel day number holds."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if value.year in YEARS else Problem("impossible_date")
    if isinstance(value, (int, float)) and _SERIALS.start <= value < _SERIALS.stop:
        return _EPOCH + timedelta(days=int(value))
    return None


def plain_day(folded: str) -> date | None | Problem:
    """The date that a text is, all of it, in numbers."""
    match = _NUMERIC.fullmatch(folded) or _ISO.fullmatch(folded)
    if not match:
        return None
    year = int(match["y"])
    return real(year + 2000 if year < 100 else year, int(match["m"]), int(match["d"]))


def day_in(said: str, year: int | None = None) -> date | None | Problem:
    """The date that a text names; none where it names several and no one is meant."""
    folded = fold(said)
    if found := plain_day(folded):
        return found
    if re.fullmatch(r"\d{5}(\.0)?", folded):
        return cell_day(float(folded))
    found_in = cues.reading(said, year)
    days = tuple(one for one in found_in.named if one.moment.grain == "day")
    found_days = cues.Reading(days, found_in.rest, found_in.stages)
    if any(one.moment.days is None and (one.moment.year or year) for one in found_days.kept):
        return Problem("impossible_date")
    alone = found_days.kept[0] if len(found_days.kept) == 1 else None
    one = alone or cues.meant(found_days)
    return one.moment.days[1] if one and one.moment.days else None


def typed_day(said: str) -> date | None:
    """The one day that a person types for a date, read as a cell's text is; None of any other
    text: without a year it is of no plan, and days are counted in numbers by Excel alone.

    >>> typed_day("15/12/23"), typed_day("1-12-2023"), typed_day("15/12"), typed_day("44990")
    (datetime.date(2023, 12, 15), datetime.date(2023, 12, 1), None, None)
    """
    found = None if re.fullmatch(r"\d+(\.0)?", said.strip()) else day_in(said)
    return found if isinstance(found, date) else None


def real(year: int, month: int, day: int) -> date | Problem:
    """The date of those numbers, if there is one."""
    try:
        found = date(year, month, day)
    except ValueError:
        return Problem("impossible_date")
    return found if year in YEARS else Problem("impossible_date")
