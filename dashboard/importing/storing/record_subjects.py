"""What a typed record is about, found by the names that people use: as an import finds them."""

import duckdb

from dashboard.errors import DashboardError
from dashboard.folding import official_key
from dashboard.importing.storing.decisions import Decisions
from dashboard.importing.storing.official_names import Officials
from dashboard.importing.storing.places import Places
from dashboard.remark_kinds import SUBJECTS
from dashboard.store import sql
from dashboard.store.remarks import Subject

Cursor = duckdb.DuckDBPyConnection


def subject(cursor: Cursor, unit_id: str, year: int, about: str) -> Subject:
    """The subject of "component:5.3", "official:NAME", "village:NAME" or "task:ID" in a unit's
    year; DashboardError names what is not known."""
    kind, _, name = (part.strip() for part in about.partition(":"))
    if kind not in SUBJECTS or not name:
        raise DashboardError("unknown_subject", about=about)
    finder = {"component": _component, "official": _official, "village": _village, "task": _task}
    found = finder[kind](cursor, unit_id, year, name)
    if found is None:
        raise DashboardError(f"unknown_{kind}", **{kind: name}, year=year)
    return Subject(unit_id, year, kind, found)


def official(cursor: Cursor, unit_id: str, written: str) -> str:
    """The official that a name stands for in a unit; the name itself where none is known."""
    return _officials(cursor).name(unit_id, written)


def _officials(cursor: Cursor) -> Officials:
    return Officials.of(cursor, Places.of(cursor, Decisions.of(cursor, {})))


def _component(cursor: Cursor, unit_id: str, year: int, name: str) -> str | None:
    codes = [row[0] for row in sql.run(cursor, "components", year=year).fetchall()]
    return next((code for code in codes if code == name.upper()), None)


def _official(cursor: Cursor, unit_id: str, year: int, name: str) -> str | None:
    officials = _officials(cursor)
    known = list(officials.names(unit_id))
    found = officials.name(unit_id, name)
    if found in known:
        return found
    in_charge = sql.run(cursor, "officials_in_charge", "write", unit=unit_id).fetchall()
    return next((one for (one,) in in_charge if official_key(one) == official_key(name)), None)


def _village(cursor: Cursor, unit_id: str, year: int, name: str) -> str | None:
    found: list[str] = sql.value(cursor, "village_ids", "write", unit=unit_id, names=[name])
    return found[0] if len(found) == 1 else None


def _task(cursor: Cursor, unit_id: str, year: int, name: str) -> str | None:
    given = {"unit": unit_id, "year": year, "task_id": name}
    found = sql.run(cursor, "task_of_plan", "write", **given).fetchall()
    return str(found[0][0]) if found else None
