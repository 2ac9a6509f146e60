"""Finds where the tables of a sheet begin: rows that hold the headings of a kind of table, or of
one of no known kind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.importing.kinds import UNKNOWN, Kind
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import filled, text
from dashboard.importing.recognition import heading_words
from dashboard.importing.table.columns import assign
from dashboard.importing.table.locate import BY_FIELDS
from dashboard.importing.table.spans import heading_spans, labels_of

LOOKED_AT = 5_000  # rows that may be headings
LONGEST_LABEL = 80
FEWEST_UNKNOWN = 3  # headings of a table of no known kind
SPARSE = 2  # cells of a row at most that may stand above a heading
_NUMBERING = re.compile(r".*\d.*|[IVX]+|[A-Za-z]")
_NUMBERS = {"stt", "tt", "số tt", "số thứ tự"}


@dataclass(frozen=True)
class Heading:
    """The headings of a table: its rows, what kind they name, the columns of its fields."""

    kind: Kind
    first: int
    last: int
    columns: dict[str, int]
    labels: dict[int, str]

    @cached_property
    def exact(self) -> int:
        """How many headings clearly name a field."""
        labels = (self.labels[column] for column in self.columns.values())
        return sum(heading_words.names(self.kind.name, (label,)) for label in labels)


def headings_in(sheet: RawSheet) -> Iterator[Heading]:
    """The headings from the top: of adjoining rows that could be some the best known ones."""
    best: Heading | None = None
    for row in _candidates(sheet):
        if best and row <= best.last:
            continue
        found = _heading(sheet, row) or _unknown(sheet, row, best)
        if not found:
            continue
        if best and found.first > best.last + 1:
            yield best
            best = None
        if best is None or _strength(found) > _strength(best):
            best = found
    if best:
        yield best


def _candidates(sheet: RawSheet) -> list[int]:
    """Rows of words only that stand at the top, below a sparse row, or begin with "STT"."""
    found = []
    width = len(sheet.rows[0]) if sheet.rows else 0
    sparse = True
    for index, row in enumerate(sheet.rows):
        cells = width - row.count(None)
        if cells >= 2 and (sparse or _is_numbered(row)) and _is_words(row):
            found.append(index)
        sparse = cells <= SPARSE
    return found[:LOOKED_AT]


def _is_numbered(row: list[object]) -> bool:
    return isinstance(row[0], str) and row[0].strip().lower() in _NUMBERS


def _is_words(row: list[object]) -> bool:
    said = [value for value in row if value is not None]
    return all(isinstance(value, str) and not value.strip().isdigit() for value in said)


def _heading(sheet: RawSheet, row: int) -> Heading | None:
    """The heading that begins in a row, where at least two of its words are exactly known and
    half of them mean something."""
    found = [
        heading
        for first, last in heading_spans(sheet, row)
        for heading in of_labels(labels_of(sheet, first, last), first, last)
    ]
    return max(found, key=_strength, default=None)


def _unknown(sheet: RawSheet, row: int, above: Heading | None) -> Heading | None:
    """The heading of a table of no known kind: it numbers its rows too, or has words where
    numbers stand in the table above, and numbers below it."""
    cells = sheet.rows[row]
    if len(filled(cells)) < FEWEST_UNKNOWN:
        return None
    if _is_numbered(cells) or (above and _heads_numbers(sheet, row, above)):
        return Heading(UNKNOWN, row, row, {}, labels_of(sheet, row, row))
    return None


def _heads_numbers(sheet: RawSheet, row: int, above: Heading) -> bool:
    if above.kind is UNKNOWN or row <= above.last + 1:
        return False
    number = above.columns.get("number")
    said = text(sheet.rows[row][number]) if number is not None else ""
    if not said or _NUMBERING.fullmatch(said):
        return False
    below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []
    counts = [c for c, v in enumerate(below) if isinstance(v, (int, float)) and c != number]
    return len(counts) >= 2 and all(sheet.rows[row][column] is not None for column in counts)


def of_labels(labels: Mapping[int, str], first: int, last: int) -> Iterator[Heading]:
    """The headings of each kind that these labels may be."""
    short = {column: label for column, label in labels.items() if len(label) <= LONGEST_LABEL}
    for kind in BY_FIELDS:
        columns = assign(kind.name, {c: (label,) for c, label in short.items()}, {}).columns
        if kind.is_met_by(set(columns), has_questions=True):
            heading = Heading(kind, first, last, columns, dict(labels))
            known = len(labels) if kind.has_answers else len(columns)
            if heading.exact >= 2 and 2 * known >= len(labels):
                yield heading


def _strength(heading: Heading) -> tuple[int, int, int]:
    return len(heading.columns), heading.exact, heading.first - heading.last
