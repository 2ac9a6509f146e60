"""A large sheet of an .xlsx whose cells repeat: its parser reads each different cell once.

A survey's file writes few different cells millions of times. One of each goes, with the book's
styles and texts, into a small workbook, and that is parsed: what a cell means is the parser's
word alone, here as elsewhere.
"""

from __future__ import annotations

import re
import zipfile
from array import array
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dashboard.importing.model.coded_columns import encode_column, trimmed
from dashboard.importing.model.raw import CodedColumn, Codes
from dashboard.importing.workbook import markup
from dashboard.importing.workbook.container import BROKEN_ZIP
from dashboard.importing.workbook.cut_cells import NONE, Cut, Irregular, cut

if TYPE_CHECKING:
    import numpy as np
    from python_calamine import CalamineSheet

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int32]]

LEAST = 2**24  # bytes of a sheet's XML; of less the parser alone is as quick
MOST_BESIDE = 2**25  # bytes of the book's texts and styles: they are parsed once more
_OF_BOOK = re.compile(r"(?:xl/)?(?:_rels/)?[^/]+")  # what is neither sheet nor picture
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_CELL = b'<row r="%d"><c r="A%d"%s</row>'
_EDGE = b' t="str"><v>.</v></c>'  # the parser leaves out what is blank at the edges


class Repeated(NamedTuple):
    """A sheet in cells. numbers: columns x rows, 1 and more for each different cell, 0 for none.
    book: a workbook with each of them in a sheet of the same name: one column, from the second
    row to the last but one."""

    numbers: Numbers
    book: BytesIO

    def columns(self, sheet: CalamineSheet) -> list[CodedColumn]:
        """The sheet's columns, by what its parser made of the book's."""
        values: list[object] = [row[0] for row in sheet.iter_rows()]
        values[0] = None  # stands for no cell
        return trimmed([_column(values, numbers) for numbers in self.numbers])


def repeated(workbook: Path, name: str, most: int) -> Repeated | None:
    """The sheet of that name; None of one that its parser has to read by itself, as of one in
    which more than most cells may hold something."""
    try:
        with zipfile.ZipFile(workbook) as archive:
            path = markup.paths(archive).get(name, "")
            if not path or archive.getinfo(path).file_size < LEAST:
                return None
            parts = list(filter(_OF_BOOK.fullmatch, archive.namelist()))
            if sum(archive.getinfo(part).file_size for part in parts) > MOST_BESIDE:
                return None
            cells = cut(archive, path)
            return Repeated(_numbers(cells, most), _book(archive, parts, path, cells))
    except (Irregular, *BROKEN_ZIP):
        return None


def _numbers(cells: Cut, most: int) -> Numbers:
    import numpy as np

    codes, counts = np.asarray(cells.codes, np.int32), np.asarray(cells.counts)
    ends = np.cumsum(counts)
    columns = np.roll(np.asarray(cells.different.following)[codes], 1)  # NONE where a row begins
    begins = ends - counts
    if np.count_nonzero(columns == NONE) != len(begins) or np.any(columns[begins] != NONE):
        raise Irregular
    columns[begins] = cells.firsts
    rises = np.diff(columns, prepend=NONE) > 0
    rises[begins] = True
    if not rises.all():
        raise Irregular
    width, height = int(columns.max()) + 1, cells.rows[-1]
    if width * height > most:
        raise Irregular
    found = np.zeros((width, height), np.int32)
    found[columns, np.repeat(np.asarray(cells.rows) - 1, counts)] = codes + 1
    return found


def _book(archive: zipfile.ZipFile, parts: list[str], path: str, cells: Cut) -> BytesIO:
    written = [_EDGE, *cells.different.written, _EDGE]
    rows = (_CELL % (number, number, cell) for number, cell in enumerate(written, start=1))
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as book:
        for part in parts:
            book.writestr(part, archive.read(part))
        book.writestr(path, b"".join([_HEAD, *rows, cells.tail]))
    content.seek(0)
    return content


def _column(values: list[object], numbers: Numbers) -> CodedColumn:
    """A column of these numbers, its values in the order in which they come first."""
    import numpy as np

    places = np.full(len(values), -1, np.int32)
    places[numbers[::-1]] = np.arange(len(numbers), dtype=np.int32)[::-1]
    used = np.flatnonzero(places >= 0)
    used = used[np.argsort(places[used])]
    own = encode_column([values[number] for number in used.tolist()])
    places[used] = own.codes
    codes: Codes = array("I", places[numbers].astype(np.uint32).tobytes())
    return CodedColumn(own.values, codes)
