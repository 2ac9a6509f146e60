"""The order of day and month in a column of dates, and what is said of it once."""

from dashboard.importing.model.sheet import place, typed
from dashboard.importing.table.locate import Table
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.day_order import DayOrder, order_of

_NAMED = 10  # cells that a sentence names
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
