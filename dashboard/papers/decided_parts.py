"""What was decided at meetings: the decisions that hold, with who does it until when."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.documents.model.paper import Cell, Head, Part, Row, Table
from dashboard.papers import phrases
from dashboard.papers.state import State
from dashboard.rows import rows_of
from dashboard.tables.persons import person
from dashboard.tables.text_columns import local


class Decision(NamedTuple):
    """A decision that holds (RemarkReadings.decisions)."""

    id: int
    task_id: str
    text: str
    official: str
    due: pd.Timestamp
    component: object
    written_at: pd.Timestamp
    unit: str


class _Task(NamedTuple):
    task_id: str
    state: str
    days_late: float


def decided(state: State) -> tuple[list[Decision], list[Decision]]:
    """Those of the newest meeting, which is the last day on which some were written, and the
    earlier ones; in the order in which they were."""
    frame = state.ask.remarks.decisions(state.unit.unit_id, state.year).sort_values("id")
    days = list(local(frame.written_at).dt.date) if len(frame) else []
    rows = list(rows_of(frame, Decision))
    meeting = max(days, default=None)
    pairs = list(zip(rows, days, strict=True))
    now = [row for row, day in pairs if day == meeting]
    return now, [row for row, day in pairs if day != meeting]


def decisions(state: State) -> Part | None:
    """All decisions that hold, the newest meeting's first."""
    now, earlier = decided(state)
    return _part(state, "decisions", [*now, *earlier])


def of_meeting(state: State) -> Part | None:
    """Those of the newest meeting."""
    return _part(state, "decisions", decided(state)[0])


def are_counted(state: State) -> bool:
    """Whether the newest meeting's decisions are among the tasks of the state."""
    return any(state.find("tasks", row, "due", "") for row in decided(state)[0])


def of_earlier_meetings(state: State) -> Part | None:
    """Those of earlier meetings with how they stand."""
    return _part(state, "earlier_decisions", decided(state)[1])


def _part(state: State, name: str, rows: list[Decision]) -> Part | None:
    words, several = state.words, not state.is_commune
    if not rows:
        return None
    heads = (
        Head(words["papers.decided.decision"], "left", 4),
        Head(words["papers.decided.official"], "left", 2.2),
        Head(words["column.due"], "left", 1.1),
        Head(words["column.state"], "left", 1.3),
    )
    made = []
    for row in rows:
        who = person(row.official, row.unit, several)
        made.append(Row((row.text, who, due(state, row), _standing(state, row))))
    first = min(rows, key=lambda row: row.due)
    holes = {"day": due(state, first), "official": first.official}
    title = said(words[f"papers.decided.{name}"], **holes)
    measure = words["papers.decided.measure"]
    return Part(name, title, measure, table=Table(heads, tuple(made)))


def due(state: State, row: Decision) -> Number | str:
    """The day, of the plan's task that the decision is; in words alone where a closing was made
    before it was decided."""
    text = numbers.day(row.due)
    return state.find("tasks", row, "due", text) or text


def _standing(state: State, row: Decision) -> Cell:
    """How the decision's task stands at the date; "" in a state that was before it."""
    tasks = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    for task in rows_of(tasks[tasks.task_id == row.task_id], _Task):
        if task.state == "overdue":
            late = phrases.count(state, "tasks", task, "days_late")
            return said(state.words["papers.days_late"], days=late)
        return Said(states.name(task.state, state.words))
    return ""
