"""Which files the tasks of a plan stand in, and where in them: what the store kept of imports."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from dashboard.importing.import_file import read_content
from dashboard.importing.kinds import TASKS
from dashboard.importing.model.reading import Options
from dashboard.importing.model.records import Task
from dashboard.importing.storing.prepare import known
from dashboard.store import sql
from dashboard.store.store import Cursor


class Place(NamedTuple):
    """Where a task stands (queries/write/task_places.sql), and its state as the file says it."""

    task_id: str = ""
    import_id: int = 0
    file: str = ""
    sheet: str = ""
    row: int = 0
    progress: float | None = None
    done: date | None = None
    result_h1: str = ""
    result_year: str = ""


@dataclass(frozen=True)
class TableAt:
    """A table of tasks in a file. rows: of its tasks; None of a sheet's only one."""

    sheet: str
    heading_row: int
    columns: dict[str, str]
    labels: dict[str, str]
    rows: frozenset[int] | None = None

    def holds(self, place: Place) -> bool:
        """Whether a task of the file stands in this table."""
        return self.sheet == place.sheet and (self.rows is None or place.row in self.rows)


@dataclass(frozen=True)
class Source:
    """A file: its bytes, empty where they are not kept; the tasks of which it says the last. again:
    the other rows of these tasks in the file."""

    file: str
    content: bytes
    places: tuple[Place, ...]
    tables: tuple[TableAt, ...] = field(default=())
    again: tuple[Place, ...] = field(default=())


def sources(cursor: Cursor, task_ids: list[str]) -> list[Source]:
    """The files that tell of these tasks, the one that tells of most first."""
    places = sql.rows(Place, cursor, "task_places", "write", task_ids=task_ids)
    found = []
    for import_id, own in groupby(places, attrgetter("import_id")):
        held = tuple(own)
        content = sql.run(cursor, "original_file", "write", import_id=import_id).fetchall()
        kept = bytes(content[0][0]) if content else b""
        tables = _tables(cursor, import_id, kept, held[0].file)
        again = _again(cursor, import_id, held)
        found.append(Source(held[0].file, kept, held, tables, again))
    return sorted(found, key=lambda source: -len(source.places))


def _again(cursor: Cursor, import_id: int, held: tuple[Place, ...]) -> tuple[Place, ...]:
    known = {(place.task_id, place.sheet, place.row) for place in held}
    ids = [place.task_id for place in held]
    rows = sql.run(cursor, "task_repeats", "write", import_id=import_id, task_ids=ids).fetchall()
    return tuple(
        Place(task_id, sheet=sheet, row=row)
        for task_id, sheet, row in rows
        if (task_id, sheet, row) not in known
    )


def _tables(cursor: Cursor, import_id: int, content: bytes, file: str) -> tuple[TableAt, ...]:
    """As the store kept their columns; where a sheet holds several tables it kept those of one
    only, so the file is read again."""
    rows = sql.run(cursor, "task_columns", "write", import_id=import_id).fetchall()
    if content and any(tables != 1 for *_, tables in rows):
        return _read_again(cursor, import_id, content, file)
    found = []
    for sheet, own in groupby(rows, lambda row: row[0]):
        held = list(own)
        columns = {name: letter for _, name, letter, *_ in held}
        labels = {name: label for _, name, _, label, *_ in held}
        found.append(TableAt(sheet, held[0][4], columns, labels))
    return tuple(found)


def _read_again(cursor: Cursor, import_id: int, content: bytes, file: str) -> tuple[TableAt, ...]:
    ((year, unit),) = sql.run(cursor, "import_options", "write", import_id=import_id).fetchall()
    reading = read_content(known(cursor), content, Options(year, unit), file).reading
    return tuple(
        TableAt(
            sheet.sheet,
            sheet.heading_row,
            sheet.columns,
            {name: sheet.labels.get(letter, "") for name, letter in sheet.columns.items()},
            frozenset(task.row for task in sheet.records_of(Task)),
        )
        for sheet in reading.sheets
        if sheet.kind == TASKS.name
    )
