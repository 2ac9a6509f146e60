"""Tasks that are overdue or due soon, of everybody or of one official."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.documents.model.paper import Cell, Head, Part, Row, Table
from dashboard.papers import phrases
from dashboard.papers.state import State
from dashboard.papers.task_parts import code
from dashboard.rows import rows_of
from dashboard.tables.persons import person

QUERY = "follow_up"
WIDTHS = {"code": 0.6, "task": 4, "lead": 2.2, "product": 2.4}


class Urgent(NamedTuple):
    """A task of an official that is overdue or due soon (PlanReadings.follow_up)."""

    task_id: str
    official: str
    unit: str
    task: str
    component: object
    due: pd.Timestamp
    days_late: float
    days_left: float
    is_overdue: bool
    product: str


def urgent(state: State) -> list[Urgent]:
    """A row a task and official, the longest overdue first, then by due date."""
    frame = state.ask.plan.follow_up(state.unit.unit_id, state.year, **state.when)
    return list(rows_of(frame, Urgent))


def soon(state: State) -> Part | None:
    """What is due within the next days, each task once."""
    rows = [row for row in urgent(state) if not row.is_overdue]
    first: dict[str, Urgent] = {}
    for row in rows:
        first.setdefault(row.task_id, row)
    leads = {key: [row for row in rows if row.task_id == key] for key in first}
    if not first:
        return None
    keys = ("code", "task", "lead", "due")
    made = []
    for key, row in first.items():
        people = [_who(state, one) for one in leads[key]]
        made.append(Row((code(row.component), row.task, ", ".join(people), due(state, row))))
    return Part("due_soon", _next(state, rows[0]), _ahead(state), table=_table(state, keys, made))


def of_official(state: State, rows: list[Urgent]) -> tuple[Part, ...]:
    """One official's rows: what is overdue, what is due soon, each with what proves it done."""
    words = state.words
    parts = []
    late = [row for row in rows if row.is_overdue]
    if late:
        keys = ("code", "task", "due", "late", "product")
        made = [Row(_cells(state, row, keys)) for row in late]
        days = phrases.count(state, QUERY, late[0], "days_late")
        title = said(words["papers.due.late"], days=days)
        parts.append(Part("overdue", title, table=_table(state, keys, made)))
    left = [row for row in rows if not row.is_overdue]
    if left:
        keys = ("code", "task", "due", "left", "product")
        made = [Row(_cells(state, row, keys)) for row in left]
        table = _table(state, keys, made)
        parts.append(Part("due_soon", _next(state, left[0]), _ahead(state), table=table))
    return tuple(parts)


def _who(state: State, row: Urgent) -> str:
    nobody = state.words["follow_up.nobody"]
    return person(row.official or nobody, row.unit, not state.is_commune)


def _next(state: State, row: Urgent) -> Said:
    """The first to come."""
    return said(state.words["papers.due.soon"], day=due(state, row))


def _ahead(state: State) -> str:
    return state.words["papers.due.ahead"]


def due(state: State, row: Urgent) -> Number | str:
    """The due date, or that there is none."""
    if not numbers.is_number(row.due):
        return state.words["due_missing.said"]
    return phrases.day(state, QUERY, row, "due")


def _cells(state: State, row: Urgent, keys: tuple[str, ...]) -> tuple[Cell, ...]:
    values: dict[str, Cell] = {
        "code": code(row.component),
        "task": row.task,
        "due": due(state, row),
        "product": row.product or state.words["papers.due.no_product"],
    }
    for key, column in (("late", "days_late"), ("left", "days_left")):
        if key in keys:
            known = numbers.is_number(getattr(row, column))
            values[key] = phrases.count(state, QUERY, row, column) if known else numbers.NOTHING
    return tuple(values[key] for key in keys)


def _table(state: State, keys: tuple[str, ...], rows: list[Row]) -> Table:
    right = ("due", "late", "left")
    heads = [
        Head(
            state.words[f"papers.due.head.{key}"],
            "right" if key in right else "left",
            WIDTHS.get(key, 1.1),
        )
        for key in keys
    ]
    return Table(tuple(heads), tuple(rows))
