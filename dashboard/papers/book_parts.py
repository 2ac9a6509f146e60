"""Tables of a workbook: everything that the pages list, a row a thing, to filter and to count."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states, verdicts
from dashboard.documents.model.numbered import Number, Said
from dashboard.documents.model.paper import Cell, Head, Part, Row, Table
from dashboard.papers import phrases, score_parts, task_parts
from dashboard.papers.compared import (
    Compared,
    basis,
    change_of,
    compared,
    of_level,
    year_of,
)
from dashboard.papers.due_parts import QUERY as URGENT
from dashboard.papers.due_parts import Urgent, due, urgent
from dashboard.papers.explained_parts import code
from dashboard.papers.state import State
from dashboard.papers.task_parts import Done
from dashboard.rows import rows_of

LEFT = {
    *("component", "task", "lead", "support", "area", "state", "product", "result_h1"),
    *("result_year", "official", "verdict", "channel", "subject", "performer", "village"),
    *("code", "kind", "unit", "note"),
}
WIDE = {"task": 4.0, "component": 3.0, "subject": 3.0, "official": 2.2, "lead": 2.2}


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


class _Village(NamedTuple):
    village: str
    level: str
    component: str
    name: str
    estimate: float
    ci_low: float
    ci_high: float
    respondents: float
    status: str
    verdict: object


def table_of(state: State, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """A table headed as the pages head theirs."""
    words = state.words
    heads = [
        Head(
            words[f"papers.book.{column}"],
            "left" if column in LEFT else "right",
            WIDE.get(column, 1.0),
        )
        for column in columns
    ]
    return Table(tuple(heads), tuple(Row(row) for row in rows))


def scores(state: State, level: str) -> Part | None:
    """Both years' scores with difference, interval, verdict and n, beside their chart."""
    part = score_parts.components(state, level)
    if part is None:
        return None
    rows = of_level(compared(state), level)
    if level == "dimension":
        rows = [*of_level(compared(state), "total"), *rows]
    columns: tuple[str, ...] = (
        "code",
        "component",
        "before",
        "after",
        "change",
        "low",
        "high",
        "verdict",
    )
    columns += ("asked_before", "asked")
    if not state.compares:
        columns = ("code", "component", "after", "asked")
    made = [tuple(_scored(state, row, one) for one in columns) for row in rows]
    return replace(part, table=table_of(state, columns, made))


def _scored(state: State, row: Compared, column: str) -> Cell:
    """A cell of a component; a figure that is not shown says why."""
    sides = {"before": "from", "after": "to", "asked_before": "from", "asked": "to"}
    if column == "code":
        return row.component
    if column == "component":
        return row.name
    if column == "verdict":
        return verdicts.text(row.said, state.words)
    if column in ("before", "after"):
        value, side = year_of(state, row, sides[column]), sides[column]
        return value or phrases.or_hidden(None, getattr(row, f"status_{side}"), state=state)
    statuses = row.status_from, row.status_to
    if column == "change":
        return change_of(state, row) or phrases.or_hidden(None, *statuses, state=state)
    if column in ("low", "high"):
        return _end(state, row, f"ci_{column}")
    return _asked(state, row, sides[column])


def _end(state: State, row: Compared, column: str) -> Cell:
    value = getattr(row, column)
    if not numbers.is_number(value):
        return numbers.NOTHING
    text = numbers.difference(value)
    return state.cite("component_change", row, column, text, **basis(state))


def _asked(state: State, row: Compared, side: str) -> Cell:
    value = getattr(row, f"respondents_{side}")
    if numbers.is_hidden(getattr(row, f"status_{side}")) or not numbers.is_number(value):
        return numbers.NOTHING
    if state.compares:
        return phrases.count(state, "component_change", row, f"respondents_{side}", **basis(state))
    text = numbers.count(int(value))
    return state.cite("component_scores", row, "respondents", text, year=state.year)


def villages(state: State) -> Part | None:
    """Every village's total, dimensions and sub-dimensions."""
    if not (state.is_commune and state.has_survey):
        return None
    frame = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    if frame.empty:
        return None
    own = frame[frame.level.isin(["total", "dimension", "sub_dimension"])]
    columns: tuple[str, ...] = (
        "village",
        "code",
        "component",
        "after",
        "low",
        "high",
        "verdict",
        "asked",
    )
    made = [_village(state, row) for row in rows_of(own, _Village)]
    words = state.words
    measure = words.say("slide.villages_measure", year=state.year)
    title = Said(words["papers.book.of_villages"])
    note = Said(words["slide.villages_note"])
    table = table_of(state, columns, made)
    source = words["slide.own_survey"]
    return Part("village_scores", title, measure, table=table, note=note, source=source)


def _village(state: State, row: _Village) -> tuple[Cell, ...]:
    values = [
        phrases.score(state, "village_scores", row, name)
        or phrases.or_hidden(None, row.status, state=state)
        for name in ("estimate", "ci_low", "ci_high")
    ]
    is_shown = numbers.is_number(row.estimate)
    asked: Cell = numbers.NOTHING
    if is_shown:
        asked = phrases.count(state, "village_scores", row, "respondents")
    verdict = verdicts.against(row.verdict, state.words) if is_shown else ""
    return (row.village, row.component, row.name, *values, verdict, asked)


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
