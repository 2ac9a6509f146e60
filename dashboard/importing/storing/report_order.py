"""Which of several tables of one plan is the later report.

Sheets' names, titles and headings each may say when a table reports ("reported" of a reading).
The first of these that tells all tables apart orders them. Two tables are surely in order when
everything that tells them apart says the same; by their places in the workbook alone they are
not.
"""

from collections.abc import Callable, Sequence
from datetime import date

from dashboard.importing.model.reading import SheetReading

_SOURCES = ("sheet", "title", "heading")
_FIRST_MONTHS = (10, 11, 12)  # in which a plan's year may begin, before its January


class ReportOrder:
    """Tables of one plan, numbered by their places in the workbook."""

    def __init__(self, sheets: Sequence[SheetReading]):
        self.days = {source: _days(sheets, source) for source in _SOURCES}
        self.order = sorted(range(len(sheets)), key=self._key(len(sheets)))

    def is_sure(self, one: int, later: int) -> bool:
        """Whether all that tells the two tables apart says that the second is the later."""
        signs = set()
        for days in self.days.values():
            a, b = days[one], days[later]
            if a and b and a != b and a[0].isdigit() == b[0].isdigit():
                signs.add(a < b)
        return signs == {True}

    def _key(self, count: int) -> Callable[[int], tuple[str, int]]:
        for days in self.days.values():
            if all(days) and len(set(days)) == count and len({d[0] == "#" for d in days}) == 1:
                told = days
                return lambda place: (told[place], place)
        return lambda place: (self._any(place), place)

    def _any(self, place: int) -> str:
        return next((days[place] for days in self.days.values() if days[place]), "")


def _days(sheets: Sequence[SheetReading], source: str) -> list[str]:
    """What each says; a December right before a January is the year's before."""
    days = [sheet.reported.get(source, "") for sheet in sheets]
    for place, (day, after) in enumerate(zip(days, days[1:], strict=False)):
        if day[5:7] == "12" and after[5:7] == "01" and day[:4] == after[:4]:
            days[: place + 1] = map(_year_before, days[: place + 1])
    return days


def _year_before(day: str) -> str:
    if not day or day[0] == "#":
        return day
    read = date.fromisoformat(day)
    return day if read.month not in _FIRST_MONTHS else f"{read.year - 1:04d}{day[4:]}"
