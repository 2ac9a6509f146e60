"""Tasks as tables: by urgency, as a list, and those to follow up."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states
from dashboard.rows import rows_of
from dashboard.states import BY_URGENCY, CANCELLED, OPEN
from dashboard.tables.task_changes import former_dues
from dashboard.tables.text_columns import Table, counts, days, headed
from dashboard.words import Words


class Source(NamedTuple):
    """Where a row stands in its file."""

    source_file: str
    source_sheet: str
    source_row: int


class Urgent(NamedTuple):
    """How late or near a task is, and the last remark, if there is one, with its date."""

    is_overdue: bool
    days_late: float
    days_left: int
    remark: str | None
    remarked_at: pd.Timestamp


def task_counts(tasks: pd.DataFrame, words: Words) -> str:
    """How many tasks, how many of them open and overdue."""
    return words.say(
        "component.tasks_count",
        count=numbers.count(len(tasks)),
        open=numbers.count(int(tasks.state.isin(OPEN).sum())),
        overdue=numbers.count(int((tasks.state == "overdue").sum())),
    )


def for_timeline(tasks: pd.DataFrame, state: str | None) -> pd.DataFrame:
    """One official's tasks by urgency, as they stood that day; cancelled ones left out."""
    kept = tasks[tasks.state != CANCELLED]
    kept = kept.assign(done=kept.done.where(kept.done <= kept.as_of))
    return by_urgency(kept[kept.state == state] if state else kept)


def by_urgency(tasks: pd.DataFrame) -> pd.DataFrame:
    """Overdue first and longest, then open, late and done, each by due date."""
    ranks = tasks.state.map({state: rank for rank, state in enumerate(BY_URGENCY)})
    late = -tasks.days_late.fillna(0)
    ordered = tasks.assign(_rank=ranks, _late=late).sort_values(["_rank", "_late", "due"])
    return ordered.drop(columns=["_rank", "_late"]).reset_index(drop=True)


def task_list(rows: pd.DataFrame, state: str | None, words: Words, several: bool = False) -> Table:
    """Tasks by urgency with their states in words and where they came from; task_id is no column
    that is shown: by it a row leads to its task. several: of several communes, which are said."""
    kept = by_urgency(rows[rows.state == state] if state else rows)
    shown = pd.DataFrame(
        {
            "state": [states.marked(state, words) for state in kept.state],
            "days_late": counts(kept.days_late),
            "task": kept.task,
            "lead": kept.lead,
            "unit": kept.unit,
            "code": kept.component,
            "due": _dues(kept, words),
            "done": days(kept.done),
            "progress": [numbers.percent(share) for share in kept.progress],
            "due_text": kept.due_text,
            "due_was": former_dues(kept, words),
            "area": kept.area,
            "support": kept.support,
            "source": _sources(kept, words),
        }
    )
    needless = {"unit": several, "due_was": kept.due_moves.any()}
    shown = shown.drop(columns=[name for name, is_needed in needless.items() if not is_needed])
    columns = headed(words, *shown, right=("days_late", "progress"))
    return shown.assign(task_id=kept.task_id), columns


def follow_up(rows: pd.DataFrame, words: Words) -> Table:
    """Urgent tasks: how late or how near, and the last remark."""
    urgent = list(rows_of(rows, Urgent))
    dues = zip(_dues(rows, words), former_dues(rows, words), strict=True)
    shown = pd.DataFrame(
        {
            "when": when(rows, words),
            "task": rows.task,
            "code": rows.component,
            "due": [" · ".join(part for part in said if part) for said in dues],
            "progress": [numbers.percent(share) for share in rows.progress],
            "product": rows["product"],
            "remark": [_remark(row, words) for row in urgent],
        }
    )
    return shown, headed(words, *shown, right=("progress",))


def _dues(rows: pd.DataFrame, words: Words) -> list[str]:
    """Due dates in full, and in words where there is none."""
    missing = words["due_missing.said"]
    return [numbers.day(day) if numbers.is_number(day) else missing for day in rows.due]


def urged(rows: pd.DataFrame, words: Words) -> str:
    """How many of an official's tasks are overdue and how many are due soon."""
    overdue = int(rows.is_overdue.sum())
    return words.say("follow_up.counts", overdue=overdue, soon=len(rows) - overdue)


def _sources(rows: pd.DataFrame, words: Words) -> list[str]:
    return [
        words.say("column.source_of", file=r.source_file, sheet=r.source_sheet, row=r.source_row)
        for r in rows_of(rows, Source)
    ]


def when(rows: pd.DataFrame, words: Words) -> list[str]:
    """How late or how near each urgent task is."""
    return [_when(row, words) for row in rows_of(rows, Urgent)]


def _when(row: Urgent, words: Words) -> str:
    if row.is_overdue:
        return words.say("follow_up.days_late", days=numbers.count(int(row.days_late)))
    if not row.days_left:
        return words["follow_up.due_today"]
    return words.say("follow_up.days_left", days=numbers.count(row.days_left))


def _remark(row: Urgent, words: Words) -> str | None:
    if not isinstance(row.remark, str):
        return None
    return words.say("follow_up.remarked", day=numbers.day(row.remarked_at), remark=row.remark)
