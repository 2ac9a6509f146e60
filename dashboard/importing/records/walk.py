"""Walks the rows below the headings: each is a record, refused, or recognised.

Recognised are the rows that hold no record by their nature: headings again, column numbers,
totals, signatures, notes. What a record is, the reader of the kind says.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from dashboard.folding import fold
from dashboard.importing.model.raw import CodedColumn
from dashboard.importing.model.records import Record
from dashboard.importing.model.sheet import BLANK_MARKS, filled, is_blank, text
from dashboard.importing.table.locate import Table
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.due import Due, due
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.title import is_place_and_day

_COLUMN_NUMBER = re.compile(r"[(\[]?(\d{1,3}|[A-Za-z])[)\]]?(?:\s*=.*)?")
_NUMBER = re.compile(r"\d+\.?|[IVX]+|[A-Za-z]")  # of a line left empty; 1.1 is a section
_FEW = 3

# Fields of which one each makes a row a record, whatever else its words may look like.
_KEYS = {
    "tasks": (("text",), ("lead", "support", "due")),
    "answers": (("village",), ("form", "timestamp", "sex", "age")),
    "questions": (("code",), ("low", "high")),
    "population": (("village",), ("adults",)),
    "activities": (("date",),),
    "units": (("level",), ("name",)),
}
_TOTALS_LIKE_RECORDS = ("population", "questions")
# Kinds whose text and due columns those who sign and receive are often written in.
_SIGNED_LIKE_RECORDS = ("tasks", "population")
_NAMING = ("lead", "support")  # columns where such words name who does it
_PAGE = re.compile(r"(?:trang|page)\s*(?:so\s*)?\d+(?:\s*/\s*\d+)?")
_LONGEST_MARK = 5


class Verdict(Enum):
    """What became of a row that gave no record."""

    REFUSED = "refused"
    RECOGNISED = "recognised"


REFUSED, RECOGNISED = Verdict.REFUSED, Verdict.RECOGNISED

ReadRow = Callable[[int, list[object]], Record | Verdict]


@dataclass
class Rows:
    """The records of a table and the count of its other rows; answers as in SheetReading."""

    records: list[Record] = field(default_factory=list)
    refused: int = 0
    recognised: int = 0
    answers: dict[str, CodedColumn] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """No row below the headings was read as a record, nor refused."""
        return not self.records and not self.refused

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
    held = sum(not is_blank(row) for row in table.sheet.rows)
    rows = Rows(recognised=held - len(table.body))
    furniture = Furniture(table)
    for index, row in table.body:
        rows.add(RECOGNISED if furniture.is_part(row) else read_row(index, row))
    return rows


class Furniture:
    """Tells the rows of a table that are no records: headings and titles again, column numbers,
    totals, notes, lines left empty, and a signature with all below it, but for rows that have
    what a record must have: nothing is to be lost to a signature in the middle."""

    def __init__(self, table: Table):
        self.table = table
        self.number = table.columns.get("number")
        self.above = [row for row in table.sheet.rows[: table.last + 1] if not is_blank(row)]
        self.keys = [
            [column for name in names if (column := table.columns.get(name)) is not None]
            for names in _KEYS[table.kind]
        ]
        self.below_signature = False

    def is_part(self, row: list[object]) -> bool:
        """Whether the row is recognised as no record."""
        first = 0 if row[0] is not None else filled(row)[0]
        if self._is_above_again(row, first) or is_column_numbers(row):
            return True
        if self._has_keys(row) and not self._signs_like_record(row):
            self.below_signature = False
            return self._sums_up(row)
        if is_signature(row):
            self.below_signature = True
        return self.below_signature or is_total(row) or _is_note(row) or self._is_empty_line(row)

    def _has_keys(self, row: list[object]) -> bool:
        """Whether the row has what makes a record of its kind."""
        for columns in self.keys:
            for column in columns:
                if row[column] is not None and row[column] not in BLANK_MARKS:
                    break
            else:
                return False
        return True

    def _sums_up(self, row: list[object]) -> bool:
        """Whether a row with keys is a total: its word may stand in the place of a date."""
        if self.table.kind == "activities":
            return is_total([row[self.table.columns["date"]]])
        return self.table.kind in _TOTALS_LIKE_RECORDS and is_total(row)

    def _signs_like_record(self, row: list[object]) -> bool:
        """Whether a row of a signature block has words where a record has its keys: "Nơi nhận:"
        below the tasks, "CHỦ TỊCH" below the due dates. Such a row has no number though the
        table counts its rows, and no day to be done by."""
        if self.table.kind not in _SIGNED_LIKE_RECORDS or self.number is None:
            return False
        if row[self.number] is not None:
            return False
        naming = {self.table.columns.get(name) for name in _NAMING}
        rest = [value for column, value in enumerate(row) if column not in naming]
        signs = self.below_signature or is_signature(rest)
        return signs and not self._has_day(row)

    def _has_day(self, row: list[object]) -> bool:
        column = self.table.columns.get("due")
        said = None if column is None else row[column]
        if isinstance(said, str) and is_place_and_day(said):
            return False
        found = due(said, None)
        is_unread = isinstance(found, Problem) and found.code == "unreadable_due"
        return not is_unread and found != Due()

    def _is_empty_line(self, row: list[object]) -> bool:
        return filled(row) == [self.number] and bool(_NUMBER.fullmatch(text(row[self.number])))

    def _is_above_again(self, row: list[object], first: int) -> bool:
        """Title and headings are printed again on each page."""
        for above in self.above:
            if row[first] == above[first] and all(
                said in (None, was) for said, was in zip(row, above, strict=True)
            ):
                return True
        return False


def is_column_numbers(row: list[object]) -> bool:
    """A row such as 1 2 3, A B 1 2 or (1) (2) (3) = (1) + (2): each cell the next of its kind."""
    mark = row[0] if row[0] is not None else row[filled(row)[0]]
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


def is_signature(row: list[object]) -> bool:
    """Whether the row is of those that sign and receive a letter, or its place and day."""
    said = [text(value) for value in row if isinstance(value, str)]
    if any(vocabulary.start("signature", part) for part in said):
        return True
    if any(map(is_place_and_day, said)) and len(said) <= 2:
        return True
    return bool(said) and all(vocabulary.exact("signature_alone", part) for part in said)


def _is_note(row: list[object]) -> bool:
    columns = filled(row)
    said = text(row[columns[0]])
    if len(columns) == 1 and _PAGE.fullmatch(fold(said)):
        return True
    return len(columns) <= 2 and vocabulary.start("note", said) is not None
