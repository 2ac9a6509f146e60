"""Rows of the frames that list what there is: units, periods, components, imports."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd


class UnitRow(NamedTuple):
    """A unit with data (Readings.units); what it lacks is no text. unit: the name, where two
    bear it with what it lies in; name: without that; parent_id: of the unit above;
    valid_to: its last day; package_years: of signed packages of communes below it."""

    unit_id: str
    unit: str
    level: str
    parent: object
    province: object
    is_simulated: bool
    survey_years: Sequence[int]
    plan_years: Sequence[int]
    name: str
    activity_years: Sequence[int]
    parent_id: object = None
    valid_to: Any = None
    successor: object = None
    package_years: Sequence[int] = ()


class PeriodRow(NamedTuple):
    """A reporting period of a plan's year (Readings.periods); kind: Y or H1."""

    period: str
    starts: pd.Timestamp
    ends: pd.Timestamp
    due: pd.Timestamp

    @property
    def kind(self) -> str:
        """Y (the whole year) or H1."""
        return self.period.rsplit("-", 1)[1]

    @property
    def year(self) -> int:
        """The plan's year."""
        return int(self.period[:4])


class SubmissionRow(NamedTuple):
    """An official's results of a period (PeriodReadings.submissions); "" is nobody."""

    official: str
    tasks: int
    filled: int
    last_change: pd.Timestamp
    submitted: bool
    days_late: float


class RemarkRow(NamedTuple):
    """A record (RemarkReadings.every); subject: as it is shown, text: "" of one that withdraws."""

    id: int
    about: str
    about_key: str
    subject: str
    kind: str
    text: str
    written_by: str
    written_at: pd.Timestamp


class ComponentRow(NamedTuple):
    """A row of the index tree (Readings.components, SurveyReadings.tree)."""

    component: str
    parent: str | None
    level: str
    name: str
    full_name: str
    scale_low: float
    scale_high: float


class BreakRow(NamedTuple):
    """A year from which a component ("*" for all) can't be compared with earlier ones."""

    year: int
    component: str
    reason: str


class ImportRow(NamedTuple):
    """An import with what became of its rows (Readings.imports)."""

    import_id: int
    file: str
    imported_at: pd.Timestamp
    kinds: object
    rows_imported: int
    rows_refused: int
    simulated: bool
    undone: bool
    original_kept: bool
    batch: Any  # its number; NA of a file that came alone


class FormRow(NamedTuple):
    """Where the answers of one respondent stand (SurveyReadings.question_rows)."""

    source_file: str
    source_sheet: str
    source_row: int


class UrgentRow(NamedTuple):
    """A task to be urged (PlanReadings.follow_up); one of several officials has several."""

    task_id: str
    task: str
    component: str
    official: str
    due: pd.Timestamp
    days_late: float
    is_overdue: bool


class NameRow(NamedTuple):
    """A name with what it is counted with (Readings.names); "above" is a place's parent,
    valid_from and valid_to its first and last day."""

    kind: str
    unit: str
    name: str
    counted_as: object
    times: int
    above: str
    unit_id: str
    name_id: str
    valid_from: Any
    valid_to: Any
    successor: object

    @property
    def key(self) -> str:
        """As what the store shows it under (Readings.shown)."""
        return f"{self.kind} {self.unit_id} {self.name_id}"

    @property
    def is_joined(self) -> bool:
        """It is counted with another."""
        return isinstance(self.counted_as, str)


class NameActionRow(NamedTuple):
    """A name in an action (Readings.name_actions): it became target."""

    action_id: int
    deed: str
    kind: str
    unit: str
    name: str
    target: str
    acted_at: pd.Timestamp
