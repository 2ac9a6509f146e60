"""Parses a workbook. Only ever in a child process: see apart.

python-calamine can abort its process or eat the machine on a broken file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.importing.model.coded_columns import TextTooLong, encode
from dashboard.importing.model.raw import Cell, CodedColumn
from dashboard.importing.workbook import delimited, tagged
from dashboard.importing.workbook.container import EMPTY_ZIP, OLE, ZIP
from dashboard.importing.workbook.delimited import TooManyCells
from dashboard.importing.workbook.finish import finished
from dashboard.importing.workbook.parsed_sheet import Parsed
from dashboard.importing.workbook.repeated_cells import repeated

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_SHEETS = 300


class Unparsed(Exception):
    """The workbook cannot be had: args[0] is the code of the finding that says why."""


def parsed(workbook: Path, cells: int, names: Sequence[str] = ()) -> list[Parsed]:
    """The sheets, of no more cells than that together. Raises Unparsed."""
    try:
        return finished(workbook, _sheets_of(workbook, cells), names)
    except (_TooMuch, TooManyCells, TextTooLong, MemoryError):
        raise Unparsed("file_too_large") from None
    except Exception as error:  # any fault of a parser means: this file cannot be read
        locked = "password" in f"{type(error).__name__} {error}".lower()
        raise Unparsed("file_locked" if locked else "file_broken") from None


def _sheets_of(workbook: Path, cells: int) -> list[Parsed]:
    with workbook.open("rb") as stream:
        head = stream.read(8)
    if head.startswith((ZIP, EMPTY_ZIP, OLE)):
        return _sheets(workbook, cells)
    pages = _pages(workbook.read_bytes(), cells)
    return [Parsed(p.name, encode(_padded(p.rows, cells)), p.hidden, tuple(p.tall)) for p in pages]


def _pages(content: bytes, cells: int) -> list[tagged.Page]:
    """The sheets of a text: tags, or columns parted by a mark."""
    text = delimited.decoded(content)
    if text is None:
        raise ValueError("no text")
    if tagged.is_tagged(content):
        pages = tagged.pages(text, cells)
        if len(pages) > MOST_SHEETS:
            raise _TooMuch
        return pages
    rows = delimited.rows(text, cells)
    if rows is None:
        raise ValueError("no columns")
    return [tagged.Page("CSV", rows)]


def _padded(rows: list[list[object]], cells: int) -> list[list[object]]:
    """The rows, each as wide as the widest."""
    width = max(map(len, rows), default=0)
    if len(rows) * width > cells:
        raise _TooMuch
    return [row + [None] * (width - len(row)) for row in rows]


class _TooMuch(Exception):
    """More sheets or cells than allowed."""


def _sheets(workbook: Path, cells: int) -> list[Parsed]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with workbook.open("rb") as stream:  # by its content: a path would be judged by its ending
        book = CalamineWorkbook.from_filelike(stream)
    found = []
    if len(book.sheets_metadata) > MOST_SHEETS:
        raise _TooMuch
    for info in book.sheets_metadata:
        if info.typ != SheetTypeEnum.WorkSheet:
            continue
        columns, size, merged = _cells_of(workbook, book, info.name, cells)
        cells -= size
        tall = tuple(m for m in merged or () if m[0][0] < m[1][0])
        found.append(Parsed(info.name, columns, info.visible != SheetVisibleEnum.Visible, tall))
    return found


def _cells_of(
    workbook: Path, book: CalamineWorkbook, name: str, most: int
) -> tuple[list[CodedColumn], int, Sequence[tuple[Cell, Cell]] | None]:
    """A sheet's columns, how many cells it has, its merged ones."""
    is_only = book.sheet_names.count(name) == 1
    if is_only and (few := repeated(workbook, name, most)):
        sheet = type(book).from_filelike(few.book).get_sheet_by_name(name)
        return few.columns(sheet), few.numbers.size, sheet.merged_cell_ranges
    sheet = book.get_sheet_by_name(name)
    size = sheet.total_height * sheet.total_width
    if size > most:
        raise _TooMuch
    return encode(_rows(sheet)), size, sheet.merged_cell_ranges


def _rows(sheet: CalamineSheet) -> Iterator[Sequence[object]]:
    """The rows from A1 on: the parser leaves blank columns on the left out."""
    left: list[object] = [None] * sheet.start[1] if sheet.start else []
    return (left + row for row in sheet.iter_rows()) if left else sheet.iter_rows()
