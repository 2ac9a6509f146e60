"""What an office would propose, by rules: each proposal with the finding that leads to it."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Head, Part, Row, Table
from dashboard.papers import phrases
from dashboard.papers.explained_parts import (
    Explained,
    OpenTask,
    called,
    fall_of,
    falls,
    holding,
    led_by,
)
from dashboard.papers.logged_parts import Finding
from dashboard.papers.state import State, once
from dashboard.rows import rows_of
from dashboard.tables.persons import person

Told = dict[tuple[str, str], Explained]  # kind and key of a subject -> what is said of it
MOST = 3  # proposals of one rule: a meeting decides a few things well


class Proposal(NamedTuple):
    """What is proposed, and what it rests on."""

    text: Said
    finding: Said


class _Village(NamedTuple):
    village: str
    level: str
    component: str
    name: str
    estimate: float
    difference: float


@once
def proposals(state: State) -> Part | None:
    """What should be decided; None where no rule finds anything."""
    words, every = state.words, proposed(state)
    if not every:
        return None
    heads = (
        Head(words["papers.proposed.proposal"], "left", 3),
        Head(words["papers.proposed.finding"], "left", 2),
    )
    return Part(
        "proposals",
        Said(words.say("papers.proposed.title", text=_lower(every[0].text.text))),
        words["papers.proposed.measure"],
        table=Table(heads, tuple(Row((one.text, one.finding)) for one in every)),
        note=Said(words["papers.proposed.note"]),
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def proposed(state: State) -> list[Proposal]:
    """All proposals, rule by rule: falls, what waits longest, villages, supervision, remedies."""
    told = {(one.kind, one.key): one for one in holding(state)}
    made = [*_falls(state, told), *_overdue(state, told), *_villages(state), *_supervision(state)]
    return [*made, *_remedies(state, told)]


def _falls(state: State, told: Told) -> Iterator[Proposal]:
    """What clearly fell: first where nobody works on it. A sum that fell is said by its parts.
    A remedy that somebody typed is taken out of told: it is proposed once."""
    words, fell = state.words, falls(state)
    if not fell:
        return
    idle = _uncovered(state)
    parts = [row for row in fell if row.level == "sub_dimension"]
    rows = parts or [row for row in fell if row.level == "dimension"] or fell
    rows.sort(key=lambda row: (row.component not in idle, row.change))
    for row in rows[:MOST]:
        name = called(row.component, row.name)
        typed = _taken(told, "component", row.component)
        if row.component in idle:
            key = "idle"
        elif not row.is_explained:
            key = "unexplained"
        else:
            key = "remedied" if "remedy" in typed else "explained"
        text = words.say(f"papers.proposed.{key}", name=name, text=typed.get("remedy", ""))
        why = said(words[f"papers.proposed.{key}_why"], name=name, change=fall_of(state, row))
        yield Proposal(Said(text), _because(state, why, typed))


def _taken(told: Told, kind: str, key: str) -> dict[str, str]:
    """What holds of a subject, without full stops; where a remedy is among it no other rule
    proposes it again."""
    one = told.get((kind, key))
    if one is None:
        return {}
    if "remedy" in one.texts:
        del told[kind, key]
    return {name: text.rstrip(". ") for name, text in one.texts.items()}


def _because(state: State, why: Said, typed: dict[str, str]) -> Said:
    """The finding with the cause that somebody gave."""
    if "cause" not in typed:
        return why
    return said(state.words["papers.proposed.because"], why=why, cause=typed["cause"])


def _uncovered(state: State) -> set[str]:
    years = state.year_from, state.year
    rows = state.ask.plan.component_tasks(state.unit.unit_id, *years, **state.when)
    return set(rows[rows.uncovered].component)


def _overdue(state: State, told: Told) -> Iterator[Proposal]:
    """What has been overdue longest, with the remedy that somebody typed."""
    words, several = state.words, not state.is_commune
    for row in overdue(state)[:MOST]:
        typed = _taken(told, "task", row.task_id)
        key = "overdue_remedied" if "remedy" in typed else "overdue"
        holes = {"task": row.task, "text": typed.get("remedy", "")}
        days = phrases.count(state, "tasks", row, "days_late")
        who = led_by(state, row.lead, row.unit, several)
        why = said(words["papers.proposed.overdue_why"], days=days, who=who)
        text = Said(words.say(f"papers.proposed.{key}", **holes))
        yield Proposal(text, _because(state, why, typed))


def overdue(state: State) -> list[OpenTask]:
    """The overdue tasks, the longest first."""
    tasks = state.ask.plan.tasks(state.unit.unit_id, state.year, **state.when)
    late = tasks[tasks.state == "overdue"]
    return list(rows_of(late.sort_values("days_late", ascending=False, kind="stable"), OpenTask))


def _villages(state: State) -> Iterator[Proposal]:
    """The villages whose total, or else some dimension, is clearly below the rest."""
    words = state.words
    for name, rows in below(state)[:MOST]:
        total = next((row for row in rows if row.level == "total"), None)
        parts = [f"{row.component} {row.name}" for row in rows if row.level == "dimension"]
        text = Said(words.say("papers.proposed.village", village=name))
        if total is not None:
            score = phrases.score(state, "village_scores", total, "estimate")
            yield Proposal(text, said(words["papers.proposed.village_why"], score=score))
        else:
            names = ", ".join(parts[:MOST]) + (words["slide.and_others"] if parts[MOST:] else "")
            yield Proposal(text, Said(words.say("papers.proposed.village_parts", names=names)))


def below(state: State) -> list[tuple[str, list[_Village]]]:
    """The villages that are clearly below the rest of the commune where their figure is sure: name
    and the total and dimensions in which they are; those with the lowest total first."""
    if not (state.is_commune and state.has_survey):
        return []
    frame = state.ask.survey.villages_apart(state.unit.unit_id, state.year)
    if frame.empty:
        return []
    levels = frame.level.isin(["total", "dimension"])
    clear = frame[levels & (frame.verdict == "below") & (frame.status == "ok")]
    found: dict[str, list[_Village]] = {}
    for row in rows_of(clear, _Village):
        found.setdefault(row.village, []).append(row)
    return sorted(found.items(), key=lambda pair: _depth(pair[1]))


def _depth(rows: list[_Village]) -> tuple[bool, float]:
    totals = [row.difference for row in rows if row.level == "total"]
    return not totals, min(totals or [row.difference for row in rows])


def _supervision(state: State) -> Iterator[Proposal]:
    """The findings that have been open longest."""
    words, several = state.words, not state.is_commune
    frame = state.ask.activity.findings(state.unit.unit_id, state.year, **state.when)
    open_ = frame[pd.to_numeric(frame.days_open).notna()]
    rows = sorted(rows_of(open_, Finding), key=lambda row: -row.days_open)
    for row in rows[:MOST]:
        days = phrases.count(state, "activities", row, "days_open")
        who = person(row.performer, row.unit, several)
        text = Said(words.say("papers.proposed.supervision", finding=row.finding.rstrip(".")))
        yield Proposal(text, said(words["papers.proposed.supervision_why"], who=who, days=days))


def _remedies(state: State, told: Told) -> Iterator[Proposal]:
    """The other remedies that people typed, with the cause they gave."""
    words = state.words
    for one in told.values():
        if "remedy" in one.texts:
            typed = {name: text.rstrip(". ") for name, text in one.texts.items()}
            why = Said(words.say("papers.proposed.remedy_why", name=one.name))
            text = words.say("papers.proposed.remedy", text=typed["remedy"])
            yield Proposal(Said(text), _because(state, why, typed))
