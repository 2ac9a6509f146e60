"""Names joined, parted and taken back by people: what the page Tên gọi and `names` do.

An action holds for what was shown (store/shown.py), writes what it did beside what was done
before (joins.py), and fills the scores that follow anew. A unit is joined with its villages
and officials: those of one spelling are one.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

import duckdb

from dashboard.errors import DashboardError
from dashboard.importing.storing import joins
from dashboard.importing.storing.joins import Joins, Name, Step
from dashboard.importing.wording.offices import office
from dashboard.importing.wording.spelling import Spelling, place
from dashboard.store import shown, small_writes, sql, stored_scores
from dashboard.store.shown import Shown
from dashboard.store.store import Store

Cursor = duckdb.DuckDBPyConnection


def join(store: Store, seen: Shown, into: Shown) -> None:
    """Count a name as another of its kind and unit from now on; DashboardError unless both are
    as they were seen, and may be one."""

    def work(cursor: Cursor) -> None:
        shown.check(cursor, seen)
        shown.check(cursor, into)
        name, target = _name(seen), _name(into)
        known = Joins.of(cursor)
        end = known.holding(target)
        if name[:2] != target[:2] or seen.key.split(" ")[:2] != into.key.split(" ")[:2]:
            raise DashboardError("names_of_two_kinds")
        if known.holding(name) == end:
            raise DashboardError("names_are_one")
        steps = [Step(name, end)]
        if name.kind == "unit":
            steps += _inside(cursor, name.name, end)
        _act(cursor, "join", steps)

    store.write_small(work, small_writes.NAMES)


def part(store: Store, seen: Shown) -> None:
    """Let a name stand for itself again; DashboardError unless it is as it was seen."""

    def work(cursor: Cursor) -> None:
        shown.check(cursor, seen)
        name = _name(seen)
        known = Joins.of(cursor)
        if name not in known.said or known.holding(name) == name.name:
            raise DashboardError("names_are_apart")
        steps = [Step(name, name.name)]
        if name.kind == "unit":
            steps += _brought_along(cursor, name)
        _act(cursor, "part", steps)

    store.write_small(work, small_writes.NAMES)


def undo(store: Store, seen: Shown) -> None:
    """Take an action back; DashboardError unless nothing was done with its names since."""

    def work(cursor: Cursor) -> None:
        shown.check(cursor, seen)
        rows = sql.run(cursor, "name_steps", "write", action_id=int(seen.key)).fetchall()
        steps = [Step(Name(*name), before) for *name, before, _ in rows]
        known = Joins.of(cursor)
        if any(known.said.get(Name(*name)) != target for *name, _, target in rows):
            raise DashboardError("changed_since_shown")
        _act(cursor, "undo", steps, int(seen.key))

    store.write_small(work, small_writes.NAMES)


def _name(seen: Shown) -> Name:
    """A thing shown as the name that it is: a place is known by its id alone."""
    kind, unit, name = seen.key.split(" ", 2)
    return Name(kind, unit if kind == "official" else "", name)


def _act(cursor: Cursor, deed: str, steps: list[Step], undoes: int | None = None) -> None:
    touched = _surveys(cursor, steps)
    joins.add(cursor, deed, steps, datetime.now(UTC).replace(tzinfo=None), undoes)
    for village, year, forms, adults in sql.run(cursor, "crowded_villages", "write").fetchall():
        raise DashboardError(
            "names_crowded", village=village, year=year, forms=forms, adults=adults
        )
    stored_scores.fill(cursor, sorted({*touched, *_surveys(cursor, steps)}))


def _surveys(cursor: Cursor, steps: Iterable[Step]) -> list[tuple[str, int]]:
    def places(kind: str) -> list[str]:
        own = [step for step in steps if step.name.kind == kind]
        return sorted({side for step in own for side in (step.name.name, step.target)})

    given = {"units": places("unit"), "villages": places("village")}
    return sql.run(cursor, "surveys_of_names", "write", **given).fetchall()


def _inside(cursor: Cursor, unit: str, whole: str) -> list[Step]:
    """Villages and officials of a unit that bear the name of one in the unit it is joined to."""
    there = {(kind, _spelling(kind, label)): name for kind, name, label in _of(cursor, whole)}
    found = (
        (kind, name, there.get((kind, _spelling(kind, label))))
        for kind, name, label in _of(cursor, unit)
    )
    return [
        Step(Name(kind, unit if kind == "official" else "", name), target)
        for kind, name, target in found
        if target and target != name
    ]


def _of(cursor: Cursor, unit: str) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]]
    rows = sql.run(cursor, "names_of_unit", "write", unit=unit).fetchall()
    return rows


def _spelling(kind: str, label: str) -> Spelling:
    return office(label) if kind == "official" else place(label, True)


def _brought_along(cursor: Cursor, unit: Name) -> list[Step]:
    """What was joined by the action that joined the unit, and stands so still."""
    known = Joins.of(cursor)
    number = sql.value(cursor, "name_joined_by", "write", **unit._asdict())
    rows = sql.run(cursor, "name_steps", "write", action_id=number).fetchall()
    return [
        Step(name, before)
        for *fields, before, target in rows
        if (name := Name(*fields)) != unit and known.said.get(name) == target
    ]
