"""What the log of activities says: what was told to people by channel, what supervision found."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states
from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Cell, Head, Part, Row, Table
from dashboard.papers import phrases
from dashboard.papers.stamping import period
from dashboard.papers.state import State
from dashboard.papers.task_parts import code
from dashboard.rows import rows_of

QUERY = "activity_counts"


class Channel(NamedTuple):
    """Communication by one channel (ActivityReadings.counts)."""

    grouped: str
    activities: int
    times: float
    minutes: float
    people: float
    with_minutes: int
    with_people: int
    last_held: pd.Timestamp


class Asked(NamedTuple):
    """A task of the plan that asks to tell something (ActivityReadings.asked)."""

    task_id: str
    task: str
    component: object
    state: str
    unit: str


class Finding(NamedTuple):
    """A finding of supervision (ActivityReadings.findings)."""

    activity_id: str
    held_on: pd.Timestamp
    performer: str
    subject: str
    finding: str
    remedy: str
    remedy_state: str
    days_open: float
    remedied_on: pd.Timestamp
    unit: str


def communication(state: State) -> Part | None:
    """Activities by channel, the most frequent first."""
    words = state.words
    counts = state.ask.activity.counts(state.unit.unit_id, state.year, "channel", **state.when)
    rows = list(rows_of(counts[counts.activities > 0], Channel))
    if not rows:
        return None
    keys = ("channel", "held", "how_often", "minutes", "people", "last_held")
    heads = [
        Head(words[f"column.{key}"], "right" if place else "left", 1 if place else 2.6)
        for place, key in enumerate(keys)
    ]
    holes = {
        "channel": rows[0].grouped or words["telling.unsaid_channel"],
        "count": phrases.count(state, QUERY, rows[0], "activities"),
        "times": phrases.count(state, QUERY, rows[0], "times"),
    }
    return Part(
        "communication",
        said(words["papers.communication.title"], **holes),
        words.say("papers.communication.measure", period=period(state)),
        table=Table(tuple(heads), tuple(_channel(state, row) for row in rows)),
        note=Said(words["papers.communication.note"]),
        source=words["papers.logged_source"],
    )


def _channel(state: State, row: Channel) -> Row:
    minutes: Cell = numbers.NOTHING
    people: Cell = numbers.NOTHING
    if row.with_minutes:
        minutes = phrases.count(state, QUERY, row, "minutes")
    if row.with_people:
        people = phrases.count(state, QUERY, row, "people")
    return Row(
        (
            row.grouped or state.words["telling.unsaid_channel"],
            phrases.count(state, QUERY, row, "activities"),
            phrases.count(state, QUERY, row, "times"),
            minutes,
            people,
            phrases.day(state, QUERY, row, "last_held"),
        )
    )


def communication_tasks(state: State) -> Part | None:
    """What the plan asks to be told to people, with its state; above the communes what is overdue
    of it. Nothing of a closing, which does not hold which tasks these are."""
    words = state.words
    if state.closing is not None:
        return None
    frame = state.ask.activity.asked(state.unit.unit_id, state.year, **state.when)
    rows = list(rows_of(frame, Asked))
    late = [row for row in rows if row.state == "overdue"]
    rows = rows if state.is_commune else late
    if not rows:
        return None
    open_ = [row for row in rows if row.state in states.OPEN]
    title = words["papers.communication.tasks_done"]
    if open_:
        key = "tasks_late" if late else "tasks_open"
        title = words.say(f"papers.communication.{key}", task=(late or open_)[0].task)
    heads = [
        Head(words["column.code"], "left", 0.6),
        Head(words["column.task"], "left", 4),
        Head(words["column.state" if state.is_commune else "column.unit"], "left", 1.6),
    ]
    made = [Row((code(row.component), row.task, _last(state, row))) for row in rows]
    measure = words["papers.communication.tasks_measure"]
    return Part("communication_tasks", Said(title), measure, table=Table(tuple(heads), tuple(made)))


def _last(state: State, row: Asked) -> str:
    return states.name(row.state, state.words) if state.is_commune else row.unit


def supervision(state: State) -> Part | None:
    """What supervision found, the longest open first."""
    words = state.words
    frame = state.ask.activity.findings(state.unit.unit_id, state.year, **state.when)
    rows = list(rows_of(frame[frame.finding != ""], Finding))
    if not rows:
        return None
    several = not state.is_commune
    keys = ("held_on", "body", "finding", "remedy", "finding_state")
    widths = (1, 1.8, 3, 3, 1.5)
    heads = [
        Head(words[f"column.{key}"], "left", width) for key, width in zip(keys, widths, strict=True)
    ]
    made = [_finding(state, row, several) for row in rows]
    return Part(
        "supervision",
        _found(state, rows),
        words.say("papers.supervision.measure", day=numbers.day(state.about.as_of)),
        table=Table(tuple(heads), tuple(made)),
        note=Said(words["papers.supervision.note"]),
        source=words["papers.logged_source"],
    )


def _found(state: State, rows: list[Finding]) -> Said:
    """The finding that has been open longest, else that all are remedied."""
    words = state.words
    open_ = [row for row in rows if numbers.is_number(row.days_open)]
    if not open_:
        return Said(words["papers.supervision.remedied"])
    first = max(open_, key=lambda row: row.days_open)
    days = phrases.count(state, "activities", first, "days_open")
    return said(words["papers.supervision.open"], finding=first.finding.rstrip("."), days=days)


def _finding(state: State, row: Finding, several: bool) -> Row:
    body = f"{row.performer} ({row.unit})" if several else row.performer
    held = phrases.day(state, "activities", row, "held_on")
    return Row((held, body, row.finding, row.remedy or numbers.NOTHING, standing(state, row)))


def standing(state: State, row: Finding) -> Said:
    """What became of a finding, and since how many days it is open."""
    words = state.words
    told = words[f"found.state_{row.remedy_state}"]
    if numbers.is_number(row.days_open):
        days = phrases.count(state, "activities", row, "days_open")
        return said(words["found.days_open"], state=told, days=days)
    if numbers.is_number(row.remedied_on):
        day = phrases.day(state, "activities", row, "remedied_on")
        return said(words["found.remedied_on"], state=told, day=day)
    return Said(told)
