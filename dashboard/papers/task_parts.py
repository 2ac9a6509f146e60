"""The plan's parts: officials, overdue tasks, all tasks."""

from typing import Any, NamedTuple

from dashboard import numbers, states
from dashboard.documents.model.figures import Completion, DoneRow, StateCount
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.documents.model.paper import Cell, Head, Part, Row, Table
from dashboard.papers import phrases
from dashboard.papers.state import State, once
from dashboard.readings.short_names import short_names
from dashboard.rows import NAN, rows_of
from dashboard.tables.persons import person

MOST_NAMED = 3


class Done(NamedTuple):
    """An official's tasks, or a unit's (PlanReadings.by_official, completion)."""

    unit_id: str
    unit: str
    assigned: int
    done: int
    done_on_time: int
    done_late: int
    done_undated: int
    overdue: int
    in_progress: int
    not_started: int
    due_by_now: int
    official: str = ""
    due_done: float = NAN

    @property
    def tick(self) -> int:
        """Where the tick of what is due stands in the bar: behind what is done and what is due
        and not done; due_done is known of officials alone."""
        is_known = numbers.is_number(self.due_done)
        return self.done + (self.due_by_now - int(self.due_done) if is_known else self.overdue)


class Task(NamedTuple):
    """A task with its state (PlanReadings.tasks)."""

    task_id: str
    task: str
    component: object
    lead: str
    unit: str
    due: Any
    done: Any
    state: str
    days_late: float
    result_h1: str
    result_year: str


def tasks(state: State) -> list[Task]:
    """Every task that is not cancelled, by component."""
    if not state.has_tasks:
        return []
    rows = rows_of(state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when), Task)
    return [row for row in rows if row.state != states.CANCELLED]


def units(state: State) -> list[Done]:
    """The unit's own tasks counted; of a unit above the communes, each commune's."""
    if not state.has_tasks:
        return []
    frame = state.ask.plan.completion(state.unit.unit_id, state.year, **state.when)
    return [row for row in rows_of(frame, Done) if row.assigned]


@once
def headline(state: State) -> Said:
    """What is overdue and done of a commune; above the communes whose tasks are overdue most."""
    words, rows = state.words, units(state)
    if not rows:
        return Said(words.say("headline.no_tasks", year=state.year))
    if not state.is_commune:
        return _most_overdue_units(state, rows)
    (row,) = rows
    done = phrases.share(state, "unit_completion", row, "completion_rate", "done", "assigned")
    key = "slide.overdue" if row.overdue else "slide.none_overdue"
    late = phrases.count(state, "unit_completion", row, "overdue")
    return said(words[key], overdue=late, done=done)


def _most_overdue_units(state: State, rows: list[Done]) -> Said:
    most, words = max(row.overdue for row in rows), state.words
    if not most:
        return Said(words["slide.no_unit_overdue"])
    own = [row for row in rows if row.overdue == most]
    late = phrases.count(state, "unit_completion", own[0], "overdue")
    names = ", ".join(row.unit for row in own[:MOST_NAMED])
    others = words["slide.and_other_units"] if len(own) > MOST_NAMED else ""
    return said(words["slide.most_overdue_unit"], unit=names + others, count=late)


@once
def officials(state: State) -> Part | None:
    """How far each official has got; above the communes, each commune."""
    words = state.words
    if not state.has_tasks:
        return None
    if state.is_commune:
        frame = state.ask.plan.by_official(state.unit.unit_id, state.year, **state.when)
        rows = [row for row in rows_of(frame, Done) if row.assigned and row.official]
        names = short_names(row.official for row in rows)
        drawn = tuple(_done(state, "official_completion", names[row.official], row) for row in rows)
    else:
        every = sorted(units(state), key=lambda row: -row.overdue)
        drawn = tuple(_done(state, "unit_completion", row.unit, row) for row in every)
    if not drawn:
        return None
    alt = " ".join(words.say("slide.done_alt", name=row.name, done=row.text) for row in drawn)
    return Part(
        "officials",
        headline(state),
        words["slide.officials_measure" if state.is_commune else "slide.units_measure"],
        (),
        Completion(drawn, alt, words["chart.completion.due_by_now"]),
        note=Said(words["slide.officials_note"]),
        source=words["slide.own_plan"],
        notes=(Said(words["slide.task_method"]),),
    )


def _done(state: State, query: str, name: str, row: Done) -> DoneRow:
    counts = tuple(
        StateCount(one, states.name(one, state.words), phrases.count(state, query, row, one))
        for one in states.ASSIGNED
        if getattr(row, one)
    )
    text = phrases.share(state, query, row, "completion_rate", "done", "assigned")
    return DoneRow(name, counts, row.tick, text)


def overdue(state: State) -> Part | None:
    """The overdue tasks, the longest waiting first."""
    words, rows = state.words, [row for row in tasks(state) if row.state == "overdue"]
    if not state.has_tasks:
        return None
    rows.sort(key=lambda row: (-row.days_late, code(row.component), row.task))
    table = task_table(state, rows, ("component", "task", "lead", "due", "days_late"))
    return Part(
        "overdue",
        _overdue_title(state, rows),
        words.say("slide.overdue_measure", day=numbers.day(state.about.as_of)),
        () if rows else (Said(words["slide.nothing_overdue"]),),
        None,
        table if rows else None,
        source=words["slide.own_plan"],
        notes=(Said(words["slide.task_method"]),),
    )


def _overdue_title(state: State, rows: list[Task]) -> Said:
    """How many and for how long; not what the slide of the officials says already."""
    if not (rows and state.is_commune):
        return headline(state)
    (unit,) = units(state)
    late = phrases.count(state, "unit_completion", unit, "overdue")
    days = phrases.count(state, "tasks", rows[0], "days_late")
    return said(state.words["slide.overdue_longest"], overdue=late, days=days)


def every_task(state: State) -> Part | None:
    """All tasks below the headings of their dimensions: an annex."""
    rows = tasks(state)
    if not rows:
        return None
    columns = ("component", "task", "lead", "due", "done", "state", "days_late", "result")
    return Part(
        "tasks",
        Said(state.words["slide.every_task"]),
        state.words.say("slide.every_task_measure", day=numbers.day(state.about.as_of)),
        table=task_table(state, rows, columns, is_grouped=True),
        source=state.words["slide.own_plan"],
    )


WIDTHS = {"component": 0.6, "task": 4.4, "lead": 2.2, "result": 2.0, "state": 1.4}


def task_table(
    state: State, rows: list[Task], columns: tuple[str, ...], is_grouped: bool = False
) -> Table:
    """Tasks as a table; grouped: a heading over those of each dimension."""
    words = state.words
    heads = tuple(
        Head(
            words[f"slide.head.{name}"],
            "right" if name in ("due", "done", "days_late") else "left",
            WIDTHS.get(name, 1.1),
        )
        for name in columns
    )
    tree = state.ask.components(state.year)
    names = dict(zip(tree.component, tree["name"], strict=True))
    made: list[Row] = []
    before: str | None = None
    for row in rows:
        dimension = code(row.component).partition(".")[0]
        if is_grouped and dimension != before:
            name = f"{dimension} {names.get(dimension, '')}".strip()
            made.append(Row((name or words["follow_up.no_component"],), "section"))
            before = dimension
        made.append(Row(tuple(_cell(state, row, name) for name in columns)))
    return Table(heads, tuple(made))


def _cell(state: State, row: Task, column: str) -> Cell:
    if column == "done" and row.state not in states.DONE:  # after the date looked at
        return numbers.NOTHING
    if column in ("due", "done"):
        return phrases.day(state, "tasks", row, column)
    if column == "days_late":
        return _late(state, row)
    if column == "state":
        return states.name(row.state, state.words)
    if column == "result":
        text = row.result_h1 if state.period.kind == "H1" else row.result_year
        return text or numbers.NOTHING
    if column == "lead":
        return person(row.lead, row.unit, not state.is_commune) or numbers.NOTHING
    return code(row.component) if column == "component" else str(getattr(row, column))


def code(component: object) -> str:
    """A task's component; "" of one that serves none."""
    return component if isinstance(component, str) else ""


def _late(state: State, row: Task) -> Number | str:
    if not numbers.is_number(row.days_late):
        return numbers.NOTHING
    return phrases.count(state, "tasks", row, "days_late")


@once
def longest(state: State) -> Said:
    """The task that has been overdue longest, and who leads it; "" of none."""
    late = [row for row in tasks(state) if row.state == "overdue"]
    if not late:
        return Said("")
    row = max(late, key=lambda one: one.days_late)
    who = _whose(state, row.lead, row.unit) or state.words["follow_up.nobody"]
    days = phrases.count(state, "tasks", row, "days_late")
    as_long = sum(one.days_late == row.days_late for one in late)
    key = "slide.longest" if as_long == 1 else "slide.longest_each"
    return said(state.words[key], task=row.task, days=days, who=who)


@once
def busiest(state: State) -> Said:
    """Who has the most overdue tasks; "" where nobody has any."""
    frame = state.ask.plan.by_official(state.unit.unit_id, state.year, **state.when)
    rows = [row for row in rows_of(frame, Done) if row.overdue and row.official]
    most = max((row.overdue for row in rows), default=0)
    people = [
        said(
            "{who} ({count})",
            who=_whose(state, row.official, row.unit),
            count=phrases.count(state, "official_completion", row, "overdue"),
        )
        for row in rows
        if row.overdue == most
    ]
    if not people:
        return Said("")
    more = state.words["slide.and_other_people"] if len(people) > MOST_NAMED else ""
    return said(state.words["slide.busiest"], names=phrases.listed(people[:MOST_NAMED], more, "; "))


def _whose(state: State, official: str, unit: str) -> str:
    """An official within brackets; above the communes with the own one."""
    return official if state.is_commune or not official else f"{official}, {unit}"
