"""Tables saved as text: .csv and .tsv in the encodings, with the marks and the ends of lines
that offices use."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from dashboard.importing.workbook.old_letters import judged

MARKS = ("\t", ";", ",", "|")
LOOKED_AT = 200  # rows
LOOKED_AT_BYTES = 200_000
MOST_ROWS = 2**20  # as in Excel
csv.field_size_limit(2**30)  # how long a text may be is for the reader to say

WIDE_MARKS = {"utf-32": (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)} | {
    "utf-16": (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
}
_TYPED = re.compile("[\t\n\r -~\u00a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9\u2010-\u203a]")
_ARE_TYPED, _ARE_USUAL = 0.95, 0.3  # of the letters of a text
_SAID_MARK = re.compile(r'"?sep=(.)"?[;,\t|]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_RULE = re.compile(r"\s*:?-{2,}:?\s*")  # a cell of the rule under the headings: |---|:--|


class TooManyCells(Exception):
    """The text holds more cells than allowed."""


def decoded(content: bytes, whole: bool = True) -> str | None:
    """The text: UTF-8 or UTF-16 by their marks, UTF-16 without one, UTF-8, else Windows-1258;
    None if it is none. whole: False for the first bytes of a file, which may end in a letter.

    One typed in TCVN3 or VNI comes as Western letters, as in a workbook.
    """
    for encoding in _encodings(content):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(content, final=whole)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _encodings(content: bytes) -> list[str]:
    for encoding, marks in WIDE_MARKS.items():
        if content.startswith(marks):
            return [encoding]
    if b"\x00" in content[:LOOKED_AT_BYTES]:
        return [wide for wide in ("utf-16-le", "utf-16-be") if _is_typed(content, wide)]
    return ["utf-8-sig", "latin-1" if _is_legacy(content) else "cp1258"]


def _is_typed(content: bytes, encoding: str) -> bool:
    """Whether the bytes are, in an encoding, what people type."""
    text = content[:LOOKED_AT_BYTES].decode(encoding, "ignore")
    usual = sum(map(str.isascii, text)) > _ARE_USUAL * len(text)
    return usual and len(_TYPED.findall(text)) > _ARE_TYPED * len(text)


def _is_legacy(content: bytes) -> bool:
    lines = content[:LOOKED_AT_BYTES].decode("latin-1").splitlines()
    return bool(judged(lines).encoding)


def rows(text: str, cells: int | None = None) -> list[list[object]] | None:
    """The cells, blank ones None; None where no mark parts most lines into columns.

    Raises TooManyCells where they are more than so many.
    """
    said = _SAID_MARK.match(text)
    if said:  # as Excel, which shows no such line
        text = text[said.end() :]
    parted = [_parted(text, mark) for mark in ([said[1]] if said else MARKS)]
    widest = max(way.width for way in parted)
    if widest < 2:
        return None
    # A wrong mark may part the rows as often ("0,5;0,7"), but not the headings above them too.
    wide = [way for way in parted if 2 * way.width > widest and way.width > 1]
    best = max(wide, key=lambda way: (way.alike, way.width))
    found: list[list[object]] = []
    for row in _read(text, best.mark):
        found.append([cell if cell.strip() else None for cell in row])
        if all(cell is None or _RULE.fullmatch(str(cell)) for cell in found[-1]):
            found[-1] = [None] * len(row)
        if cells is not None:
            cells -= len(row)
            if cells < 0 or len(found) > MOST_ROWS:
                raise TooManyCells
    return found


class _Parted(NamedTuple):
    """How a mark parts a text: columns of the usual line (titles above a table hold few marks,
    tables many), and how many of the lines have as many as most of them."""

    mark: str
    width: int
    alike: int


def _parted(text: str, mark: str) -> _Parted:
    lines = [row for row, _ in zip(_read(text, mark), range(LOOKED_AT), strict=False)]
    lines = [row for row in lines if any(cell.strip() for cell in row)]
    filled = sorted(sum(bool(cell.strip()) for cell in row) for row in lines)
    alike = Counter(len(row) for row in lines if len(row) > 1)
    usual = filled[len(filled) // 2] if filled else 0
    return _Parted(mark, usual, max(alike.values(), default=0))


def _read(text: str, mark: str) -> Iterator[list[str]]:
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark)
