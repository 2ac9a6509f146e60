"""Papers of a given number of pages: set closer, then shortened where all may see it.

Heights are worked out beforehand, somewhat too high, since no program lays out what is written
here: a page that is nearly full stays one page.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.documents.letters.word_sheet import Block
from dashboard.documents.letters.word_styles import Density
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Cell, Paper, Part, Table

DENSITIES = (
    Density(13, 12, 11, 1.05, 4, 0.9, 0),
    Density(12, 11, 10, 1.0, 3, 0.75, 0),
    Density(11.5, 10, 9.5, 1.0, 2, 0.6, 0),
    Density(11, 9, 9, 1.0, 1.5, 0.5, 0),
)
SAFE = 0.98  # of a page
MORE = "…"
CELL = 1_000  # letters of a cell of any table: no row is higher than a page
_LETTERS = (400, 160)  # of each text, where a paper of few pages is too long


def pages_of(blocks: Sequence[Block], height: float) -> int:
    """On how many pages so high the blocks stand, what is kept together moving on together."""
    pages, used, group = 1, 0.0, 0.0
    for block in blocks:
        group += block.height()
        if block.is_kept:
            continue
        if used + group > height * SAFE:
            pages += 1 if used else 0
            used = 0.0
        used += group
        while used > height * SAFE:
            pages, used = pages + 1, used - height * SAFE
        group = 0.0
    return pages + (used + group > height * SAFE)


def smaller(paper: Paper) -> list[Paper]:
    """The paper with its texts shortened, then with fewer parts, down to one."""
    found = [shortened(paper, letters) for letters in _LETTERS]
    least = found[-1]
    fewer = range(len(least.parts) - 1, 0, -1)
    return found + [replace(least, parts=least.parts[:most]) for most in fewer]


def shortened(paper: Paper, letters: int) -> Paper:
    """The paper with no text of a part longer than so many letters."""

    def said(one: Said) -> Said:
        return _short_said(one, letters)

    def part(one: Part) -> Part:
        table = one.table and _short_table(one.table, letters)
        return replace(
            one,
            title=said(one.title),
            measure=_short(one.measure, letters),
            say=tuple(map(said, one.say)),
            note=said(one.note),
            source=_short(one.source, letters),
            table=table,
        )

    return replace(paper, title=said(paper.title), parts=tuple(map(part, paper.parts)))


def whole_rows(paper: Paper) -> Paper:
    """The paper with no cell that is higher than a page."""

    def part(one: Part) -> Part:
        return one if one.table is None else replace(one, table=_short_table(one.table, CELL))

    sections = tuple(replace(one, parts=tuple(map(part, one.parts))) for one in paper.sections)
    return replace(
        paper,
        parts=tuple(map(part, paper.parts)),
        sections=sections,
        letters=tuple(replace(one, parts=tuple(map(part, one.parts))) for one in paper.letters),
        annexes=tuple(replace(one, part=part(one.part)) for one in paper.annexes),
    )


def _short_table(table: Table, letters: int) -> Table:
    rows = tuple(
        replace(row, cells=tuple(_short_cell(cell, letters) for cell in row.cells))
        if any(len(str(cell)) > letters for cell in row.cells)
        else row
        for row in table.rows
    )
    return table if rows == table.rows else replace(table, rows=rows)


def _short_cell(cell: Cell, letters: int) -> Cell:
    if isinstance(cell, Said):
        return _short_said(cell, letters)
    return _short(cell, letters) if isinstance(cell, str) else cell


def _short_said(one: Said, letters: int) -> Said:
    """Figures that are cut away with the text are no longer in the list."""
    text = _short(one.text, letters)
    if text == one.text:
        return one
    return Said(text, tuple(number for number in one.numbers if number.text in text))


def _short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + MORE
