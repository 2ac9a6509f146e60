"""The store's shape: numbered migrations, then views, macros and reference data made anew.

Migrations change tables and run once. Views and macros are code, reference tables are
files of the program: both are made anew whenever their files differ from the store's.
"""

import hashlib
from pathlib import Path

import duckdb

from dashboard.config import QUERIES, REFERENCE
from dashboard.errors import DashboardError
from dashboard.store import sql, stored_scores

Cursor = duckdb.DuckDBPyConnection

MIGRATIONS = QUERIES / "schema" / "migrations"
DEFINITIONS = QUERIES / "schema" / "definitions"
REFERENCE_TABLES = QUERIES / "schema" / "reference"


def bring_up_to_date(cursor: Cursor) -> None:
    """Apply what is missing; inside the caller's transaction."""
    for number, file in _pending(cursor):
        for statement in sql.statements(file):
            cursor.execute(statement)
        sql.run(cursor, "add_schema_version", "write", version=number, name=file.stem)
    read_reference(cursor)
    for file in sorted(DEFINITIONS.glob("*.sql")):
        for statement in sql.statements(file):
            cursor.execute(statement)
    sql.run(cursor, "remove_fingerprint", "write")
    sql.run(cursor, "add_fingerprint", "write", fingerprint=_fingerprint())
    stored_scores.refill(cursor)


def read_reference(cursor: Cursor) -> None:
    """Make the reference tables of the program's files."""
    for file in sorted(REFERENCE_TABLES.glob("*.sql")):
        source = str(REFERENCE / f"{file.stem}.csv")
        cursor.execute(file.read_text(encoding="utf-8"), {"path": source})


def is_outdated(cursor: Cursor) -> bool:
    """True when a migration, a definition or reference data differ from the program's."""
    return bool(_pending(cursor)) or sql.run(cursor, "fingerprint", "write").fetchone() != (
        _fingerprint(),
    )


def newest() -> int:
    """The number of the last migration that this program knows."""
    return max(_files())


def _pending(cursor: Cursor) -> list[tuple[int, Path]]:
    """Migrations still to run, by number; a store of a newer program is refused."""
    done = _version(cursor)
    if done > newest():
        raise DashboardError("store_too_new", found=done, known=newest())
    return [(number, file) for number, file in _files().items() if number > done]


def _files() -> dict[int, Path]:
    return {int(file.name[:3]): file for file in sorted(MIGRATIONS.glob("*.sql"))}


def _version(cursor: Cursor) -> int:
    if not _has_table(cursor, "schema_version"):
        return 0
    version: int = sql.value(cursor, "schema_version", "read")
    return version


def _has_table(cursor: Cursor, name: str) -> bool:
    return bool(sql.value(cursor, "count_tables", "write", name=name))


def _fingerprint() -> str:
    """Of the files' names and lines: the same on Windows, where line ends differ."""
    total = hashlib.sha256()
    for file in [*sorted(DEFINITIONS.glob("*.sql")), *sorted(REFERENCE.glob("*.csv"))]:
        total.update(file.name.encode())
        total.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()
