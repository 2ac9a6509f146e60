"""Every form of every document, a row each: which writer makes it.

A writer is a module with write(paper, template=None) -> bytes, or, where a paper may have to be
cut for its pages, printed(paper, template=None) -> (bytes, the paper as it is printed). It is
imported when it is asked for, since each brings a large library along.
"""

from importlib import import_module
from typing import Any, NamedTuple

from dashboard.documents.model.paper import Paper

_ROOM = "dashboard.documents"
_WORD, _PDF = f"{_ROOM}.letters.word_writer", f"{_ROOM}.pdf.pdf_writer"


class Form(NamedTuple):
    """A kind of document and the ending of its file. takes_template: the office's own may be
    given; is_cut: the file may hold less than the paper."""

    what: str
    ending: str
    writer: str
    takes_template: bool = False
    is_cut: bool = False


FORMS = (
    Form("slides", ".pptx", f"{_ROOM}.slides.slides_writer", True),
    Form("slides", ".html", f"{_ROOM}.show.show_writer"),
    *(
        form
        for what in ("report", "minutes", "brief", "bulletin", "reminders")
        for form in (Form(what, ".docx", _WORD, True, True), Form(what, ".pdf", _PDF, is_cut=True))
    ),
    Form("workbook", ".xlsx", f"{_ROOM}.sheets.workbook_writer"),
)


def endings(what: str) -> tuple[str, ...]:
    """The endings in which there is a kind of document."""
    return tuple(form.ending for form in FORMS if form.what == what)


def form_of(what: str, ending: str) -> Form | None:
    """The row of a kind and an ending; None where there is none."""
    return next((form for form in FORMS if (form.what, form.ending) == (what, ending)), None)


def written(paper: Paper, ending: str, template: bytes | None = None) -> bytes:
    """The file; DashboardError of the writer for a template that can't be used."""
    return printed(paper, ending, template)[0]


def printed(paper: Paper, ending: str, template: bytes | None = None) -> tuple[bytes, Paper]:
    """The file and what of the paper is in it: the list of figures is of that."""
    form = form_of(paper.kind, ending)
    if form is None:
        raise KeyError(f"no {paper.kind} as {ending}")
    writer: Any = import_module(form.writer)
    given = (paper,) if template is None else (paper, template)
    if form.is_cut:
        made: tuple[bytes, Paper] = writer.printed(*given)
        return made
    return writer.write(*given), paper
