"""The units and villages of a store, looked up by id, by words, and by what they lie in."""

from collections import defaultdict
from collections.abc import Iterable

from dashboard import place_kinds
from dashboard.addresses import Address, address
from dashboard.folding import tidy
from dashboard.importing.storing import unit_tree
from dashboard.importing.storing.unit_facts import without_office
from dashboard.importing.storing.unit_tree import Place
from dashboard.importing.wording import provinces, spelling
from dashboard.importing.wording.spelling import Spelling


class UnitIndex:
    """Places by id; those above the villages by the words of their names, too."""

    def __init__(self, known: Iterable[Place]):
        self._places: dict[str, Place] = {}
        self._villages: dict[str | None, list[Place]] = defaultdict(list)
        self._by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for place in known:
            self.keep(place)

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

    def label(self, unit_id: str) -> str:
        """The name of a unit; with its district where another bears the name."""
        place = self._places[unit_id]
        namesakes = [p for p in self.with_words(place.spelling) if p.spelling == place.spelling]
        return unit_tree.label(self._places, place, namesakes)

    def names_in(self, written: str) -> list[str]:
        """The unit itself and what it is said to lie in, each name as written."""
        where = self.address_of(without_office(written))
        return [where.own, *(part.name for part in where.above)]

    def address_of(self, name: str) -> Address:
        """The name apart, unless a known unit bears all of it."""
        name = tidy(name)
        whole = spelling.place(name, False)
        if any(p.spelling.is_same(whole) for p in self.with_words(whole)):
            return Address(name)
        return address(name, self.levels_of)

    def levels_of(self, name: str) -> set[str]:
        own = spelling.place(name, False)
        known = {p.level for p in self.with_words(own) if p.level != "commune"}
        return known | ({"province"} if provinces.province(name) else set())

    def with_words(self, own: Spelling) -> list[Place]:
        """The units above the villages of these words, whatever their accents."""
        return [self._places[unit_id] for unit_id in self._by_words[own.bare]]

    def level_of(self, name: str) -> str:
        """That of the only level whose known units bear the name, else what its kind says."""
        own = spelling.place(name, False)
        known = {p.level for p in self.with_words(own) if own.kind and p.spelling == own}
        return known.pop() if len(known) == 1 else place_kinds.level_of(own.kind) or "commune"

    def keep(self, place: Place) -> None:
        self._places[place.unit_id] = place
        if place.is_village:
            self._villages[place.parent_id].append(place)
        else:
            self._by_words[place.spelling.bare].append(place.unit_id)
