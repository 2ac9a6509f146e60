"""Units and villages by their names: who is who, whatever the spelling.

Names match without regard to case, spaces and accents where that is unique, with or
without their kind (Xã, Thôn ...); each is shown as it was first imported (docs/formats.md). What
somebody said about a name goes before any likeness.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from dashboard.folding import slug, tidy
from dashboard.importing.storing.decisions import Decisions
from dashboard.importing.wording import spelling, vocabulary
from dashboard.importing.wording.spelling import Spelling, alike, is_plain
from dashboard.place_kinds import level_of
from dashboard.store import sql


@dataclass(frozen=True)
class Place:
    """A unit or village as the store knows it; parent_id is None where it is not known."""

    unit_id: str
    level: str
    name: str
    parent_id: str | None

    @property
    def is_village(self) -> bool:
        """Below the communes."""
        return self.level == "village"

    @property
    def spelling(self) -> Spelling:
        """How the name is written."""
        return spelling.place(self.name, self.is_village)


@dataclass(frozen=True)
class Taken:
    """A name that was taken for a known one though its accents are others."""

    kind: str
    unit: str
    written: str
    name: str


class AmbiguousName(Exception):
    """A name that several known units bear: {name} and the units' ids."""


class Places:
    """The units of a store, with those that an import adds (`added`, in order)."""

    def __init__(self, known: Iterable[Place], decisions: Decisions | None = None):
        self._places: dict[str, Place] = {}
        self._villages: dict[str | None, list[Place]] = defaultdict(list)
        self.decisions = decisions or Decisions()
        self.added: list[Place] = []
        self.taken: dict[Taken, None] = {}
        for place in known:
            self._keep(place)

    @classmethod
    def of(cls, cursor: duckdb.DuckDBPyConnection, decisions: Decisions | None = None) -> "Places":
        """The units in the store."""
        rows = sql.run(cursor, "all_units", "write").fetchall()
        return cls((Place(*row) for row in rows), decisions)

    def __getitem__(self, unit_id: str) -> Place:
        """The place of an id."""
        return self._places[unit_id]

    def above(self) -> list[Place]:
        """The units above the villages."""
        return [place for place in self._places.values() if not place.is_village]

    def fellows(self, place: Place) -> list[Place]:
        """The places among which a name must be told: a commune's villages, a level's units."""
        if place.is_village:
            return self._villages[place.parent_id]
        return [p for p in self._places.values() if p.level == place.level]

    def unit(
        self,
        name: str,
        level: str | None = None,
        parent_id: str | None = None,
        beside: Iterable[str] = (),
    ) -> str:
        """The unit_id of a name above the villages, made when it is new.

        level None: what the name's kind says, a commune where it has none. beside: the other
        names of its sheet. Raises AmbiguousName when several units bear it and the parent
        does not decide.
        """
        written = name
        name = self.decisions.name("unit", "", written) or written
        if (known := self._places.get(name)) and not known.is_village:
            return known.unit_id
        name = without_office(name)
        if level is None:
            if len(spelled := self._spelled(name)) == 1:
                return spelled[0].unit_id
            level = level_of(spelling.place(name, False).kind) or "commune"
        same_level = [p for p in self._places.values() if p.level == level]
        if parent_id:
            same_level = [p for p in same_level if p.parent_id in (None, parent_id)]
        found = self._alike("unit", "", written, name, same_level, beside)
        if len(found) > 1:
            raise AmbiguousName(name, ", ".join(p.unit_id for p in found))
        return found[0].unit_id if found else self._add(name, level, parent_id)

    def _spelled(self, name: str) -> list[Place]:
        """Units above the villages with the name's own kind and spelling, of any level."""
        own = spelling.place(name, False)
        return [p for p in self.above() if own.kind and p.spelling == own]

    def villages(self, names: Iterable[str], unit_id: str | None) -> dict[str, str]:
        """The unit_id of each village name of one commune; new names are added.

        unit_id None: of no commune that anybody named.
        """
        wanted = sorted(dict.fromkeys(names), key=is_plain)  # the accented spelling is shown
        return {name: self._village(name, unit_id, wanted) for name in wanted}

    def _village(self, written: str, unit_id: str | None, beside: list[str]) -> str:
        name = self.decisions.name("village", unit_id or "", written) or written
        among = self._villages[unit_id]
        found = self._alike("village", unit_id or "", written, name, among, beside)
        return found[0].unit_id if len(found) == 1 else self._add(name, "village", unit_id)

    def _alike(
        self,
        kind: str,
        unit: str,
        written: str,
        name: str,
        among: list[Place],
        beside: Iterable[str],
    ) -> list[Place]:
        """The places that a name may stand for; one taken in spite of its accents is noted."""
        own = spelling.place(name, kind == "village")
        if self.decisions.is_kept_apart(kind, unit, written):
            return [p for p in among if p.spelling.is_same(own)][:1]
        others = [spelling.place(n, kind == "village") for n in beside]
        found = alike(own, among, lambda p: p.spelling, [own, *others])
        if name == written and len(found) == 1 and not found[0].spelling.agrees(own):
            self.taken[Taken(kind, unit, written, found[0].name)] = None
        return self.decisions.joins.apart(found)

    def _add(self, name: str, level: str, parent_id: str | None) -> str:
        stem = slug(name) or level
        if level == "village":
            stem = f"{parent_id}/{stem}"
        unit_id, number = stem, 1
        while unit_id in self._places:
            number += 1
            unit_id = f"{stem}-{number}"
        place = Place(unit_id, level, tidy(name), parent_id)
        self._keep(place)
        self.added.append(place)
        return unit_id

    def _keep(self, place: Place) -> None:
        self._places[place.unit_id] = place
        if place.is_village:
            self._villages[place.parent_id].append(place)


def without_office(name: str) -> str:
    """ "UBND xã Đức Hợp" is Xã Đức Hợp: the unit, not its committee."""
    _, length = vocabulary.beginning("unit_office", name)
    rest = name[length:].strip()
    kind, _ = vocabulary.beginning("unit_kind", rest)
    return rest[0].upper() + rest[1:] if length and kind else name
