"""Walks the rows below the headings: each is a record, refused, or recognised.

Recognised are the rows that hold no record by their nature: headings again, column numbers,
totals, signatures, notes. What a record is, the reader of the kind says.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from dashboard.importing.kinds import ROW
from dashboard.importing.model.raw import CodedColumn
from dashboard.importing.model.records import Record
from dashboard.importing.model.sheet import BLANK_MARKS, filled, is_blank, text
from dashboard.importing.table.furniture import (
    is_column_numbers,
    is_note,
    is_signature,
    is_starred_note,
    is_total,
)
from dashboard.importing.table.locate import Table
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.due import Due, due
from dashboard.importing.wording.title import is_place_and_day

_NUMBER = re.compile(r"\d+\.?|[IVX]+|[A-Za-z]")  # of a line left empty; 1.1 is a section
_NAMING = ("lead", "support")  # columns where words of signatures name who does it


class Verdict(Enum):
    """What became of a row that gave no record."""

    REFUSED = "refused"
    RECOGNISED = "recognised"


REFUSED, RECOGNISED = Verdict.REFUSED, Verdict.RECOGNISED

OneRecord = TypeVar("OneRecord", bound=Record)
AnyRecord = TypeVar("AnyRecord", bound=Record, covariant=True)


@dataclass(frozen=True)
class Rows(Generic[AnyRecord]):
    """The records of a table and the count of its other rows; answers as in SheetReading."""

    records: Sequence[AnyRecord] = ()
    refused: int = 0
    recognised: int = 0
    answers: Mapping[str, CodedColumn] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """No row below the headings was read as a record, nor refused."""
        return not self.records and not self.refused


def counted(outcomes: Iterable[OneRecord | Verdict], recognised: int = 0) -> Rows[OneRecord]:
    """What became of each row, and of so many that were recognised before."""
    records: list[OneRecord] = []
    refused = 0
    for outcome in outcomes:
        if not isinstance(outcome, Verdict):
            records.append(outcome)
        elif outcome is REFUSED:
            refused += 1
        else:
            recognised += 1
    return Rows(records, refused, recognised)


def walk(
    table: Table, read_row: Callable[[int, list[object]], OneRecord | Verdict]
) -> Rows[OneRecord]:
    """Every row of the table's sheet that holds something, in its place in the count."""
    held = sum(not is_blank(row) for row in table.sheet.rows)
    furniture = Furniture(table)
    outcomes = (
        RECOGNISED if furniture.is_part(row) else read_row(index, row) for index, row in table.body
    )
    return counted(outcomes, recognised=held - len(table.body))


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
            for names in table.kind.keys
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
        if self.below_signature or is_total(row) or self._is_empty_line(row):
            return True
        if self.table.kind.has_sections and is_starred_note(row):
            return False  # its reader says so
        return is_note(row)

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
        where = self.table.kind.total
        if where == ROW:
            return is_total(row)
        return bool(where) and is_total([row[self.table.columns[where]]])

    def _signs_like_record(self, row: list[object]) -> bool:
        """Whether a row of a signature block has words where a record has its keys: "Nơi nhận:"
        below the tasks, "CHỦ TỊCH" below the due dates. Such a row has no number though the
        table counts its rows, and no day to be done by."""
        if not self.table.kind.is_signed or self.number is None:
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
        number = self.number
        if number is None or filled(row) != [number]:
            return False
        return _NUMBER.fullmatch(text(row[number])) is not None

    def _is_above_again(self, row: list[object], first: int) -> bool:
        """Title and headings are printed again on each page."""
        for above in self.above:
            if row[first] == above[first] and all(
                said in (None, was) for said, was in zip(row, above, strict=True)
            ):
                return True
        return False
