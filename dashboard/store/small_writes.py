"""Small writes: what people type and the rows that follow from it, without a copy of the store.

The work runs in a transaction in which the tables that it may change are temporary ones: these
come first wherever a name is looked up, also inside the store's views and macros. All else is
read-only, so that no row can be lost of what is not known here. What these tables have that the
whole version lacks goes into an overlay, a file by itself; readers lay its rows over the whole
version as temporary views, and the next full write folds them in.
"""

import uuid
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import duckdb

from dashboard.store import sql
from dashboard.store.versions import Version

T = TypeVar("T")
Cursor = duckdb.DuckDBPyConnection
Sources = dict[str, tuple[str, str]]  # table -> the way in which it is held, and its rows

# What an overlay holds of a table, as schemas of its file: the rows added, every row, or the rows
# of the communes and years in its filled_scope.
ADDED, EVERY, FILLED = "added", "every", "filled"

# The tables that a small write may change.
HELD = {
    "remark": ADDED,
    "progress_record": ADDED,
    "decision_record": ADDED,
    "saved_view": ADDED,
    "slide_set": ADDED,
    "name_action": ADDED,
    "joined_name": EVERY,
    "filled_score": FILLED,
    "filled_scope": FILLED,
}
NOTES = ("remark", "progress_record", "decision_record")
VIEWS = ("saved_view",)
SETS = ("slide_set",)
NAMES = ("name_action", "joined_name", "filled_score", "filled_scope")

LARGEST = 1_000_000  # bytes of an overlay: the write after a larger one is a full one


def may_follow(newest: Version) -> bool:
    """Whether the next small write leaves an overlay: what it leans on may not grow for ever."""
    return newest.base is None or newest.size <= LARGEST


def lay(cursor: Cursor, version: Version) -> None:
    """Let a cursor that uses the whole version see what an overlay has of each table."""
    if version.base:
        for table, way in _held(cursor, version.name).items():
            _show(cursor, version, table, way)
        cursor.execute(f"set variable overlay = '{version.name}'")  # queries/write/version_name.sql


def fold(database: Cursor, overlay: Path) -> None:
    """Put the rows of an overlay into the whole store that the database is."""
    database.execute(f"attach '{_quoted(overlay)}' as overlay (read_only)")
    database.begin()
    for table, way in _held(database, "overlay").items():
        if way == EVERY:
            database.execute(f"delete from {table}")
        if way == FILLED:
            database.execute(
                f"delete from {table} as t using overlay.{FILLED}.filled_scope as s"
                " where t.unit = s.unit and t.year = s.year"
            )
        database.execute(f"insert into {table} by name from overlay.{way}.{table}")
    database.commit()
    database.execute("detach overlay")


def run(
    cursor: Cursor, version: Version, work: Callable[[Cursor], T], tables: Collection[str]
) -> tuple[T, Sources]:
    """The work, on a cursor in a transaction that uses the whole of version; what the overlay
    after it is to hold. tables: those that the work changes, of HELD."""
    held = _held(cursor, version.name) if version.base else {}
    for table in held.keys() - set(tables):
        _show(cursor, version, table, held[table])
    rows = {table: _shadow(cursor, version, table, table in held) for table in tables}
    if FILLED in {HELD[table] for table in tables}:
        below = f"{version.whole.name}.filled_score"
        newer = _renewed(below, "temp.filled_score", "temp.filled_scope")
        cursor.execute(f"create temp view score as {newer}")
    cursor.commit()  # from now on a row's rowid is its place
    cursor.begin()
    result = work(cursor)
    cursor.commit()
    sources = {table: f"{version.name}.{held[table]}.{table}" for table in held}
    for table, count in rows.items():
        added = f"temp.{table} where rowid >= {count}"
        if HELD[table] == ADDED:
            _check_added(cursor, version, table, count)
            if not cursor.execute(f"from {added} limit 1").fetchall():
                continue  # an empty table takes room too
        sources[table] = added
    return result, {table: (HELD[table], source) for table, source in sources.items()}


def _held(cursor: Cursor, overlay: str) -> dict[str, str]:
    """How an attached overlay holds each of its tables."""
    return dict(sql.run(cursor, "overlay_tables", "write", overlay=overlay).fetchall())


def _show(cursor: Cursor, version: Version, table: str, way: str) -> None:
    below, own = f"{version.whole.name}.{table}", f"{version.name}.{way}.{table}"
    if way == ADDED:
        rows = f"from {below} union all by name from {own}"
    elif way == EVERY:
        rows = f"from {own}"
    else:
        rows = _renewed(below, own, f"{version.name}.{way}.filled_scope")
    cursor.execute(f"create temp view {table} as {rows}")


def _renewed(below: str, rows: str, scopes: str) -> str:
    return f"from {below} anti join {scopes} using (unit, year) union all by name from {rows}"


def _shadow(cursor: Cursor, version: Version, table: str, is_held: bool) -> int:
    """A temporary table in the place of one; how many of its rows the overlay is not to hold."""
    below, way = f"{version.whole.name}.{table}", HELD[table]
    given = {"database": version.whole.name, "name": table}
    columns = sql.value(cursor, "table_definition", "write", **given).partition("(")[2]
    cursor.execute(f"create temp table {table} ({columns}")
    if way == ADDED or way == EVERY and not is_held:
        cursor.execute(f"insert into temp.{table} from {below}")
    count: int = cursor.execute(f"select count(*) from temp.{table}").fetchall()[0][0]
    if is_held:
        cursor.execute(f"insert into temp.{table} by name from {version.name}.{way}.{table}")
    return count if way == ADDED else 0


def _check_added(cursor: Cursor, version: Version, table: str, count: int) -> None:
    """RuntimeError if rows of the whole version were changed: that would be lost."""
    digest = "select count(*), bit_xor(hash(t)) from"
    before = cursor.execute(f"{digest} {version.whole.name}.{table} as t").fetchall()
    after = cursor.execute(f"{digest} (from temp.{table} where rowid < {count}) as t").fetchall()
    if before != after:
        raise RuntimeError(f"a small write may only add rows to {table}")


def write(cursor: Cursor, file: Path, sources: Sources) -> None:
    """A new file with what run() gave."""
    name = f"overlay_{uuid.uuid4().hex}"
    cursor.execute(f"attach '{_quoted(file)}' as {name} (block_size 16384)")
    try:
        cursor.begin()
        for way in sorted({way for way, _ in sources.values()}):
            cursor.execute(f"create schema {name}.{way}")
        for table, (way, source) in sources.items():
            cursor.execute(f"create table {name}.{way}.{table} as from {source}")
        cursor.commit()
        cursor.execute(f"checkpoint {name}")
    finally:
        with suppress(duckdb.Error):
            cursor.execute(f"detach {name}")


def _quoted(file: Path) -> str:
    return str(file).replace("'", "''")
