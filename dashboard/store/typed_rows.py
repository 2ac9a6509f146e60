"""Rows of tasks typed in a table and saved together: all of them or none."""

from dataclasses import dataclass
from datetime import date

import duckdb

from dashboard.folding import tidy
from dashboard.store import progress, remarks, shown, small_writes
from dashboard.store.progress import Progress
from dashboard.store.remarks import Subject
from dashboard.store.shown import Shown
from dashboard.store.store import Store


@dataclass(frozen=True)
class TypedRow:
    """What was typed of a task as it was seen; None where nothing was. progress: 0 to 1."""

    task: Shown
    progress: float | None = None
    done: date | None = None
    evidence: str | None = None
    remark: str = ""


def save(store: Store, rows: list[TypedRow], written_by: str = "") -> int:
    """Record them in one small write; how many tasks something was recorded of.

    Raises DashboardError, and records nothing, if a task is not as it was seen or a value can't
    be.
    """
    said = [row for row in rows if _progress(row) or tidy(row.remark)]
    if not said:
        return 0

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        for row in said:
            shown.check(cursor, row.task)
            _record(cursor, row, written_by)

    store.write_small(work, small_writes.NOTES)
    return len(said)


def _progress(row: TypedRow) -> Progress | None:
    typed = Progress(row.progress, row.done, row.evidence)
    return typed if typed.says_state or typed.evidence is not None else None


def _record(cursor: duckdb.DuckDBPyConnection, row: TypedRow, written_by: str) -> None:
    if typed := _progress(row):
        progress.write(cursor, row.task.key, typed, written_by)
    if tidy(row.remark):
        unit, year = progress.plan_of(cursor, row.task.key)
        about = Subject(unit, year, "task", row.task.key)
        remarks.write(cursor, about, "note", row.remark, written_by)
