"""The kinds of place and how they are written: data/reference/place_kinds.csv.

The queries read the same table (queries/schema/definitions/05_names.sql).
"""

import csv
from functools import cache
from typing import Literal, NamedTuple

from dashboard.config import REFERENCE
from dashboard.folding import fold, tidy, without_accents

# Villages are told from the units above them: "T." is Thôn of the ones and Tỉnh of the others.
Tier = Literal["village", "unit"]


class WrittenKind(NamedTuple):
    """One way of writing a kind: "t." is thôn; level is a village's or a unit's."""

    kind: str
    level: str
    spelling: str

    @property
    def tier(self) -> Tier:
        """village, or unit for every level above."""
        return "village" if self.level == "village" else "unit"


class PlaceName(NamedTuple):
    """A name apart: its kind, "" without one, and the folded rest."""

    kind: str
    key: str


@cache
def written_kinds() -> tuple[WrittenKind, ...]:
    """Every kind in each of its spellings, as in the file."""
    with (REFERENCE / "place_kinds.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(WrittenKind(**row) for row in csv.DictReader(stream))


def level_of(kind: str) -> str | None:
    """The level of a kind of place, None of no kind."""
    return next((row.level for row in written_kinds() if row.kind == kind), None)


@cache
def _prefixes(tier: Tier) -> tuple[tuple[str, str], ...]:
    """What a name begins with in lower case and the kind it says, the longest first."""
    found = set()
    for row in written_kinds():
        prefix = row.spelling if row.spelling.endswith(".") else f"{row.spelling} "
        if row.tier == tier:
            found |= {(prefix, row.kind), (without_accents(prefix), row.kind)}
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


def place_name(name: str, tier: Tier) -> PlaceName:
    """The kind and the key of a name, whatever its case and accents.

    >>> place_name("XÃ Đức Hợp", "unit"), place_name("t.đông", "village")
    (PlaceName(kind='xã', key='duc hop'), PlaceName(kind='thôn', key='dong'))
    """
    written = tidy(name).lower()
    for prefix, kind in _prefixes(tier):
        if written.startswith(prefix) and written != prefix:
            return PlaceName(kind, fold(written.removeprefix(prefix)))
    return PlaceName("", fold(written))


def village_key(name: str) -> str:
    """The folded name of a village without its kind.

    >>> village_key("Khóm Đông")
    'dong'
    """
    return place_name(name, "village").key


def unit_key(name: str) -> str:
    """The folded name of a unit above the villages without its kind.

    >>> unit_key("TP. Hà Nội")
    'ha noi'
    """
    return place_name(name, "unit").key
