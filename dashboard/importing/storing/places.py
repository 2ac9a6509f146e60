"""Units and villages by their names: who is who, whatever the spelling.

Names match without regard to case, spaces and accents where that is unique, with or
without their kind (Xã, Thôn ...); each is shown as it was first imported (docs/formats.md). What
somebody said about a name goes before any likeness. A name that several units bear is told by
what it is said to lie in, then by the year, then by who imports it; else it is a question.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

import duckdb

from dashboard.addresses import LEVELS, Address, Part, address
from dashboard.folding import slug, tidy
from dashboard.importing.storing import unit_tree
from dashboard.importing.storing.decisions import Decisions
from dashboard.importing.storing.unit_facts import (
    NOWHERE,
    AmbiguousName,
    Found,
    Note,
    Spot,
    Taken,
    without_office,
)
from dashboard.importing.storing.unit_index import UnitIndex
from dashboard.importing.storing.unit_tree import Fit, Place
from dashboard.importing.wording import spelling, vocabulary
from dashboard.importing.wording.spelling import alike, is_plain
from dashboard.store import sql

__all__ = ["AmbiguousName", "Place", "Places", "Spot", "Taken", "without_office"]


class Places(UnitIndex):
    """The units of a store, with those that an import adds (`added`, in order).

    learned: unit_id -> the parent that was not known of it.
    """

    def __init__(self, known: Iterable[Place], decisions: Decisions | None = None):
        super().__init__(known)
        self.decisions = decisions or Decisions()
        self.added: list[Place] = []
        self.taken: dict[Taken, None] = {}
        self.notes: dict[str, Note] = {}
        self.learned: dict[str, str] = {}

    @classmethod
    def of(cls, cursor: duckdb.DuckDBPyConnection, decisions: Decisions | None = None) -> "Places":
        """The units in the store."""
        rows = sql.run(cursor, "all_units", "write").fetchall()
        return cls((Place(*row) for row in rows), decisions)

    def unit(
        self,
        name: str,
        level: str | None = None,
        parent_id: str | None = None,
        beside: Iterable[str] = (),
        spot: Spot = NOWHERE,
    ) -> str:
        """The unit_id of a name above the villages, made when it is new.

        level None: what the name's kind says, a commune where it has none. beside: the other
        names of its sheet. Raises AmbiguousName when several units bear it and nothing decides.
        """
        found = self._found(name, name, level, parent_id, beside, spot)
        if len(found.places) < 2:
            said = self.decisions.name("unit", "", name) or name
        else:  # what was said of a name of several holds for its own file only
            said = self.decisions.name_here("unit", name) or name
        if said != name:
            found = self._found(said, name, level, parent_id, beside, replace(spot, above=""))
        if len(found.places) > 1:
            labels = [self.label(place.unit_id) for place in found.places]
            raise AmbiguousName(name, found.places, labels)
        if not found.places:
            return self._new(name, found, parent_id, spot)
        (place,) = found.places
        if found.fit is Fit.MAYBE and found.where.above:
            self._learn(name, place, found.where, spot)
        return place.unit_id

    def _found(
        self,
        name: str,
        written: str,
        level: str | None,
        parent_id: str | None,
        beside: Iterable[str],
        spot: Spot,
    ) -> Found:
        if (known := self._places.get(name)) and not known.is_village:
            return Found([known], Fit.YES, Address(name), known.level)
        decided = name != written
        where = self.address_of(without_office(name))
        where = replace(where, own=without_office(where.own))
        level = level or self.level_of(where.own)
        if not where.above and not parent_id:
            where = replace(where, above=self._from_title(where.own, level, spot))
        where = replace(where, above=tuple(map(self._said_above, where.above)))
        own = spelling.place(where.own, False)
        among = [p for p in self.with_words(own) if p.level == level]
        if parent_id:
            among = [p for p in among if p.parent_id in (None, parent_id)]
        fits = {p.unit_id: unit_tree.fit(self._places, p, where.above, spot.year) for p in among}
        if not where.above:  # then the year tells namesakes apart, and speaks against no other
            fits = dict.fromkeys(fits, Fit.YES) if Fit.YES not in fits.values() else fits
        # Who answered with what it lies in, or that it is another, meant no other than that.
        is_apart = decided or self.decisions.is_kept_apart("unit", "", written)
        for least in (Fit.YES,) if is_apart and where.above else (Fit.YES, Fit.MAYBE):
            near = [p for p in among if fits[p.unit_id] is least]
            heads = map(_head, beside)
            if found := self._alike("unit", "", written, where.own, near, heads, decided):
                found = self._told_apart(self._as_shown(found, name), spot)
                return Found(found, least, where, level)
        return Found([], Fit.NO, where, level)

    def _as_shown(self, found: list[Place], name: str) -> list[Place]:
        """Of namesakes the one that is shown as it is written."""
        if len(found) < 2:
            return found
        return [p for p in found if self.label(p.unit_id) == tidy(name)] or found

    def _told_apart(self, found: list[Place], spot: Spot) -> list[Place]:
        """Of namesakes the one that the person named, or that lies in what they named."""
        if len(found) < 2 or not spot.option:
            return found
        if spot.option in self._places:
            named = [p for p in found if p.unit_id == spot.option]
        else:
            said = self.address_of(without_office(spot.option))
            parts = said.above or (Part(said.own, frozenset([self.level_of(said.own)])),)
            named = [
                p for p in found if unit_tree.fit(self._places, p, parts, spot.year) is Fit.YES
            ]
        return named if len(named) == 1 else found

    def _said_above(self, part: Part) -> Part:
        """A name above another, as somebody said that it is meant."""
        said = self.decisions.name("unit", "", part.name)
        known = self._places.get(said or "")
        return part._replace(name=known.name if known else said or part.name)

    def _from_title(self, own: str, level: str, spot: Spot) -> tuple[Part, ...]:
        """What the title says above a name of the level; of another unit of that level what it
        says is of that one alone."""
        if not spot.above:
            return ()
        said = self.address_of(spot.above)
        levels = frozenset([self.level_of(said.own)])
        is_own = spelling.place(said.own, False).is_alike(spelling.place(own, False))
        if levels == {level} and not is_own:
            return ()
        parts = (Part(said.own, levels), *said.above)
        rank = LEVELS.index(level)
        return tuple(part for part in parts if all(LEVELS.index(one) > rank for one in part.levels))

    def _new(self, written: str, found: Found, parent_id: str | None, spot: Spot) -> str:
        where = found.where
        parent_id = parent_id or self._parent(where.above, spot)
        unit_id = self.add(where.own, found.level, parent_id)
        own = self._places[unit_id]
        namesakes = [p for p in self.fellows(own) if p != own and own.spelling == p.spelling]
        if namesakes and where.above:
            known = "; ".join(self.label(p.unit_id) for p in namesakes)
            holes = {"unit": self.label(unit_id), "known": known, "first": namesakes[0].unit_id}
            self.notes[written] = Note("namesake_added", "warning", written, holes)
        return unit_id

    def _parent(self, above: tuple[Part, ...], spot: Spot) -> str | None:
        """The unit_id of the first of these, those above it made when they are new."""
        parent = None
        for part in reversed(above):
            parent = self.unit(
                part.name, self._level_above(part), parent, spot=Spot(year=spot.year)
            )
        return parent

    def _level_above(self, part: Part) -> str:
        """Of a city, which may be a district's or a province's, what the store or the reference
        knows."""
        if len(part.levels) == 1:
            return next(iter(part.levels))
        own = spelling.place(part.name, False)
        known = {p.level for p in self.with_words(own) if p.level in part.levels}
        if len(known) == 1:
            return known.pop()
        return "province" if vocabulary.exact("central_city", part.name) else "district"

    def _learn(self, written: str, place: Place, where: Address, spot: Spot) -> None:
        """The parent of a unit of which none was known; it is said, for it may be another."""
        if self.decisions.name("unit", "", written) is None:
            said = ", ".join(part.name for part in where.above)
            holes = {"unit": self.label(place.unit_id), "above": said, "own": where.own}
            holes["first"] = place.unit_id
            self.notes[written] = Note("unit_above_learned", "warning", written, holes)
        if place.parent_id is None and (parent := self._parent(where.above, spot)):
            self.learned[place.unit_id] = parent
            self._places[place.unit_id] = replace(place, parent_id=parent)

    def stands(
        self, unit_id: str, parent: str | None, since: date | None, until: date | None
    ) -> None:
        """A sheet of units says what a unit lies in and when it was valid."""
        place = self._places[unit_id]
        self._places[unit_id] = replace(
            place,
            parent_id=parent or place.parent_id,
            valid_from=since or place.valid_from,
            valid_to=until or place.valid_to,
        )

    def named(self, name: str, level: str) -> list[Place]:
        """The known units of a level that a name without more may stand for."""
        own = spelling.place(name, False)
        return [p for p in self.with_words(own) if p.level == level and p.spelling.agrees(own)]

    def villages(self, names: Iterable[str], unit_id: str | None) -> dict[str, str]:
        """The unit_id of each village name of one commune; new names are added.

        unit_id None: of no commune that anybody named.
        """
        wanted = sorted(dict.fromkeys(names), key=is_plain)  # the accented spelling is shown
        return {name: self._village(name, unit_id, wanted) for name in wanted}

    def _village(self, written: str, unit_id: str | None, beside: list[str]) -> str:
        name = self.decisions.name("village", unit_id or "", written) or written
        among = self._villages[unit_id]
        decided = name != written
        found = self._alike("village", unit_id or "", written, name, among, beside, decided)
        return found[0].unit_id if len(found) == 1 else self.add(name, "village", unit_id)

    def _alike(
        self,
        kind: str,
        unit: str,
        written: str,
        name: str,
        among: list[Place],
        beside: Iterable[str],
        decided: bool,
    ) -> list[Place]:
        """The places that a name may stand for; one taken in spite of its accents is noted,
        unless somebody decided on the name."""
        own = spelling.place(name, kind == "village")
        if self.decisions.is_kept_apart(kind, unit, written):
            same = [p for p in among if p.spelling.is_same(own)]
            return same[:1] if kind == "village" else same
        others = [spelling.place(n, kind == "village") for n in beside]
        found = alike(own, among, lambda p: p.spelling, [own, *others])
        if not decided and len(found) == 1 and not found[0].spelling.agrees(own):
            self.taken[Taken(kind, unit, written, found[0].name)] = None
        return self.decisions.joins.apart(found)

    def add(self, name: str, level: str, parent_id: str | None) -> str:
        """A new unit or village, whoever bears its name already; its unit_id."""
        stem = slug(name) or level
        if level == "village":
            stem = f"{parent_id}/{stem}"
        unit_id, number = stem, 1
        while unit_id in self._places:
            number += 1
            unit_id = f"{stem}-{number}"
        place = Place(unit_id, level, tidy(name), parent_id)
        self.keep(place)
        self.added.append(place)
        return unit_id


@lru_cache(maxsize=10_000)
def _head(name: str) -> str:
    """The name without what it is said to lie in, as far as the words alone tell."""
    return address(name).own
