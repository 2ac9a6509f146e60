"""An import as a chain of values: a Reading is Prepared, Judged, then Written (commit.py).

Each is made by one function, from the one before it, and never changed.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from dashboard.importing.kinds import Kind
from dashboard.importing.model.reading import (
    Changes,
    NameQuestion,
    Options,
    Reading,
    RecordQuestion,
)
from dashboard.importing.storing.decisions import Decisions, Key
from dashboard.importing.storing.places import Places
from dashboard.importing.storing.scopes import Scope

Row = dict[str, object]


class Earlier(NamedTuple):
    """A standing import of the same bytes, read with the same options: does it know all that
    was said since about the headings of its layouts, and about its names?"""

    import_id: int
    knows_layouts: bool
    knows_names: bool


@dataclass(frozen=True)
class Prepared:
    """A reading beside what the store and the person know of it.

    complete: it was said to hold all rows of its kinds, units and years, and none is refused.
    meanings: rows of column_meaning that are news. names: those in the file, as answers know
    them; none where nobody has answered anything. settles: it was answered whether the file is
    right where it disagrees with what was typed.
    """

    reading: Reading
    options: Options
    said_complete: bool
    complete: bool
    meanings: list[Row]
    decisions: Decisions
    names: set[Key]
    earlier: list[Earlier]
    settles: bool = False

    @property
    def has_news_of_names(self) -> bool:
        """An answer about one of its names is not remembered yet."""
        return self.decisions.news(self.names)

    @property
    def is_unchanged(self) -> bool:
        """It stands in the store already, read as it would be read now."""
        if self.meanings or self.has_news_of_names or self.settles:
            return False
        return any(known.knows_layouts and known.knows_names for known in self.earlier)

    @property
    def outdated(self) -> list[int]:
        """The imports of the same bytes that give way to this one."""
        has_news = self.has_news_of_names or self.settles
        return [known.import_id for known in self.earlier if has_news or not known.knows_names]


@dataclass(frozen=True)
class Judged:
    """What is to be written: every row has its unit and year, what may not stand is refused.

    units: rows of unit_row. again: units and years whose scores change since earlier imports
    of the file give way.
    """

    reading: Reading
    complete: bool
    places: Places
    units: list[Row]
    scopes: list[Scope]
    again: frozenset[tuple[str, int]]

    def scopes_of(self, kind: Kind) -> list[Scope]:
        """Those of a kind that hold records, in the order of their units."""
        found = (s for s in self.scopes if s.kind is kind and s.records)
        return sorted(found, key=lambda scope: scope.unit)


@dataclass(frozen=True)
class Written:
    """What the store has now. reading: with every finding; changes by SheetReading.key."""

    import_id: int
    written_at: datetime
    reading: Reading
    scopes: list[Scope]
    changes: dict[tuple[str, int], Changes] = field(default_factory=dict)
    name_questions: tuple[NameQuestion, ...] = ()
    record_questions: tuple[RecordQuestion, ...] = ()
