"""Where an import disagrees with what people typed: said, asked, and answered by a record.

What was typed holds until somebody says which is right (queries/schema/definitions/11_records.sql).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

import duckdb

from dashboard import numbers
from dashboard.importing.kinds import TASKS
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Reading, RecordQuestion, SheetReading
from dashboard.importing.outcome import record_words
from dashboard.importing.storing.new_import import NewImport
from dashboard.store import progress, sql
from dashboard.store.progress import Answer

Cursor = duckdb.DuckDBPyConnection
_ALL = ""  # in the place of a task: the answer holds for all


class _Row(NamedTuple):
    """A row of queries/read/record_disagreements.sql."""

    task_id: str
    task: str
    field: str
    file_progress: float | None
    file_done: date | None
    file_result: str
    source_file: str
    source_sheet: str
    source_cell: str
    typed_progress: float
    typed_done: date | None
    written_by: str
    written_at: datetime
    import_id: int
    source_row: int
    unit_id: str
    year: int
    imported_at: datetime
    said: str


@dataclass(frozen=True)
class Disagreement:
    """A question, and what its answer is about."""

    question: RecordQuestion
    answer: Answer
    file: str


def asked(cursor: Cursor, import_ids: list[int]) -> list[Disagreement]:
    """The tasks on which these imports disagree with what was typed, unanswered."""
    if not import_ids:
        return []
    given: dict[str, object] = {"import_ids": import_ids}
    found = sql.rows(_Row, cursor, "record_disagreements", "read", **given)
    return [Disagreement(_question(r), Answer(r.imported_at, r.said), r.source_file) for r in found]


def are_answered(cursor: Cursor, import_ids: list[int], prefer: Mapping[str, str]) -> bool:
    """Whether an answer is given to a question that these imports have left open."""
    return bool(prefer) and any(_said(one, prefer) for one in asked(cursor, import_ids))


def told(
    new: NewImport, reading: Reading, found: list[Disagreement], prefer: Mapping[str, str]
) -> Reading:
    """The reading with a finding a task; answers given are written down."""
    findings: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for one in found:
        if said := _said(one, prefer):
            note = f"{one.file} {one.question.sheet}!{one.question.cell}"
            is_import_right = said == "import"
            progress.settle(new.cursor, one.question.task_id, one.answer, is_import_right, note)
        sheet = _sheet(reading, one.question)
        findings[sheet.key].append(_finding(one.question, sheet, said))
    return reading.with_findings(on_sheets=findings)


def _said(one: Disagreement, prefer: Mapping[str, str]) -> str:
    return prefer.get(one.question.task_id, prefer.get(_ALL, ""))


def _question(row: _Row) -> RecordQuestion:
    in_file = {
        "done": ("done", row.file_done.isoformat() if row.file_done else ""),
        "progress": ("progress", str(row.file_progress)),
    }.get(row.field, ("cancelled" if row.field == "cancelled" else "result", row.file_result))
    typed = ("progress", str(row.typed_progress))
    if row.typed_done:
        typed = ("done", row.typed_done.isoformat())
    return RecordQuestion(
        row.task_id,
        row.task,
        row.source_sheet,
        row.source_row,
        row.source_cell,
        in_file,
        typed,
        row.written_by,
        (row.written_at + timedelta(hours=7)).date().isoformat(),  # as in Việt Nam
    )


def _sheet(reading: Reading, asked: RecordQuestion) -> SheetReading:
    """The table of tasks in which the row stands."""
    tables = [
        sheet for sheet in reading.sheets if sheet.sheet == asked.sheet and sheet.kind == TASKS.name
    ]
    holding = (t for t in tables if any(record.row == asked.row for record in t.records))
    return next(holding, tables[0])


def _finding(asked: RecordQuestion, sheet: SheetReading, answer: str) -> Finding:
    letter = asked.cell.rstrip("0123456789")
    holes = {
        "typed_field": asked.typed[0],
        "typed_value": asked.typed[1],
        "file_field": asked.in_file[0],
        "file_value": asked.in_file[1],
        "written_by": asked.written_by,
        "day": numbers.day(date.fromisoformat(asked.written_at)),
        "answer": answer,
    }
    code, severity = ("record_answered", "info") if answer else ("record_disagrees", "warning")
    label = sheet.labels.get(letter, "")
    value = record_words.plain(asked.in_file)
    return Finding(code, severity, sheet.sheet, asked.cell, label, value, holes)
