"""Questions that more than one statement answers, asked as those of queries/read are."""

from collections.abc import Callable
from typing import NamedTuple

import duckdb

from dashboard.errors import DashboardError
from dashboard.store import sql
from dashboard.store.sql import Query

Cursor = duckdb.DuckDBPyConnection
Rows = list[tuple[object, ...]]


class Computed(NamedTuple):
    """The question's header, as a file of queries/read has one, its columns and who answers it."""

    query: Query
    columns: tuple[str, ...]
    rows: Callable[..., Rows]


def _closing_differences(
    cursor: Cursor, unit: str, period: str, closing: int | None = None
) -> Rows:
    from dashboard.store import closings

    return [tuple(one) for one in closings.differences(cursor, unit, period, closing)]


_CLOSING_DIFFERENCES = """\
-- What of a closing is otherwise now, asked by the same queries at the same date.
-- grain: one row per query, its parameters, row and column that differs
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: period VARCHAR required: 2023-H1 or 2023-Y
-- param: closing INTEGER optional: its number (the newest of the period)
"""

_ALL = {
    "closing_differences": Computed(
        sql.parse("closing_differences", _CLOSING_DIFFERENCES),
        ("query", "key", "column", "reported", "now", "params"),
        _closing_differences,
    ),
}


def names() -> list[str]:
    """Every question that can be asked, sorted."""
    return sorted([*sql.names(), *_ALL])


def load(name: str) -> Query:
    """The header of a question; DashboardError names those that there are."""
    if name in _ALL:
        return _ALL[name].query
    if name not in sql.names():
        raise DashboardError("unknown_query", name=name, known=", ".join(names()))
    return sql.load(name)


def answer(cursor: Cursor, name: str, **given: object) -> tuple[list[str], Rows]:
    """Columns and rows; raises DashboardError as sql.run does."""
    if name in _ALL:
        one = _ALL[name]
        values = sql.placed(cursor, one.query, given)
        return list(one.columns), one.rows(cursor, **values)
    result = sql.run(cursor, name, **given)
    return [column[0] for column in result.description], result.fetchall()
