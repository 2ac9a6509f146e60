"""From scores to the people: what is said of a component's tasks and of an official's components.

A fall is said only with its verdict; officials stand by the names of the plan.
"""

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, states, verdicts
from dashboard.rows import Figure, Level, Status, rows_of
from dashboard.verdicts import Verdict
from dashboard.words import Words

BETWEEN = "; "  # several officials in one text, as the queries write them


class ComponentTasks(NamedTuple):
    """A sub-dimension with its tasks by what is to be done, those of its whole dimension that
    are open (dimension_open), and who leads them; uncovered: it fell and nobody works on it."""

    component: str
    dimension: str
    name: str
    assigned: int
    overdue: int
    open: int
    done: int
    dimension_open: int
    officials: str
    uncovered: bool


class Scored(NamedTuple):
    """A component with the unit's score of the later year."""

    component: str
    parent: str
    name: str
    level: Level
    estimate_to: Figure
    status_to: Status


@dataclass(frozen=True)
class Duty:
    """A component with what is to be said of it; urgent is what nobody works on."""

    component: str
    dimension: str
    name: str
    facts: str
    urgent: str = ""
    officials: tuple[str, ...] = ()


def of_components(rows: pd.DataFrame, words: Words) -> list[Duty]:
    """Readings.component_tasks in words, what fell and has no open task first."""
    ordered = rows.sort_values("uncovered", ascending=False, kind="stable")
    said = verdicts.of(ordered)
    return [
        _of_component(row, verdict, words)
        for row, verdict in zip(rows_of(ordered, ComponentTasks), said, strict=True)
    ]


def _of_component(row: ComponentTasks, verdict: Verdict | None, words: Words) -> Duty:
    facts = ["" if row.uncovered else verdicts.text(verdict, words), _counted(row, words)]
    if row.dimension_open:
        facts.append(words.say("duties.of_dimension", count=row.dimension_open))
    urgent = f"{verdicts.sign(verdict, words)} {words['duties.uncovered']}" if row.uncovered else ""
    return Duty(
        row.component,
        row.dimension,
        f"{row.component} {row.name}",
        _joined(facts),
        urgent,
        tuple(name for name in row.officials.split(BETWEEN) if name),
    )


def _counted(row: ComponentTasks, words: Words) -> str:
    """The tasks and how many of them are overdue, open or done."""
    if not row.assigned:
        return words["duties.no_task"]
    counts = {"overdue": row.overdue, "open": row.open - row.overdue, "done": row.done}
    said = [words.say(f"duties.{name}", count=count) for name, count in counts.items() if count]
    return words.say("duties.tasks", count=row.assigned, states=", ".join(said))


def of_official(tasks: pd.DataFrame, change: pd.DataFrame, year: int, words: Words) -> list[Duty]:
    """The components that an official's tasks serve, with the unit's score and its verdict.

    tasks: Readings.tasks of one official; change: Readings.change of the whole unit.
    """
    kept = tasks[tasks.state != states.CANCELLED]
    rows = change[change.component.isin(kept.component)]
    return [
        _served(row, verdict, kept[kept.component == row.component], year, words)
        for row, verdict in zip(rows_of(rows, Scored), verdicts.of(rows), strict=True)
    ]


def _served(
    row: Scored, verdict: Verdict | None, own: pd.DataFrame, year: int, words: Words
) -> Duty:
    value, status = row.estimate_to, row.status_to
    score = numbers.shown(numbers.score(value), value, status, words=words)
    score = words["chart.no_data"] if score == numbers.NOTHING else score
    facts = [
        words.say("duties.score", year=year, score=score),
        verdicts.text(verdict, words),
        words.say("duties.tasks", count=len(own), states=_states(own, words)),
    ]
    dimension = row.parent if row.level == "sub_dimension" else row.component
    return Duty(row.component, dimension, f"{row.component} {row.name}", _joined(facts))


def _states(tasks: pd.DataFrame, words: Words) -> str:
    return states.counted(tasks.state, states.BY_URGENCY, words)


def _joined(facts: list[str]) -> str:
    return " · ".join(fact for fact in facts if fact)
