"""What changed in tasks from one file to the next, in words."""

from datetime import date

import pandas as pd

from dashboard import numbers
from dashboard.readings.frames import day
from dashboard.words import Words


def former_dues(tasks: pd.DataFrame, words: Words) -> list[str]:
    """The due date before it was moved, and whether it had passed; empty where it never was."""
    return [
        words.say(
            "due_moved.after" if task.moved_after_due else "due_moved.before",
            former=numbers.day(day(task.former_due)),
            imported=numbers.day(day(task.due_moved_on)),
        )
        if task.due_moves
        else ""
        for task in tasks.itertuples()
    ]


def history(
    changes: pd.DataFrame, words: Words
) -> tuple[pd.DataFrame, dict[str, tuple[str, bool]]]:
    """Old and new value of each change, when it was imported and from which cell."""
    rows = pd.DataFrame([_change(change, words) for change in changes.itertuples()])
    return rows, {name: (words[f"column.{name}"], False) for name in rows}


def _change(change: tuple, words: Words) -> dict[str, str]:
    return {
        "changed_at": numbers.day(day(change.changed_at)),
        "task": change.task,
        "field": words[f"column.{change.field}"],
        "old_value": _value(change.field, change.old_value),
        "new_value": _value(change.field, change.new_value),
        "source": words.say(
            "column.cell_of",
            file=change.source_file,
            sheet=change.source_sheet,
            cell=change.source_cell,
        ),
    }


def _value(field: str, value: object) -> str:
    """A stored value as people write it."""
    if not isinstance(value, str) or not value:
        return numbers.NOTHING
    if field == "progress":
        return numbers.percent(float(value))
    return numbers.day(date.fromisoformat(value)) if field == "done" else value
