"""The report of a half year or year to the body above, by the contents of the commune's plan."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard import numbers, states
from dashboard.documents.model.numbered import Said, said
from dashboard.documents.model.paper import Annex, Paper, Part, Section
from dashboard.papers import (
    decided_parts,
    explained_parts,
    findings_part,
    logged_parts,
    phrases,
    place_parts,
    proposed_parts,
    score_parts,
    task_parts,
)
from dashboard.papers.letterhead import above, apart, committee, office
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State

Parts = tuple[Part, ...]


def make(state: State) -> Paper:
    """The report; a section without data says so, so that the contents stay those of the plan."""
    words = state.words
    sections = (
        _section(state, "results", there(*_results(state))),
        _section(state, _by_whom(state), there(*_tasks(state))),
        _section(state, "told", there(*_told(state))),
        _section(state, "shortcomings", there(*_shortcomings(state)), _falling_short(state)),
        _section(state, "proposals", there(*_proposals(state))),
    )
    tasks = task_parts.every_task(state)
    return Paper(
        "report",
        state.language,
        words["papers.report.heading"],
        Said(words.say("papers.report.title", period=period(state))),
        stamp(state),
        sections=sections,
        office=office(state, "BC", recipients=(words["papers.report.above"],), is_upward=True),
        opening=tuple(_opening(state)),
        closing=(_closing(state),),
        annexes=(Annex(words["papers.report.annex"], tasks),) if tasks else (),
    )


def there(*parts: Part | None) -> Parts:
    """The parts that have something to say."""
    return tuple(part for part in parts if part)


def _section(state: State, name: str, parts: Parts, say: tuple[Said, ...] = ()) -> Section:
    words = state.words
    nothing = () if parts or say else (Said(words[f"papers.report.no_{name}"]),)
    return Section(words[f"papers.report.{name}"], say or nothing, parts)


def _by_whom(state: State) -> str:
    """Above the communes results stand by commune."""
    return "tasks" if state.is_commune else "tasks_of_units"


def _opening(state: State) -> Iterator[Said]:
    """What the report rests on, and whose it is."""
    words = state.words
    body = committee(state, state.unit.name)
    day = numbers.day(state.about.as_of)
    yield Said(words.say("papers.report.plan", body=body, year=state.year))
    key = (
        "data" if state.has_survey and state.has_tasks else "survey" if state.has_survey else "done"
    )
    yield Said(words.say(f"papers.report.by_{key}", year=state.year, day=day))
    yield Said(words.say("papers.report.opening", body=body, period=period(state)))


def _results(state: State) -> Iterator[Part | None]:
    """Results by content with their verdicts."""
    told = findings_part.findings(state)
    yield replace(told, title=Said(state.words["papers.report.findings"]), measure="")
    yield score_parts.components(state)
    yield score_parts.changes(state)
    yield score_parts.changes(state, "sub_dimension")
    yield place_parts.villages(state) if state.is_commune else place_parts.communes(state)


def _tasks(state: State) -> Iterator[Part | None]:
    """Results by official; what is not finished, why, and what is done about it."""
    yield task_parts.officials(state)
    yield explained_parts.reasons(state)


def _told(state: State) -> Iterator[Part | None]:
    yield logged_parts.communication(state)
    yield logged_parts.communication_tasks(state)
    yield logged_parts.supervision(state)


def _shortcomings(state: State) -> Iterator[Part | None]:
    yield explained_parts.explanations(state)


def _falling_short(state: State) -> tuple[Said, ...]:
    """What fell short, in sentences: falls, villages below, what is overdue."""
    words = state.words
    told = []
    fell = [row for row in explained_parts.falls(state) if row.level == "sub_dimension"]
    if fell:
        names = [
            said(
                "{name} ({change})",
                name=explained_parts.called(row.component, row.name),
                change=explained_parts.fall_of(state, row),
            )
            for row in fell
        ]
        told.append(said(words["papers.report.fell"], names=phrases.listed(names)))
    below = [name for name, _ in proposed_parts.below(state)]
    if below:
        told.append(Said(words.say("papers.report.below", names=", ".join(below))))
    if state.has_tasks and (late := task_parts.longest(state)):
        told.append(said("{text}.", text=late))
    return tuple(told)


def _proposals(state: State) -> Iterator[Part | None]:
    """What is proposed, what comes next, and what the body above is asked: left to be filled in."""
    words = state.words
    yield proposed_parts.proposals(state)
    ahead = tuple(_ahead(state))
    if ahead:
        yield Part("ahead", Said(words["papers.report.ahead"]), say=ahead)
    if superior := above(state):
        asked = words.say("papers.report.asked", body=committee(state, superior))
        yield Part("asked", Said(asked), say=(Said("…"),))


def _ahead(state: State) -> Iterator[Said]:
    """What is open, and what was decided."""
    words = state.words
    for row in task_parts.units(state) if state.is_commune else []:
        counted = [
            said("{count} {state}", count=count, state=states.name(one, words))
            for one in states.OPEN
            if (count := phrases.count(state, "unit_completion", row, one)).value != "0"
        ]
        if counted:
            yield said(words["papers.report.open"], counted=phrases.listed(counted))
    now, earlier = decided_parts.decided(state)
    for one in (*now, *earlier):
        holes = {"text": one.text.rstrip(". "), "who": one.official}
        yield said(words["papers.report.decided"], day=decided_parts.due(state, one), **holes)


def _closing(state: State) -> Said:
    words = state.words
    body = committee(state, state.unit.name)
    superior = above(state)
    if not superior:
        return Said(words.say("papers.report.end", body=body, period=period(state)))
    holes = {"above": committee(state, superior), "unit": apart(state.unit.name)}
    return Said(words.say("papers.report.end_upward", body=body, period=period(state), **holes))
