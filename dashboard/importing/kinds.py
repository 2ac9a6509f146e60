"""The kinds of sheet: one row each, the only place that says what sets one apart from another.

A new kind is a row here, a file of its own in records/ that reads its rows, one in storing/ that
writes them, its headings in data/reference/columns.csv and its name in the texts (kind.<name>).
Readers and writers are named by their dotted path and found where they are used: the process
that reads must not import the store, and nothing here imports anything of importing.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, eq=False)  # each is itself alone: quick to look up, and to compare by `is`
class Kind:
    """What a sheet may be. Fields are those of columns.csv.

    record: the class of its records. reader: read(context) -> Rows; writer: its storing half.
    needs, some, at_least: a table is of the kind when it has all that it needs, and at least so
    many of some others. keys: fields of which one each makes a row a record. core: fields that
    are asked about where no column is theirs. alone: the field that may stand alone in a row.
    total: the field where the word of a total may stand in a row that has all keys, or ROW where
    that is anywhere in it; "" where such a row is always a record.
    template: the blank workbook that has a sheet for it, "" for none.
    """

    name: str
    record: str = ""
    reader: str = ""
    writer: str = ""
    needs: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    at_least: int = 0
    keys: tuple[tuple[str, ...], ...] = ()
    core: tuple[str, ...] = ()
    alone: str = ""
    total: str = ""
    template: str = ""
    is_dated: bool = False  # a sheet is about one year, each row about one unit
    is_survey: bool = False  # what it says changes the scores of its unit and year
    has_answers: bool = False  # beside its fields columns of questions; those of names are dropped
    has_sections: bool = False  # lines between the rows may be headings of those below
    is_signed: bool = False  # signatures are written in the columns of its records
    is_published: bool = False  # scores of provinces and years, known by these, not by its fields
    is_of_places: bool = False  # its rows are the units and villages themselves

    @property
    def goes_with_answers(self) -> bool:
        """Part of a survey and no answers: it is about the units that answer beside it."""
        return self.is_survey and not self.has_answers

    @property
    def has_fields_only(self) -> bool:
        """A column that is none of its fields has no meaning."""
        return not (self.has_answers or self.is_published)

    def is_met_by(self, fields: set[str], has_questions: bool) -> bool:
        """Whether these fields, and columns of questions, make a table of the kind; never of one
        that needs none, for it is known by something else."""
        if not self.needs or (self.has_answers and not has_questions):
            return False
        return self.needs <= fields and len(self.some & fields) >= self.at_least


ROW = "row"

TASKS = Kind(
    "tasks",
    record="dashboard.importing.model.records.Task",
    reader="dashboard.importing.records.tasks.read",
    writer="dashboard.importing.storing.writer.Writer._write_tasks",
    needs=frozenset({"text"}),
    some=frozenset({"lead", "due", "progress", "support", "component"}),
    at_least=2,
    keys=(("text",), ("lead", "support", "due")),
    core=("lead", "due"),
    alone="text",
    template="tasks",
    is_dated=True,
    has_sections=True,
    is_signed=True,
)
ANSWERS = Kind(
    "answers",
    record="dashboard.importing.model.records.Respondent",
    reader="dashboard.importing.records.respondents.read",
    writer="dashboard.importing.storing.writer.Writer._write_answers",
    needs=frozenset({"village"}),
    some=frozenset({"sex", "age", "form"}),
    at_least=1,
    keys=(("village",), ("form", "timestamp", "sex", "age")),
    template="survey",
    is_dated=True,
    is_survey=True,
    has_answers=True,
)
QUESTIONS = Kind(
    "questions",
    record="dashboard.importing.model.records.QuestionRow",
    reader="dashboard.importing.records.questions.read",
    writer="dashboard.importing.storing.writer.Writer._write_questions",
    needs=frozenset({"code", "component", "low", "high"}),
    keys=(("code",), ("low", "high")),
    total=ROW,
    template="survey",
    is_dated=True,
    is_survey=True,
)
POPULATION = Kind(
    "population",
    record="dashboard.importing.model.records.Population",
    reader="dashboard.importing.records.questions.read_population",
    writer="dashboard.importing.storing.writer.Writer._write_population",
    needs=frozenset({"village", "adults"}),
    keys=(("village",), ("adults",)),
    total=ROW,
    template="survey",
    is_dated=True,
    is_survey=True,
    is_signed=True,
)
SCORES = Kind(
    "scores",
    record="dashboard.importing.model.records.ScoreRow",
    reader="dashboard.importing.scores.score_rows.read",
    writer="dashboard.importing.storing.published_scores.write",
    is_published=True,
)
ACTIVITIES = Kind(
    "activities",
    record="dashboard.importing.model.records.Activity",
    reader="dashboard.importing.records.activities.read",
    writer="dashboard.importing.storing.writer.Writer._write_activities",
    needs=frozenset({"date"}),
    some=frozenset({"channel", "subject", "finding", "performer"}),
    at_least=1,
    keys=(("date",),),
    core=("channel",),
    alone="date",
    total="date",
    template="activities",
    is_dated=True,
)
UNITS = Kind(
    "units",
    record="dashboard.importing.model.records.UnitRow",
    reader="dashboard.importing.records.units.read",
    writer="dashboard.importing.storing.commit._unit_rows",
    needs=frozenset({"level", "name"}),
    keys=(("level",), ("name",)),
    template="units",
    is_of_places=True,
)

KINDS = (TASKS, ANSWERS, QUESTIONS, POPULATION, SCORES, ACTIVITIES, UNITS)
UNKNOWN = Kind("unknown")  # what no kind is
_BY_NAME = {kind.name: kind for kind in (*KINDS, UNKNOWN)}


def kind_of(name: str) -> Kind:
    """The kind that a SheetReading's kind names. Raises KeyError for a name that is none's."""
    return _BY_NAME[name]


def resolve(path: str) -> Callable[..., Any]:
    """The reader, writer or record that a dotted path names."""
    found: Callable[..., Any] = pkgutil.resolve_name(path)
    return found
