"""Imports taken back, one or a batch, and made to stand again; those after them stay as they are.

Its rows stay where they are: what holds now are views over the imports that stand, so only
the mark changes, and the stored scores of the surveys it is about are filled anew.
"""

import duckdb

from dashboard.importing.storing import joins
from dashboard.store import shown, sql, stored_scores
from dashboard.store.shown import Shown
from dashboard.store.store import Store


def undo(store: Store, seen: Shown) -> None:
    """Take back an import that is as it was seen, else raise DashboardError."""
    store.write(lambda cursor: _mark(cursor, seen, undone=True))


def redo(store: Store, seen: Shown) -> None:
    """Let an import that was taken back stand again, in its old place in the order; raises
    DashboardError unless it is as it was seen."""
    store.write(lambda cursor: _mark(cursor, seen, undone=False))


def undo_batch(store: Store, seen: Shown) -> None:
    """Take back what still stands of a batch that is as it was seen (subject batch), else raise
    DashboardError."""
    store.write(lambda cursor: _mark_batch(cursor, seen, undone=True))


def redo_batch(store: Store, seen: Shown) -> None:
    """Let all that was taken back of a batch stand again; raises as undo_batch does."""
    store.write(lambda cursor: _mark_batch(cursor, seen, undone=False))


def original(store: Store, seen: Shown) -> bytes:
    """The imported file, byte for byte; empty for one that names respondents: it is not kept.

    Raises DashboardError unless the import is as it was seen.
    """
    with store.read() as cursor:
        shown.check(cursor, seen)
        content: bytes = sql.value(cursor, "original_file", "write", import_id=int(seen.key))
    return content


def give_way(cursor: duckdb.DuckDBPyConnection, import_ids: list[int]) -> set[tuple[str, int]]:
    """Take back earlier readings of a file that is read anew by what people have answered
    since; the units and years whose scores are to be filled again."""
    for import_id in import_ids:
        sql.run(cursor, "mark_import", "write", import_id=import_id, undone=True)
    if import_ids:
        joins.settle(cursor)
    touched = sql.run(cursor, "scopes_of_imports", "write", import_ids=import_ids).fetchall()
    return set(touched)


def _mark(cursor: duckdb.DuckDBPyConnection, seen: Shown, undone: bool) -> None:
    shown.check(cursor, seen)
    _mark_all(cursor, [int(seen.key)], undone)


def _mark_batch(cursor: duckdb.DuckDBPyConnection, seen: Shown, undone: bool) -> None:
    shown.check(cursor, seen)
    given = {"batch": int(seen.key), "undone": not undone}
    found = sql.run(cursor, "imports_of_batch", "write", **given).fetchall()
    _mark_all(cursor, [import_id for (import_id,) in found], undone)


def _mark_all(cursor: duckdb.DuckDBPyConnection, import_ids: list[int], undone: bool) -> None:
    for import_id in import_ids:
        sql.run(cursor, "mark_import", "write", import_id=import_id, undone=undone)
    joins.settle(cursor)
    touched = sql.run(cursor, "scopes_of_imports", "write", import_ids=import_ids).fetchall()
    stored_scores.fill(cursor, touched)
    if stored_scores.have_published(cursor, import_ids):
        stored_scores.fill_published(cursor)
