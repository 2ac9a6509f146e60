"""One task as its page shows it: its facts, what was typed of it, what was said about it."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states
from dashboard.folding import capital
from dashboard.rows import rows_of
from dashboard.tables.task_changes import former_dues
from dashboard.tables.text_columns import Table, days, headed
from dashboard.words import Words

ZONE = "Asia/Ho_Chi_Minh"


class TaskRow(NamedTuple):
    """A task of the plan at a date (PlanReadings.tasks)."""

    task_id: str
    task: str
    component: str
    unit: str
    lead: str
    support: str
    area: str
    due_text: str
    due: pd.Timestamp
    done: pd.Timestamp
    progress: float
    state: str
    days_late: float
    product: str
    evidence: str
    result_h1: str
    result_year: str
    note: str
    source_file: object
    source_sheet: object
    source_row: float
    said_by: str
    due_moves: int


def headline(task: TaskRow, words: Words) -> str:
    """The state and by how many days, then the task."""
    state = states.name(task.state, words)
    if numbers.is_number(task.days_late):
        days_late = numbers.count(int(task.days_late))
        state = words.say("task.late", state=state, days=days_late)
    return words.say("task.title", state=capital(state), task=task.task)


def facts(rows: pd.DataFrame, component: str, words: Words) -> Table:
    """A row a fact; what nobody wrote says so. rows: the one task; component: its full name."""
    (task,) = rows_of(rows, TaskRow)
    due = numbers.day(task.due) if numbers.is_number(task.due) else words["due_missing.said"]
    if task.due_text and task.due_text != due:
        due = words.say("task.due_as_written", day=due, text=task.due_text)
    said = {
        "component": component or task.component,
        "unit": task.unit,
        "lead": task.lead or words["follow_up.nobody"],
        "support": task.support,
        "area": task.area,
        "due": " · ".join(part for part in (due, *former_dues(rows, words)) if part),
        "done": numbers.day(task.done),
        "progress": numbers.percent(task.progress),
        "product": task.product,
        "evidence": task.evidence,
        "result_h1": task.result_h1,
        "result_year": task.result_year,
        "note": task.note,
        "said_by": words[f"task.said_by_{task.said_by}"],
        "source": _source(task, words),
    }
    shown = pd.DataFrame(
        [{"fact": words[f"column.{name}"], "said": text} for name, text in said.items()]
    )
    return shown, headed(words, *shown)


def _source(task: TaskRow, words: Words) -> str:
    """Where in which file; a decision stands in none."""
    if not isinstance(task.source_file, str) or not numbers.is_number(task.source_row):
        return words["task.no_source"]
    place = {"file": task.source_file, "sheet": task.source_sheet, "row": int(task.source_row)}
    return words.say("column.source_of", **place)


def records(rows: pd.DataFrame, words: Words) -> Table:
    """What was typed of its progress, the newest first; what holds and what was withdrawn."""
    standing = [
        words["task.withdrawn" if gone else "task.holds" if holds else "task.replaced"]
        for gone, holds in zip(rows.withdrawn, rows.holds, strict=True)
    ]
    shown = pd.DataFrame(
        {
            "written_at": _moments(rows.written_at),
            "progress": [numbers.percent(share) for share in rows.progress],
            "done": days(rows.done),
            "evidence": rows.evidence,
            "note": rows.note,
            "standing": standing,
            "by": _writers(rows, words),
        }
    )
    return shown, headed(words, *shown, right=("progress",), by=words["task.by"])


def remarks(rows: pd.DataFrame, words: Words) -> Table:
    """What was said about it, the newest first."""
    shown = pd.DataFrame(
        {
            "written_at": _moments(rows.written_at),
            "remark_kind": [words[f"task.kind_{kind}"] for kind in rows.kind],
            "text": [
                words["task.withdrawn"] if gone else text
                for text, gone in zip(rows.text, rows.withdrawn, strict=True)
            ],
            "by": _writers(rows, words),
        }
    )
    return shown, headed(words, *shown, text=words["task.text"], by=words["task.by"])


def _writers(rows: pd.DataFrame, words: Words) -> list[str]:
    return [by or words["record.by_nobody"] for by in rows.written_by]


def _moments(moments: "pd.Series[pd.Timestamp]") -> list[str]:
    local = pd.to_datetime(moments, utc=True).dt.tz_convert(ZONE)
    return [f"{moment:%d/%m/%Y}" for moment in local]
