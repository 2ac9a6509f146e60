"""The units above the villages as a tree with dates: what lies in what, in which year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from dashboard.addresses import Part
from dashboard.importing.wording import provinces, spelling
from dashboard.importing.wording.spelling import Spelling

TWO_TIERS_FROM = 2025  # the year in which districts ended and provinces were joined


@dataclass(frozen=True)
class Place:
    """A unit or village as the store knows it; parent_id is None where it is not known."""

    unit_id: str
    level: str
    name: str
    parent_id: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None

    @property
    def is_village(self) -> bool:
        """Below the communes."""
        return self.level == "village"

    @property
    def spelling(self) -> Spelling:
        """How the name is written."""
        return spelling.place(self.name, self.is_village)

    def stood_in(self, year: int) -> bool:
        """Whether it was valid on some day of the year."""
        since, until = self.valid_from, self.valid_to
        return (since is None or since.year <= year) and (until is None or until.year >= year)

    def overlaps(self, since: date | None, until: date | None) -> bool:
        """Whether it was valid on some day between the two."""
        begins = self.valid_from is None or until is None or self.valid_from <= until
        return begins and (self.valid_to is None or since is None or since <= self.valid_to)


class Fit(IntEnum):
    """Does a place lie in what is said above it?"""

    NO = 0
    MAYBE = 1  # nothing speaks against it
    YES = 2


Places = Mapping[str, Place]


def ancestors(places: Places, place: Place) -> list[Place]:
    """What a place lies in, from below."""
    found: list[Place] = []
    above = places.get(place.parent_id or "")
    while above is not None and above not in found:
        found.append(above)
        above = places.get(above.parent_id or "")
    return found


def fit(places: Places, place: Place, above: Sequence[Part], year: int | None) -> Fit:
    """Whether the place may be the one that lies in all of this, in that year."""
    if year and not place.stood_in(year):
        return Fit.NO
    known = ancestors(places, place)
    return min((_fit(known, part, year) for part in above), default=Fit.YES)


def _fit(known: list[Place], part: Part, year: int | None) -> Fit:
    """Fit of one name above; a district's or province's successor is above from its year on."""
    best = Fit.MAYBE
    for place in known:
        if place.spelling.is_alike(_spelled(part)) or _are_one_province(place, part):
            return Fit.YES
        if _succeeds(place, part):
            ended = place.valid_to.year if place.valid_to else TWO_TIERS_FROM
            best = Fit.YES if year is None or year >= ended else Fit.NO
        elif place.level in part.levels and best is Fit.MAYBE:
            best = Fit.MAYBE if _preceded(place, part, year) else Fit.NO
    return best


def _code(part: Part) -> str | None:
    """Of a province; a city that may be a district's is none."""
    return provinces.province(part.name) if "province" in part.levels else None


def _are_one_province(place: Place, part: Part) -> bool:
    """By any of its names; "Thành phố Hưng Yên" is not "Tỉnh Hưng Yên"."""
    kinds = {spelling.place(part.name, False).kind, place.spelling.kind, ""}
    return _is_province(place, _code(part)) and len(kinds) < 3


def _is_province(place: Place, code: str | None) -> bool:
    return place.level == "province" and code is not None and code == provinces.province(place.name)


def _succeeds(place: Place, part: Part) -> bool:
    """Whether the name is that of what the place became."""
    if place.successor and spelling.place(place.successor, False).is_alike(_spelled(part)):
        return True
    old, new = provinces.province(place.name), _code(part)
    if place.level != "province" or old is None or new is None:
        return False
    return provinces.successor(old) == new


def _preceded(place: Place, part: Part, year: int | None) -> bool:
    """Whether a province of today is meant by the name of one that was joined to it."""
    old = _code(part)
    before = year is None or year <= TWO_TIERS_FROM
    return before and old is not None and _is_province(place, provinces.successor(old))


def _spelled(part: Part) -> Spelling:
    return spelling.place(part.name, False)


def label(places: Places, place: Place, namesakes: Sequence[Place]) -> str:
    """The name; where another unit of its level bears it (one of these), with what tells it
    apart."""
    others = [p for p in namesakes if p.unit_id != place.unit_id and p.level == place.level]
    said: list[str] = []
    for above in ancestors(places, place):
        if not others:
            break
        said.append(above.name)
        others = [p for p in others if said == [a.name for a in ancestors(places, p)][: len(said)]]
    if others:
        said = [place.unit_id]
    return f"{place.name} ({', '.join(said)})" if said else place.name
