"""The day that a report is of, as a sheet's name, a title or a heading says it.

"Tháng 3", "T6", "Thang 6.2023", "Quý I", "6 tháng", "Cả năm", "BC tuần 12", "30-6", "Lần 2". What
is known is a text that sorts: the day, or "#02" of a report that only has a number. The number
and the day of a document that a title names are none.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta

from dashboard.folding import fold
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.title import is_place_and_day

_YEAR = r"(?:[\s/.,_-]*(?:nam\s*)?(?P<year>20\d\d|\d\d(?!\d)))?"
_DAY = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}})(?:[/.-]|\s+thang\s+)(?P<month>\d\d?)(?!\d){_YEAR}(?![\d/])"
)
_MONTH_OF_YEAR = re.compile(r"(?<![\d/])(?P<month>\d\d?)[/._-](?P<year>20\d\d)(?![\d/])")
_YEAR_MONTH = re.compile(r"(?<!\d)(?P<year>20\d\d)[/._-](?P<month>\d\d?)(?!\d)")
_WEEK = re.compile(r"\btuan\s*(?:thu\s*)?(?P<week>\d\d?)(?!\d)")
_SPAN = re.compile(
    r"(?<!\w)(?P<month>\d\d?|ba|sau|chin)\s*(?:thang|t\b)(?!\s*\d)(?P<late>\s*cuoi)?"
)
_QUARTER = re.compile(rf"\bq(?:uy)?[\s._-]*(?P<quarter>[1-4]|iv|i{{1,3}})(?!\w){_YEAR}")
_MONTH = re.compile(rf"\b(?:thang|thg|t|month)[\s._-]*(?P<month>\d\d?)(?!\d){_YEAR}")
_WORD_MONTH = re.compile(
    r"\bthang\s+(?P<word>gieng|mot|hai|ba|tu|nam(?!\s*\d)|sau|bay|tam|chin"
    r"|muoi hai|muoi mot|muoi|chap)\b"
)
_ENGLISH = re.compile(  # nothing else: "bộ máy" is no May
    rf"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?{_YEAR}"
)
_WHOLE = re.compile(r"\b(?:ca nam|cuoi nam|tong ket nam)\b")
_TIMES = re.compile(r"\b(?:lan|dot|ky)\s*(?:thu\s*)?(?P<number>\d\d?|iv|i{1,3})(?!\w)")
_DOCUMENT = re.compile(r"\bso\b.*\d|\d/[a-z]|kem theo|can cu")
_NAMED_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORDS = {
    **{"gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8},
    **{"chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12},
}
_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def report_of(written: str, year: int | None) -> str:
    """What a text says of when its report is, a year without one the plan's; "" for nothing.

    >>> report_of("Thang 6", 2023), report_of("Quý I/2022", 2023), report_of("Đợt 2", 2023)
    ('2023-06-30', '2022-03-31', '#02')
    """
    said = fold(written).replace("_", " ")
    if day := _day(said, year):
        return day.isoformat()
    found = re.fullmatch(r"0?(?P<number>\d|1[0-2])", said.strip(" .")) or _last(_TIMES, said)
    return f"#{_number(found['number']):02d}" if found else ""


def report_of_title(lines: Iterable[str], year: int | None) -> str:
    """What the last line of a title that says it says."""
    told = [
        report_of(line, year)
        for line in lines
        if not is_place_and_day(line) and not _DOCUMENT.search(fold(line))
    ]
    return next((day for day in reversed(told) if day), "")


def is_report_title(line: str) -> bool:
    """Whether a line over a table says of when its report is: "Tháng 6", "Kết quả đến 31/5"."""
    return vocabulary.start("report_title", line) is not None and bool(report_of(line, None))


def _day(said: str, year: int | None) -> date | None:
    named = _NAMED_YEAR.search(said)
    own = int(named[1]) if named else year or date.min.year
    if (found := _last(_DAY, _WEEK.sub(" ", said))) and int(found["month"]) <= 12:
        return _date(_year(found, own), int(found["month"]), int(found["day"]))
    for pattern in (_MONTH_OF_YEAR, _YEAR_MONTH):
        if found := _last(pattern, said):
            return _end(_year(found, own), int(found["month"]))
    month = _month(said, own)
    if found := _last(_WEEK, said):
        return _week(int(found["week"]), own, month)
    return month


def _month(said: str, own: int) -> date | None:
    """The last day of the months that are named."""
    if found := _last(_QUARTER, said):
        return _end(_year(found, own), 3 * _number(found["quarter"]))
    if found := _last(_MONTH, said):
        return _end(_year(found, own), int(found["month"]))
    if found := _last(_SPAN, said):
        return _end(own, 12 if found["late"] else _number(found["month"]))
    if found := _last(_WORD_MONTH, said):
        return _end(own, _WORDS[found["word"]])
    if _WHOLE.search(said):
        return _end(own, 12)
    found = _ENGLISH.fullmatch(said.strip())
    return _end(_year(found, own), _NAMES.index(found["name"]) + 1) if found else None


def _week(week: int, year: int, month: date | None) -> date | None:
    if month is not None:
        return _date(month.year, month.month, min(7 * week, month.day))
    return date(year, 1, 1) + timedelta(weeks=week) if 0 < week <= 53 else None


def _last(pattern: re.Pattern[str], said: str) -> re.Match[str] | None:
    return max(pattern.finditer(said), key=lambda found: found.start(), default=None)


def _year(found: re.Match[str], own: int) -> int:
    year = found["year"]
    return own if year is None else int(year) if len(year) == 4 else 2000 + int(year)


def _number(written: str) -> int:
    return _ROMAN.get(written) or _WORDS.get(written) or int(written)


def _end(year: int, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    end = _end(year, month)
    return end.replace(day=day) if end and 1 <= day <= end.day else None
