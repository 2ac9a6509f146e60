"""The meeting's slides: which parts, in which order."""

from collections.abc import Callable, Iterable

from dashboard import numbers
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Paper, Part
from dashboard.papers import findings_part, place_parts, score_parts, task_parts
from dashboard.papers.stamping import period, stamp
from dashboard.papers.state import State


def _title(state: State) -> Part:
    words = state.words
    title = words.say("paper.slides_title", unit=state.unit.unit, period=period(state))
    return Part("title", Said(title), words.say("paper.as_of", day=numbers.day(state.about.as_of)))


# In the order in which they are shown; what has nothing to say is left out.
SLIDES: dict[str, Callable[[State], Part | None]] = {
    "title": _title,
    "findings": findings_part.findings,
    "components": score_parts.components,
    "change": score_parts.changes,
    "officials": task_parts.officials,
    "overdue": task_parts.overdue,
    "villages": place_parts.villages,
    "heat": place_parts.heat,
    "communes": place_parts.communes,
}


def make(state: State, names: Iterable[str] | None = None) -> Paper:
    """The slides named, in that order; all of them without names."""
    chosen = SLIDES if names is None else {name: SLIDES[name] for name in names}
    parts = tuple(part for make in chosen.values() if (part := make(state)))
    return Paper("slides", state.language, "", parts[0].title, stamp(state), parts)
