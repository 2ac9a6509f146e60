"""What a period's report draws on: the answers of its queries, as figures, and their fingerprint.

A figure is one value of one row of one question. PARTS is the one place that says which
queries these are: a document that draws on another adds it here.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Literal, NamedTuple

import duckdb

from dashboard.store import sql

Cursor = duckdb.DuckDBPyConnection
Rows = tuple[list[str], list[tuple[object, ...]]]  # names of columns, rows
Answer = Callable[[str, dict[str, object]], Rows]
# By what a query is asked: the plan's year, period and date; the plan's year; that survey and
# the earlier ones; their change to the year; the province's published index in these years; the
# year's communes of the unit itself or, of a commune, of the unit above it.
Over = Literal["period", "year", "surveys", "changes", "published", "ranking"]


class Part(NamedTuple):
    """A query, by what it is asked, and the columns that single out a row of its answer."""

    query: str
    over: Over
    key: tuple[str, ...]


PARTS = (
    Part("component_scores", "surveys", ("level", "component")),
    Part("component_change", "changes", ("level", "component")),
    Part("village_scores", "year", ("village", "level", "component")),
    Part("village_differences", "year", ("village", "level", "component")),
    Part("unit_ranking", "ranking", ("unit_id",)),
    Part("published_scores", "published", ("province", "component")),
    Part("unit_completion", "period", ("unit_id",)),
    Part("official_completion", "period", ("official", "unit_id")),
    Part("workload", "period", ("official", "unit_id", "month")),
    Part("component_tasks", "period", ("component",)),
    Part("tasks", "period", ("task_id",)),
    Part("follow_up", "period", ("task_id", "official")),
    Part("remarks", "year", ("id",)),
    Part("activity_counts", "period", ("grouped",)),
    Part("activities", "period", ("activity_id",)),
)
QUERIES = tuple(part.query for part in PARTS)
# A value as JSON without blanks: an encoder of its own, for each of ten thousands takes long.
as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# No figures: a row's unit by the name of the day, and where it stood in which file.
_BESIDE = {"unit", "year", "as_of", "source_file", "source_sheet", "source_row"}


class About(NamedTuple):
    """What a state is of: unit_id, the plan's year, the period's name, the date looked at."""

    unit: str
    year: int
    period: str
    as_of: date


class Figure(NamedTuple):
    """One value; params and key are JSON objects, value is as `query` prints it."""

    query: str
    params: str
    key: str
    column: str
    value: str | None


class Known(NamedTuple):
    """What there is of a unit: years with a survey, its province, whose communes it is ranked
    among, whether data are simulated."""

    surveys: tuple[int, ...] = ()
    province: str | None = None
    ranked_in: str | None = None
    is_simulated: bool = False


def known(cursor: Cursor, unit_id: str) -> Known | None:
    """None of a unit that has no data (any more)."""
    result = sql.run(cursor, "units")
    columns = [column[0] for column in result.description]
    for row in (dict(zip(columns, values, strict=True)) for values in result.fetchall()):
        if row["unit_id"] == unit_id:
            above = row["parent_id"] if row["level"] == "commune" else unit_id
            surveys = tuple(row["survey_years"])
            return Known(surveys, row["province"], above, row["is_simulated"])
    return None


def state(
    cursor: Cursor,
    about: About,
    queries: Collection[str] = QUERIES,
    answer: Answer | None = None,
) -> list[Figure]:
    """The figures of these queries as they are now, in an order that the data decide.

    answer: who asks them, where others want the same answers; else they are asked here.
    """
    there = known(cursor, about.unit) or Known()
    answer = answer or partial(_answer, cursor)
    return [
        figure
        for part in PARTS
        if part.query in queries
        for params in _asked(part.over, about, there)
        for figure in _figures(answer, part, params)
    ]


def fingerprint(about: About, figures: Iterable[Figure]) -> str:
    """The first 8 hex digits, "ab12-cd34", of the SHA-256 of the canonical form (docs/formats.md):
    a line of JSON for what it is about, then one a figure."""
    total = hashlib.sha256()
    for line in ([*about[:3], about.as_of.isoformat()], *figures):
        total.update(as_json(line).encode() + b"\n")
    digits = total.hexdigest()
    return f"{digits[:4]}-{digits[4:8]}"


def _asked(over: Over, about: About, there: Known) -> Iterator[dict[str, object]]:
    unit, year = about.unit, about.year
    earlier = [before for before in there.surveys if before < year]
    if over == "period":
        yield {"unit": unit, "year": year, "period": about.period, "as_of": about.as_of}
    elif over == "year":
        yield {"unit": unit, "year": year}
    elif over == "surveys":
        yield from ({"unit": unit, "year": one} for one in (*earlier, year))
    elif over == "changes":
        for before in earlier:
            for basis in ("published", "common"):
                years = {"year_from": before, "year_to": year}
                yield {"unit": unit, **years, "basis": basis}
    elif over == "ranking":
        if there.ranked_in and year in there.surveys:
            yield {"year": year, "parent": there.ranked_in}
    elif there.province:
        yield from ({"year": one, "province": there.province} for one in (*earlier, year))


def _answer(cursor: Cursor, query: str, params: dict[str, object]) -> Rows:
    result = sql.run(cursor, query, **params)
    return [column[0] for column in result.description], result.fetchall()


def _figures(answer: Answer, part: Part, params: dict[str, object]) -> list[Figure]:
    columns, rows = answer(part.query, params)
    kept = [name for name in columns if name not in part.key and name not in _BESIDE]
    asked = as_json({name: plain(value) for name, value in params.items()})
    found = []
    for values in rows:
        row = dict(zip(columns, values, strict=True))
        key = as_json({name: plain(row[name]) for name in part.key})
        found.append((key, row))
    found.sort(key=lambda keyed: keyed[0])
    if len({key for key, _ in found}) < len(found):
        raise RuntimeError(f"{part.query}: its key {part.key} does not single out a row")
    return [
        Figure(part.query, asked, key, name, written(row[name]))
        for key, row in found
        for name in kept
    ]


def written(value: object) -> str | None:
    """A value as `query` prints it, numbers to 12 significant digits; None where it is missing."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(float(f"{value:.12g}") or 0.0)  # no minus before a zero
    if isinstance(value, date | datetime):
        return value.isoformat()
    return as_json(value) if isinstance(value, list) else str(value)


def plain(value: object) -> object:
    """A parameter or a part of a key as it stands in JSON."""
    return value.isoformat() if isinstance(value, date) else value
