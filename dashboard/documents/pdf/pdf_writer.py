"""A paper as PDF/A-3a and PDF/UA-1 with its list of figures inside."""

from bisect import bisect_left
from functools import cache

from dashboard.documents.model.paper import Paper
from dashboard.documents.pdf.loose_data import FORMS, loose
from dashboard.documents.pdf.official_data import official
from dashboard.documents.pdf.paper_data import common
from dashboard.documents.pdf.shortening import shortenings
from dashboard.documents.pdf.typesetting import Typeset
from dashboard.words import words


def write(paper: Paper, template: bytes | None = None) -> bytes:
    """The document of a report, minutes, brief, bulletin, reminders or slides; a PDF takes no
    template of the office. DashboardError where our fonts are not there."""
    return typeset(paper).pdf(paper.stamp.made)


def typeset(paper: Paper) -> Typeset:
    """The paper set, to be written as PDF or as pictures of its pages; a bulletin and a brief are
    as short as their pages want it."""
    if paper.kind in ("report", "minutes"):
        return Typeset("official.typ", {**common(paper), **official(paper)})
    form = FORMS[paper.kind]
    most = form.pages
    if most is None:
        return _set(paper, form.sizes[0])
    steps = [
        (shorter, size, rest)
        for shorter, rest in shortenings(paper, words(paper.language))
        for size in (form.sizes if shorter is paper else form.sizes[-1:])
    ]
    at = cache(lambda step: _set(*steps[step]))
    fits = cache(lambda step: at(step).pages() <= most)
    return at(0) if fits(0) else at(bisect_left(range(len(steps)), True, key=fits))


def _set(paper: Paper, size: float, rest: str = "") -> Typeset:
    return Typeset(f"{paper.kind}.typ", {**common(paper), **loose(paper, size, rest)})
