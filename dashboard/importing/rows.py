"""Walks the rows below the headings: each is a record, refused, or recognised.

Recognised are the rows that hold no record by their nature: headings again, column numbers,
totals, signatures, notes. What a record is, the reader of the kind says.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from dashboard.folding import fold
from dashboard.importing import vocabulary
from dashboard.importing.locate import Table
from dashboard.importing.model import Record
from dashboard.importing.sheet import filled, is_blank, text

_COLUMN_NUMBER = re.compile(r"[(\[]?(\d{1,3}|[A-Za-z])[)\]]?(?:\s*=.*)?")
_NUMBER = re.compile(r"[\d.]+|[IVX]+|[A-Za-z]")  # of a line left empty
_PLACE_AND_DAY = re.compile(r".{0,40}ngay\s.{0,6}\s*thang\s.{0,6}\s*nam\s.{0,8}")
_FEW = 3
_LONGEST_MARK = 5


class Verdict(Enum):
    """What became of a row that gave no record."""

    REFUSED = "refused"
    RECOGNISED = "recognised"


REFUSED, RECOGNISED = Verdict.REFUSED, Verdict.RECOGNISED

ReadRow = Callable[[int, list[object]], Record | Verdict]


@dataclass
class Rows:
    """The records of a table and the count of its other rows."""

    records: list[Record] = field(default_factory=list)
    refused: int = 0
    recognised: int = 0

    def add(self, outcome: Record | Verdict) -> None:
        """Count one row."""
        if outcome is REFUSED:
            self.refused += 1
        elif outcome is RECOGNISED:
            self.recognised += 1
        else:
            self.records.append(outcome)


def walk(table: Table, read_row: ReadRow) -> Rows:
    """Every row of the table's sheet that holds something, in its place in the count."""
    rows = Rows(recognised=sum(not is_blank(row) for row in table.sheet.rows[: table.last + 1]))
    furniture = Furniture(table)
    for index, row in table.body:
        rows.add(RECOGNISED if furniture.is_part(row) else read_row(index, row))
    return rows


class Furniture:
    """Tells the rows of a table that are no records. Below a signature all are, but for rows
    that are as full as records: nothing is to be lost to a signature in the middle."""

    def __init__(self, table: Table):
        self.table = table
        self.number = table.columns.get("number")
        self.full = max(_FEW, (len(table.columns) + len(table.questions)) // 3)
        self.headings = [table.sheet.rows[row] for row in range(table.first, table.last + 1)]
        self.below_signature = False

    def is_part(self, row: list[object]) -> bool:
        """Whether the row is recognised as no record."""
        first = next(column for column, value in enumerate(row) if value is not None)
        if self._is_heading_again(row, first) or is_column_numbers(row, first):
            return True
        if len(row) - row.count(None) > self.full:
            self.below_signature = False
            # Answers without village or form are looked at again; the others are no total.
            return not self.table.questions and is_total(row)
        return self._is_sparse_part(row)

    def _is_sparse_part(self, row: list[object]) -> bool:
        if _is_signature(row):
            self.below_signature = True
        if self.below_signature or is_total(row) or _is_note(row):
            return True
        return filled(row) == [self.number] and bool(_NUMBER.fullmatch(text(row[self.number])))

    def _is_heading_again(self, row: list[object], first: int) -> bool:
        return any(
            row[first] == heading[first]
            and all(said in (None, was) for said, was in zip(row, heading, strict=True))
            for heading in self.headings
        )


def is_column_numbers(row: list[object], first: int) -> bool:
    """A row such as 1 2 3, A B 1 2 or (1) (2) (3) = (1) + (2): each cell the next of its kind."""
    mark = row[first]
    if isinstance(mark, str) and len(mark) > _LONGEST_MARK:
        return False  # asked of every row: most are told by the length of their first cell
    if not _COLUMN_NUMBER.fullmatch(text(mark)):
        return False
    columns = filled(row)
    if len(columns) < _FEW:
        return False
    marks = []
    for column in columns:
        match = _COLUMN_NUMBER.fullmatch(text(row[column]))
        if not match:
            return False
        marks.append(match[1])
    return all(_follows(a, b) for a, b in zip(marks, marks[1:], strict=False))


def _follows(mark: str, after: str) -> bool:
    if mark.isdigit() and after.isdigit():
        return int(after) == int(mark) + 1
    if mark.isalpha() and after.isalpha():
        return ord(after.lower()) == ord(mark.lower()) + 1
    return mark.isalpha() and after == "1"


def is_total(row: list[object]) -> bool:
    """Whether the row's first words say that it sums up the others."""
    said = next((text(row[column]) for column in filled(row) if isinstance(row[column], str)), "")
    if vocabulary.start("total", said):
        return True
    return vocabulary.exact("total_alone", said.rstrip(" :.")) is not None


def _is_signature(row: list[object]) -> bool:
    said = [text(value) for value in row if isinstance(value, str)]
    if any(vocabulary.start("signature", part) for part in said):
        return True
    if any(_PLACE_AND_DAY.fullmatch(fold(part)) for part in said) and len(said) <= 2:
        return True
    return bool(said) and all(vocabulary.exact("signature_alone", part) for part in said)


def _is_note(row: list[object]) -> bool:
    columns = filled(row)
    said = text(row[columns[0]])
    return len(columns) <= 2 and vocabulary.start("note", said) is not None
