"""A file -> what was understood of it: the one way into the import."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from dashboard import apart
from dashboard.folding import fold
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.raw import RawBook, RawSheet
from dashboard.importing.model.reading import Column, Doubt, Known, Options, Reading, SheetReading
from dashboard.importing.model.records import Question
from dashboard.importing.model.sheet import is_blank, letter
from dashboard.importing.records import activities, plausible, questions, respondents, tasks, units
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import Rows
from dashboard.importing.scores import score_rows
from dashboard.importing.scores.score_find import find_scores
from dashboard.importing.scores.score_table import ScoreTable
from dashboard.importing.table import notices, preview
from dashboard.importing.table.columns import IGNORED, Meanings, fields, headings
from dashboard.importing.table.facts import facts_of, is_cover
from dashboard.importing.table.locate import Table, is_own, locate
from dashboard.importing.table.personal_columns import PRIVATE
from dashboard.importing.table.personal_values import is_list_of_people, without_private
from dashboard.importing.table.questionnaire import Questionnaire, questionnaire
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.table.split import joined, parts
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.component_codes import tree_of
from dashboard.importing.wording.title import Facts
from dashboard.importing.workbook.container import Limits
from dashboard.importing.workbook.read import Unreadable, read, sha256_of

READERS: dict[str, Callable[[Context], Rows]] = {
    "tasks": tasks.read,
    "answers": respondents.read,
    "questions": questions.read,
    "population": questions.read_population,
    "scores": score_rows.read,
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

    Never raises for a bad file: the reading then says why it is refused. A hostile file can
    only harm the child process in which all of it is read.
    """
    name, limits = name or path.name, limits or Limits()
    given = (path.resolve(), known, options or Options(), name, limits)
    allowed = {"memory": limits.memory, "seconds": limits.seconds_for(path)}
    try:
        return apart.run(understand_here, *given, **allowed)
    except apart.Failed as failure:
        code = "file_broken" if failure.args[0] == "fault" else "file_too_large"
        return Reading(name, sha256_of(path), findings=[Finding(code, "error")])


def understand_here(
    path: Path, known: Known, options: Options, name: str, limits: Limits
) -> Reading:
    """understand, in this very process: without limits on memory and time."""
    try:
        book = read(path, name, limits)
    except Unreadable as fault:
        return Reading(name, fault.sha256, findings=[fault.finding])
    return understand_book(book, known, options)


def understand_book(book: RawBook, known: Known, options: Options) -> Reading:
    """The reading of a workbook's cells, table by table in their order."""
    ours = [_of_ours(sheet) for sheet in book.sheets if is_own(sheet)]
    order = {sheet.name: place for place, sheet in enumerate(book.sheets)}
    theirs = [sheet for sheet in book.sheets if not is_own(sheet)]
    book = replace(book, sheets=[part for sheet in theirs for part in parts(sheet)])
    work = _Book(book, known, options)
    read_parts = [
        work.reading(sheet, table, facts, private)
        for sheet, table, facts, private in zip(
            book.sheets, work.tables, work.facts, work.private, strict=True
        )
    ]
    sheets = sorted(joined(read_parts) + ours, key=lambda sheet: order[sheet.sheet])
    findings = [] if any(work.tables) else [Finding("no_known_sheet", "error")]
    findings += _unmet_meanings(options, sheets, work.questionnaire)
    if any(work.private):
        findings.append(Finding("original_not_kept", "info"))
    return Reading(book.file, book.sha256, sheets, findings, any(work.private))


def _of_ours(sheet: RawSheet) -> SheetReading:
    """A sheet that the program wrote: instructions, lists or findings, nothing to read."""
    count = sum(not is_blank(row) for row in sheet.rows)
    return SheetReading(sheet.name, "unknown", rows_recognised=count)


def _unmet_meanings(
    options: Options, sheets: list[SheetReading], asked: Questionnaire
) -> list[Finding]:
    """What was said of columns that the file lacks, or of fields that there are not."""
    met = {heading for sheet in sheets for heading in sheet.headings}
    known = {IGNORED}.union(*map(fields, READERS)) | asked.questions.keys()
    lacking = [h for h in options.columns if fold(h) not in met]
    strange = [f for f in options.columns.values() if f not in known and fold(f) not in known]
    return [
        *(Finding("map_without_column", "warning", value=heading) for heading in lacking),
        *(Finding("map_to_no_field", "warning", value=field) for field in strange),
    ]


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
    def meanings(self) -> Meanings:
        return Meanings(self.options.columns, self.known.meanings)

    @cached_property
    def own_questions(self) -> dict[str, Question]:
        """The questions of the workbook's own sheets, by folded code."""
        found: dict[str, Question] = {}
        for sheet, scored in zip(self.book.sheets, self.scores, strict=True):
            if _is_sure(scored):
                continue
            table = locate(sheet, Questionnaire(), self.meanings)
            if table and table.kind == "questions":
                rows = questions.read(Context(table, Remarks(sheet.name), self.tree))
                found |= {fold(r.question.code): r.question for r in rows.records}
        return found

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return questionnaire(self.own_questions or self.known.questions)

    @cached_property
    def scores(self) -> list[ScoreTable | None]:
        return [find_scores(sheet) for sheet in self.book.sheets]

    @cached_property
    def tables(self) -> list[Table | None]:
        """Provinces beside components are scores; scores of others may be of another kind."""
        found = [
            scored if _is_sure(scored) else locate(s, self.questionnaire, self.meanings) or scored
            for s, scored in zip(self.book.sheets, self.scores, strict=True)
        ]
        return [without_private(t) if t and t.kind == "answers" else t for t in found]

    @cached_property
    def private(self) -> list[bool]:
        """Whether each sheet names respondents: in columns of its answers, or as a list of them
        beside the answers."""
        surveyed = any(table and table.kind == "answers" for table in self.tables)
        return [
            surveyed and is_list_of_people(sheet) if table is None else table.is_private
            for sheet, table in zip(self.book.sheets, self.tables, strict=True)
        ]

    @cached_property
    def facts(self) -> list[Facts]:
        return facts_of(self.book, self.tables, self.options)

    def reading(
        self, sheet: RawSheet, table: Table | None, facts: Facts, private: bool
    ) -> SheetReading:
        """What was understood of one sheet."""
        labels = table.labels if table else {}
        remarks = Remarks(sheet.name, labels)
        if not is_own(sheet):
            notices.on_sheet(sheet, remarks)
        if table:
            notices.on_table(table, remarks)
        context = table and self._context(table, remarks, facts)
        if table is None and private:
            remarks.on_sheet("list_of_people", "info")
        rows = self._rows(context) if context else _unknown(sheet, remarks)
        if table and rows.is_empty:
            remarks.on_sheet("no_rows", "warning")
        doubts = preview.doubts(table) if table and table.kind != "scores" else ()
        _remark_on_meanings(table, doubts, self.options, remarks)
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
            layout=table.layout if table else "",
            preview=self._preview(sheet, table) if table or not private else (),
            doubts=doubts,
            answers=rows.answers,
        )

    def _columns(self, table: Table) -> dict[str, str]:
        """Field or question code -> column letter."""
        codes = {code: column for column, code in self._codes(table).items()}
        return {name: letter(column) for name, column in (table.columns | codes).items()}

    def _codes(self, table: Table) -> dict[int, str]:
        """Column -> the question's code as the questionnaire writes it."""
        asked = self.questionnaire.questions
        return {column: asked[code].code for column, code in table.questions.items() if code}

    def _preview(self, sheet: RawSheet, table: Table | None) -> tuple[Column, ...]:
        if table:
            return preview.columns(table, self._codes(table))
        return () if is_cover(sheet) else preview.guessed(sheet)

    def _context(self, table: Table, remarks: Remarks, facts: Facts) -> Context:
        return Context(table, remarks, self.tree, facts.year, facts.unit, self.questionnaire)

    def _rows(self, context: Context) -> Rows:
        kind = context.table.kind
        if kind == "answers" and not self.questionnaire.questions:
            return _without_questions(context)
        if kind == "answers":
            _remark_on_dropped(context)
            self._remark_on_absent_questions(context)
        elif kind != "scores":
            _remark_on_unknown_columns(context)
        rows = READERS[kind](context)
        plausible.remark(context, rows)
        return rows

    def _remark_on_absent_questions(self, context: Context) -> None:
        asked = set(context.table.questions.values())
        absent = [q.code for code, q in self.own_questions.items() if code not in asked]
        if absent:
            context.remarks.on_sheet("question_without_column", "warning", codes=", ".join(absent))


def _remark_on_dropped(context: Context) -> None:
    """Each column that names respondents, without its values; those of survey tools in one."""
    table, meta = context.table, []
    for column, kind in table.dropped.items():
        if kind not in PRIVATE:
            meta.append(table.labels[column])
            continue
        is_age = column == table.columns.get("age")
        problem = Problem("birth_year_kept" if is_age else "personal_column", "info")
        context.remarks.on_cell(table.last, column, None, problem)
    if meta:
        context.remarks.on_sheet("meta_columns", "info", columns=", ".join(meta))


def _is_sure(scored: ScoreTable | None) -> bool:
    return scored is not None and scored.is_sure


def _unknown(sheet: RawSheet, remarks: Remarks) -> Rows:
    """A sheet without a table: its rows are all recognised, and it is said so, but for ours."""
    count = sum(not is_blank(row) for row in sheet.rows)
    if is_own(sheet):
        return Rows(recognised=count)
    if count and is_cover(sheet):
        remarks.on_sheet("cover_sheet", "info")
    elif count and sheet.is_part:
        rows = [index + 1 for index, row in enumerate(sheet.rows) if not is_blank(row)]
        remarks.on_sheet("unknown_table", "warning", rows=f"{rows[0]}-{rows[-1]}")
    elif count:
        remarks.on_sheet("unknown_sheet", "warning")
    return Rows(recognised=count)


def _without_questions(context: Context) -> Rows:
    """Answers that no questionnaire explains are refused, row by row."""
    below = len(context.table.body)
    if below:
        context.remarks.on_sheet("no_questions", "error")
    held = sum(not is_blank(row) for row in context.table.sheet.rows)
    return Rows(refused=below, recognised=held - below)


def _remark_on_unknown_columns(context: Context) -> None:
    table = context.table
    doubted = {name for doubt in preview.doubts(table) for name in doubt.columns}
    known = set(table.columns.values()) | table.chosen.keys()
    for column, label in table.labels.items():
        if (
            column not in known
            and letter(column) not in doubted
            and any(row[column] is not None for _, row in table.body)
        ):
            problem = Problem("unknown_column", "info")
            context.remarks.on_cell(table.last, column, label, problem)


def _remark_on_meanings(
    table: Table | None, doubts: tuple[Doubt, ...], options: Options, remarks: Remarks
) -> None:
    """What is in doubt about the columns, and what was known from an earlier answer."""
    if table is None:
        return
    names = headings(table.kind)
    labels = {letter(column): label for column, label in table.labels.items()}
    for doubt in doubts:
        named = "; ".join(f'{column} "{labels[column]}"' for column in doubt.columns)
        code = "two_columns_for_field" if doubt.taken else "no_column_for_field"
        holes = {"name": names[doubt.field], "field": doubt.field, "taken": doubt.taken}
        other = next((c for c in doubt.columns if c != doubt.taken), doubt.columns[0])
        remarks.on_sheet(code, "warning", columns=named, first=other, **holes)
    if table.chosen and not options.columns:
        said = {column: names.get(name, name) for column, name in table.chosen.items()}
        named = "; ".join(f'"{table.labels[column]}": {name}' for column, name in said.items())
        remarks.on_sheet("meanings_known", "info", columns=named)
