"""The task table anew, in the layout of our template, where the office's own can't be written."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from dashboard.documents import inputs, style
from dashboard.documents.excel_cells import empty, put_text, saved
from dashboard.documents.forms import Column, forms
from dashboard.documents.sheets.task_lines import Put, TaskLine, TaskTable, Top, put
from dashboard.documents.templates import BLANK, HEADING, UNIT, YEAR
from dashboard.words import Words

_STATE_WIDTH = 24.0
_OF_LINE = {"text": "task"}  # where a field of the template has another name here
_SHOWN = {"progress": "0%", "done": "dd/mm/yyyy"}


def workbook(
    tables: list[TaskTable], top: Top, heading: str, said: Words
) -> tuple[bytes, tuple[Put, ...]]:
    """All tasks below each other, the state in the last column, and what we say in it; it can be
    imported again."""
    (form,) = forms("tasks")
    book = empty()
    sheet: Worksheet = book.create_sheet(form.sheet)
    style.title(put_text(sheet, 1, 1, said["template.title.tasks"]))
    for row, key, value in ((UNIT, "unit", top.unit), (YEAR, "year", str(top.year))):
        put_text(sheet, row, 1, said[f"template.{key}"]).font = style.font(bold=True)
        place = sheet[f"{BLANK}{row}"].column
        put_text(sheet, row, place, value).font = style.font(bold=True)
    columns = [*form.columns, Column("state", heading, _STATE_WIDTH, "text", "")]
    for place, column in enumerate(columns, 1):
        head = put_text(sheet, HEADING, place, column.heading)
        style.header(head)
        sheet.column_dimensions[head.column_letter].width = column.width
    style.fit_height(sheet, HEADING, len(columns))
    lines = [line for table in tables for line in table.lines]
    ours: list[Put] = []
    for number, line in enumerate(lines, 1):
        ours += _write(sheet, HEADING + number, columns, line, number)
    style.page(sheet, HEADING)
    return saved(book), tuple(ours)


def _write(
    sheet: Worksheet, row: int, columns: list[Column], line: TaskLine, number: int
) -> Iterator[Put]:
    for place, column in enumerate(columns, 1):
        name = column.field
        value = number if name == "number" else getattr(line, _OF_LINE.get(name, name))
        if isinstance(value, str):
            cell = put_text(sheet, row, place, value)
            cell.number_format = "@"
        else:
            cell = sheet.cell(row, place, value)
            cell.number_format = _SHOWN.get(name, inputs.number_format(column))
        cell.font, cell.alignment, cell.border = style.font(), style.WRAPPED, style.LINES
        if name in (*_SHOWN, "state", *line.changed):  # else it is what the file itself said
            yield from put(sheet.title, cell.coordinate, name, line)
    style.fit_height(sheet, row, len(columns))
