"""Which names stand for which: what people joined and parted (the table name_action).

Rows of imports keep the name that their file wrote; the views of what holds now ask
joined_name, filled here with every action. So a join counts for every import, earlier and
later, and parting takes nothing away.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

import duckdb

from dashboard.errors import DashboardError
from dashboard.store import sql
from dashboard.store.appending import append, as_columns

Cursor = duckdb.DuckDBPyConnection


class _Place(Protocol):
    @property
    def unit_id(self) -> str: ...


AnyPlace = TypeVar("AnyPlace", bound=_Place)


class Name(NamedTuple):
    """A name: unit is that of an official, "" of a place, which its id names."""

    kind: str
    unit: str
    name: str


class Step(NamedTuple):
    """That a name stands for another from now on; for itself: it is parted."""

    name: Name
    target: str


@dataclass(frozen=True)
class Joins:
    """The newest said of each name: its target, itself where it was parted."""

    said: dict[Name, str] = field(default_factory=dict)

    @classmethod
    def of(cls, cursor: Cursor) -> "Joins":
        """Those of a store."""
        rows = sql.run(cursor, "names_now", "write").fetchall()
        return cls({Name(kind, unit, name): target for kind, unit, name, target in rows})

    def holding(self, name: Name) -> str:
        """What a name stands for in the end; DashboardError where names go round in a ring."""
        seen = [name.name]
        while (after := self.said.get(name._replace(name=seen[-1]), seen[-1])) != seen[-1]:
            if after in seen:
                raise DashboardError("names_in_a_ring")
            seen.append(after)
        return seen[-1]

    def place(self, unit_id: str) -> str:
        """The unit or village that an id stands for."""
        return self._places.get(unit_id, unit_id)

    def apart(self, places: list[AnyPlace]) -> list[AnyPlace]:
        """Places without those that stand for another of them."""
        ids = {place.unit_id for place in places}
        return [p for p in places if self.place(p.unit_id) not in ids - {p.unit_id}]

    def official(self, unit_id: str, name: str) -> str:
        """The official that a name in a unit stands for, the unit itself perhaps for another."""
        found = self.holding(Name("official", unit_id, name))
        whole = self.place(unit_id)
        return found if whole == unit_id else self.holding(Name("official", whole, found))

    @cached_property
    def _places(self) -> dict[str, str]:
        return {n.name: self.holding(n) for n in self.said if n.kind != "official"}

    def standing(self) -> list[Step]:
        """Every name that stands for another, in every unit whose rows are counted there."""
        units = {n.name for n in self.said if n.kind == "unit"}
        officials = {n for n in self.said if n.kind == "official"}
        inside = {n._replace(unit=u) for u in units for n in officials if self.place(u) == n.unit}
        every = [Step(n, self.official(n.unit, n.name)) for n in sorted(officials | inside)]
        every += [Step(n, self.place(n.name)) for n in self.said if n.kind != "official"]
        return [step for step in every if step.target != step.name.name]


def add(
    cursor: Cursor,
    deed: str,
    steps: list[Step],
    acted_at: datetime,
    undoes: int | None = None,
    import_id: int | None = None,
) -> None:
    """Write down one action, and what stands for what from now on; import_id: who did it."""
    if not steps:
        return
    before, action_id = Joins.of(cursor), sql.value(cursor, "next_name_action", "write")
    rows: list[dict[str, object]] = [
        {
            "action_id": action_id,
            "deed": deed,
            **step.name._asdict(),
            "target": step.target,
            "before": before.said.get(step.name, step.name.name),
            "undoes": undoes,
            "import_id": import_id,
            "acted_at": acted_at,
        }
        for step in steps
    ]
    append(cursor, "name_action", as_columns(rows))
    settle(cursor)


def settle(cursor: Cursor) -> None:
    """What stands for what, by the actions that hold: after one, or when imports come and go."""
    standing = Joins.of(cursor).standing()
    sql.run(cursor, "remove_joined", "write")
    append(
        cursor,
        "joined_name",
        as_columns([{**step.name._asdict(), "target": step.target} for step in standing]),
    )
