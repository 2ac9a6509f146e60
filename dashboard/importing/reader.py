"""Parses a workbook. Only ever in a child process: see apart.

python-calamine can abort its process or eat the machine on a broken file.
"""

from datetime import date, datetime
from pathlib import Path

from dashboard.importing import delimited
from dashboard.importing.container import EMPTY_ZIP, OLE, ZIP
from dashboard.importing.delimited import TooManyCells
from dashboard.importing.finish import Parsed, finished, plain

MOST_SHEETS = 300
LONGEST_TEXT = 32_767  # characters that Excel lets a cell hold


def parsed(workbook: Path, cells: int) -> tuple[str, list[tuple]]:
    """("sheets", [(name, rows, hidden, tall merges, signs)]), or (code of a finding, [])."""
    try:
        return "sheets", _sheets_of(workbook, cells)
    except (_TooMuch, TooManyCells, MemoryError):
        return "file_too_large", []
    except Exception as error:  # any fault of a parser means: this file cannot be read
        locked = "password" in f"{type(error).__name__} {error}".lower()
        return ("file_locked" if locked else "file_broken"), []


def _sheets_of(workbook: Path, cells: int) -> list[tuple]:
    with workbook.open("rb") as stream:
        head = stream.read(8)
    if head.startswith((ZIP, EMPTY_ZIP, OLE)):
        texts = _Texts()
        return finished(workbook, _sheets(str(workbook), cells, texts), texts.values())
    rows = delimited.rows(delimited.decoded(workbook.read_bytes()), cells)
    width = max(map(len, rows), default=0)
    if len(rows) * width > cells:
        raise _TooMuch
    padded = [row + [None] * (width - len(row)) for row in rows]
    texts = _Texts()
    return finished(workbook, [("CSV", _plain(padded, texts), False, ())], texts.values())


class _TooMuch(Exception):
    """More sheets or cells than allowed, or more in a cell than Excel lets it hold."""


def _sheets(workbook: str, cells: int, texts: "_Texts") -> list[Parsed]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with open(workbook, "rb") as stream:  # by its content: a path would be judged by its ending
        book = CalamineWorkbook.from_filelike(stream)
    found = []
    if len(book.sheets_metadata) > MOST_SHEETS:
        raise _TooMuch
    for info in book.sheets_metadata:
        if info.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(info.name)
        cells -= sheet.total_height * sheet.total_width
        if cells < 0:
            raise _TooMuch
        rows = _plain(sheet.to_python(skip_empty_area=False), texts)
        tall = tuple(m for m in sheet.merged_cell_ranges or () if m[0][0] < m[1][0])
        del sheet
        found.append((info.name, rows, info.visible != SheetVisibleEnum.Visible, tall))
    return found


class _Texts(dict[str, str | None]):
    """Each text once, and None for a blank one: a survey repeats a few words a million times,
    and equal texts that are one object halve the pickle and its loading."""

    def __missing__(self, text: str) -> str | None:
        if len(text) > LONGEST_TEXT:
            raise _TooMuch
        found = self[text] = plain(text)
        return found


_PLAIN = {float, int, bool, date, datetime}


def _plain(rows: list[list[object]], texts: _Texts) -> list[list[object]]:
    """The rows without trailing blank rows and columns; times of day are texts."""
    width = height = 0
    for index, row in enumerate(rows):
        rows[index] = plain = [
            texts[v] if type(v) is str else v if v is None or type(v) in _PLAIN else str(v)
            for v in row
        ]
        filled = len(plain)
        while filled and plain[filled - 1] is None:
            filled -= 1
        if filled:
            height, width = index + 1, max(width, filled)
    del rows[height:]
    for row in rows:
        del row[width:]
    return rows
