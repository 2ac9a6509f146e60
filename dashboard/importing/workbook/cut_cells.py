"""The rows of a sheet's XML cut into cells, without a parser: many cells are written alike.

They are cut where the cells' names stand; what lies between two names has to be a cell as
programs write it, or nothing is cut at all.
"""

import re
import zipfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import IO

from dashboard.importing.model.raw import Codes
from dashboard.importing.model.sheet import column

NONE = -1  # no cell follows in the row
LOOKED_AT = 5_000  # rows, then again after as many
FEWEST = 8  # cells in a row: the parser is as quick with fewer
MOST_DIFFERENT = 0.25  # of the cells
MOST = 500_000  # different ones that are kept
_PIECE = 2**20
_LONGEST = 2**24  # bytes of a row
_ALIKE = 1_000  # up to here rows have numbers that styles have too

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>\s*)?<worksheet\b[^!?]*?<sheetData>")
_ROW = re.compile(rb'(?:<row [^<>]*/>)*<row r="([1-9]\d{0,6})"[^<>]*(?<!/)>')
_ROW_END = b"</row>"
_TAIL = re.compile(rb"(?:<row [^<>]*/>)*(</sheetData>[^!?]*)")
_NAME = re.compile(rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"')
_FIRST = re.compile(rb'<c r="([A-Z]{1,3})')
# What stands behind a cell's name, up to the number in the next one's.
_CELL = re.compile(
    rb'((?: [a-z]+="[^"<>]*")*'
    rb"(?: ?/>|>(?:<v ?/>|<v>[^<]*</v>|<is><t(?: [^<>]*)?>[^<]*</t></is>)?</c>))"
    rb'(?:<c r="([A-Z]{1,3}))?'
)


class Irregular(Exception):
    """The sheet is not written as expected."""


class Different(dict[bytes, int]):
    """Cell as it is written, with the column of the next one in its row -> its number.

    written: the cells in their order, each from behind its name on; following: those columns.
    """

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.following: Codes = array("i")

    def __missing__(self, key: bytes) -> int:
        match = _CELL.fullmatch(key)
        if not match:
            raise Irregular
        self[key] = number = len(self.written)
        self.written.append(match[1])
        self.following.append(_column(match[2]) if match[2] else NONE)
        return number


@dataclass(frozen=True)
class Cut:
    """A sheet's cells. codes: which of the different ones each is, row after row; of each row
    that holds any, rows: its number, from 1; firsts: its first cell's column; counts: how many
    it has. tail: the XML behind the rows."""

    different: Different
    codes: Codes
    rows: Codes
    firsts: Codes
    counts: Codes
    tail: bytes


def cut(archive: zipfile.ZipFile, path: str) -> Cut:
    """The cells of the sheet whose XML is at path; it has some. Raises Irregular."""
    different, codes, rows, counts = Different(), array("i"), array("i"), array("i")
    begins: list[bytes] = []
    last = 0
    with archive.open(path) as stream:
        pieces = _rows(stream)
        piece = _after(_HEAD, next(pieces))
        for following in pieces:
            row = _ROW.match(piece)
            if not row or (number := int(row[1])) <= last:
                raise Irregular
            last = number
            if row.end() < len(piece):
                cells = _cells(number, piece[row.end() :])
                begins.append(cells.pop(0))
                codes.extend(map(different.__getitem__, cells))
                rows.append(number)
                counts.append(len(cells))
                if len(different) > MOST or (
                    len(rows) % LOOKED_AT == 0
                    and not _is_worth_it(len(different), len(codes), len(rows))
                ):
                    raise Irregular
            piece = following
    tail = _TAIL.fullmatch(piece)
    if not tail or b"<sheetData" in tail[1] or not rows or 0 in counts:
        raise Irregular
    return Cut(different, codes, rows, array("i", map(_first, begins)), counts, tail[1])


def _is_worth_it(different: int, cells: int, rows: int) -> bool:
    """Whether rows are long and cells repeat."""
    return cells >= FEWEST * rows and different <= MOST_DIFFERENT * cells


@cache
def _first(begin: bytes) -> int:
    """The column of a row's first cell, whose name begins so."""
    name = _FIRST.fullmatch(begin)
    if not name:
        raise Irregular
    return _column(name[1])


@cache
def _column(letters: bytes) -> int:
    return column(letters.decode())


def _rows(stream: IO[bytes]) -> Iterator[bytes]:
    """The XML in pieces, of which each but the last is ended by the end of a row."""
    rest = b""
    while more := stream.read(_PIECE):
        *whole, rest = (rest + more).split(_ROW_END)
        yield from whole
        if len(rest) > _LONGEST:
            raise Irregular
    yield rest


def _after(pattern: re.Pattern[bytes], piece: bytes) -> bytes:
    begin = pattern.match(piece)
    if not begin:
        raise Irregular
    return piece[begin.end() :]


def _cells(number: int, written: bytes) -> list[bytes]:
    """The row cut at its number in the cells' names."""
    if number > _ALIKE:
        return written.split(b'%d"' % number)
    between, *parts = _NAME.split(written)
    if between or any(int(own) != number for own in parts[1::3]):
        raise Irregular
    names = [b'<c r="' + letters for letters in parts[0::3]]
    behind = zip(parts[2::3], [*names[1:], b""], strict=True)
    return [*names[:1], *(cell + name for cell, name in behind)]
