"""Officials and bodies of each unit by any of their spellings, shown as first imported."""

from collections import defaultdict
from collections.abc import Iterable

import duckdb

from dashboard.folding import tidy
from dashboard.importing.storing.decisions import Decisions
from dashboard.importing.storing.places import Places, Taken
from dashboard.importing.wording.name_lists import is_person
from dashboard.importing.wording.offices import office
from dashboard.importing.wording.spelling import Spelling, alike
from dashboard.store import sql


class Officials:
    """The officials of a store, with those that an import adds (`added`: unit, name)."""

    def __init__(
        self,
        known: Iterable[tuple[str, str]],
        places: Places | None = None,
        decisions: Decisions | None = None,
    ):
        self._places = places
        self._decisions = decisions or Decisions()
        self._names: dict[str, list[str]] = defaultdict(list)
        self._found: dict[tuple[str, str], str] = {}
        self.added: list[tuple[str, str]] = []
        self.taken: dict[Taken, None] = {}
        for unit, name in known:
            self._names[unit].append(name)

    @classmethod
    def of(cls, cursor: duckdb.DuckDBPyConnection, places: Places) -> "Officials":
        """The officials in the store, by unit."""
        known = sql.run(cursor, "all_officials", "write").fetchall()
        return cls(known, places, places.decisions)

    def names(self, unit_id: str) -> list[str]:
        """The officials known of a unit."""
        return self._names[unit_id]

    def spelling(self, unit_id: str, name: str) -> Spelling:
        """How a name is written in a unit, whose own name may end it."""
        return office(name, self._places[unit_id].name if self._places else "")

    def resolve(self, unit_id: str, names: Iterable[str]) -> None:
        """Make the names of one sheet known together: two that differ by an accent are two."""
        wanted = [name for name in dict.fromkeys(names) if (unit_id, name) not in self._found]
        beside = [self.spelling(unit_id, name) for name in wanted]
        for name in wanted:
            self._found[unit_id, name] = self._resolved(unit_id, name, beside)

    def name(self, unit_id: str, written: str) -> str:
        """The official's name as first imported in this unit."""
        if (unit_id, written) not in self._found:
            self.resolve(unit_id, [written])
        return self._found[unit_id, written]

    def _resolved(self, unit_id: str, written: str, beside: list[Spelling]) -> str:
        name = self._decisions.name("official", unit_id, written) or written
        own = self.spelling(unit_id, name)
        found = self._alike(unit_id, written, name, own, beside)
        if found:
            return found[0]
        self._names[unit_id].append(tidy(name))
        self.added.append((unit_id, tidy(name)))
        return tidy(name)

    def _alike(
        self, unit_id: str, written: str, name: str, own: Spelling, beside: list[Spelling]
    ) -> list[str]:
        """The official that a name stands for; two people are never one for their accents."""
        known = self._names[unit_id]

        def spelled(name: str) -> Spelling:
            return self.spelling(unit_id, name)

        if self._decisions.is_kept_apart("official", unit_id, written) or is_person(name):
            found = [n for n in known if spelled(n).is_same(own)]
            plain = [n for n in known if is_person(name) and spelled(n).agrees(own)]
            return found[:1] or (plain if len(plain) == 1 else [])
        found = alike(own, known, spelled, [own, *beside])
        if name == written and len(found) == 1 and not spelled(found[0]).agrees(own):
            self.taken[Taken("official", unit_id, written, found[0])] = None
        return found if len({spelled(n) for n in found}) == 1 else []
