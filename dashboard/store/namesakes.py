"""The unit that a name stands for in a question: by its id, or its name with what it lies in.

The nearest spelling decides, a commune before the levels above it, as in unit_named
(queries/schema/definitions/05_names.sql); what two units bear alike is asked back.
"""

from typing import NamedTuple

from dashboard.addresses import LEVELS, Address, Part, address
from dashboard.errors import DashboardError
from dashboard.folding import fold, tidy
from dashboard.place_kinds import PlaceName, place_name


class KnownUnit(NamedTuple):
    """A unit above the villages, with how it is shown: with its district where need be."""

    unit_id: str
    level: str
    name: str
    parent_id: str | None
    shown: str


class Namesakes(DashboardError):
    """Several units bear a name: which one is meant is asked."""


def named(units: list[KnownUnit], wanted: str) -> str | None:
    """The id of the unit that a name or id stands for, None of no known one.

    Raises Namesakes where several are as near.
    """
    by_id = {unit.unit_id: unit for unit in units}
    known = [u.unit_id for u in units if wanted == u.unit_id or tidy(wanted) == u.shown]
    if len(known) == 1:
        return known[0]
    found = _nearest(units, by_id, Address(tidy(wanted)))
    if not found:
        found = _nearest(units, by_id, address(wanted, lambda name: _levels(units, name)))
    if len(found) > 1:
        shown = [unit.shown for unit in found]
        raise Namesakes("unit_of_several", unit=wanted, known="; ".join(shown), first=shown[0])
    return found[0].unit_id if found else None


def _nearest(
    units: list[KnownUnit], by_id: dict[str, KnownUnit], where: Address
) -> list[KnownUnit]:
    own = place_name(where.own, "unit")
    found = [u for u in units if _is_alike(place_name(u.name, "unit"), own)]
    found = [u for u in found if all(_lies_in(by_id, u, part) for part in where.above)]
    direct = [u for u in found if where.above and _lies_in(by_id, u, where.above[0], far=False)]
    found = direct or found  # a commune of the province itself before those of its districts
    near = {unit: _likeness(unit, where.own) for unit in found}
    return [unit for unit in found if near[unit] == max(near.values())]


def _likeness(unit: KnownUnit, wanted: str) -> tuple[int, bool]:
    """As macro likeness has it; a commune before the levels above."""
    if tidy(unit.name).lower() == tidy(wanted).lower():
        spelled = 3
    else:
        spelled = 2 if fold(unit.name) == fold(wanted) else 1
    return spelled, unit.level == LEVELS[0]


def _lies_in(by_id: dict[str, KnownUnit], unit: KnownUnit, part: Part, far: bool = True) -> bool:
    own = place_name(part.name, "unit")
    above = by_id.get(unit.parent_id or "")
    for _ in LEVELS if far else LEVELS[:1]:
        if above is None:
            return False
        if _is_alike(place_name(above.name, "unit"), own):
            return True
        above = by_id.get(above.parent_id or "")
    return False


def _levels(units: list[KnownUnit], name: str) -> set[str]:
    own = place_name(name, "unit")
    return {u.level for u in units if _is_alike(place_name(u.name, "unit"), own)} - {LEVELS[0]}


def _is_alike(one: PlaceName, other: PlaceName) -> bool:
    return one.key == other.key and (one.kind == other.kind or "" in (one.kind, other.kind))
