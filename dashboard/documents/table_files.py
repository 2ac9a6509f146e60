"""A table of a page as a workbook and as CSV: headings as on the page, dates as dates, figures as
numbers, and what people typed never run as a formula."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from openpyxl.styles.styleable import StyleableObject
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.documents import excel_cells, style
from dashboard.documents.excel_cells import put_text
from dashboard.documents.inert_texts import is_formula_like
from dashboard.shown_values import Number, Value

HEADING = 4  # the row of the headings, below title and facts
NARROW, WIDE = 10, 60  # letters of a column
_DAY = "dd/mm/yyyy"


@dataclass(frozen=True)
class TableFile:
    """What a table shows, ready to be written; facts: unit, year, date, whether simulated."""

    title: str
    facts: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def workbook(table: TableFile) -> bytes:
    """An .xlsx of one sheet: title, facts, headings that stay and filter, the rows."""
    book = excel_cells.empty()
    sheet: Worksheet = book.create_sheet("1")
    style.title(put_text(sheet, 1, 1, table.title))
    put_text(sheet, 2, 1, table.facts).font = style.font()
    for column, heading in enumerate(table.headings, 1):
        style.header(put_text(sheet, HEADING, column, heading))
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _width(table, column - 1)
    stencils = style.Stencils()
    for row, values in enumerate(table.rows, HEADING + 1):
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value, stencils)
        style.fit_height(sheet, row, len(values))
    style.page(sheet, HEADING)
    last = get_column_letter(len(table.headings))
    sheet.auto_filter.ref = f"A{HEADING}:{last}{HEADING + len(table.rows)}"
    return excel_cells.saved(book)


def comma_separated(table: TableFile) -> bytes:
    """UTF-8 with its mark, so that Excel reads the letters: ISO dates, decimal points; the first
    row are the headings. A text that a program would run begins with an apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(map(_inert, table.headings))
    for values in table.rows:
        writer.writerow([_plain(value) for value in values])
    return stream.getvalue().encode("utf-8-sig")


def _put(sheet: Worksheet, row: int, column: int, value: Value, stencils: style.Stencils) -> None:
    shown = "@"
    if isinstance(value, Number):
        cell = sheet.cell(row, column, value.value)
        shown = "#,##0" + ("." + "0" * value.digits if value.digits else "")
        shown += "%" if value.is_share else ""
    elif isinstance(value, date):
        cell, shown = sheet.cell(row, column, value), _DAY
    else:
        cell = put_text(sheet, row, column, value or "")
    quoted = cell.quotePrefix

    def paint(one: StyleableObject) -> None:
        one.font, one.alignment, one.border = style.font(), style.WRAPPED, style.LINES
        one.number_format = shown

    stencils.paint(cell, (shown, quoted), paint)


def _width(table: TableFile, column: int) -> float:
    """As wide as the heading and most of its cells."""
    said = [table.headings[column], *(_plain(row[column]) for row in table.rows)]
    return min(WIDE, max(NARROW, *(len(text) + 2 for text in said)))


def _plain(value: Value) -> str:
    if isinstance(value, Number):
        digits = value.digits + 2 * value.is_share
        return f"{value.value:.{digits}f}"
    if isinstance(value, date):
        return value.isoformat()
    return _inert(value or "")


def _inert(text: str) -> str:
    return "'" + text if is_formula_like(text) else text
