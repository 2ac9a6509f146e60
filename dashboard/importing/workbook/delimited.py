"""Tables saved as text: .csv and .tsv in the encodings and with the marks that offices use."""

import csv
import io
from collections.abc import Iterator

from dashboard.importing.workbook.old_letters import judged

MARKS = ("\t", ";", ",")
LOOKED_AT = 200  # rows
LOOKED_AT_BYTES = 200_000
MOST_ROWS = 2**20  # as in Excel
csv.field_size_limit(2**30)  # how long a text may be is for the reader to say


class TooManyCells(Exception):
    """The text holds more cells than allowed."""


def decoded(content: bytes) -> str | None:
    """The text: UTF-8 or UTF-16 by their marks, UTF-8, else Windows-1258; None if it is none.

    One typed in TCVN3 or VNI comes as Western letters, as in a workbook.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "latin-1" if _is_legacy(content) else "cp1258"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _is_legacy(content: bytes) -> bool:
    lines = content[:LOOKED_AT_BYTES].decode("latin-1").splitlines()
    return bool(judged(lines).encoding)


def rows(text: str, cells: int | None = None) -> list[list[object]] | None:
    """The cells, blank ones None; None where no mark parts most lines into columns.

    Raises TooManyCells where they are more than so many.
    """
    best = max(MARKS, key=lambda mark: _parted(text, mark))
    if _parted(text, best) < 2:
        return None
    found: list[list[object]] = []
    for row in _read(text, best):
        found.append([cell if cell.strip() else None for cell in row])
        if cells is not None:
            cells -= len(row)
            if cells < 0 or len(found) > MOST_ROWS:
                raise TooManyCells
    return found


def _parted(text: str, mark: str) -> float:
    """Columns of the usual line: titles above a table hold few marks, tables many."""
    widths = sorted(
        sum(bool(cell.strip()) for cell in row)
        for row, _ in zip(_read(text, mark), range(LOOKED_AT), strict=False)
        if any(cell.strip() for cell in row)
    )
    return widths[len(widths) // 2] if widths else 0


def _read(text: str, mark: str) -> Iterator[list[str]]:
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark)
