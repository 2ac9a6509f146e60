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
    """The document of a report, minutes, brief, bulletin, reminders or slides: see printed."""
    return printed(paper)[0]


def printed(paper: Paper, template: bytes | None = None) -> tuple[bytes, Paper]:
    """The document, and what of the paper is in it; a PDF takes no template of the office.
    DashboardError where our fonts are not there."""
    pages, short = _fitted(paper)
    return pages.pdf(paper.stamp.made), short


def typeset(paper: Paper) -> Typeset:
    """The paper set, to be written as pictures of its pages."""
    return _fitted(paper)[0]


def _fitted(paper: Paper) -> tuple[Typeset, Paper]:
    """A bulletin and a brief are as short as their pages want it, in letters as large as there is
    room for."""
    if paper.kind in ("report", "minutes"):
        return Typeset("official.typ", {**common(paper), **official(paper)}), paper
    form = FORMS[paper.kind]
    most = form.pages
    if most is None:
        return _set(paper, "", form.sizes[0]), paper
    every = list(shortenings(paper, words(paper.language)))
    at = cache(lambda step, size: _set(*every[step], size))
    fits = cache(lambda step, size: at(step, size).pages() <= most)
    step = bisect_left(range(len(every)), True, key=lambda one: fits(one, form.sizes[-1]))
    size = next(size for size in form.sizes if fits(step, size))
    return at(step, size), every[step][0]


def _set(paper: Paper, rest: str, size: float) -> Typeset:
    return Typeset(f"{paper.kind}.typ", {**common(paper), **loose(paper, size, rest)})
