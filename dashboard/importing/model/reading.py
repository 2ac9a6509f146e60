"""What was understood of a file, what the program knew before and what the person said of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from dashboard.folding import fold
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.raw import CodedColumn
from dashboard.importing.model.records import Question, Record

OneRecord = TypeVar("OneRecord")


@dataclass(frozen=True)
class Known:
    """What the program knows before it reads a file, from data/reference and the store.

    components: (code, level, Vietnamese name, first year, last year or None).
    questions: the newest known questionnaire of any unit, by folded code: answers that come
    without a questions sheet are read by it.
    meanings: layout -> folded heading -> field, as people said before.
    names: of places and officials, as shown -> "village", "place" or "office": a text that lost
    letters is made out by them, and below an unknown heading they speak for its column. A new
    one makes no other reading of a file that was read without it.
    """

    components: tuple[tuple[str, str, str, int, int | None], ...]
    questions: dict[str, Question] = field(default_factory=dict)
    meanings: dict[str, dict[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Options:
    """What the person said about the file: the year overrules the file's own, the unit is
    for a file that names none.

    columns maps a heading as written, or a column's letter, to a field
    ("Người thực hiện" -> "lead").
    same answers questions about near names: as written -> the known name it is, or itself.
    kinds: name of a sheet, or its layout -> the kind it is, or "ignore".
    prefer: task_id ("" for all) -> "import" or "record": which is right where they disagree.
    """

    year: int | None = None
    unit: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    prefer: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RecordQuestion:
    """A task of which a file says otherwise than what was typed: which is right?

    in_file and typed: the field that differs and its value in each ("done", "2023-05-20").
    written_at: the day on which it was typed, in ISO. Options.prefer answers it.
    """

    task_id: str
    task: str
    sheet: str
    row: int
    cell: str
    in_file: tuple[str, str]
    typed: tuple[str, str]
    written_by: str
    written_at: str


@dataclass(frozen=True)
class NameQuestion:
    """A name that may be a known one mistyped: is it one of the candidates, or another?

    kind: unit, village or official; unit is the commune's name, "" for a unit. taken: the
    candidate it was taken for meanwhile (only accents differ), "" where it was kept apart.
    shown: where candidates are the ids of units of one name, how each is shown; then it is one
    of them. Options.same answers it.
    """

    kind: str
    unit: str
    written: str
    candidates: tuple[str, ...]
    taken: str = ""
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column as understood: field is a field's name, a question's code, or "" for none."""

    letter: str
    heading: str
    field: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubt:
    """A field that each of these columns could be; taken is the one that was taken, or "".

    is_open: nothing of the table may be stored until it is answered.
    """

    field: str
    columns: tuple[str, ...]
    taken: str
    is_open: bool = False


@dataclass(frozen=True)
class Guess:
    """What a sheet may be, with what each of its columns would then be."""

    kind: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class SheetReading:
    """What was understood of one sheet. Rows that are blank are not counted.

    kind: the name of one of kinds.KINDS, or "unknown".
    rows_read = rows_imported + rows_refused + rows_recognised, where rows_imported is
    len(records) and rows_recognised counts titles, headings, sections, column numbers,
    totals, signatures and notes.
    columns: field -> column letter; fields that the table lacks are not in it.
    year, unit: what the title, the sheet's name or the file's name says, or None. address: the
    unit of the title with what it lies in, from below ("Xã Tân Lập, Huyện B").
    part: the number of the table in its sheet, from 0, where a sheet holds several.
    layout: what tables with these headings have in common. preview: every column with a
    heading; for a sheet without a known table, those that it may have.
    answers: question code -> the answers in the sheet's rows, from its first: a number, or why
    there is none: "blank", "dont_know", "refused" or "impossible".
    guesses: where it is to be asked what the sheet is, the likeliest first; it has no records
    then, and kind is "unknown". first_rows: of such a sheet, as typed, column by column as in
    the first guess.
    heading_row: the last row of its headings, 0 without a table.
    reported: of a plan when it is reported on, as the sheet's name, the title and the headings
    say it ("sheet", "title", "heading"): texts that sort (wording/report_time.py).
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
    guesses: tuple[Guess, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = ()
    reported: dict[str, str] = field(default_factory=dict)
    address: str = ""
    heading_row: int = 0

    @property
    def meanings(self) -> dict[str, str]:
        """Folded heading -> field; a column's letter in place of a heading that others have."""
        times = Counter(map(fold, self.labels.values()))
        found = {}
        for name, column in self.columns.items():
            heading = fold(self.labels.get(column, column))
            found[heading if times[heading] == 1 else fold(column)] = name
        return found

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of sheet that it may be, where that is to be asked."""
        return tuple(guess.kind for guess in self.guesses)

    @property
    def waits(self) -> bool:
        """Whether nothing of it is stored until a person has answered."""
        return bool(self.guesses) or any(doubt.is_open for doubt in self.doubts)

    @property
    def key(self) -> tuple[str, int]:
        """What tells this table from the others of its file."""
        return self.sheet, self.part

    @property
    def headings(self) -> set[str]:
        """The headings, folded, and the letters of their columns: what Options.columns names."""
        return {fold(word) for pair in self.labels.items() for word in pair}

    def check(self) -> None:
        """ValueError unless the row of every form has an answer to each question."""
        import numpy as np  # the process that reads has no need of it, and it loads slowly

        last = max((record.row for record in self.records), default=0) if self.answers else 0
        for question, column in self.answers.items():
            codes = np.asarray(column.codes)
            if len(codes) < last or codes.max(initial=0) >= len(column.values):
                raise ValueError(f"answers to {question} are missing")

    def records_of(self, of: type[OneRecord]) -> list[OneRecord]:
        """The records as those of one class; none of a sheet of another kind."""
        return [record for record in self.records if isinstance(record, of)]

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

    @property
    def has_refused_rows(self) -> bool:
        """What it says is not all that the file holds."""
        return any(sheet.rows_refused for sheet in self.sheets)

    @property
    def simulated(self) -> bool:
        """A sheet says that its data are simulated."""
        return any(sheet.simulated for sheet in self.sheets)

    def all_findings(self) -> list[Finding]:
        """Those on the file, then those on its sheets in their order."""
        return [*self.findings, *(f for sheet in self.sheets for f in sheet.findings)]

    def with_findings(
        self, *more: Finding, on_sheets: Mapping[tuple[str, int], list[Finding]] | None = None
    ) -> "Reading":
        """The reading with more findings on the file, and on the sheets of these keys."""
        of = on_sheets or {}
        sheets = [
            replace(sheet, findings=[*sheet.findings, *of.get(sheet.key, [])])
            for sheet in self.sheets
        ]
        return replace(self, sheets=sheets, findings=[*self.findings, *more])


@dataclass(frozen=True)
class Changes:
    """Rows of a sheet against what held before; absent: held before and not in this file."""

    new: int = 0
    changed: int = 0
    same: int = 0
    absent: int = 0
