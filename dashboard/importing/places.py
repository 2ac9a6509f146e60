"""Units, villages and officials by their names: who is who, whatever the spelling.

Names match without regard to case, spaces and accents where that is unique, with or
without their kind (Xã, Thôn ...); each is shown as it was first imported (DESIGN 4).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import duckdb

from dashboard import sql
from dashboard.folding import fold, slug, tidy, toned, without_accents

_KIND = re.compile(
    r"(xã|xa|phường|phuong|thị trấn|thi tran|đặc khu|dac khu|huyện|huyen|quận|quan|thị xã|thi xa|"
    r"thành phố|thanh pho|tp\.?|tỉnh|tinh|thôn|thon|làng|lang|ấp|ap|bản|ban|buôn|buon|xóm|xom|"
    r"khu phố|khu pho|khu|tổ dân phố|to dan pho)\s+(?=\S)"
)
_LEVELS = {
    "tinh": "province",
    "huyen": "district",
    "quan": "district",
    "thi xa": "district",
    "thanh pho": "district",
}
_OFFICE = re.compile(r"(cong chuc|can bo)\s+(?=\S)")


@dataclass(frozen=True)
class Place:
    """A unit or village as the store knows it; parent_id is None where it is not known."""

    unit_id: str
    level: str
    name: str
    parent_id: str | None


class AmbiguousName(Exception):
    """A name that several known units bear: {name} and the units' ids."""


class Places:
    """The units of a store, with those that an import adds (`added`, in order)."""

    def __init__(self, known: Iterable[Place]):
        self._places: dict[str, Place] = {}
        self._villages: dict[str | None, list[Place]] = defaultdict(list)
        self.added: list[Place] = []
        for place in known:
            self._keep(place)

    @classmethod
    def of(cls, cursor: duckdb.DuckDBPyConnection) -> "Places":
        """The units in the store."""
        return cls(Place(*row) for row in sql.run(cursor, "all_units", "write").fetchall())

    def unit(self, name: str, level: str | None = None, parent_id: str | None = None) -> str:
        """The unit_id of a name above the villages, made when it is new.

        level None: what the name's kind says, a commune where it has none.
        Raises AmbiguousName when several units bear it and the parent does not decide.
        """
        if (known := self._places.get(name)) and known.level != "village":
            return known.unit_id
        if level is None:
            if len(spelled := self._spelled(name)) == 1:
                return spelled[0].unit_id
            level = _LEVELS.get(_bare(name)[0], "commune")
        same_level = [p for p in self._places.values() if p.level == level]
        if parent_id:
            same_level = [p for p in same_level if p.parent_id in (None, parent_id)]
        found = self._alike(name, same_level, {name})
        if len(found) > 1:
            raise AmbiguousName(name, ", ".join(p.unit_id for p in found))
        return found[0].unit_id if found else self._add(name, level, parent_id)

    def _spelled(self, name: str) -> list[Place]:
        """Units above the villages with the name's own kind and spelling, of any level."""
        kind, _ = _spelling(name)
        above = (p for p in self._places.values() if p.level != "village")
        return [p for p in above if kind and _spelling(p.name) == _spelling(name)]

    def villages(self, names: Iterable[str], unit_id: str) -> dict[str, str]:
        """The unit_id of each village name of one commune; new names are added."""
        wanted = sorted(dict.fromkeys(names), key=_is_plain)  # the accented spelling is shown
        found = {}
        for name in wanted:
            alike = self._alike(name, self._villages[unit_id], set(wanted))
            found[name] = (
                alike[0].unit_id if len(alike) == 1 else self._add(name, "village", unit_id)
            )
        return found

    def _alike(self, name: str, among: list[Place], sheet: set[str]) -> list[Place]:
        """Those with the name's spelling; failing that, the only one but for accents.

        Two names of one sheet that differ by an accent are two places; a name typed
        without any accent is the accented one.
        """
        if exact := [p for p in among if _same(_spelling(p.name), _spelling(name))]:
            return exact
        alike = [p for p in among if _same(_bare(p.name), _bare(name))]
        if len(alike) != 1 or _is_plain(name) or _is_plain(alike[0].name):
            return alike
        spellings = {_spelling(n)[1] for n in sheet if _same(_bare(n), _bare(name))}
        return alike if spellings == {_spelling(name)[1]} else []

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
        if place.level == "village":
            self._villages[place.parent_id].append(place)


class Officials:
    """Officials and bodies of each unit, shown as first imported."""

    def __init__(self, known: Iterable[tuple[str, str]]):
        self._names = {(unit, official_key(name)): name for unit, name in reversed(list(known))}

    @classmethod
    def of(cls, cursor: duckdb.DuckDBPyConnection) -> "Officials":
        """The officials in the store, by unit."""
        return cls(sql.run(cursor, "all_officials", "write").fetchall())

    def name(self, unit_id: str, written: str) -> str:
        """The official's name as first imported in this unit."""
        return self._names.setdefault((unit_id, official_key(written)), tidy(written))


def official_key(name: str) -> str:
    """What makes two spellings one official.

    >>> official_key("Công chức Văn hóa -  Xã hội") == official_key("văn hoá - xã hội")
    True
    """
    return _OFFICE.sub("", fold(name), count=1)


@cache
def _spelling(name: str) -> tuple[str, str]:
    """The name's kind ("" when it has none) and the rest, in lower case."""
    lower = tidy(name).lower()
    match = _KIND.match(lower)
    kind, rest = (match[1], lower[match.end() :]) if match else ("", lower)
    return toned(kind), toned(rest)


@cache
def _bare(name: str) -> tuple[str, str]:
    kind, rest = _spelling(name)
    return without_accents(kind), without_accents(rest)


def _is_plain(name: str) -> bool:
    return without_accents(tidy(name)) == tidy(name)


def _same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[1] == other[1] and (one[0] == other[0] or not (one[0] and other[0]))
