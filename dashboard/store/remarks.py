"""What people type about a task: kept apart from imports, which never touch it."""

import uuid

import duckdb

from dashboard.folding import tidy
from dashboard.store import sql
from dashboard.store.store import Store


def add(
    store: Store, unit_id: str, year: int, subject_kind: str, subject: str, remark: str
) -> None:
    """Write a remark on a subject ("task", its task_id); an empty one is not written."""
    if not (text := tidy(remark)):
        return

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        given = {"subject_kind": subject_kind, "subject": subject, "remark": text}
        identity = uuid.uuid4().hex
        sql.run(cursor, "add_remark", "write", remark_id=identity, unit=unit_id, year=year, **given)

    store.write(work)
