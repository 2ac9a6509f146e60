"""What clearly fell and what clearly rose, each with its figures and who leads its tasks."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.rows import Figure, Level, rows_of
from dashboard.sentences.duties import BETWEEN, Duty
from dashboard.words import Words


class Changed(NamedTuple):
    """A component with its two scores and its change."""

    component: str
    parent: str
    name: str
    level: Level
    estimate_from: Figure
    estimate_to: Figure
    change: Figure


def clear(change: pd.DataFrame, duties: pd.DataFrame, words: Words) -> list[Duty]:
    """Falls before rises, dimensions before their parts, the widest first.

    change: components of two years; duties: PlanReadings.component_tasks.
    """
    said = pd.Series(verdicts.of(change), change.index, dtype=object)
    told = []
    for verdict in ("down", "up"):
        rows = change[(said == verdict) & change.level.isin(["dimension", "sub_dimension"])]
        size = rows.change.abs().round(9)
        ordered = rows.assign(size=size).sort_values(
            ["level", "size"], ascending=[True, False], kind="stable"
        )
        told += [_duty(row, verdict, duties, words) for row in rows_of(ordered, Changed)]
    return told


def _duty(row: Changed, verdict: str, duties: pd.DataFrame, words: Words) -> Duty:
    is_part = row.level == "sub_dimension"
    own = duties[(duties.component if is_part else duties.dimension) == row.component]
    names = [name for cell in own.officials for name in cell.split(BETWEEN) if name]
    mark = f"{words[f'verdict_mark.{verdict}']} {words[f'verdict.{verdict}']}"
    facts = words.say(
        "changed.facts",
        before=numbers.score(row.estimate_from),
        after=numbers.score(row.estimate_to),
        change=numbers.between(row.estimate_from, row.estimate_to, row.change),
    )
    return Duty(
        row.component,
        row.parent if is_part else row.component,
        words.say(f"changed.row_{row.level}", name=f"{row.component} {row.name}"),
        facts if verdict == "down" else f"{mark} · {facts}",
        mark if verdict == "down" else "",
        tuple(dict.fromkeys(names)),
    )


def title(listed: list[Duty], words: Words) -> str:
    """How many of each level fell and how many rose: a dimension is counted with no part of it."""
    told = []
    for verdict, is_fall in (("down", True), ("up", False)):
        own = [duty.component != duty.dimension for duty in listed if bool(duty.urgent) == is_fall]
        counts = {"dimension": own.count(False), "sub_dimension": own.count(True)}
        told += [
            words.say(f"changed.count_{level}", count=count, verdict=words[f"verdict.{verdict}"])
            for level, count in counts.items()
            if count
        ]
    return words.say("changed.title", counts=", ".join(told))
