"""The figures of documents: rows with their texts, drawn for paper, screen and office alike.

A figure that may not be shown is None here, and its text says so ("ẩn"): no writer has it, in no
cache, workbook, note or alternative text.
"""

from dataclasses import dataclass
from typing import TypeAlias

from dashboard.documents.model.cleaning import Clean
from dashboard.documents.model.numbered import Number, Said


@dataclass(frozen=True)
class LevelRow(Clean):
    """A component of two years. verdict: up, down, unclear, not_comparable or ""; word: its sign
    and word ("▲ tăng rõ rệt"); low, high: the interval of the change, drawn and not printed.

    Levels print before and after, Changes print change and word: what a kind does not print
    it does not get (None, "")."""

    code: str
    name: str
    before: Number | None
    before_text: str
    after: Number | None
    after_text: str
    change: Number | None = None
    change_text: str = ""
    low: Number | None = None
    high: Number | None = None
    verdict: str = ""
    word: str = ""


@dataclass(frozen=True)
class Levels(Clean):
    """Two years' scores on one scale, a row a component; of one year alone year_from is year_to."""

    rows: tuple[LevelRow, ...]
    year_from: int
    year_to: int
    low: float
    high: float
    alt: str

    @property
    def compares(self) -> bool:
        """Whether there is a year before."""
        return self.year_from < self.year_to


@dataclass(frozen=True)
class Changes(Clean):
    """The same rows' differences with their intervals, zero in the middle."""

    rows: tuple[LevelRow, ...]
    year_from: int
    year_to: int
    alt: str


@dataclass(frozen=True)
class StateCount(Clean):
    """How many tasks are in a state (dashboard/states.py), and its name."""

    state: str
    name: str
    count: Number


@dataclass(frozen=True)
class DoneRow(Clean):
    """Who, how many tasks in which state, how many are due by now, and what is said of them."""

    name: str
    counts: tuple[StateCount, ...]
    due: int | None
    text: Said


@dataclass(frozen=True)
class Completion(Clean):
    """Tasks by official (or unit), stacked by state, a tick where those due end."""

    rows: tuple[DoneRow, ...]
    alt: str
    due_name: str = ""  # what the tick is called in the key


@dataclass(frozen=True)
class SpanRow(Clean):
    """A unit's score with its interval. word: its place or verdict; verdict: above, below,
    unclear or ""; is_own: the unit the document is of."""

    name: str
    estimate: Number | None
    text: str
    low: Number | None = None
    high: Number | None = None
    word: Said = Said("")
    verdict: str = ""
    is_own: bool = False


@dataclass(frozen=True)
class Spans(Clean):
    """Scores of villages or communes beside each other, the highest first."""

    rows: tuple[SpanRow, ...]
    alt: str
    middle: Number | None = None  # the whole's score, a line across
    middle_name: str = ""


@dataclass(frozen=True)
class HeatCell(Clean):
    """A score and how far it is from the whole: step -3..3, None where nothing is shown."""

    text: str
    number: Number | None = None
    step: int | None = None


@dataclass(frozen=True)
class HeatRow(Clean):
    """A village's cells, one a column."""

    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True)
class Heat(Clean):
    """Villages by component: a table whose cells are coloured."""

    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    alt: str
    key: tuple[tuple[int, str], ...] = ()  # what a step means


Figure: TypeAlias = Levels | Changes | Completion | Spans | Heat
