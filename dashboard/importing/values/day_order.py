"""In which order a column's dates have day and month, where a program may have turned them.

An Excel set to month first makes of "05/04/2023" the 4th of May and leaves "13/04/2023" a text:
then all true dates of the column have days up to 12 and all texts days above. What was typed is
found by turning the true dates back. A column of texts of which some can only be m/d/y, none
only d/m/y, is month first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from dashboard.importing.values.dates import is_nothing, real

_NUMBERS = re.compile(r"\s*(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?:\s+\d?\d:.*)?\s*")
_MONTHS = 12
_FEW = 2  # fewer of either sort may be chance
_SURE = 5
_NEARER = 4  # times: a survey of one week lies so much nearer together as it is
_CLEARLY = 1.5  # times nearer together if turned: decides where there are two of each sort
_ALONE = 1.75  # times nearer together as it is: one date that nothing speaks against


@dataclass(frozen=True)
class DayOrder:
    """What is to be done with the values of a column: turned: its true dates have day and month
    the other way round; month_first: its texts are m/d/y. in_doubt: it looks so, but may not be."""

    turned: bool = False
    month_first: bool = False
    in_doubt: bool = False

    def typed(self, value: object) -> object:
        """The value as it was typed: a date where the column's order makes it another."""
        if isinstance(value, date) and self.turned and value.day <= _MONTHS:
            return date(value.year, value.day, value.month)
        if isinstance(value, str) and self.month_first and (read := _numbers(value)):
            first, second, year = read
            found = real(year, first, second)
            return found if isinstance(found, date) else value
        return value

    def changes(self, value: object) -> bool:
        """Whether the value is another date than it would be without this order."""
        if isinstance(value, date):
            return self.turned and value.day <= _MONTHS and value.day != value.month
        read = _numbers(value) if isinstance(value, str) and self.month_first else None
        return read is not None and read[0] != read[1]


@dataclass(frozen=True)
class _Column:
    """The different dates and numeric texts of a column; first, second: the text's numbers."""

    dates: list[date]
    texts: list[tuple[int, int, int]]

    @property
    def day_first(self) -> int:
        return sum(first > _MONTHS >= second for first, second, _ in self.texts)

    @property
    def month_first(self) -> int:
        return sum(first <= _MONTHS < second for first, second, _ in self.texts)

    @property
    def open(self) -> int:
        """Texts that can be read both ways."""
        return sum(first <= _MONTHS and second <= _MONTHS and first != second
                   for first, second, _ in self.texts)  # fmt: skip


def order_of(values: Iterable[object]) -> DayOrder:
    """The order of a column's values.

    >>> order_of(["04/15/2023", "04/25/2023", "04/05/2023"])
    DayOrder(turned=False, month_first=True, in_doubt=False)
    """
    different = {_without_time(value) for value in values}
    column = _Column(
        sorted(v for v in different if isinstance(v, date) and not is_nothing(v)),
        [read for v in different if isinstance(v, str) and (read := _numbers(v))],
    )
    texts = _order_of_texts(column)
    return _with_dates(column, texts)


def _order_of_texts(column: _Column) -> DayOrder:
    us, here = column.month_first, column.day_first
    if us >= _FEW and not here:
        return DayOrder(month_first=True)
    return DayOrder(in_doubt=bool(us and us >= here and column.open))


def _with_dates(column: _Column, order: DayOrder) -> DayOrder:
    """Whether the true dates are those that the program could turn and the texts the rest."""
    clear = column.month_first if order.month_first else column.day_first
    sorts = clear == len(column.texts) and all(d.day <= _MONTHS for d in column.dates)
    both = [d for d in column.dates if d.day != d.month]
    if not (sorts and clear and both) or clear + len(both) <= _FEW:
        return order
    read = _width(column, order, turned=False)
    turned = _width(column, order, turned=True)
    if _NEARER * read <= turned:
        return order  # far nearer together as they are
    if len(both) < _FEW and _ALONE * read <= turned:
        return order  # one date, and it belongs to the others as it is
    enough = clear >= _FEW and len(both) >= _FEW
    if enough and (turned <= read and clear + len(both) >= _SURE or _CLEARLY * turned <= read):
        return replace(order, turned=True)
    return replace(order, in_doubt=True)


def _width(column: _Column, order: DayOrder, turned: bool) -> int:
    """How many days the column's dates lie apart, its true dates turned or not."""
    tried = DayOrder(turned, order.month_first)
    known = [tried.typed(d) for d in column.dates]
    for first, second, year in column.texts:
        known.append(real(year, first, second) if order.month_first else real(year, second, first))
    days = [d for d in known if isinstance(d, date)]
    return (max(days) - min(days)).days


def _numbers(said: str) -> tuple[int, int, int] | None:
    match = _NUMBERS.fullmatch(said)
    if not match:
        return None
    year = int(match[4])
    return int(match[1]), int(match[3]), year + 2000 if year < 100 else year


def _without_time(value: object) -> object:
    """The value's day: timestamps are many, their days few."""
    if isinstance(value, str):
        return value.partition(" ")[0] if ":" in value else value
    return value.date() if isinstance(value, datetime) else value
