"""The stored scores: filled inside the writing transaction, a commune's by the scoring macro,
the published index from the imports that stand and the reference."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import duckdb

from dashboard.store import sql

# A statement for each commune would be mostly planning; one of so many takes half a GiB.
RESPONDENTS_AT_ONCE = 40_000


def refill(cursor: duckdb.DuckDBPyConnection) -> None:
    """Every score anew: after a change of the macro or of the index tree."""
    sql.run(cursor, "remove_all_scores", "write")
    fill(cursor, sql.run(cursor, "surveyed", "write").fetchall())


def fill(cursor: duckdb.DuckDBPyConnection, scopes: Iterable[tuple[str, int]]) -> None:
    """The scores of these communes and years (unit_id, year), many communes a statement."""
    counted = sql.run(cursor, "respondents_by_unit", "write").fetchall()
    respondents = {(unit, year): count for unit, year, count in counted}
    seen: Counter[int] = Counter()  # of each year, respondents so far
    batches: dict[tuple[int, int], list[str]] = defaultdict(list)
    for unit, year in scopes:
        batches[year, seen[year] // RESPONDENTS_AT_ONCE].append(unit)
        seen[year] += respondents.get((unit, year), 0)
    for (year, _), units in batches.items():
        sql.run(cursor, "remove_scores", "write", units=units, year=year)
        sql.run(cursor, "fill_scores", "write", units=units, years=[year])
        sql.run(cursor, "add_filled_scopes", "write", units=units, year=year)


def fill_published(cursor: duckdb.DuckDBPyConnection) -> None:
    """The published index anew, after imports of it came or went."""
    sql.run(cursor, "remove_published", "write")
    sql.run(cursor, "fill_published", "write")


def have_published(cursor: duckdb.DuckDBPyConnection, import_ids: list[int]) -> bool:
    """Whether any of these imports brought published scores."""
    return bool(sql.value(cursor, "has_published", "write", import_ids=import_ids))
