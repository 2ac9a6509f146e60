"""The table behind a chart: what stands in its cells is what the chart's caches say."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs

Cell = str | float | None
LONGEST = 32_767  # letters in a cell
QUIET = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class Place:
    """Where a table stands: its sheet, and row and column of its first heading, from 0."""

    sheet: str
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class Ref:
    """Cells as a chart names them, and what stands in them."""

    formula: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A heading and its cells; formulas: of cells that are worked out from others, "" elsewhere."""

    head: str
    cells: tuple[Cell, ...]
    formulas: tuple[str, ...] = ()


@dataclass
class ChartTable:
    """Columns that grow while a chart is made; they need not be of one length."""

    place: Place
    columns: list[Column] = field(default_factory=list)

    def add(self, head: str, cells: Sequence[Cell], formulas: Sequence[str] = ()) -> int:
        """A column more; its number."""
        short = tuple(cell[:LONGEST] if isinstance(cell, str) else cell for cell in cells)
        self.columns.append(Column(head[:LONGEST], short, tuple(formulas)))
        return len(self.columns) - 1

    def ref(self, column: int) -> Ref:
        """All cells of a column."""
        cells = self.columns[column].cells
        return Ref(self._named(column, 1, column, len(cells)), cells)

    def across(self, row: int, first: int, last: int) -> Ref:
        """A row's cells from one column to another."""
        cells = tuple(column.cells[row] for column in self.columns[first : last + 1])
        return Ref(self._named(first, row + 1, last, row + 1), cells)

    def head(self, column: int) -> Ref:
        """A column's heading."""
        return Ref(self._named(column, 0, column, 0), (self.columns[column].head,))

    def cell(self, row: int, column: int) -> Ref:
        """One cell."""
        return self.across(row, column, column)

    def address(self, row: int, column: int) -> str:
        """The address of a cell within its sheet, for formulas: "$C$2"."""
        return self._named(column, row + 1, column, row + 1).rpartition("!")[2]

    def _named(self, left: int, top: int, right: int, bottom: int) -> str:
        row, column = self.place.row, self.place.column
        cells = xl_range_abs(row + top, column + left, row + bottom, column + right)
        sheet = self.place.sheet.replace("'", "''")
        return f"'{sheet}'!{cells}"

    def write(self, sheet: Any) -> None:
        """Write the table into its place of a worksheet of xlsxwriter, texts as texts."""
        row, at = self.place.row, self.place.column
        for right, column in enumerate(self.columns):
            sheet.write_string(row, at + right, column.head)
            formulas = column.formulas or ("",) * len(column.cells)
            for down, (cell, formula) in enumerate(zip(column.cells, formulas, strict=True), 1):
                if formula:  # None would be written as the word None
                    known = "" if cell is None else cell
                    sheet.write_formula(row + down, at + right, formula, None, known)
                elif isinstance(cell, str):
                    sheet.write_string(row + down, at + right, cell)
                elif cell is not None:
                    sheet.write_number(row + down, at + right, cell)

    def workbook(self, made: datetime) -> bytes:
        """The table as a workbook of its own, as a chart carries it; the same bytes each time."""
        stream = io.BytesIO()
        book = Workbook(stream, QUIET)
        book.set_properties({"created": made})
        sheet = book.add_worksheet(self.place.sheet)
        sheet.set_column(0, 0, 44)
        sheet.freeze_panes(1, 1)
        self.write(sheet)
        book.close()
        return stream.getvalue()
