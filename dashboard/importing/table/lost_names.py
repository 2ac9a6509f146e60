"""Names that lost letters and could not be made out: none of them becomes a new commune,
village or official. The cell is blank for all that reads it, and it is said."""

from collections import defaultdict
from dataclasses import replace

from dashboard.importing.model.raw import Cell
from dashboard.importing.table.locate import Table
from dashboard.importing.table.notices import cells_named
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Memo, Problem
from dashboard.importing.workbook.lost_letters import has_lost
from dashboard.importing.workbook.twins import is_mixed

NAMES = ("unit", "parent", "village", "name", "lead", "support", "area", "official", "performer")
OWNERS = ("unit", "parent")  # a row of nobody knows which of them is refused
NEEDED = ("village", "text", "date", "name")  # what a row is refused without


def without_lost_names(table: Table, remarks: Remarks) -> Table:
    """The table without names that lost letters."""
    named = {table.columns[name]: name for name in NAMES if name in table.columns}
    owners = {column for column, name in named.items() if name in OWNERS}
    needed = [table.columns[name] for name in NEEDED if name in table.columns]
    is_lost: Memo[object, bool] = Memo(_is_lost)
    rows = list(table.sheet.rows)
    found: dict[tuple[int, object], list[Cell]] = defaultdict(list)
    for index in range(table.last + 1, len(rows)):
        lost = [c for c in named if rows[index][c] is not None and is_lost[rows[index][c]]]
        if not lost:
            continue
        for column in lost:
            found[column, rows[index][column]].append((index, column))
        gone = {*lost, *(needed if owners.intersection(lost) else ())}
        rows[index] = [None if c in gone else value for c, value in enumerate(rows[index])]
    for (_, value), cells in found.items():
        problem = Problem("name_lost_letters", "error", {"cells": cells_named(cells)})
        remarks.on_cell(*cells[0], value, problem)
    return replace(table, sheet=replace(table.sheet, rows=rows)) if found else table


def _is_lost(value: object) -> bool:
    return isinstance(value, str) and (has_lost(value) or is_mixed(value))
