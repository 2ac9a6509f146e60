"""DuckDB connections as the store and its queries need them."""

import duckdb

from dashboard.store import student

Cursor = duckdb.DuckDBPyConnection


def connect(database: str) -> Cursor:
    """A connection with the functions that the queries need."""
    connection = duckdb.connect(database)
    student.register(connection)
    return connection


def silent(cursor: Cursor) -> Cursor:
    """Without the bar that DuckDB prints after two seconds of work, amid the JSON of a command."""
    cursor.execute("set enable_progress_bar_print = false")
    return cursor
