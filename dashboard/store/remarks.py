"""What people type about a task: kept apart from imports, which never touch it."""

import uuid

import duckdb

from dashboard.folding import tidy
from dashboard.store import shown, small_writes, sql
from dashboard.store.shown import Shown
from dashboard.store.store import Store


def add(store: Store, unit_id: str, year: int, about: Shown, remark: str) -> None:
    """Write a remark on a task as it was seen, else raise DashboardError; an empty one is not
    written."""
    if not (text := tidy(remark)):
        return

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        shown.check(cursor, about)
        given = {"subject_kind": about.subject, "subject": about.key, "remark": text}
        identity = uuid.uuid4().hex
        sql.run(cursor, "add_remark", "write", remark_id=identity, unit=unit_id, year=year, **given)

    store.write_small(work, small_writes.NOTES)
