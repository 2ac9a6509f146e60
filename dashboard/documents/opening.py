"""A file of any kind as a workbook that can be written: its own, else one made of its cells."""

import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO

import openpyxl
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.documents.excel_cells import clean, empty, put_text
from dashboard.documents.marking import unmark
from dashboard.importing.model.raw import RawBook, RawSheet
from dashboard.importing.workbook.container import BROKEN_ZIP
from dashboard.importing.workbook.read import Unreadable, read
from dashboard.words import Words

LARGEST_SHEETS = 50 * 2**20  # bytes of XML: a million cells take half a minute and 0.6 GB
MOST_CELLS = 1_000_000
MACROS = "xl/vbaProject.bin"
_DRAWN = ("xl/charts/", "xl/drawings/drawing", "xl/ctrlProps/", "xl/slicers/")
_BAD_IN_TITLE = re.compile(r"[\\*?:/\[\]]")
_LONGEST_TITLE = 31


@dataclass
class Opened:
    """A workbook with what is to be said of it. titles: a sheet's name in the file -> here."""

    book: Workbook
    titles: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def open_file(path: Path, file: str, words: Words) -> Opened:
    """The workbook to mark; without sheets where the file is too large, or cannot be read."""
    parts = parts_of(path)
    if sum(size for name, size in parts.items() if "/worksheets/" in name) > LARGEST_SHEETS:
        return nothing(words["marked.too_large"])
    if "xl/workbook.xml" in parts:
        try:
            return _own(path, parts, words)
        except MemoryError:
            raise
        except Exception:  # what openpyxl does not understand: its cells can be read all the same
            pass
    try:
        return _made_of(read(path, file), words)
    except Unreadable:
        return nothing(words["marked.unreadable"])


def parts_of(file: Path | IO[bytes]) -> dict[str, int]:
    """The parts of a zipped workbook with their sizes; none for other files."""
    try:
        with zipfile.ZipFile(file) as archive:
            return {entry.filename: entry.file_size for entry in archive.infolist()}
    except BROKEN_ZIP:
        return {}


def nothing(note: str) -> Opened:
    """A workbook without sheets, and why."""
    return Opened(empty(), notes=[note])


def _own(path: Path, parts: dict[str, int], words: Words) -> Opened:
    """Formulas, formats, widths, rules and macros stay, and nothing of them is run; marks of ours
    of an earlier time go."""
    book = openpyxl.load_workbook(path.open("rb"), keep_vba=MACROS in parts, rich_text=True)
    unmark(book)
    drawn = any(name.startswith(_DRAWN) for name in parts)
    notes = [words["marked.drawings"]] if drawn else []
    return Opened(book, {sheet.title: sheet.title for sheet in book.worksheets}, notes)


def _made_of(cells: RawBook, words: Words) -> Opened:
    if sum(len(row) for sheet in cells.sheets for row in sheet.rows) > MOST_CELLS:
        return nothing(words["marked.too_large"])
    made = nothing(words["marked.rebuilt"])
    for sheet in cells.sheets:
        copy = made.book.create_sheet(sheet_title(sheet.name))
        made.titles[sheet.name] = copy.title
        _fill(copy, sheet)
    return made


def sheet_title(name: str) -> str:
    return _BAD_IN_TITLE.sub(" ", clean(name))[:_LONGEST_TITLE].strip("' ") or "Sheet"


def _fill(sheet: Worksheet, source: RawSheet) -> None:
    for row, values in enumerate(source.rows, 1):
        for column, value in enumerate(values, 1):
            if isinstance(value, str):
                put_text(sheet, row, column, value)
            elif isinstance(value, int | float | date):
                sheet.cell(row, column, value)
    sheet.sheet_state = "hidden" if source.hidden else "visible"
    for (top, left), (bottom, right) in source.tall:
        sheet.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
