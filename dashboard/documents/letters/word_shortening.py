"""Papers made shorter, "…" where a text is cut: headings that no page holds, papers of few pages.

A figure that is cut away with its text is no longer in the paper, nor in its list of figures.
"""

from dataclasses import replace

from dashboard.documents.model.numbered import Said, joined
from dashboard.documents.model.paper import Cell, Office, Paper, Part, Table
from dashboard.words import Words

MORE = "…"
HEADING, CELL, NAME = 400, 1_000, 200  # letters: of a heading, of a table's cell, of an office
# Where a paper of few pages is too long: letters of each text, sentences and rows of each part.
_CLOSER, _LEAST = ((400, 40), (400, 12)), ((160, 6), (100, 3), (60, 1))
_LINES = range(8, 0, -1)  # sentences, before a part or a row of the dimensions is left out


def bounded(paper: Paper) -> Paper:
    """The paper with no heading, cell or name that is higher than a page; sentences are whole."""

    def part(one: Part) -> Part:
        table = one.table and _table(one.table, CELL)
        measure = cut(one.measure, HEADING)
        return replace(one, title=_said(one.title, HEADING), measure=measure, table=table)

    def parts(given: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(map(part, given))

    return replace(
        paper,
        heading=cut(paper.heading, NAME),
        title=_said(paper.title, HEADING),
        office=paper.office and _office(paper.office),
        parts=parts(paper.parts),
        sections=tuple(
            replace(one, heading=cut(one.heading, HEADING), parts=parts(one.parts))
            for one in paper.sections
        ),
        letters=tuple(
            replace(one, to=cut(one.to, NAME), parts=parts(one.parts)) for one in paper.letters
        ),
        annexes=tuple(
            replace(one, title=cut(one.title, HEADING), part=part(one.part))
            for one in paper.annexes
        ),
    )


def smaller(paper: Paper, words: Words) -> list[Paper]:
    """The paper with shorter texts and fewer rows, then with fewer parts, down to one."""
    found = [shortened(paper, words, letters, most) for letters, most in _CLOSER]
    letters, most = _CLOSER[-1]
    found += [shortened(paper, words, letters, most, lines) for lines in _LINES]
    fewer = range(len(paper.parts) - 1, 0, -1)
    found += [replace(found[-1], parts=found[-1].parts[:most]) for most in fewer]
    first = replace(paper, parts=paper.parts[:1])
    return found + [shortened(first, words, letters, most) for letters, most in _LEAST]


def shortened(
    paper: Paper, words: Words, letters: int, most: int, lines: int | None = None
) -> Paper:
    """The paper with no text longer than so many letters, no part of more rows than so many, of
    more sentences than lines (else so many too); its note says how many are left out, where it
    does not say by itself that there are more."""
    lines = lines or most

    def said(given: tuple[Said, ...], more: tuple[Said, ...] = (Said(MORE),)) -> tuple[Said, ...]:
        shown = tuple(_said(one, letters) for one in given[:lines])
        return shown + more if len(given) > lines else shown

    def part(one: Part) -> Part:
        table = one.table and _table(one.table, letters)
        rows = (table.rows if table else (), one.figure.rows if one.figure else ())
        left_out = sum(max(0, len(given) - most) for given in rows)
        left_out += max(0, len(one.say) - lines)
        note = _said(one.note, letters)
        if left_out and not note.text.startswith(MORE):
            note = joined((note, Said(words.say("letters.rows_left_out", count=left_out))))
        return replace(
            one,
            title=_said(one.title, letters),
            measure=cut(one.measure, letters),
            say=said(one.say, ()),
            figure=one.figure and replace(one.figure, rows=one.figure.rows[:most]),  # type: ignore[arg-type]  # of its own kind
            table=table and replace(table, rows=table.rows[:most]),
            note=note,
            source=cut(one.source, letters),
        )

    return replace(
        paper,
        title=_said(paper.title, letters),
        opening=said(paper.opening),
        parts=tuple(map(part, paper.parts)),
        closing=said(paper.closing),
    )


def _office(office: Office) -> Office:
    def every(given: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(cut(one, NAME) for one in given)

    return replace(
        office,
        above=cut(office.above, NAME),
        name=cut(office.name, NAME),
        place=cut(office.place, NAME),
        symbol=cut(office.symbol, NAME),
        signs=tuple((cut(power, NAME), cut(post, NAME)) for power, post in office.signs),
        recipients=every(office.recipients),
        addressees=every(office.addressees),
    )


def _table(table: Table, letters: int) -> Table:
    def cells(given: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(_cell(one, letters) for one in given)

    if all(len(str(cell)) <= letters for row in table.rows for cell in row.cells):
        return table
    return replace(table, rows=tuple(replace(row, cells=cells(row.cells)) for row in table.rows))


def _cell(cell: Cell, letters: int) -> Cell:
    if isinstance(cell, Said):
        return _said(cell, letters)
    return cut(cell, letters) if isinstance(cell, str) else cell


def _said(one: Said, letters: int) -> Said:
    text = cut(one.text, letters)
    if text == one.text:
        return one
    return Said(text, tuple(number for number in one.numbers if number.text in text))


def cut(text: str, letters: int) -> str:
    """The text, or its beginning with "…".

    >>> cut("Nhiệm vụ quá hạn", 9)
    'Nhiệm vụ…'
    """
    return text if len(text) <= letters else text[: letters - 1].rstrip() + MORE
