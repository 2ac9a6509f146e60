"""What each column of a table was taken for, with some of its values, and what is in doubt."""

from collections.abc import Iterator, Mapping

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.reading import Column, Doubt, Guess
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled, is_blank, letter, text, typed
from dashboard.importing.recognition.synonyms import ranked
from dashboard.importing.table.locate import Table

SAMPLES = 3
HARMLESS = ("number", "note", "former_unit")  # no figure depends on them


def columns(table: Table, codes: Mapping[int, str]) -> tuple[Column, ...]:
    """Every column with a heading; codes: column -> question code."""
    fields = {column: name for name, column in table.columns.items()} | dict(codes)
    rows = [row for _, row in table.body]
    return tuple(
        Column(letter(column), label, fields.get(column, ""), _samples(rows, column))
        for column, label in sorted(table.labels.items())
    )


def is_asked(table: Table) -> bool:
    """Whether a person is to say first what the table is, or which column is what."""
    return table.is_guess or any(doubt.is_open for doubt in doubts(table))


def guesses(table: Table) -> tuple[Guess, ...]:
    """What the sheet may be, the likeliest first; none where that is no question."""
    if not table.is_guess:
        return ()
    found = (table, table.rival) if table.rival else (table,)
    return tuple(Guess(one.kind.name, _without_dropped(one)) for one in found)


def _without_dropped(table: Table) -> tuple[Column, ...]:
    dropped = set(map(letter, table.dropped))
    return tuple(c for c in columns(table, table.questions) if c.letter not in dropped)


def first_rows(table: Table) -> tuple[tuple[str, ...], ...]:
    """The first rows as typed; what names people is left out."""
    shown = [column for column in sorted(table.labels) if column not in table.dropped]
    return tuple(tuple(typed(row[c]) for c in shown) for _, row in table.body[:SAMPLES])


def guessed(sheet: RawSheet) -> tuple[Column, ...]:
    """The columns of a sheet whose headings are unknown: below its widest row of words."""
    above = [row for row in sheet.rows[:LAST_HEADING_ROW] if not is_blank(row)]
    words = [sum(isinstance(value, str) for value in row) for row in above]
    if not words or max(words) < 2:
        return ()
    heading = above[words.index(max(words))]
    rows = sheet.rows[sheet.rows.index(heading) + 1 :]
    return tuple(
        Column(letter(column), text(heading[column]), "", _samples(rows, column))
        for column in filled(heading)
    )


def doubts(table: Table) -> tuple[Doubt, ...]:
    """The fields that more than one column could be, or that a column may be and none is. A table
    of published scores has no fields."""
    return () if table.kind.is_published else tuple(_doubts(table))


def _doubts(table: Table) -> Iterator[Doubt]:
    rows = [row for _, row in table.body]
    filled = {
        column
        for column in table.labels.keys() - table.questions.keys() - table.dropped.keys()
        if _samples(rows, column)
    }
    for name, taken in table.taken.items():
        rivals = filled.intersection(taken.rivals)
        if rivals and taken.column in filled:
            columns = sorted({taken.column, *rivals})
            is_open = name not in (*HARMLESS, *_exact(table, taken.column))
            yield Doubt(name, tuple(map(letter, columns)), letter(taken.column), is_open)
    said = set(table.chosen.values())
    lacking = table.kind.needs - table.columns.keys()
    for name in (*table.kind.core, *sorted(lacking - set(table.kind.core))):
        free = filled - set(table.columns.values()) - table.chosen.keys()
        if name not in table.columns and name not in said and free:
            yield Doubt(name, tuple(map(letter, sorted(free))), "", name in lacking)


def _exact(table: Table, column: int) -> set[str]:
    """The fields that the column's heading names letter for letter."""
    found = ranked(table.kind.name, table.labels[column])
    return {name for name, (is_exact, _) in found.items() if is_exact}


def _samples(rows: list[list[object]], column: int) -> tuple[str, ...]:
    """The first different values of a column, as typed."""
    found: dict[object, str] = {}
    for row in rows:
        value = row[column] if column < len(row) else None
        if value is not None and value not in found:
            found[value] = typed(value)
            if len(found) == SAMPLES:
                break
    return tuple(dict.fromkeys(found.values()))
