"""A paper as PDF/A-3a and PDF/UA-1 with its list of figures inside."""

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
    for shorter, rest in shortenings(paper, words(paper.language)):
        for size in form.sizes if shorter is paper else form.sizes[-1:]:
            made = Typeset(f"{paper.kind}.typ", {**common(shorter), **loose(shorter, size, rest)})
            if form.pages is None or made.pages() <= form.pages:
                return made
    raise RuntimeError(f"no {paper.kind} is short enough")  # title and code alone fit
