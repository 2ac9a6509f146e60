"""What each column of a table was taken for, with some of its values, and what is in doubt."""

from collections.abc import Iterator, Mapping

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.reading import Column, Doubt
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled, is_blank, letter, text, typed
from dashboard.importing.table.columns import ranked
from dashboard.importing.table.locate import Table

SAMPLES = 3


def columns(table: Table, codes: Mapping[int, str]) -> tuple[Column, ...]:
    """Every column with a heading; codes: column -> question code."""
    fields = {column: name for name, column in table.columns.items()} | dict(codes)
    rows = [row for _, row in table.body]
    return tuple(
        Column(letter(column), label, fields.get(column, ""), _samples(rows, column))
        for column, label in sorted(table.labels.items())
    )


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
    ranks = {
        column: ranked(table.kind.name, label)
        for column, label in table.labels.items()
        if column not in table.questions and column not in table.dropped and _samples(rows, column)
    }
    for name, taken in table.columns.items():
        if taken in table.chosen or taken not in ranks:
            continue
        exact = ranks[taken][name][0]
        rivals = [
            column
            for column, own in ranks.items()
            if column not in (taken, *table.columns.values(), *table.chosen)
            and own.get(name, (None, 0))[0] == exact
        ]
        if rivals:
            yield Doubt(name, tuple(map(letter, sorted([taken, *rivals]))), letter(taken))
    said = {name for name in table.chosen.values()}
    for name in table.kind.core:
        free = [c for c in ranks if c not in (*table.columns.values(), *table.chosen)]
        if name not in table.columns and name not in said and free:
            yield Doubt(name, tuple(map(letter, sorted(free))), "")


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
