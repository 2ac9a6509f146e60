"""One record a row of a table. row is the row number seen in Excel (1 is the first).

Names are as written: storing resolves them to the units and villages it knows.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True)
class Question:
    """A question of a questionnaire: its sub-dimension, range, direction and coding text."""

    code: str
    component: str
    text: str
    low: float
    high: float
    reversed: bool = False
    coding: str = ""


@dataclass(frozen=True)
class Task:
    row: int
    unit: str | None
    component: str | None
    text: str
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    area: str = ""
    whole_unit: bool = True
    villages: tuple[str, ...] = ()
    due_text: str = ""
    due: date | None = None  # None: recurring work, or no due date
    recurring: bool = False
    product: str = ""
    progress: float | None = None  # 0 to 1
    done: date | None = None
    result_h1: str = ""
    result_year: str = ""
    note: str = ""
    cancelled: bool = False


class Respondent(NamedTuple):
    """A questionnaire form. What was answered stands in its sheet's answers, in the form's row.

    A tuple: of a survey a hundred thousand are made and handed over by the process apart.
    """

    row: int
    unit: str | None
    village: str
    form: str
    sex: str | None = None  # "Nam" or "Nữ"
    age: int | None = None
    interviewed_on: date | None = None


@dataclass(frozen=True)
class QuestionRow:
    row: int
    question: Question


@dataclass(frozen=True)
class Population:
    row: int
    unit: str | None
    village: str
    adults: int


@dataclass(frozen=True)
class Activity:
    row: int
    unit: str | None
    held_on: date
    kind: str  # "Truyền thông" or "Giám sát"
    channel: str = ""
    subject: str = ""
    component: str | None = None
    area: str = ""
    minutes: float | None = None
    times: float | None = None
    people: float | None = None
    performer: str = ""
    finding: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class UnitRow:
    row: int
    level: str  # "province", "district", "commune" or "village"
    name: str
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    official: str | None = None


@dataclass(frozen=True)
class PublishedScore:
    """A province's published score of a component in a year; score None: withheld."""

    year: int
    province: str  # its code, P21
    component: str
    score: float | None
    cell: str


@dataclass(frozen=True)
class ScoreRow:
    """The scores of one row of a table of scores, whichever way the table lies."""

    row: int
    scores: tuple[PublishedScore, ...]


Record = Task | Respondent | QuestionRow | Population | Activity | UnitRow | ScoreRow
