"""Parts a sheet that holds several tables, one below another or side by side.

Each part is the sheet with every other cell blank, so that rows and columns keep their places
and all that reads a sheet reads a part. A sheet with one table is its own only part. A heading
that is printed again on the next page begins no part, unless a title above it says that what
follows is about something else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.folding import fold
from dashboard.importing.model.coded_columns import spliced
from dashboard.importing.model.raw import RawSheet, Signs
from dashboard.importing.model.reading import SheetReading
from dashboard.importing.model.sheet import filled, is_blank, text
from dashboard.importing.records.walk import is_signature
from dashboard.importing.table.columns import assign, ranked
from dashboard.importing.table.locate import KINDS, heading_spans, labels_of, suffices
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.title import is_place_and_day, unit_in, year_in

LOOKED_AT = 5_000  # rows that may be headings
LONGEST_LABEL = 80
FEWEST_UNKNOWN = 3  # headings of a table of no known kind
SPARSE = 2  # cells of a row at most that may stand above a heading
_OUTLINE = re.compile(r"(?:[IVX]+|\d[\d.]*|[A-Za-z])[.):\s-]")
# Kinds of which one cell never makes a row, and of the others the field that may stand alone.
_MORE_THAN_ONE_CELL = ("answers", "questions", "population", "units", "unknown")
_ONE_CELL = {"tasks": "text", "activities": "date"}
_NUMBERING = re.compile(r".*\d.*|[IVX]+|[A-Za-z]")
_NUMBERS = {"stt", "tt", "số tt", "số thứ tự"}


@dataclass(frozen=True)
class Heading:
    """The headings of a table: its rows, what kind they name, the columns of its fields."""

    kind: str
    first: int
    last: int
    columns: dict[str, int]
    labels: dict[int, str]

    @cached_property
    def exact(self) -> int:
        """How many headings are exactly known ones."""
        names = self.columns.items()
        return sum(ranked(self.kind, self.labels[c]).get(n, (False, 0))[0] for n, c in names)


def parts(sheet: RawSheet) -> list[RawSheet]:
    """The sheet once for each of its tables, all else blank; the sheet itself if it has one."""
    headings = list(_headings(sheet))
    starts = [0]
    for above, heading in zip(headings, headings[1:], strict=False):
        start = _title_start(sheet, above, heading)
        if above.labels != heading.labels or _is_told_apart(sheet, start, heading):
            starts.append(start)
    ends = [*starts[1:], len(sheet.rows)]
    found: list[RawSheet] = []
    for start, end in zip(starts, ends, strict=True):
        part = _only(sheet, start, end) if len(starts) > 1 else sheet
        first = next((heading for heading in headings if heading.first >= start), None)
        found += _beside(part, first) if first else [part]
    return [_further(part) if number else part for number, part in enumerate(found)]


def joined(readings: list[SheetReading]) -> list[SheetReading]:
    """Tables of one sheet that are alike in kind, year, unit and columns read as one; those that
    are not are numbered."""
    found: list[SheetReading] = []
    for reading in readings:
        same = [other for other in found if other.sheet == reading.sheet]
        alike = [other for other in same if _is_alike(other, reading)]
        if alike:
            found[found.index(alike[0])] = _together(alike[0], reading)
        else:
            found.append(replace(reading, part=len(same)))
    return found


def _is_alike(one: SheetReading, other: SheetReading) -> bool:
    return (one.kind, one.year, one.unit, one.columns) == (
        other.kind,
        other.year,
        other.unit,
        other.columns,
    )


def _together(one: SheetReading, more: SheetReading) -> SheetReading:
    return replace(
        one,
        records=[*one.records, *more.records],
        rows_refused=one.rows_refused + more.rows_refused,
        rows_recognised=one.rows_recognised + more.rows_recognised,
        findings=[*one.findings, *(f for f in more.findings if f not in one.findings)],
        answers={
            code: spliced(column, more.answers[code], [form.row - 1 for form in more.records])
            for code, column in one.answers.items()
        },
    )


def _further(part: RawSheet) -> RawSheet:
    """A part after the first: what holds for the whole sheet has been said."""
    return replace(part, hidden=False, signs=replace(part.signs, encoding=""))


def _headings(sheet: RawSheet) -> Iterator[Heading]:
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
        for heading in _of_labels(labels_of(sheet, first, last), first, last)
    ]
    return max(found, key=_strength, default=None)


def _unknown(sheet: RawSheet, row: int, above: Heading | None) -> Heading | None:
    """The heading of a table of no known kind: it numbers its rows too, or has words where
    numbers stand in the table above, and numbers below it."""
    cells = sheet.rows[row]
    if len(filled(cells)) < FEWEST_UNKNOWN:
        return None
    below_known = above is not None and above.kind != "unknown" and row > above.last + 1
    if _is_numbered(cells) or (below_known and _heads_numbers(sheet, row, above)):
        return Heading("unknown", row, row, {}, labels_of(sheet, row, row))
    return None


def _heads_numbers(sheet: RawSheet, row: int, above: Heading) -> bool:
    number = above.columns.get("number")
    said = text(sheet.rows[row][number]) if number is not None else ""
    if not said or _NUMBERING.fullmatch(said):
        return False
    below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []
    counts = [c for c, v in enumerate(below) if isinstance(v, (int, float)) and c != number]
    return len(counts) >= 2 and all(sheet.rows[row][column] is not None for column in counts)


def _of_labels(labels: Mapping[int, str], first: int, last: int) -> Iterator[Heading]:
    short = {column: label for column, label in labels.items() if len(label) <= LONGEST_LABEL}
    for kind in KINDS:
        columns = assign(kind, short, {})
        if suffices(kind, set(columns), questions=True):
            heading = Heading(kind, first, last, columns, dict(labels))
            known = len(columns) if kind != "answers" else len(labels)
            if heading.exact >= 2 and 2 * known >= len(labels):
                yield heading


def _strength(heading: Heading) -> tuple[int, int, int]:
    return len(heading.columns), heading.exact, heading.first - heading.last


def _title_start(sheet: RawSheet, above: Heading, heading: Heading) -> int:
    """The first row of the title over a heading: the lines of one cell and letterheads."""
    start = heading.first
    for row in range(heading.first - 1, above.last, -1):
        if is_blank(sheet.rows[row]):
            continue
        if not _is_title(sheet.rows[row], above):
            break
        start = row
    return start


def _is_title(row: list[object], above: Heading) -> bool:
    said = [text(value) for value in row if isinstance(value, str)]
    cells = filled(row)
    if len(said) < len(cells) or len(cells) > SPARSE:
        return False
    signs = is_signature(row) or any(vocabulary.exact("signature_alone", s) for s in said)
    if signs and not any(map(is_place_and_day, said)):
        return False
    if any(map(_is_title_line, said)):
        return True
    if len(cells) > 1 or (above.kind == "tasks" and _OUTLINE.match(said[0])):
        return False
    return above.kind in _MORE_THAN_ONE_CELL or cells[0] != above.columns.get(_ONE_CELL[above.kind])


def _is_title_line(line: str) -> bool:
    if vocabulary.start("title", line) or is_place_and_day(line):
        return True
    return line.isupper() and len(line.split()) > 1 and not _OUTLINE.match(line)


def _is_told_apart(sheet: RawSheet, start: int, heading: Heading) -> bool:
    """Whether the title over a heading that is printed again says something new."""
    printed = {fold(text(v)) for row in sheet.rows[:start] for v in row if isinstance(v, str)}
    lines = [
        text(value)
        for row in sheet.rows[start : heading.first]
        for value in row
        if isinstance(value, str) and fold(text(value)) not in printed
    ]
    if heading.kind not in ("tasks", "unknown"):  # there a line may be a section of tasks
        return bool(lines)
    return any(map(_is_title_line, lines)) or bool(unit_in(lines) or year_in(lines))


def _beside(sheet: RawSheet, heading: Heading) -> list[RawSheet]:
    """The part once for each of the tables that stand side by side in it."""
    blocks = list(_blocks(sorted(heading.labels)))
    known = [
        any(_of_labels({c: heading.labels[c] for c in block}, heading.first, heading.last))
        for block in blocks
    ]
    if len(blocks) < 2 or not all(known):
        return [sheet]
    width = len(sheet.rows[0])
    lefts = [0, *(block[0] for block in blocks[1:])]
    rights = [*lefts[1:], width]
    return [
        _only(sheet, 0, len(sheet.rows), left, right)
        for left, right in zip(lefts, rights, strict=True)
    ]


def _blocks(columns: list[int]) -> Iterator[list[int]]:
    """Runs of adjoining columns."""
    run: list[int] = []
    for column in columns:
        if run and column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    if run:
        yield run


def _only(
    sheet: RawSheet, top: int, bottom: int, left: int = 0, right: int | None = None
) -> RawSheet:
    """The sheet with these rows and columns only; the rest is blank."""
    width = len(sheet.rows[0])
    right = width if right is None else right
    blank: list[object] = [None] * width
    rows = [
        [*blank[:left], *row[left:right], *blank[right:]] if top <= index < bottom else blank
        for index, row in enumerate(sheet.rows)
    ]

    def within(cell: tuple[int, int]) -> bool:
        return top <= cell[0] < bottom and left <= cell[1] < right

    tall = tuple(merge for merge in sheet.tall if within(merge[0]))
    signs = _signs(sheet.signs, within)
    return replace(sheet, rows=rows, tall=tall, signs=signs, is_part=True, coded=())


def _signs(signs: Signs, within) -> Signs:
    """The signs of the cells of a part."""
    return replace(
        signs,
        unvalued=tuple(filter(within, signs.unvalued)),
        errors={cell: error for cell, error in signs.errors.items() if within(cell)},
    )
