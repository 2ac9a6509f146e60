"""The stored score table: filled by the scoring macro inside the writing transaction."""

from collections.abc import Iterable

import duckdb

from dashboard import sql


def refill(cursor: duckdb.DuckDBPyConnection) -> None:
    """Every score anew: after a change of the macro or of the index tree."""
    sql.run(cursor, "remove_all_scores", "write")
    fill(cursor, sql.run(cursor, "surveyed", "write").fetchall())


def fill(cursor: duckdb.DuckDBPyConnection, scopes: Iterable[tuple[str, int]]) -> None:
    """The scores of these communes and years (unit_id, year), one commune a statement."""
    for unit, year in scopes:
        sql.run(cursor, "remove_scores", "write", unit=unit, year=year)
        sql.run(cursor, "fill_scores", "write", unit=unit, year=year)
