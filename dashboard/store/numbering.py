"""The numbers and times of what people type: one row of numbers for all kinds of records."""

from datetime import UTC, datetime

import duckdb

from dashboard.store import sql


def following(cursor: duckdb.DuckDBPyConnection) -> int:
    """The number of the next record."""
    number: int = sql.value(cursor, "next_record_id", "write")
    return number


def moment() -> datetime:
    """Now as the store writes times: UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)
