"""What people type of a task's progress: it holds against what an import says (docs/method.md).

A record says all that is typed of the task at its time: what a person leaves out is taken from
the record before it.
"""

import math
from dataclasses import dataclass
from datetime import date, datetime

import duckdb

from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.store import appending, numbering, sql

Cursor = duckdb.DuckDBPyConnection


@dataclass(frozen=True)
class Progress:
    """What is typed at once: progress from 0 to 1; None and "" where nothing is said."""

    progress: float | None = None
    done: date | None = None
    evidence: str | None = None
    note: str = ""

    @property
    def says_state(self) -> bool:
        """It says how far the task is."""
        return self.progress is not None or self.done is not None

    def check(self, today: date) -> None:
        """Raise DashboardError for what can't be."""
        if not self.says_state and self.evidence is None and not tidy(self.note):
            raise DashboardError("record_empty")
        if self.progress is not None and not (
            math.isfinite(self.progress) and 0 <= self.progress <= 1
        ):
            raise DashboardError("progress_out_of_range", value=self.progress)
        if self.done and self.done > today:
            raise DashboardError("done_in_future", day=self.done.strftime("%d/%m/%Y"))
        if self.done and self.progress is not None and self.progress < 1:
            raise DashboardError("done_not_whole", percent=round(100 * self.progress))


@dataclass(frozen=True)
class Answer:
    """Which of an import and a record is right: when that import was made, what it said."""

    imported_at: datetime
    said: str


def write(
    cursor: Cursor,
    task_id: str,
    typed: Progress,
    written_by: str = "",
    today: date | None = None,
) -> int:
    """One record of a task, inside store.write_small(..., NOTES); its number.

    Raises DashboardError for what can't be, and unknown_task.
    """
    typed.check(today or date.today())
    before = _before(cursor, task_id)
    share = 1.0 if typed.done else typed.progress
    state = (share, typed.done) if typed.says_state else (before.progress, before.done)
    evidence = before.evidence if typed.evidence is None else tidy(typed.evidence)
    said = Progress(*state, evidence, tidy(typed.note))
    return _add(cursor, task_id, before, said, written_by)


def withdraw(cursor: Cursor, task_id: str, written_by: str = "", note: str = "") -> int:
    """Nothing typed of the task holds any more: what imports say does."""
    before = _before(cursor, task_id)
    if not before.number:
        raise DashboardError("nothing_to_withdraw")
    empty = Progress(evidence="", note=tidy(note))
    return _add(cursor, task_id, before, empty, written_by, withdrawn=True)


def settle(cursor: Cursor, task_id: str, answer: Answer, is_import_right: bool, note: str) -> int:
    """Write down which of an import and a record is right, inside the import: the record again,
    or that it is withdrawn."""
    before = _before(cursor, task_id)
    kept = Progress(before.progress, before.done, before.evidence, note)
    said = Progress(evidence="", note=note) if is_import_right else kept
    return _add(cursor, task_id, before, said, "", answer, is_import_right)


def plan_of(cursor: Cursor, task_id: str) -> tuple[str, int]:
    """The unit and year of the plan that a task stands in; raises DashboardError unknown_task."""
    before = _before(cursor, task_id)
    return before.unit, before.year


@dataclass(frozen=True)
class _Before:
    unit: str
    year: int
    progress: float | None
    done: date | None
    evidence: str
    number: int


def _before(cursor: Cursor, task_id: str) -> _Before:
    found = sql.rows(_Before, cursor, "progress_before", "write", task_id=task_id)
    if not found:
        raise DashboardError("unknown_task", task=task_id)
    return found[0]


def _add(
    cursor: Cursor,
    task_id: str,
    before: _Before,
    said: Progress,
    written_by: str,
    answer: Answer | None = None,
    withdrawn: bool = False,
) -> int:
    number = numbering.following(cursor)
    row: dict[str, object] = {
        "record_id": number,
        "unit": before.unit,
        "year": before.year,
        "task_id": task_id,
        **vars(said),
        "answers": answer and answer.imported_at,
        "answered": answer.said if answer else "",
        "withdrawn": withdrawn,
        "written_by": tidy(written_by),
        "written_at": numbering.moment(),
    }
    appending.append(cursor, "progress_record", appending.as_columns([row]))
    return number
