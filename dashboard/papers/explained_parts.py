"""What people wrote to explain figures, beside them; open tasks with why and with remedies."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states
from dashboard.documents.model.numbered import Number, Said, said
from dashboard.documents.model.paper import Cell, Head, Part, Row, Table
from dashboard.folding import official_key
from dashboard.papers import phrases
from dashboard.papers.state import State
from dashboard.papers.task_parts import code
from dashboard.readings.listed import RemarkRow
from dashboard.remark_kinds import EXPLAINING, SUBJECTS
from dashboard.rows import rows_of
from dashboard.tables.persons import person

Texts = dict[str, str]  # kind of remark -> what holds
MOST_ABOVE = 30  # unfinished tasks that the report of a unit above the communes names


class Explained(NamedTuple):
    """A subject of which something is said, or of which it has to be; texts: by kind."""

    kind: str
    key: str
    name: str
    texts: Texts


class Fall(NamedTuple):
    """A component that clearly fell (RemarkReadings.falls)."""

    component: str
    level: str
    name: str
    estimate_from: float
    estimate_to: float
    change: float
    is_explained: bool


class OpenTask(NamedTuple):
    """A task of the plan (PlanReadings.tasks)."""

    task_id: str
    task: str
    component: object
    lead: str
    due: pd.Timestamp
    state: str
    days_late: float
    unit: str


class _Done(NamedTuple):
    official: str
    unit_id: str
    overdue: int


class _Total(NamedTuple):
    village: str
    level: str
    component: str
    estimate: float
    status: str


def falls(state: State) -> list[Fall]:
    """The components that clearly fell; none without an earlier survey."""
    if not state.compares:
        return []
    unit = state.unit.unit_id
    return list(rows_of(state.ask.remarks.falls(unit, state.year_from, state.year), Fall))


def fall_of(state: State, row: Fall) -> Number:
    """How far it fell, on the questions on which that was tested."""
    text = numbers.between(row.estimate_from, row.estimate_to, row.change)
    years = {"year_from": state.year_from, "year_to": state.year}
    bases = ("published", "common")
    for basis in bases:
        found = state.find("component_change", row, "change", text, **years, basis=basis)
        if found and found.number is not None and abs(found.number - row.change) < 1e-9:
            return found
    raise RuntimeError(f"the fall of {row.component} is not in the state")


def called(component: str, name: str) -> str:
    """Code and name; the total by its name alone."""
    return name if component == "PAPI" else f"{component} {name}"


def holding(state: State) -> list[Explained]:
    """What holds of each subject, by kind of subject, in the order of the codes."""
    rows = state.ask.remarks.holding(state.unit.unit_id, state.year)
    rows = rows[rows.kind.isin(EXPLAINING)]
    tree = state.ask.components(state.year)
    names = dict(zip(tree.component, tree["name"], strict=True))
    found: dict[tuple[str, str], Explained] = {}
    for kind, row in zip(rows.about_kind, rows_of(rows, RemarkRow), strict=True):
        known = called(row.about_key, names[row.about_key]) if row.about_key in names else ""
        name = known if kind == "component" and known else row.subject
        own = found.setdefault((kind, row.about_key), Explained(kind, row.about_key, name, {}))
        own.texts.setdefault(row.kind, row.text)
    order = {kind: place for place, kind in enumerate(SUBJECTS)}
    return sorted(found.values(), key=lambda one: (order[one.kind], one.name))


def explanations(state: State) -> Part | None:
    """Shortcoming, cause, responsibility and remedy of what is explained; what clearly fell and
    is not says so."""
    words, fell = state.words, falls(state)
    every = holding(state)
    known = {one.key for one in every if one.kind == "component"}
    lacking = [row for row in fell if not row.is_explained]
    every += [
        Explained("component", row.component, called(row.component, row.name), {})
        for row in lacking
        if row.component not in known
    ]
    if not every:
        return None
    rows: list[Row] = []
    for kind in SUBJECTS:
        own = [one for one in every if one.kind == kind]
        if own:
            rows.append(Row((words[f"papers.explained.of_{kind}"],), "section"))
        rows += [Row((one.name, _figure(state, one, fell), *_told(state, one))) for one in own]
    heads = [Head(words["papers.explained.subject"], "left", 2.4)]
    heads += [Head(words["papers.explained.figure"], "left", 1.6)]
    heads += [Head(words[f"remark.{kind}"], "left", 2) for kind in EXPLAINING]
    return Part(
        "explanations",
        _title(state, fell, lacking),
        words.say("papers.explained.measure", year=state.year),
        table=Table(tuple(heads), tuple(rows)),
        source=words["papers.explained.source"],
    )


def _told(state: State, one: Explained) -> list[str]:
    if not one.texts:
        return [state.words["remark.none_yet"], *[""] * (len(EXPLAINING) - 1)]
    return [one.texts.get(kind, "") for kind in EXPLAINING]


def _title(state: State, fell: list[Fall], lacking: list[Fall]) -> Said:
    words = state.words
    if lacking:
        names = [called(row.component, row.name) for row in lacking]
        told = ", ".join(names[:3]) + (words["slide.and_others"] if len(names) > 3 else "")
        return Said(words.say("papers.explained.lacking", names=told))
    return Said(words["papers.explained.all" if fell else "papers.explained.calm"])


def _figure(state: State, one: Explained, fell: list[Fall]) -> Cell:
    """What is explained, as a figure: a fall, a village's total, what is overdue."""
    words = state.words
    if one.kind == "component":
        row = next((row for row in fell if row.component == one.key), None)
        if row is None:
            return ""
        return said(words["papers.explained.fell"], change=fall_of(state, row))
    if one.kind == "village":
        return _village(state, one.key)
    if one.kind == "official":
        return _overdue(state, one.key)
    tasks = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    for task in rows_of(tasks[tasks.task_id == one.key], OpenTask):
        return standing(state, task)
    return ""


def _village(state: State, name: str) -> Cell:
    if not (state.is_commune and state.has_survey):
        return ""
    scores = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    own = scores[(scores.village == name) & (scores.level == "total")]
    for row in rows_of(own, _Total):
        value = phrases.score(state, "village_scores", row, "estimate")
        return value or phrases.or_hidden(value, row.status, state=state)
    return ""


def _overdue(state: State, key: str) -> Cell:
    officials = state.ask.plan.officials(state.unit.unit_id, state.year, **state.when)
    own = officials[[official_key(name) == key for name in officials.official]]
    if len(own) != 1:  # a title of office stands in every commune of a unit above
        return ""
    (row,) = rows_of(own, _Done)
    late = phrases.count(state, "official_completion", row, "overdue")
    return said(state.words["papers.explained.overdue"], count=late)


def standing(state: State, task: OpenTask) -> Said:
    """A task's state, and how long it is overdue."""
    if task.state == "overdue" and numbers.is_number(task.days_late):
        late = phrases.count(state, "tasks", task, "days_late")
        return said(state.words["papers.days_late"], days=late)
    return Said(states.name(task.state, state.words))


def reasons(state: State) -> Part | None:
    """The unfinished tasks with why and what is done about it: what is overdue or due by now,
    what people explained, and at the year's end whatever is open. Above the communes those that
    wait longest: the annex has all."""
    words = state.words
    rows = list(_unfinished(state))
    if not rows:
        return None
    told = {one.key: one.texts for one in holding(state) if one.kind == "task"}
    heads = (
        Head(words["column.code"], "left", 0.7),
        Head(words["column.task"], "left", 3.4),
        Head(words["column.lead"], "left", 2),
        Head(words["column.due"], "left", 1.3),
        Head(words["column.state"], "left", 1.7),
        Head(words["papers.reasons.cause"], "left", 2.2),
        Head(words["remark.remedy"], "left", 2.2),
    )
    several = not state.is_commune
    shown = rows[:MOST_ABOVE] if several else rows
    more = words["papers.reasons.more"] if len(shown) < len(rows) else ""
    table = Table(heads, tuple(_reason(state, row, told, several) for row in shown), more)
    first, late = rows[0], rows[0].state == "overdue"
    title = said(
        words["papers.reasons.title" if late else "papers.reasons.open"],
        task=first.task,
        standing=standing(state, first),
    )
    return Part("reasons", title, words["papers.reasons.measure"], table=table)


def _unfinished(state: State) -> Iterator[OpenTask]:
    """The longest overdue first, then by due date."""
    tasks = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    tasks = tasks[tasks.state.isin(states.OPEN)]
    told = {one.key for one in holding(state) if one.kind == "task"}
    is_due = (tasks.state == "overdue") | (tasks.due <= pd.Timestamp(state.about.as_of))
    is_over = state.period.kind == "Y" and state.about.as_of >= state.period.ends.date()
    tasks = tasks[is_due | tasks.task_id.isin(told) | is_over]
    is_late = tasks.assign(_late=tasks.state == "overdue")
    ordered = is_late.sort_values(
        ["_late", "days_late", "due"], ascending=[False, False, True], kind="stable"
    )
    yield from rows_of(ordered, OpenTask)


def _reason(state: State, row: OpenTask, told: dict[str, Texts], several: bool) -> Row:
    typed = told.get(row.task_id, {})
    why = [typed[kind] for kind in ("shortcoming", "cause", "responsibility") if kind in typed]
    unsaid = state.words["papers.reasons.unsaid"]
    return Row(
        (
            code(row.component),
            row.task,
            led_by(state, row.lead, row.unit, several),
            due(state, row),
            standing(state, row),
            "; ".join(why) or unsaid,
            typed.get("remedy", unsaid),
        )
    )


def led_by(state: State, lead: str, unit: str, several: bool) -> str:
    """Who leads a task; who nobody named is said too."""
    nobody = state.words["follow_up.nobody"]
    return person(lead or nobody, unit, several)


def due(state: State, row: OpenTask) -> Number | str:
    """A task's due date, or that it has none."""
    if not numbers.is_number(row.due):
        return state.words["due_missing.said"]
    return phrases.day(state, "tasks", row, "due")
