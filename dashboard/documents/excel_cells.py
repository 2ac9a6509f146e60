"""Workbooks and texts in their cells: what people typed is never run as a formula."""

import io

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.documents.inert_texts import is_formula_like

LONGEST = 32_767  # letters in a cell


def empty() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of the workbook's file."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def clean(text: str) -> str:
    """The text without what a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]


def put_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text as a text, whatever it begins with; rows and columns count from 1."""
    said = clean(text)
    cell = sheet.cell(row, column, said)
    if said:
        cell.data_type = "s"
        cell.quotePrefix = is_formula_like(said)
    return cell
