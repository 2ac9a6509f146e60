"""The values the stages of an import hand on: sheet as found -> what was understood.

read -> RawBook; understand -> Reading, one SheetReading a sheet. Nothing here knows the
store: names are as written, commit resolves them to the units and villages it knows.
"""

from array import array
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from dashboard.folding import fold

KINDS = ("tasks", "answers", "questions", "population", "scores", "activities", "units", "unknown")
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Signs:
    """What a sheet says of its cells beside their values, as far as its file tells.

    Cells are (row, column), all counted from 0. encoding: the one before Unicode in which the
    texts were typed (TCVN3, VNI), or "". divisors: cells whose number format writes per cents ->
    what to divide their number by to have a share. capitals: cells in a font whose small
    letters look like capitals. unvalued: formulas without a value. errors: cell -> "#REF!".
    """

    encoding: str = ""
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    divisors: dict[tuple[int, int], int] = field(default_factory=dict)
    capitals: frozenset[tuple[int, int]] = frozenset()
    unvalued: tuple[tuple[int, int], ...] = ()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True)
class CodedColumn:
    """A column of a large table. values: the few in it; codes: the place there of each row's."""

    values: list[object]
    codes: array


@dataclass(frozen=True)
class RawSheet:
    """Cells as the file holds them (None, str, float, int, bool, date, datetime), from A1.

    tall: merged cells of several rows, each ((first row, column), (last row, column)) from 0;
    only the first of such cells holds the value. is_part: cells of other tables are left out.
    coded: the columns as the file has them, none where the rows were not read from one.
    """

    name: str
    rows: list[list[object]]
    hidden: bool = False
    tall: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    signs: Signs = Signs()
    is_part: bool = False
    coded: tuple[CodedColumn, ...] = ()


@dataclass(frozen=True)
class RawBook:
    """A file's sheets in their order. sha256 is of the file's bytes."""

    file: str
    sha256: str
    sheets: list[RawSheet]


@dataclass(frozen=True)
class Finding:
    """One remark on one place. code names its sentence: texts finding.<code>.

    cell is "F23", or "" when the remark is on the whole sheet or file; column is the
    heading above the cell; value is as typed; holes are further words for the sentence.
    """

    code: str
    severity: str
    sheet: str = ""
    cell: str = ""
    column: str = ""
    value: str = ""
    holes: dict[str, str] = field(default_factory=dict)


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
class Known:
    """What the program knows before it reads a file, from data/reference and the store.

    components: (code, level, Vietnamese name, first year, last year or None).
    questions: the newest known questionnaire of any unit, by folded code: answers that come
    without a questions sheet are read by it.
    meanings: layout -> folded heading -> field, as people said before.
    """

    components: tuple[tuple[str, str, str, int, int | None], ...]
    questions: dict[str, Question] = field(default_factory=dict)
    meanings: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Options:
    """What the person said about the file: the year overrules the file's own, the unit is
    for a file that names none.

    columns maps a heading as written, or a column's letter, to a field
    ("Người thực hiện" -> "lead").
    same answers questions about near names: as written -> the known name it is, or itself.
    """

    year: int | None = None
    unit: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NameQuestion:
    """A name that may be a known one mistyped: is it one of the candidates, or another?

    kind: unit, village or official; unit is the commune's name, "" for a unit. taken: the
    candidate it was taken for meanwhile (only accents differ), "" where it was kept apart.
    Options.same answers it.
    """

    kind: str
    unit: str
    written: str
    candidates: tuple[str, ...]
    taken: str = ""


# One record a row of a table. row is the row number seen in Excel (1 is the first).


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


@dataclass(frozen=True)
class Column:
    """A column as understood: field is a field's name, a question's code, or "" for none."""

    letter: str
    heading: str
    field: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubt:
    """A field that each of these columns could be; taken is the one that was taken, or ""."""

    field: str
    columns: tuple[str, ...]
    taken: str


@dataclass(frozen=True)
class SheetReading:
    """What was understood of one sheet. Rows that are blank are not counted.

    rows_read = rows_imported + rows_refused + rows_recognised, where rows_imported is
    len(records) and rows_recognised counts titles, headings, sections, column numbers,
    totals, signatures and notes.
    columns: field -> column letter; fields that the table lacks are not in it.
    year, unit: what the title, the sheet's name or the file's name says, or None.
    part: the number of the table in its sheet, from 0, where a sheet holds several.
    layout: what tables with these headings have in common. preview: every column with a
    heading; for a sheet without a known table, those that it may have.
    answers: question code -> the answers in the sheet's rows, from its first: a number, or why
    there is none: "blank", "dont_know", "refused" or "impossible".
    """

    sheet: str
    kind: str
    year: int | None = None
    unit: str | None = None
    simulated: bool = False
    records: list[Record] = field(default_factory=list)
    rows_refused: int = 0
    rows_recognised: int = 0
    columns: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)  # column letter -> heading as written
    findings: list[Finding] = field(default_factory=list)
    layout: str = ""
    preview: tuple[Column, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    part: int = 0
    answers: dict[str, CodedColumn] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, int]:
        """What tells this table from the others of its file."""
        return self.sheet, self.part

    @property
    def headings(self) -> set[str]:
        """The headings, folded, and the letters of their columns: what Options.columns names."""
        return {fold(word) for pair in self.labels.items() for word in pair}

    def __getstate__(self) -> dict[str, object]:
        """Forms by column: on their way from the process apart they take a fifth of the time."""
        if self.kind != "answers":
            return vars(self)
        return {**vars(self), "records": list(zip(*self.records, strict=True))}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        if self.kind == "answers":
            forms = map(Respondent._make, zip(*self.records, strict=True))
            vars(self)["records"] = list(forms)

    def answers_of(self, form: Respondent) -> dict[str, float | str]:
        """Question code -> the answer of one form."""
        return {code: c.values[c.codes[form.row - 1]] for code, c in self.answers.items()}

    @property
    def rows_imported(self) -> int:
        return len(self.records)

    @property
    def rows_read(self) -> int:
        return self.rows_imported + self.rows_refused + self.rows_recognised


@dataclass(frozen=True)
class Reading:
    """A whole file as understood; findings here are on the file itself.

    refused: the file could not be read, or holds no table that the program knows.
    private: it names respondents, and is not to be kept.
    """

    file: str
    sha256: str
    sheets: list[SheetReading] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    private: bool = False

    @property
    def refused(self) -> bool:
        return not any(sheet.records for sheet in self.sheets)


@dataclass(frozen=True)
class Changes:
    """Rows of a sheet against what held before; absent: held before and not in this file."""

    new: int = 0
    changed: int = 0
    same: int = 0
    absent: int = 0
