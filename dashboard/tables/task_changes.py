"""What changed in tasks from one file to the next, in words."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.rows import rows_of
from dashboard.tables.text_columns import Table, headed
from dashboard.words import Words


class DueMoves(NamedTuple):
    """How often a task's due date was moved, and of the last time, from which date and when."""

    due_moves: int
    moved_after_due: bool
    former_due: pd.Timestamp
    due_moved_on: pd.Timestamp


class TaskChange(NamedTuple):
    """A value of a task that another import or a record changed, and the cell or the person that
    says so."""

    changed_at: pd.Timestamp
    task: str
    field: str
    old_value: str | None
    new_value: str | None
    source_file: str
    source_sheet: str
    source_cell: str
    said_by: str
    written_by: str


def former_dues(tasks: pd.DataFrame, words: Words) -> list[str]:
    """The due date before it was moved, and whether it had passed; empty where it never was."""
    return [
        words.say(
            "due_moved.after" if task.moved_after_due else "due_moved.before",
            former=numbers.day(task.former_due),
            imported=numbers.day(task.due_moved_on),
        )
        if task.due_moves
        else ""
        for task in rows_of(tasks, DueMoves)
    ]


def history(changes: pd.DataFrame, words: Words) -> Table:
    """Old and new value of each change, when it was imported or typed, and where or by whom."""
    rows = pd.DataFrame([_change(change, words) for change in rows_of(changes, TaskChange)])
    return rows, headed(words, *rows)


def _change(change: TaskChange, words: Words) -> dict[str, str]:
    return {
        "changed_at": numbers.day(change.changed_at),
        "task": change.task,
        "field": words[f"column.{change.field}"],
        "old_value": _value(change.field, change.old_value),
        "new_value": _value(change.field, change.new_value),
        "source": _source(change, words),
    }


def _source(change: TaskChange, words: Words) -> str:
    if change.said_by == "record":
        by = change.written_by
        return words.say("record.typed_by", by=by) if by else words["record.typed"]
    places = {"file": change.source_file, "sheet": change.source_sheet, "cell": change.source_cell}
    return words.say("column.cell_of", **places)


def _value(field: str, value: str | None) -> str:
    """A stored value as people write it."""
    if not isinstance(value, str) or not value:
        return numbers.NOTHING
    if field == "progress":
        return numbers.percent(float(value))
    return numbers.day(date.fromisoformat(value)) if field == "done" else value
