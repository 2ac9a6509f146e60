"""Rows into the tables of a store and out of them, and the digests that identify them."""

import hashlib
import unicodedata

import duckdb
import pyarrow as pa

from dashboard.store import sql

Cursor = duckdb.DuckDBPyConnection


def append(
    cursor: Cursor, table: str, columns: dict[str, list[object]] | pa.Table | pa.RecordBatchReader
) -> None:
    """Add rows given as columns of equal length; a column that is not given is NULL."""
    rows = pa.table(columns) if isinstance(columns, dict) else columns
    if isinstance(rows, pa.Table) and not rows.num_rows:
        return
    cursor.register("incoming", rows)
    cursor.execute(f"insert into {table} by name select * from incoming")
    cursor.unregister("incoming")


def settle(cursor: Cursor) -> None:
    """Let what was written so far have statistics, which it lacks within its transaction: to ask
    much of it takes half the time and two thirds of the memory then.

    A writer's copy is seen by nobody before it is whole and published; whoever writes into a
    store that others see must not do this.
    """
    cursor.commit()
    cursor.begin()


def remove_imports(cursor: Cursor, import_ids: list[int]) -> None:
    """Take out every row of these imports, and files that no import needs any more."""
    for (table,) in sql.run(cursor, "imported_tables", "write").fetchall():
        cursor.execute(f"delete from {table} where list_contains($1, import_id)", [import_ids])
    sql.run(cursor, "remove_unneeded_files", "write")


def as_columns(rows: list[dict[str, object]]) -> dict[str, list[object]]:
    """Rows with the same keys as columns."""
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def digest(*parts: object) -> str:
    """The md5 of parts joined so that no two lists of parts give the same text."""
    joined = chr(31).join(unicodedata.normalize("NFC", str(part)) for part in parts)
    return hashlib.md5(joined.encode()).hexdigest()


def sha256(content: bytes) -> str:
    """The digest by which a file's bytes are known."""
    return hashlib.sha256(content).hexdigest()
