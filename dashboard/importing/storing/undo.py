"""An import taken back, and made to stand again, without touching the imports after it.

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


def original(store: Store, seen: Shown) -> bytes:
    """The imported file, byte for byte; empty for a survey, of which it is not kept.

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
    import_id = int(seen.key)
    sql.run(cursor, "mark_import", "write", import_id=import_id, undone=undone)
    joins.settle(cursor)
    touched = sql.run(cursor, "scopes_of_imports", "write", import_ids=[import_id]).fetchall()
    stored_scores.fill(cursor, touched)
    if stored_scores.have_published(cursor, [import_id]):
        stored_scores.fill_published(cursor)
