"""The order of day and month in a column of dates, and whether they stand for their months: what
is said of it once."""

from calendar import monthrange
from datetime import date

from dashboard.folding import fold
from dashboard.importing.model.sheet import place, typed
from dashboard.importing.table.locate import Table
from dashboard.importing.table.notices import cells_named
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.dates import cell_day, is_nothing, plain_day
from dashboard.importing.values.day_order import DayOrder, order_of

_NAMED = 10  # cells that a sentence names
_FEWEST = 2  # different months whose firsts are no chance
_EITHER = DayOrder(turned=True, month_first=True)


def order_in(table: Table, name: str, remarks: Remarks) -> DayOrder:
    """The order of a field's column; it is told where it makes a date another, or may."""
    column = table.columns.get(name)
    if column is None:
        return DayOrder()
    values = [(index, row[column]) for index, row in table.body if row[column] is not None]
    order = order_of(value for _, value in values)
    if order == DayOrder():
        return order
    looked_at = _EITHER if order.in_doubt else order
    cells = [(index, value) for index, value in values if looked_at.changes(value)]
    if not cells:
        return order
    named = ", ".join(place(index, column) for index, _ in cells[:_NAMED])
    named = named if len(cells) <= _NAMED else f"{named}…"
    index, value = cells[0]
    other = typed(looked_at.typed(value))
    code = "dates_in_doubt" if order.in_doubt else "dates_turned"
    problem = Problem(code, "warning", {"cells": named, "other": other})
    remarks.on_cell(index, column, value, problem)
    return order


def months_in(table: Table, name: str, remarks: Remarks) -> frozenset[int]:
    """The rows whose date in a field's column stands for its month, as Excel makes 1/6/2023 of a
    typed 6/2023: shown without its day, or the first of a month like all days of the column."""
    column = table.columns.get(name)
    if column is None:
        return frozenset()
    days = {index: day for index, row in table.body if (day := _plain(row[column]))}
    typed_as_text = {i for i, row in table.body if isinstance(row[column], str)}
    firsts = {index: day for index, day in days.items() if day.day == 1}
    is_all = len(firsts) == len(days) and len(set(firsts.values())) >= _FEWEST
    shown = {index for index in firsts if (index, column) in table.sheet.signs.months}
    found = (firsts.keys() if is_all else shown) - typed_as_text
    if found:
        first, cells = min(found), [(index, column) for index in sorted(found)]
        holes = {"cells": cells_named(cells), "other": typed(month_end(firsts[first]))}
        problem = Problem("months_of_dates", "warning", holes)
        remarks.on_cell(first, column, firsts[first], problem)
    return frozenset(found)


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _plain(value: object) -> date | None:
    if value is None or is_nothing(value):
        return None
    found = plain_day(fold(value)) if isinstance(value, str) else cell_day(value)
    return found if isinstance(found, date) else None
