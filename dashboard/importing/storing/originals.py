"""What is stored of a survey's file, cell by cell, in place of the file; and an original of other
kinds taken out."""

from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import duckdb

from dashboard.errors import DashboardError
from dashboard.importing.kinds import ANSWERS
from dashboard.importing.recognition.synonyms import headings
from dashboard.store import shown, sql
from dashboard.store.forgetting import Forgotten
from dashboard.store.shown import Shown
from dashboard.store.store import Store

Cursor = duckdb.DuckDBPyConnection
Value = str | float | date
FIRST_ROW = 2  # of the rows of a table whose headings' place is not known


class CopiedSheet(NamedTuple):
    """A sheet as it is stored: row -> column's letter -> value. Rows count from 1."""

    name: str
    rows: dict[int, dict[str, Value]]


def copied(store: Store, seen: Shown) -> list[CopiedSheet]:
    """What is stored of a survey's file; nothing of others.

    Raises DashboardError unless the import is as it was seen.
    """
    with store.read() as cursor:
        shown.check(cursor, seen)
        return _copied(cursor, int(seen.key))


def remove(store: Store, seen: Shown) -> None:
    """Take the original of an import out of every file of the store, the versions before
    included: they hold it, and go. Raises DashboardError original_not_there where there is none,
    and unless the import is as it was seen."""

    def work(cursor: Cursor) -> Forgotten:
        shown.check(cursor, seen)
        given = {"import_id": int(seen.key)}
        if not sql.value(cursor, "original_file", "write", **given):
            raise DashboardError("original_not_there", number=seen.key)
        sql.run(cursor, "forget_original", "write", **given)
        return Forgotten()

    store.write(work)


def _copied(cursor: Cursor, import_id: int) -> list[CopiedSheet]:
    cells = sql.run(cursor, "survey_cells", "write", import_id=import_id).fetchall()
    rows: dict[str, dict[int, dict[str, Value]]] = {}
    for sheet, row, letter, said, number, day in cells:
        value = next(v for v in (number, day, said) if v is not None)
        rows.setdefault(sheet, {}).setdefault(row, {})[letter] = value
    columns = sql.run(cursor, "survey_headings", "write", import_id=import_id).fetchall()
    if not any(kind == ANSWERS.name for _, kind, *_ in columns):
        return []
    return [
        CopiedSheet(name, _headed(list(group), rows.get(name, {})))
        for name, group in groupby(columns, key=itemgetter(0))
    ]


def _headed(
    columns: list[tuple[str, str, int | None, str, str, bool, int, str]],
    rows: dict[int, dict[str, Value]],
) -> dict[int, dict[str, Value]]:
    """The rows below their headings, and what of the title counts: unit, year, simulation."""
    _, kind, heading, _, _, simulated, year, unit = columns[0]
    place = heading or max(1, min(rows, default=FIRST_ROW) - 1)
    usual = headings(kind)
    heads: dict[str, Value] = {c[4]: usual.get(c[3], c[3]) for c in columns}
    said = [unit, f"năm {year}" if year else "", "dữ liệu mô phỏng" if simulated else ""]
    title: dict[int, dict[str, Value]] = {}
    if place > 1:
        title = {1: {"A": " - ".join(part for part in said if part)}}
    return {**title, place: heads, **rows}
