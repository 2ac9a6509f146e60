"""The meeting's slides: which parts, in which order."""

from collections.abc import Callable, Iterable
from functools import partial

from dashboard import numbers
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Part
from dashboard.errors import DashboardError
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
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State

MOST_ROWS = 24


def _title(state: State) -> Part:
    words = state.words
    title = words.say("paper.slides_title", unit=state.unit.unit, period=period(state))
    return Part("title", Said(title), words.say("paper.as_of", day=numbers.day(state.about.as_of)))


def _overdue(state: State) -> Part | None:
    """Those that have waited longest: nobody reads a hundred rows on a wall."""
    more = state.words["slide.more_overdue"]
    return phrases.first_rows(task_parts.overdue(state), MOST_ROWS, more)


# In the order in which they are shown; what has nothing to say is left out.
SLIDES: dict[str, Callable[[State], Part | None]] = {
    "title": _title,
    "findings": findings_part.findings,
    "components": score_parts.components,
    "change": score_parts.changes,
    "officials": task_parts.officials,
    "overdue": _overdue,
    "villages": place_parts.villages,
    "heat": place_parts.heat,
    "communes": place_parts.communes,
    "explanations": explained_parts.explanations,
    "proposals": proposed_parts.proposals,
    "decisions": decided_parts.decisions,
}


# Slides that are shown where they are asked for, and by their pages.
MORE: dict[str, Callable[[State], Part | None]] = {
    "sub_dimensions": partial(score_parts.components, level="sub_dimension"),
    "sub_dimension_change": partial(score_parts.changes, level="sub_dimension"),
    "reasons": explained_parts.reasons,
    "communication": logged_parts.communication,
    "supervision": logged_parts.supervision,
}
EVERY = SLIDES | MORE


def checked(names: Iterable[str]) -> list[str]:
    """The names of slides, each once and each known. DashboardError slides_unknown, slides_none."""
    wanted = list(dict.fromkeys(names))
    unknown = [name for name in wanted if name not in EVERY]
    if unknown:
        raise DashboardError("slides_unknown", names=", ".join(unknown), known=", ".join(EVERY))
    if not wanted:
        raise DashboardError("slides_none", names="–")
    return wanted


def make(state: State, names: Iterable[str] | None = None) -> Paper:
    """The slides named, in that order; all of them without names. What has nothing to say is left
    out. DashboardError slides_unknown, slides_none."""
    chosen = SLIDES if names is None else {name: EVERY[name] for name in checked(names)}
    parts = tuple(part for make in chosen.values() if (part := make(state)))
    if not parts:
        called = ", ".join(state.words[f"document.slide.{name}"] for name in chosen)
        raise DashboardError("slides_none", names=called)
    return Paper("slides", state.language, "", parts[0].title, stamp(state), parts)
