"""Parts a sheet that holds several tables, one below another or side by side.

Each part is the sheet with every other cell blank, so that rows and columns keep their places
and all that reads a sheet reads a part. A sheet with one table is its own only part. A heading
that is printed again on the next page begins no part, unless a title above it says that what
follows is about something else.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dashboard.folding import fold
from dashboard.importing.kinds import UNKNOWN
from dashboard.importing.model.raw import RawSheet, Signs
from dashboard.importing.model.sheet import filled, is_blank, text
from dashboard.importing.table.furniture import is_signature
from dashboard.importing.table.headings import SPARSE, Heading, headings_in, of_labels
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.outline import Form, outline
from dashboard.importing.wording.report_time import is_report_title
from dashboard.importing.wording.section_names import component_of
from dashboard.importing.wording.title import is_place_and_day, unit_in, year_in

_OUTLINE = re.compile(r"[(\[]?(?:[IVX]+|\d[\d.,]*|[A-ZĐa-zđ])[.)\]:/\s-]")
_UPPER = (Form.PART, Form.CHAPTER, Form.LETTER, Form.ROMAN, Form.COMPONENT)


def parts(sheet: RawSheet) -> list[RawSheet]:
    """The sheet once for each of its tables, all else blank; the sheet itself if it has one."""
    headings = list(headings_in(sheet))
    starts = [0]
    for above, heading in zip(headings, headings[1:], strict=False):
        start = _title_start(sheet, above, heading)
        if above.labels != heading.labels:
            starts.append(_section_start(sheet, above, start))
        elif _is_told_apart(sheet, start, heading):
            starts.append(start)
    ends = [*starts[1:], len(sheet.rows)]
    found: list[RawSheet] = []
    for start, end in zip(starts, ends, strict=True):
        part = _only(sheet, start, end) if len(starts) > 1 else sheet
        first = next((heading for heading in headings if heading.first >= start), None)
        found += _beside(part, first) if first else [part]
    return [_further(part) if number else part for number, part in enumerate(found)]


def _further(part: RawSheet) -> RawSheet:
    """A part after the first: what holds for the whole sheet has been said."""
    return replace(part, hidden=False, signs=replace(part.signs, encoding=""))


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


def _section_start(sheet: RawSheet, above: Heading, start: int) -> int:
    """Where the rows of a table of its own begin: the section's heading over it is its own."""
    row = start - 1
    while row > above.last and is_blank(sheet.rows[row]):
        row -= 1
    if row <= above.last or not above.kind.has_sections:
        return start
    said = [text(value) for value in sheet.rows[row] if value is not None]
    if len(said) > SPARSE:
        return start
    mark = outline("", " ".join(said))
    return row if mark.form in _UPPER or component_of(mark.rest) else start


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
    if len(cells) > 1 or (above.kind.has_sections and _OUTLINE.match(said[0])):
        return False
    return not above.kind.alone or cells[0] != above.columns.get(above.kind.alone)


def _is_title_line(line: str) -> bool:
    if vocabulary.start("title", line) or is_place_and_day(line) or is_report_title(line):
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
    if not (heading.kind.has_sections or heading.kind is UNKNOWN):
        return bool(lines)
    return any(map(_is_title_line, lines)) or bool(unit_in(lines) or year_in(lines))


def _beside(sheet: RawSheet, heading: Heading) -> list[RawSheet]:
    """The part once for each of the tables that stand side by side in it."""
    blocks = list(_blocks(sorted(heading.labels)))
    known = [
        any(of_labels({c: heading.labels[c] for c in block}, heading.first, heading.last))
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


def _signs(signs: Signs, within: Callable[[tuple[int, int]], bool]) -> Signs:
    """The signs of the cells of a part."""
    return replace(
        signs,
        unvalued=tuple(filter(within, signs.unvalued)),
        errors={cell: error for cell, error in signs.errors.items() if within(cell)},
        struck={cell: text for cell, text in signs.struck.items() if within(cell)},
        unseen=tuple(filter(within, signs.unseen)),
        mended={cell: how for cell, how in signs.mended.items() if within(cell)},
    )
