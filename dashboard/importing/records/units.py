"""Rows of a list of units -> units with their parents, times and officials."""

from dashboard.importing.model.records import UnitRow
from dashboard.importing.records.column_remarks import on_unknown_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import REFUSED, Rows, Verdict, walk
from dashboard.importing.values import dates
from dashboard.importing.values.cells import Problem
from dashboard.importing.wording import vocabulary


def read(context: Context) -> Rows[UnitRow]:
    """The units of a list."""
    on_unknown_columns(context)
    return walk(context.table, lambda index, row: _row(context, index, row))


def _row(context: Context, index: int, row: list[object]) -> UnitRow | Verdict:
    name = context.text(row, "name")
    parent = context.text(row, "parent") or None
    level = _level(context.text(row, "level"), parent)
    if not name or not level:
        field, code = ("level", "unknown_level") if name else ("name", "unit_without_name")
        context.remark(index, row, field, Problem(code))
        return REFUSED
    return UnitRow(
        row=index + 1,
        level=level,
        name=name,
        parent=parent,
        valid_from=context.parsed(index, row, "valid_from", dates.given_day),
        valid_to=context.parsed(index, row, "valid_to", dates.given_day),
        successor=context.text(row, "successor") or None,
        official=context.text(row, "official") or None,
    )


def _level(said: str, parent: str | None) -> str | None:
    """A city is a province when nothing stands above it, else a district."""
    level = vocabulary.exact("level", said)
    if level == "city":
        return "district" if parent else "province"
    return level
