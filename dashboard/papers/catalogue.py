"""Every kind of document, a row each: what the command, the page and the tests offer."""

from collections.abc import Callable, Iterable

from dashboard.documents.model.paper import Paper
from dashboard.papers import (
    brief_paper,
    bulletin_paper,
    minutes_paper,
    reminders_paper,
    report_paper,
    slides_paper,
    workbook_paper,
)
from dashboard.papers.state import State

PAPERS: dict[str, Callable[..., Paper]] = {
    "slides": slides_paper.make,
    "report": report_paper.make,
    "minutes": minutes_paper.make,
    "brief": brief_paper.make,
    "bulletin": bulletin_paper.make,
    "reminders": reminders_paper.make,
    "workbook": workbook_paper.make,
}


def make(what: str, state: State, names: Iterable[str] | None = None, village: str = "") -> Paper:
    """The document of that kind. names: of slides, which and in which order; village: of the
    bulletin, the one that it is of."""
    if names is not None:
        return PAPERS[what](state, names)
    return PAPERS[what](state, village) if village else PAPERS[what](state)
