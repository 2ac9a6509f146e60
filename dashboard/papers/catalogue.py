"""Every kind of document, a row each: what the command, the page and the tests offer."""

from collections.abc import Callable, Iterable

from dashboard.documents.model.paper import Paper
from dashboard.papers import slides_paper
from dashboard.papers.state import State

PAPERS: dict[str, Callable[..., Paper]] = {"slides": slides_paper.make}


def make(what: str, state: State, names: Iterable[str] | None = None) -> Paper:
    """The document of that kind. names: of slides, which and in which order."""
    return PAPERS[what](state) if names is None else PAPERS[what](state, names)
