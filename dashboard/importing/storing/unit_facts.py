"""What is asked, found and said of the name of a unit."""

from dataclasses import dataclass
from typing import NamedTuple

from dashboard.addresses import Address
from dashboard.folding import capital
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import NameQuestion
from dashboard.importing.storing.unit_tree import Fit, Place
from dashboard.importing.wording import vocabulary


@dataclass(frozen=True)
class Taken:
    """A name that was taken for a known one though its accents are others."""

    kind: str
    unit: str
    written: str
    name: str


# What is said of a unit on its sheet -> the same at the cell that writes it.
AT_CELL = {
    "unit_ambiguous": "unit_ambiguous_cell",
    "unit_of_no_place": "unit_of_no_place_cell",
    "namesake_added": "namesake_added_cell",
    "unit_above_learned": "unit_above_learned_cell",
}


class Note(NamedTuple):
    """What is said once of a name as written: a finding's code, severity and words."""

    code: str
    severity: str
    written: str
    holes: dict[str, str]


class AmbiguousName(Exception):
    """A name that several known units bear: it, the units' ids and how each is shown."""

    def __init__(self, name: str, places: list[Place], labels: list[str]):
        super().__init__(name, ", ".join(place.unit_id for place in places))
        self.name = name
        self.places = places
        self.labels = labels

    def asked(self, sheet: str) -> tuple[Finding, NameQuestion]:
        """What is said of it on a sheet, and what the page offers for an answer."""
        ids = tuple(place.unit_id for place in self.places)
        shown = [f"{label} = {one}" for label, one in zip(self.labels, ids, strict=True)]
        holes = {"units": "; ".join(shown), "first": ids[0], "label": self.labels[0]}
        finding = Finding("unit_ambiguous", "error", sheet, value=self.name, holes=holes)
        return finding, NameQuestion("unit", "", self.name, ids, shown=tuple(self.labels))


@dataclass(frozen=True)
class Spot:
    """Where a name stands: what the sheet's title says above it, the year, and the unit that
    the person named, which tells namesakes apart."""

    above: str = ""
    year: int | None = None
    option: str | None = None


NOWHERE = Spot()


class Found(NamedTuple):
    """The known units that a name may stand for; fit of the best, level of a new one."""

    places: list[Place]
    fit: Fit
    where: Address
    level: str


def without_office(name: str) -> str:
    """ "UBND xã Đức Hợp" is Xã Đức Hợp: the unit, not its committee."""
    _, length = vocabulary.beginning("unit_office", name)
    rest = name[length:].strip()
    kind, _ = vocabulary.beginning("unit_kind", rest)
    return capital(rest) if length and kind else name
