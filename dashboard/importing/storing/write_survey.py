"""A survey into the store: its questions, the adults of its villages, the forms."""

import pyarrow as pa

from dashboard.importing.kinds import ANSWERS, POPULATION, QUESTIONS
from dashboard.importing.model.records import Population, Question, QuestionRow, Respondent
from dashboard.importing.storing import table_rows
from dashboard.importing.storing.new_import import NewImport
from dashboard.importing.storing.scopes import Scope, units_of_sheets
from dashboard.importing.storing.stages import Judged, Row
from dashboard.store import appending, sql


def write_questions(new: NewImport, judged: Judged) -> None:
    """The questionnaire of each unit."""
    rows: list[Row] = []
    for scope in judged.scopes_of(QUESTIONS):
        source, asked = new.source(scope), scope.records_of(QuestionRow)
        rows += [table_rows.question_row(r.question, r.row, source) for r in asked]
    new.append("question", rows)


def write_population(new: NewImport, judged: Judged) -> None:
    """The adults of each village."""
    rows: list[Row] = []
    for scope in judged.scopes_of(POPULATION):
        source, counted = new.source(scope), scope.records_of(Population)
        village_of = new.places.villages((r.village for r in counted), scope.unit)
        rows += [table_rows.population_row(r, source, village_of[r.village]) for r in counted]
    new.append("population", rows)


def write_answers(new: NewImport, judged: Judged) -> None:
    """Forms and answers, after the questions: where none came along, those that the answers
    were read by do."""
    scopes = judged.scopes_of(ANSWERS)
    if not scopes:
        return
    _write_forms(new, scopes)
    _write_answers(new, scopes)
    _carry_answers(new, scopes)
    _write_questions_if_none(new, scopes)


def _write_forms(new: NewImport, scopes: list[Scope]) -> None:
    tables = []
    for scope in scopes:
        forms = scope.records_of(Respondent)
        village_of = new.places.villages((form.village for form in forms), scope.unit)
        tables.append(table_rows.respondents(forms, new.source(scope), village_of))
    appending.append(new.cursor, "respondent", pa.concat_tables(tables))


def _write_answers(new: NewImport, scopes: list[Scope]) -> None:
    """All in one statement: what is added piece by piece DuckDB packs twice."""
    batches = (
        batch
        for scope in scopes
        for batch in table_rows.answers(
            scope.records_of(Respondent), scope.sheet.answers, new.source(scope)
        )
    )
    packed = table_rows.in_row_groups(batches)
    appending.append(
        new.cursor, "answer", pa.RecordBatchReader.from_batches(table_rows.ANSWER, packed)
    )


def _carry_answers(new: NewImport, scopes: list[Scope]) -> None:
    """Answers that earlier sheets of the same forms gave to questions that these lack."""
    for sheet, year, units in units_of_sheets(scopes):
        at = [record.row for record in sheet.records]
        given = {"import_id": new.import_id, "sheet": sheet.sheet, "year": year, "units": units}
        given |= {"first": min(at), "last": max(at), "questions": sorted(sheet.answers)}
        sql.run(new.cursor, "carry_answers", "write", **given)


def _write_questions_if_none(new: NewImport, scopes: list[Scope]) -> None:
    """Answers read by a questionnaire known from elsewhere bring it along."""
    every = sql.run(new.cursor, "all_questions", "write").fetchall()
    own = {row[:3] for row in every}
    newest = {row[2]: Question(*row[2:]) for row in reversed(every)}
    missing = {
        (scope.unit, scope.year, code): table_rows.question_row(question, 0, new.source(scope))
        for scope in scopes
        for code in sorted(scope.sheet.answers)
        if (question := newest.get(code))
    }
    new.append("question", [row for identity, row in missing.items() if identity not in own])
