"""A file -> what was understood of it: the one way into the import."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dashboard.folding import fold
from dashboard.importing import activities, questions, survey, tasks, units
from dashboard.importing.cells import Problem
from dashboard.importing.codes import tree_of
from dashboard.importing.container import Limits
from dashboard.importing.context import Context
from dashboard.importing.facts import facts_of, is_cover
from dashboard.importing.locate import Table, locate
from dashboard.importing.model import (
    Finding,
    Known,
    Options,
    Question,
    RawBook,
    RawSheet,
    Reading,
    SheetReading,
)
from dashboard.importing.questionnaire import Questionnaire, questionnaire
from dashboard.importing.read import Unreadable, read
from dashboard.importing.remarks import Remarks
from dashboard.importing.rows import Rows
from dashboard.importing.sheet import is_blank, letter
from dashboard.importing.title import Facts

READERS: dict[str, Callable[[Context], Rows]] = {
    "tasks": tasks.read,
    "answers": survey.read,
    "questions": questions.read,
    "population": questions.read_population,
    "activities": activities.read,
    "units": units.read,
}


def understand(
    path: Path,
    known: Known,
    options: Options | None = None,
    name: str | None = None,
    limits: Limits | None = None,
) -> Reading:
    """The reading of the file at path; name is the file's own when path is a copy.

    Never raises for a bad file: the reading then says why it is refused.
    """
    name = name or path.name
    try:
        book = read(path, name, limits)
    except Unreadable as fault:
        return Reading(name, fault.sha256, findings=[fault.finding])
    return understand_book(book, known, options or Options())


def understand_book(book: RawBook, known: Known, options: Options) -> Reading:
    """The reading of a workbook's cells, sheet by sheet in their order."""
    work = _Book(book, known, options)
    sheets = [
        work.reading(sheet, table, facts)
        for sheet, table, facts in zip(book.sheets, work.tables, work.facts, strict=True)
    ]
    findings = [] if any(work.tables) else [Finding("no_known_sheet", "error")]
    return Reading(book.file, book.sha256, sheets, findings)


@dataclass(frozen=True)
class _Book:
    """A workbook with what its sheets tell of each other."""

    book: RawBook
    known: Known
    options: Options

    @cached_property
    def tree(self):
        return tree_of(self.known)

    @cached_property
    def own_questions(self) -> dict[str, Question]:
        """The questions of the workbook's own sheets, by folded code."""
        found: dict[str, Question] = {}
        for sheet in self.book.sheets:
            table = locate(sheet, Questionnaire(), self.options.columns)
            if table and table.kind == "questions":
                rows = questions.read(Context(table, Remarks(sheet.name), self.tree))
                found |= {fold(r.question.code): r.question for r in rows.records}
        return found

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return questionnaire(self.own_questions or self.known.questions)

    @cached_property
    def tables(self) -> list[Table | None]:
        columns = self.options.columns
        return [locate(sheet, self.questionnaire, columns) for sheet in self.book.sheets]

    @cached_property
    def facts(self) -> list[Facts]:
        return facts_of(self.book, self.tables, self.options)

    def reading(self, sheet: RawSheet, table: Table | None, facts: Facts) -> SheetReading:
        """What was understood of one sheet."""
        labels = table.labels if table else {}
        remarks = Remarks(sheet.name, labels)
        if sheet.hidden:
            remarks.on_sheet("hidden_sheet", "info")
        context = table and self._context(table, remarks, facts)
        rows = self._rows(context) if context else _unknown(sheet, remarks)
        if table and rows.is_empty:
            remarks.on_sheet("no_rows", "warning")
        return SheetReading(
            sheet=sheet.name,
            kind=table.kind if table else "unknown",
            year=facts.year,
            unit=facts.unit,
            simulated=facts.simulated,
            records=rows.records,
            rows_refused=rows.refused,
            rows_recognised=rows.recognised,
            columns=self._columns(table) if table else {},
            labels={letter(column): label for column, label in labels.items()},
            findings=remarks.findings,
        )

    def _columns(self, table: Table) -> dict[str, str]:
        """Field or question code -> column letter."""
        asked = self.questionnaire.questions
        codes = {asked[code].code: column for column, code in table.questions.items() if code}
        return {name: letter(column) for name, column in (table.columns | codes).items()}

    def _context(self, table: Table, remarks: Remarks, facts: Facts) -> Context:
        return Context(table, remarks, self.tree, facts.year, facts.unit, self.questionnaire)

    def _rows(self, context: Context) -> Rows:
        kind = context.table.kind
        if kind == "answers" and not self.questionnaire.questions:
            return _without_questions(context)
        if kind == "answers":
            self._remark_on_absent_questions(context)
        else:
            _remark_on_unknown_columns(context)
        return READERS[kind](context)

    def _remark_on_absent_questions(self, context: Context) -> None:
        asked = set(context.table.questions.values())
        absent = [q.code for code, q in self.own_questions.items() if code not in asked]
        if absent:
            context.remarks.on_sheet("question_without_column", "warning", codes=", ".join(absent))


def _unknown(sheet: RawSheet, remarks: Remarks) -> Rows:
    """A sheet without a table: its rows are all recognised, and it is said so."""
    count = sum(not is_blank(row) for row in sheet.rows)
    if count and is_cover(sheet):
        remarks.on_sheet("cover_sheet", "info")
    elif count:
        remarks.on_sheet("unknown_sheet", "warning")
    return Rows(recognised=count)


def _without_questions(context: Context) -> Rows:
    """Answers that no questionnaire explains are refused, row by row."""
    context.remarks.on_sheet("no_questions", "error")
    above = context.table.sheet.rows[: context.table.last + 1]
    below = len(context.table.body)
    return Rows(refused=below, recognised=sum(not is_blank(row) for row in above))


def _remark_on_unknown_columns(context: Context) -> None:
    table = context.table
    known = set(table.columns.values())
    for column, label in table.labels.items():
        if column not in known and any(row[column] is not None for _, row in table.body):
            problem = Problem("unknown_column", "info")
            context.remarks.on_cell(table.last, column, label, problem)
