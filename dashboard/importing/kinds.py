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


@dataclass(frozen=True, eq=False, repr=False)  # each is equal to itself alone
class Kind:
    """What a sheet may be. Fields are those of columns.csv.

    reader: read(context) -> Rows; writer: its storing half, write(new, judged).
    needs, some, at_least: a table is of the kind when it has all that it needs, and at least so
    many of some others. keys: fields of which one each makes a row a record. core: fields that
    are asked about where no column is theirs. alone: the field that may stand alone in a row.
    total: the field where the word of a total may stand in a row that has all keys, or ROW where
    that is anywhere in it; "" where such a row is always a record.
    template: the blank workbook that has a sheet for it, "" for none. page: the page that shows
    what was imported of it (page_list.py).
    """

    name: str
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
    page: str = "overview"
    is_dated: bool = False  # a sheet is about one year, each row about one unit
    is_survey: bool = False  # what it says changes the scores of its unit and year
    has_answers: bool = False  # beside its fields columns of questions; those of names are dropped
    has_sections: bool = False  # lines between the rows may be headings of those below
    is_signed: bool = False  # signatures are written in the columns of its records
    is_published: bool = False  # scores of provinces and years, known by these, not by its fields

    def __repr__(self) -> str:
        return f"<Kind {self.name}>"

    @property
    def goes_with_answers(self) -> bool:
        """Part of a survey and no answers: it is about the units that answer beside it."""
        return self.is_survey and not self.has_answers

    def is_met_by(self, fields: set[str], has_questions: bool) -> bool:
        """Whether these fields, and columns of questions, make a table of the kind; never of one
        that needs none, for it is known by something else."""
        return bool(self.needs) and not self.lacks(fields, has_questions)

    def lacks(self, fields: set[str], has_questions: bool) -> int:
        """How many fields more would make them a table of the kind."""
        lacking = len(self.needs - fields) + max(0, self.at_least - len(self.some & fields))
        return lacking + (self.has_answers and not has_questions)


ROW = "row"

TASKS = Kind(
    "tasks",
    reader="dashboard.importing.records.tasks.read",
    writer="dashboard.importing.storing.write_tasks.write",
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
    page="officials",
)
ANSWERS = Kind(
    "answers",
    reader="dashboard.importing.records.respondents.read",
    writer="dashboard.importing.storing.write_survey.write_answers",
    needs=frozenset({"village"}),
    some=frozenset({"sex", "age", "form"}),
    at_least=1,
    keys=(("village",), ("form", "timestamp", "sex", "age")),
    template="survey",
    is_dated=True,
    is_survey=True,
    has_answers=True,
    page="components",
)
QUESTIONS = Kind(
    "questions",
    reader="dashboard.importing.records.questions.read",
    writer="dashboard.importing.storing.write_survey.write_questions",
    needs=frozenset({"code", "component", "low", "high"}),
    keys=(("code",), ("low", "high")),
    total=ROW,
    template="survey",
    is_dated=True,
    is_survey=True,
    page="components",
)
POPULATION = Kind(
    "population",
    reader="dashboard.importing.records.population.read",
    writer="dashboard.importing.storing.write_survey.write_population",
    needs=frozenset({"village", "adults"}),
    keys=(("village",), ("adults",)),
    total=ROW,
    template="survey",
    is_dated=True,
    is_survey=True,
    is_signed=True,
    page="components",
)
SCORES = Kind(
    "scores",
    reader="dashboard.importing.scores.score_rows.read",
    writer="dashboard.importing.storing.published_scores.write",
    is_published=True,
    page="compare",
)
ACTIVITIES = Kind(
    "activities",
    reader="dashboard.importing.records.activities.read",
    writer="dashboard.importing.storing.write_activities.write",
    needs=frozenset({"date"}),
    some=frozenset({"channel", "subject", "finding", "performer"}),
    at_least=1,
    keys=(("date",),),
    core=("channel",),
    alone="date",
    total="date",
    template="activities",
    is_dated=True,
    page="communication",
)
UNITS = Kind(
    "units",
    reader="dashboard.importing.records.units.read",
    writer="dashboard.importing.storing.write_units.write",
    needs=frozenset({"level", "name"}),
    keys=(("level",), ("name",)),
    template="units",
)
# Every kind, in the order in which they are looked for.

KINDS: tuple[Kind, ...] = (
    TASKS,
    ANSWERS,
    QUESTIONS,
    POPULATION,
    SCORES,
    ACTIVITIES,
    UNITS,
)
UNKNOWN = Kind("unknown")  # what no kind is
PACKAGE = Kind("package", page="compare")  # a commune's signed figures (packages/), no sheet
_BY_NAME = {kind.name: kind for kind in (*KINDS, UNKNOWN, PACKAGE)}


def kind_of(name: str) -> Kind:
    """The kind that a SheetReading's kind names. Raises KeyError for a name that is none's."""
    return _BY_NAME[name]


def resolve(path: str) -> Callable[..., Any]:
    """The reader or writer that a dotted path names."""
    found: Callable[..., Any] = pkgutil.resolve_name(path)
    return found
