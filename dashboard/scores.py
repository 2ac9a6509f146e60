"""The stored scores: filled inside the writing transaction, a commune's by the scoring macro,
the published index from the imports that stand and the reference."""

from collections import defaultdict
from collections.abc import Iterable

import duckdb

from dashboard import sql

# One alone is mostly planning; of 5,000 respondents each, twice as many take a GiB of memory.
UNITS_AT_ONCE = 8


def refill(cursor: duckdb.DuckDBPyConnection) -> None:
    """Every score anew: after a change of the macro or of the index tree."""
    sql.run(cursor, "remove_all_scores", "write")
    fill(cursor, sql.run(cursor, "surveyed", "write").fetchall())


def fill(cursor: duckdb.DuckDBPyConnection, scopes: Iterable[tuple[str, int]]) -> None:
    """The scores of these communes and years (unit_id, year), some communes a statement."""
    units: dict[int, list[str]] = defaultdict(list)
    for unit, year in scopes:
        units[year].append(unit)
    for year, listed in units.items():
        for start in range(0, len(listed), UNITS_AT_ONCE):
            some = listed[start : start + UNITS_AT_ONCE]
            sql.run(cursor, "remove_scores", "write", units=some, year=year)
            sql.run(cursor, "fill_scores", "write", units=some, years=[year])


def fill_published(cursor: duckdb.DuckDBPyConnection) -> None:
    """The published index anew, after imports of it came or went."""
    sql.run(cursor, "remove_published", "write")
    sql.run(cursor, "fill_published", "write")


def have_published(cursor: duckdb.DuckDBPyConnection, import_ids: list[int]) -> bool:
    """Whether any of these imports brought published scores."""
    return sql.run(cursor, "has_published", "write", import_ids=import_ids).fetchone()[0]
