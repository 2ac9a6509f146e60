"""Every form of every document, a row each: which writer makes it.

A writer is a module with write(paper, template=None) -> bytes; it is imported when it is asked
for, since each brings a large library along.
"""

from importlib import import_module
from typing import Any, NamedTuple

from dashboard.documents.model.paper import Paper

_ROOM = "dashboard.documents"
_WORD, _PDF = f"{_ROOM}.letters.word_writer", f"{_ROOM}.pdf.pdf_writer"


class Form(NamedTuple):
    """A kind of document and the ending of its file; takes_template: the office's own may be
    given."""

    what: str
    ending: str
    writer: str
    takes_template: bool = False


FORMS = (
    Form("slides", ".pptx", f"{_ROOM}.slides.slides_writer", True),
    Form("slides", ".html", f"{_ROOM}.show.show_writer"),
    *(
        form
        for what in ("report", "minutes", "brief", "bulletin", "reminders")
        for form in (Form(what, ".docx", _WORD, True), Form(what, ".pdf", _PDF))
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
    form = form_of(paper.kind, ending)
    if form is None:
        raise KeyError(f"no {paper.kind} as {ending}")
    writer: Any = import_module(form.writer)
    content: bytes = writer.write(paper, template) if template else writer.write(paper)
    return content
