"""Tables of a workbook on plan and log: officials, tasks, what is to be urged, activities."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states
from dashboard.documents.model.numbered import Number, Said
from dashboard.documents.model.paper import Cell, Part
from dashboard.papers import phrases, task_parts
from dashboard.papers.book_tables import table_of
from dashboard.papers.due_parts import QUERY as URGENT
from dashboard.papers.due_parts import Urgent, due, urgent
from dashboard.papers.state import State
from dashboard.papers.task_parts import Done, code
from dashboard.rows import rows_of


class _Task(NamedTuple):
    task_id: str
    task: str
    component: object
    lead: str
    support: str
    area: str
    unit: str
    due: pd.Timestamp
    done: pd.Timestamp
    progress: float
    state: str
    days_late: float
    product: str
    result_h1: str
    result_year: str
    note: str


class _Activity(NamedTuple):
    activity_id: str
    held_on: pd.Timestamp
    kind: str
    channel: str
    subject: str
    component: object
    area: str
    minutes: float
    times: float
    people: float
    performer: str
    unit: str


def officials(state: State) -> Part | None:
    """Each official's tasks by state, beside their chart; above the communes each commune's."""
    part = task_parts.officials(state)
    if part is None:
        return None
    if state.is_commune:
        frame = state.ask.plan.officials(state.unit.unit_id, state.year, **state.when)
        query, rows = "official_completion", list(rows_of(frame, Done))
    else:
        query, rows = "unit_completion", task_parts.units(state)
    columns: tuple[str, ...] = (
        "official" if state.is_commune else "unit",
        "assigned",
        *states.ASSIGNED,
        "rate",
    )
    made = []
    for row in rows:
        counts = [phrases.count(state, query, row, one) for one in ("assigned", *states.ASSIGNED)]
        made.append((row.official or row.unit, *counts, _rate(state, query, row)))
    return replace(part, table=table_of(state, columns, made))


def _rate(state: State, query: str, row: Done) -> Cell:
    """Of a few tasks no share."""
    text = numbers.share(row.done, row.assigned)
    return state.cite(query, row, "completion_rate", text) if "%" in text else numbers.NOTHING


def tasks(state: State) -> Part | None:
    """Every task, cancelled ones too, with all that is known of it."""
    if not state.has_tasks:
        return None
    columns: tuple[str, ...] = (
        "code",
        "task",
        "lead",
        "support",
        "area",
        "due",
        "done",
        "progress",
        "state",
    )
    columns += ("days_late", "product", "result_h1", "result_year", "note")
    if not state.is_commune:
        columns = ("unit", *columns)
    frame = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    made = [tuple(_of_task(state, row, one) for one in columns) for row in rows_of(frame, _Task)]
    title = Said(state.words["slide.every_task"])
    measure = state.words.say("bar.seen_at", day=numbers.day(state.about.as_of))
    source = state.words["slide.own_plan"]
    return Part("tasks", title, measure, table=table_of(state, columns, made), source=source)


def _of_task(state: State, row: _Task, column: str) -> Cell:
    if column == "code":
        return code(row.component)
    if column == "state":
        return states.name(row.state, state.words)
    if column == "done" and row.state not in states.DONE:  # after the date looked at
        return numbers.NOTHING
    if column in ("due", "done"):
        return phrases.day(state, "tasks", row, column)
    if column == "days_late":
        return _counted(state, "tasks", row, column)
    if column == "progress":
        if not numbers.is_number(row.progress):
            return numbers.NOTHING
        return state.cite("tasks", row, column, numbers.percent(row.progress))
    return str(getattr(row, column) or "")


def _counted(state: State, query: str, row: object, column: str) -> Number | str:
    if not numbers.is_number(getattr(row, column)):
        return numbers.NOTHING
    return phrases.count(state, query, row, column)


def follow_up(state: State) -> Part | None:
    """What is overdue or due soon, a row a task and official."""
    rows = urgent(state)
    if not rows:
        return None
    columns: tuple[str, ...] = (
        "official",
        "code",
        "task",
        "due",
        "days_late",
        "days_left",
        "product",
    )
    if not state.is_commune:
        columns = ("unit", *columns)
    cells: dict[str, Callable[[Urgent], Cell]] = {
        "unit": lambda row: row.unit,
        "official": lambda row: row.official or state.words["follow_up.nobody"],
        "code": lambda row: code(row.component),
        "task": lambda row: row.task,
        "due": lambda row: due(state, row),
        "days_late": lambda row: _counted(state, URGENT, row, "days_late"),
        "days_left": lambda row: (
            numbers.NOTHING if row.is_overdue else _counted(state, URGENT, row, "days_left")
        ),
        "product": lambda row: row.product,
    }
    made = [tuple(cells[one](row) for one in columns) for row in rows]
    title, measure = task_parts.headline(state), state.words["papers.book.urgent"]
    return Part("follow_up", title, measure, table=table_of(state, columns, made))


def activities(state: State) -> Part | None:
    """The log of the period, row by row."""
    words = state.words
    frame = state.ask.activity.log(state.unit.unit_id, state.year, **state.when)
    rows = list(rows_of(frame[frame.span == "counted"], _Activity))
    if not rows:
        return None
    columns: tuple[str, ...] = (
        "held_on",
        "kind",
        "channel",
        "subject",
        "code",
        "area",
        "minutes",
        "times",
    )
    columns += ("people", "performer")
    if not state.is_commune:
        columns = ("unit", *columns)
    made = [tuple(_activity(state, row, one) for one in columns) for row in rows]
    title, source = Said(words["papers.book.log"]), words["papers.logged_source"]
    table = table_of(state, columns, made)
    return Part("activities", title, words["papers.book.log_measure"], table=table, source=source)


def _activity(state: State, row: _Activity, column: str) -> Cell:
    if column == "code":
        return code(row.component)
    if column == "held_on":
        return phrases.day(state, "activities", row, column)
    if column in ("minutes", "times", "people"):
        return _counted(state, "activities", row, column)
    return str(getattr(row, column) or "")
