"""What is stored of a survey's file as a workbook: each value where it stood, nothing beside."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from dashboard.documents.excel_cells import clean, saved
from dashboard.documents.inert_texts import is_formula_like
from dashboard.documents.opening import sheet_title
from dashboard.words import words

Values = Mapping[str, str | float | date]


def workbook(sheets: Mapping[str, Mapping[int, Values]]) -> bytes:
    """A workbook of these sheets: name -> row from 1 -> column's letter -> value."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(sheet_title(name))
        next_row = 1
        for row in sorted(rows):
            for _ in range(next_row, row):
                sheet.append([])
            sheet.append(_cells(sheet, rows[row]))
            next_row = row + 1
    return saved(book)


def file_name(name: str, language: str = "vi") -> str:
    """What to call the copy of a file."""
    return words(language).say("marked.survey_copy", name=Path(name).stem) + ".xlsx"


def _cells(sheet: WriteOnlyWorksheet, values: Values) -> list[Any]:
    places = {column_index_from_string(letter) - 1: value for letter, value in values.items()}
    cells: list[Any] = [None] * (max(places) + 1)
    for place, value in places.items():
        given: Any = clean(value) if isinstance(value, str) else value
        cell = WriteOnlyCell(sheet, given)
        if isinstance(value, str):
            cell.data_type = "s"  # never a formula, nor when it is typed again
            cell.quotePrefix = is_formula_like(value)
        cells[place] = cell
    return cells
