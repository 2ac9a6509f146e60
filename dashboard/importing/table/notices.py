"""Remarks on what a sheet says beside its values: how it was typed, what is hidden, formulas,
what is struck through, letters that were made out."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dashboard.importing.model.raw import Cell, RawSheet
from dashboard.importing.model.sheet import is_blank, letter, place, typed
from dashboard.importing.table.locate import Table
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Problem

NAMED = 10  # runs of rows, columns or cells that a sentence names
# How texts were made out: surely, or so that somebody must look.
MENDED = ("letters_footnote", "letters_twins", "letters_mojibake")
# ... -> what is said where no cell may be quoted.
DOUBTED = {"letters_guessed": "letters_guessed_here", "letters_lost": "letters_lost_here"}
STRUCK, STRUCK_HERE = "struck_text", "struck_text_here"


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
    unseen = [cell for cell in signs.unseen if _at(sheet, cell) is not None]
    if unseen:
        remarks.on_sheet("unseen_cells", "info", cells=cells_named(unseen))
    for how in MENDED:
        # The cells are named, their texts are not: they may name a respondent.
        if mended := _mended(sheet, how):
            remarks.on_sheet(how, "info", cells=cells_named(mended))


def _mended(sheet: RawSheet, how: str) -> list[Cell]:
    return sorted(cell for cell, by in sheet.signs.mended.items() if by == how)


def _at(sheet: RawSheet, cell: Cell) -> object:
    row, column = cell
    is_within = row < len(sheet.rows) and column < len(sheet.rows[row])
    return sheet.rows[row][column] if is_within else None


def on_table(table: Table, remarks: Remarks) -> None:
    """Formulas in the columns that are read: those without a value, those that failed. Text
    that is struck through, letters that are lost: at the first cell that may be quoted."""
    signs = table.sheet.signs
    for code, here in DOUBTED.items():
        said = {cell: typed(_at(table.sheet, cell)) for cell in _mended(table.sheet, code)}
        _quoted(table, remarks, said, (code, here))
    _quoted(table, remarks, signs.struck, (STRUCK, STRUCK_HERE))
    for cells in _by_column(table, signs.unvalued):
        problem = Problem("formula_without_value", "warning", {"cells": cells_named(cells)})
        remarks.on_cell(*cells[0], "", problem)
    for cells in _by_column(table, signs.errors):
        problem = Problem("formula_error", "warning", {"cells": cells_named(cells)})
        remarks.on_cell(*cells[0], signs.errors[cells[0]], problem)


def on_words(sheet: RawSheet, remarks: Remarks) -> None:
    """The same of a sheet without a table: nothing of it is read, so nothing is quoted."""
    found = {here: _mended(sheet, code) for code, here in DOUBTED.items()}
    found[STRUCK_HERE] = sorted(sheet.signs.struck)
    for here, cells in found.items():
        if cells:
            remarks.on_sheet(here, "warning", cells=cells_named(cells))


def _quoted(
    table: Table, remarks: Remarks, said: Mapping[Cell, str], codes: tuple[str, str]
) -> None:
    """One finding for all cells, at the first that no private column holds."""
    read = {*table.columns.values(), *table.questions} - table.dropped.keys()
    cells, (code, here) = sorted(said), codes
    first = next((c for c in cells if c[1] in read or c[0] <= table.last), None)
    if first:
        problem = Problem(code, "warning", {"cells": cells_named(cells)})
        remarks.on_cell(*first, said[first], problem)
    elif cells:
        remarks.on_sheet(here, "warning", cells=cells_named(cells))


def _by_column(table: Table, cells: Iterable[Cell]) -> Iterable[list[Cell]]:
    read = {*table.columns.values(), *table.questions}
    found: dict[int, list[Cell]] = {}
    for row, column in sorted(cells):
        if row > table.last and column in read:
            found.setdefault(column, []).append((row, column))
    return found.values()


def cells_named(cells: Sequence[Cell]) -> str:
    """The first of some cells, as people name them."""
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
