"""The questions in queries/: each file is one statement with a header that is checked.

    -- Score of each commune surveyed in a year, best first.
    -- grain: one row per commune
    -- param: year INTEGER required: the survey's year
    -- param: component VARCHAR optional: code of a component (PAPI)

A parameter that is not given is NULL: optional filters are NULL, never glued SQL.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from dashboard.config import QUERIES
from dashboard.errors import DashboardError
from dashboard.folding import fold
from dashboard.store import namesakes
from dashboard.store.namesakes import KnownUnit

Row = TypeVar("Row")

UNIT_PARAMS = ("unit", "parent")  # of the questions: a unit above the villages
VILLAGES_PARAM = "villages"  # villages within the unit
UNKNOWN = "?"  # no unit's id: a name that nobody bears finds nothing
STORED = "stored"  # the folder of statements that answer questions from the stored scores
WHOLE = (None, "published")  # values of the parameters besides that ask for no other scores

_PARAM = re.compile(r"-- param: (\w+) ([\w\[\]|]+) (required|optional): (.+)")


@dataclass(frozen=True)
class Param:
    """One named parameter: its DuckDB type or choices (a|b), must it be given, its meaning."""

    name: str
    type: str
    required: bool
    meaning: str


@dataclass(frozen=True)
class Query:
    """One statement of queries/: name is the file's, answers its first header line."""

    name: str
    sql: str
    answers: str
    grain: str
    params: tuple[Param, ...]


def names(folder: str = "read") -> list[str]:
    """The queries of a folder of queries/, sorted."""
    return sorted(file.stem for file in (QUERIES / folder).glob("*.sql"))


@cache
def load(name: str, folder: str = "read") -> Query:
    """The query in queries/<folder>/<name>.sql; DashboardError names the ones there are."""
    file = QUERIES / folder / f"{name}.sql"
    if not re.fullmatch(r"\w+", name) or not file.is_file():
        raise DashboardError("unknown_query", name=name, known=", ".join(names(folder)))
    return parse(name, file.read_text(encoding="utf-8"))


def parse(name: str, sql: str) -> Query:
    """The query's header read from its comment lines."""
    header = [line.strip() for line in sql.splitlines() if line.startswith("--")]
    grain = next((line[10:] for line in header if line.startswith("-- grain: ")), "")
    params = tuple(
        Param(m[1], m[2], m[3] == "required", m[4]) for m in map(_PARAM.match, header) if m
    )
    return Query(name, sql, header[0][3:] if header else "", grain, params)


def run(
    cursor: duckdb.DuckDBPyConnection, name: str, folder: str = "read", /, **given: object
) -> duckdb.DuckDBPyConnection:
    """The cursor with the query's result on it: fetchall(), df() or to_arrow_table().

    Raises DashboardError for a parameter that is missing or that the query does not have, and
    for a unit's name that several bear.
    """
    query = load(name, folder)
    values = bound(query, given)
    if folder == "read":
        values |= _places(cursor, values)
        query, values = _as_stored(cursor, query, values)
    return cursor.execute(query.sql, values)


def _as_stored(
    cursor: duckdb.DuckDBPyConnection, query: Query, values: dict[str, object]
) -> tuple[Query, dict[str, object]]:
    """The statement that reads what is asked from the stored scores, if there is one and they
    have it, else the query: they are of communes, for everybody, each year by itself."""
    if not (QUERIES / STORED / f"{query.name}.sql").is_file():
        return query, values
    stored = load(query.name, STORED)
    kept = {param.name: values[param.name] for param in stored.params}
    if any(values[name] not in WHOLE for name in values.keys() - kept.keys()):
        return query, values
    years = [year for name, year in kept.items() if name.startswith("year")]
    if value(cursor, "has_stored_scores", "write", unit=kept["unit"], years=years):
        return stored, kept
    return query, values


def _places(cursor: duckdb.DuckDBPyConnection, values: dict[str, object]) -> dict[str, object]:
    """Ids for the names of units and villages: found apart, so that no question is planned with
    all that finds them."""
    ids: dict[str, object] = {}
    for name in UNIT_PARAMS:
        if (given := values.get(name)) is not None:
            wanted = str(given)
            known = unit_named(cursor, wanted)
            ids[name] = known or value(cursor, "unit_once_named", "write", name=wanted) or UNKNOWN
    if (names := values.get(VILLAGES_PARAM)) is not None:
        ids[VILLAGES_PARAM] = value(cursor, "village_ids", "write", unit=ids["unit"], names=names)
    return ids


def unit_named(cursor: duckdb.DuckDBPyConnection, wanted: str) -> str | None:
    """The id of the unit above the villages that is wanted, by its id or by its name with what
    it lies in ("Xã Tân Lập, Huyện B"); None of no known one. Raises namesakes.Namesakes."""
    for (standing,) in run(cursor, "standing_unit", "write", unit=wanted).fetchall():
        return str(standing)
    return namesakes.named(rows(KnownUnit, cursor, "known_units", "write"), wanted)


def rows(
    of: Callable[..., Row],
    cursor: duckdb.DuckDBPyConnection,
    name: str,
    folder: str,
    /,
    **given: object,
) -> list[Row]:
    """A query's rows, each as of(*columns): a NamedTuple with the query's columns."""
    return [of(*row) for row in run(cursor, name, folder, **given).fetchall()]


def value(cursor: duckdb.DuckDBPyConnection, name: str, folder: str, /, **given: object) -> Any:
    """The one value that a query answers: of its only row the only column."""
    ((found,),) = run(cursor, name, folder, **given).fetchall()
    return found


def bound(query: Query, given: dict[str, object]) -> dict[str, object]:
    """A value for each parameter of the query, NULL where an optional one is not given."""
    known = {param.name for param in query.params}
    if surplus := sorted(set(given) - known):
        raise DashboardError(
            "unknown_parameter",
            query=query.name,
            name=", ".join(surplus),
            known=", ".join(param.name for param in query.params),
        )
    for param in query.params:
        if param.required and given.get(param.name) is None:
            raise DashboardError("missing_parameter", query=query.name, name=param.name)
    return {param.name: _chosen(query, param, given.get(param.name)) for param in query.params}


def _chosen(query: Query, param: Param, value: object) -> object:
    """The value; of a parameter with choices, the one it stands for."""
    if value is None or "|" not in param.type:
        return value
    for choice in param.type.split("|"):
        if fold(str(value)) == fold(choice):
            return choice
    raise DashboardError(
        "bad_choice", query=query.name, name=param.name, value=value, choices=param.type
    )


def from_text(query: Query, texts: dict[str, str]) -> dict[str, object]:
    """Parameters typed as text turned into values of their types; an empty text is NULL."""
    types = {param.name: param.type for param in query.params}
    return {
        name: _value(query, name, types.get(name, "VARCHAR"), text) for name, text in texts.items()
    }


def _value(query: Query, name: str, type_: str, text: str) -> object:
    if not text.strip():
        return None
    try:
        return _READERS.get(type_, str)(text.strip())
    except ValueError:
        raise DashboardError(
            "bad_parameter", query=query.name, name=name, value=text, type=type_
        ) from None


def _date(text: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(text)


def _integer(text: str) -> int:
    value = int(text)
    if abs(value) >= 2**31:  # DuckDB's INTEGER
        raise ValueError(text)
    return value


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


_READERS: dict[str, Callable[[str], object]] = {
    "VARCHAR": str,
    "INTEGER": _integer,
    "DOUBLE": lambda text: float(text.replace(",", ".")),
    "DATE": _date,
    "VARCHAR[]": _list,
}


def statements(file: Path) -> list[str]:
    """The statements of a file that may hold several (queries/schema)."""
    return [s.query for s in duckdb.extract_statements(file.read_text(encoding="utf-8"))]
