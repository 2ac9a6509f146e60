"""A sheet's cells on their way from the child process: distinct values, and a code a cell.

The columns of a survey repeat few values a hundred thousand times: as codes its cells are
handed over in a hundredth of the time that the cells themselves take.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import islice

from dashboard.importing.model.raw import CodedColumn, Codes

LONGEST_TEXT = 32_767  # characters that Excel lets a cell hold
_CHUNK = 256  # rows that are Python values at a time: few enough to stay in the cache
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_APOSTROPHE = re.compile(r"\s*['\u2019`](?=[\d.,+-]+$)")
_PLAIN = {float, int, bool, date, datetime}


class TextTooLong(Exception):
    """A cell holds more than Excel lets it hold."""


class _Encoder(dict[object, int]):
    """Value -> code of one column. Blank texts are None; times of day are texts."""

    def __init__(self) -> None:
        super().__init__({None: 0})
        self.distinct: list[object] = [None]
        self.codes: Codes = array("I")

    def add(self, cells: Sequence[object]) -> None:
        if bool in set(map(type, cells)):  # True would be found where 1 is known
            cells = [(cell,) if type(cell) is bool else cell for cell in cells]
        self.codes.extend(map(self.__getitem__, cells))

    def __missing__(self, key: object) -> int:
        value = key[0] if type(key) is tuple else key
        if type(value) not in _PLAIN:
            if len(text := str(value)) > LONGEST_TEXT:
                raise TextTooLong
            value = plain(text)
            if value in self:  # another spelling of what is known, or blank
                self[key] = self[value]
                return self[key]
        self[key] = code = len(self.distinct)
        self.distinct.append(value)
        return code


def plain(text: str) -> str | None:
    """A cell's text in NFC without signs that nobody sees; None when nothing is left.

    The apostrophe that keeps a number a text is none of it.

    >>> plain("\\u200b \\xa0"), plain("'0012")
    (None, '0012')
    """
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    if not text.strip():
        return None
    return _APOSTROPHE.sub("", text)


def encode(rows: Iterable[Sequence[object]]) -> list[CodedColumn]:
    """Rows of equal width as columns, without trailing blank rows and columns."""
    rows = iter(rows)
    encoders: list[_Encoder] = []
    while chunk := list(islice(rows, _CHUNK)):
        encoders = encoders or [_Encoder() for _ in chunk[0]]
        for encoder, cells in zip(encoders, zip(*chunk, strict=True), strict=True):
            encoder.add(cells)
    return trimmed([CodedColumn(e.distinct, e.codes) for e in encoders])


def trimmed(columns: list[CodedColumn]) -> list[CodedColumn]:
    """Columns of one height, without trailing blank rows and columns."""
    heights = [_height(column.codes) for column in columns]
    height = max(heights, default=0)
    while heights and not heights[-1]:
        del heights[-1]
    return [CodedColumn(c.values, c.codes[:height]) for c in columns[: len(heights)]]


def encode_column(cells: Sequence[object]) -> CodedColumn:
    """One column."""
    encoder = _Encoder()
    encoder.add(cells)
    return CodedColumn(encoder.distinct, encoder.codes)


def _height(codes: Codes) -> int:
    """The number of rows down to the last one that is filled."""
    return next((len(codes) - i for i, code in enumerate(reversed(codes)) if code), 0)


def decode(columns: list[CodedColumn]) -> list[list[object]]:
    """The rows again."""
    cells = (map(column.values.__getitem__, column.codes) for column in columns)
    return list(map(list, zip(*cells, strict=True)))


def spliced(one: CodedColumn, other: CodedColumn, rows: Iterable[int]) -> CodedColumn:
    """A column with these rows, from 0, as the other has them."""
    codes = one.codes[:]
    for row in rows:
        codes[row] = len(one.values) + other.codes[row]
    return CodedColumn([*one.values, *other.values], codes)
