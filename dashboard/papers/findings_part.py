"""The sentences that a meeting wants first, each with its figures (as sentences/brief.py)."""

import json
from collections.abc import Iterator
from typing import Any

from dashboard import numbers, verdicts
from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Part
from dashboard.folding import capital
from dashboard.papers import phrases, task_parts
from dashboard.papers.compared import (
    Compared,
    change_of,
    compared,
    of_level,
    year_of,
)
from dashboard.papers.state import State, once

MOST_NAMED = 3
LEVELS = ("dimension", "sub_dimension")


@once
def findings(state: State) -> Part:
    """The total, what clearly changed, tasks, the published index; each sentence stands alone."""
    words = state.words
    sentences = tuple(sentence for sentence in _sentences(state) if sentence)
    return Part(
        "findings",
        title(state),
        words.say("slide.findings_measure", unit=state.unit.unit),
        sentences,
        note=Said(words["slide.findings_note"]),
        source=words[f"slide.own_{_known(state)}"],
        notes=(Said(words["slide.method"]), Said(words["slide.change_method"])),
    )


def _known(state: State) -> str:
    """Of what there are data."""
    if state.has_survey and state.has_tasks:
        return "both"
    return "survey" if state.has_survey else "plan"


def title(state: State) -> Said:
    """The total with its verdict, and the overdue tasks."""
    parts = [total_said(state), task_parts.headline(state) if state.has_tasks else Said("")]
    told = [part for part in parts if part]
    first, *rest = (part.text for part in told) if told else ("",)
    text = "; ".join([first, *(text[:1].lower() + text[1:] for text in rest)])
    return Said(capital(text), tuple(n for part in told for n in part.numbers))


@once
def total_said(state: State) -> Said:
    """ "Tổng điểm 44,37 (2023), 43,89 (2022): chưa đủ căn cứ nói khác nhau"."""
    words = state.words
    if not state.has_survey:
        return Said("")
    (total,) = of_level(compared(state), "total")
    after = year_of(state, total, "to")
    if after is None:
        key = "headline.hidden_total" if numbers.is_hidden(total.status_to) else "headline.no_total"
        return Said(words.say(key, year=state.year))
    before = year_of(state, total, "from")
    if before is None:
        return said(words["slide.total"], after=after, year=state.year)
    word = words[f"verdict.{total.said}"] if total.said else ""
    holes = {"after": after, "before": before, "year": state.year, "year_from": state.year_from}
    change = change_of(state, total)
    if change is None or not word:
        return said(words["slide.total_two"], **holes)
    return said(words["slide.total_change"], change=change, verdict=word, **holes)


def _sentences(state: State) -> Iterator[Said]:
    if state.has_survey:
        total = total_said(state)
        yield Said(f"{total.text}.", total.numbers) if total else total
        yield from _changed(state)
        yield from _uncovered(state)
    yield from _tasks(state)
    yield _published(state)


def _changed(state: State) -> Iterator[Said]:
    """What clearly fell, what clearly rose, each with its score and difference."""
    words, every = state.words, compared(state)
    clear = [row for row in every if row.level in LEVELS and row.said in verdicts.CLEAR]
    for verdict in ("down", "up"):
        own = [row for row in clear if row.said == verdict]
        if not own:
            continue
        own.sort(key=lambda row: (LEVELS.index(row.level), -abs(round(row.change, 9))))
        names = [_named(state, row) for row in own[:MOST_NAMED]]
        more = words["slide.and_others"] if len(own) > MOST_NAMED else ""
        word, told = capital(words[f"verdict.{verdict}"]), phrases.listed(names, more)
        yield said("{verdict}: {names}.", verdict=word, names=told)
    if state.compares and not clear:
        yield Said(words.say("summary.none_changed", year_from=state.year_from))


def _named(state: State, row: Compared) -> Said:
    return said(
        state.words["summary.named"],
        name=f"{row.component} {row.name}",
        score=year_of(state, row, "to"),
        change=change_of(state, row),
    )


def _uncovered(state: State) -> Iterator[Said]:
    """What clearly fell and nobody works on."""
    if not state.has_tasks or not state.compares:
        return
    years = state.unit.unit_id, state.year_from, state.year
    duties = state.ask.plan.component_tasks(*years, **state.when)
    rows: Any = duties[duties.uncovered].itertuples()
    names = [f"{row.component} {row.name}" for row in rows]
    if names:
        more = state.words["slide.and_others"] if len(names) > MOST_NAMED else ""
        told = ", ".join(names[:MOST_NAMED]) + more
        yield Said(state.words.say("summary.uncovered", names=told))


def _tasks(state: State) -> Iterator[Said]:
    if not state.has_tasks:
        yield Said(state.words.say("summary.no_plan", year=state.year))
        return
    first = task_parts.headline(state)
    yield Said(f"{first.text}.", first.numbers)
    for part in (task_parts.busiest(state), task_parts.longest(state)):
        if part:
            yield Said(f"{part.text}.", part.numbers)


def _published(state: State) -> Said:
    """The province's published total as what it is; of a closing as it was then."""
    for figure in state.figures:
        if figure.query != "published_scores" or figure.column != "score" or not figure.value:
            continue
        key = json.loads(figure.key)
        if json.loads(figure.params)["year"] == state.year and key["component"] == "PAPI":
            text = numbers.score(float(figure.value))
            score = state.cite("published_scores", key, "score", text, year=state.year)
            holes = {"province": key["province"], "score": score, "year": state.year}
            return said(state.words["slide.published"], **holes)
    return Said("")
