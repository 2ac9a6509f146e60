"""Remarks on what a sheet says beside its values: how it was typed, what is hidden, formulas."""

from collections.abc import Callable, Iterable

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import is_blank, letter, place
from dashboard.importing.table.locate import Table
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Problem

NAMED = 10  # runs of rows, columns or cells that a sentence names


def on_sheet(sheet: RawSheet, remarks: Remarks) -> None:
    """What holds for a whole sheet, once."""
    signs = sheet.signs
    if sheet.hidden:
        remarks.on_sheet("hidden_sheet", "info")
    if signs.encoding:
        remarks.on_sheet("legacy_encoding", "info", encoding=signs.encoding)
    rows = [r for r in signs.hidden_rows if r < len(sheet.rows) and not is_blank(sheet.rows[r])]
    if rows:
        remarks.on_sheet("hidden_rows", "info", rows=runs(rows, lambda row: str(row + 1)))
    hidden = set(signs.hidden_columns)
    columns = {
        c for row in sheet.rows if hidden for c in hidden if c < len(row) and row[c] is not None
    }
    if columns:
        remarks.on_sheet("hidden_columns", "info", columns=runs(sorted(columns), letter))


def on_table(table: Table, remarks: Remarks) -> None:
    """Formulas in the columns that are read: those without a value, those that failed."""
    signs = table.sheet.signs
    for cells in _by_column(table, signs.unvalued):
        problem = Problem("formula_without_value", "warning", {"cells": _cells(cells)})
        remarks.on_cell(*cells[0], "", problem)
    for cells in _by_column(table, signs.errors):
        problem = Problem("formula_error", "warning", {"cells": _cells(cells)})
        remarks.on_cell(*cells[0], signs.errors[cells[0]], problem)


def _by_column(table: Table, cells: Iterable[tuple[int, int]]) -> Iterable[list[tuple[int, int]]]:
    read = {*table.columns.values(), *table.questions}
    found: dict[int, list[tuple[int, int]]] = {}
    for row, column in sorted(cells):
        if row > table.last and column in read:
            found.setdefault(column, []).append((row, column))
    return found.values()


def _cells(cells: list[tuple[int, int]]) -> str:
    named = ", ".join(place(*cell) for cell in cells[:NAMED])
    return named if len(cells) <= NAMED else f"{named}…"


def runs(numbers: list[int], name: Callable[[int], str]) -> str:
    """ "3, 12-15": numbers in order as people name them."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = [name(r[0]) if len(r) == 1 else f"{name(r[0])}-{name(r[-1])}" for r in runs[:NAMED]]
    return ", ".join(named) + ("…" if len(runs) > NAMED else "")
