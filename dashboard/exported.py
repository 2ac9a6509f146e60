"""Every document in every form, made of one frozen state: for the command line and the pages.

Most are papers (papers/catalogue.py) that a writer sets (papers/writers.py); what is made
otherwise has a row in OTHERS.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.paper import Paper
from dashboard.errors import DashboardError
from dashboard.papers import catalogue, writers
from dashboard.papers.state import State
from dashboard.store.store import Cursor


class Made(NamedTuple):
    """A file's bytes, the figures that are printed in it, what is to be told of it; ending: of an
    office's own file, which opens under no other."""

    content: bytes
    figures: Callable[[], list[Listed]] = list
    told: str = ""
    ending: str = ""


@dataclass
class Source:
    """One state and what was made of it: several forms of a document are of one paper. folder: the
    store's, where the key for packages is."""

    cursor: Cursor
    folder: Path
    state: State
    village: str = ""  # of a bulletin
    _papers: dict[str, Paper] = field(default_factory=dict)
    _printed: dict[tuple[str, str], tuple[bytes, Paper]] = field(default_factory=dict)

    def paper(self, what: str) -> Paper:
        """The document of a kind, worked out once."""
        if what not in self._papers:
            self._papers[what] = catalogue.make(what, self.state, village=self.village)
        return self._papers[what]

    def printed(self, what: str, ending: str) -> tuple[bytes, Paper]:
        """That document as a file, and what of it is in there; set once: the package carries files
        that stand beside it too."""
        if (what, ending) not in self._printed:
            self._printed[what, ending] = writers.printed(self.paper(what), ending)
        return self._printed[what, ending]


def _package(source: Source) -> Made:
    from dashboard.packages.package_export import package

    documents = {  # what the unit above reads, beside what it counts
        f"report{ending}": source.printed("report", ending)[0]
        for ending in writers.endings("report")
        if "report" in catalogue.PAPERS and source.state.is_commune
    }
    content, figures = package(source.cursor, source.state, source.folder, documents)
    return Made(
        content, lambda: [Listed("data", one.value or "", *_placed(one)) for one in figures]
    )


def _tasks(source: Source) -> Made:
    """The office's own table with most of the tasks; the others are told of."""
    from dashboard.documents.sheets.filled_words import told
    from dashboard.papers import task_figures, task_table

    state = source.state
    made = task_table.filled(source.cursor, state.ask, state.about, state.language)
    if not made:
        raise DashboardError("document_no_tasks", unit=state.unit.unit, year=state.year)
    (name, first), *others = made
    lines = [f"{name}: {told(first, state.language)}"]
    if others:
        names = ", ".join(name for name, _ in others)
        lines.append(state.words.say("document.other_files", names=names))
    figures = partial(task_figures.listed, state, first)
    return Made(first.content, figures, " ".join(lines), Path(name).suffix)


def _placed(figure: tuple[str, str, str, str, str | None]) -> tuple[str | None, str, str, str, str]:
    query, params, key, column, value = figure
    return value, query, params, key, column


# Kind and ending -> what makes it, where no writer of papers does.
OTHERS: dict[tuple[str, str], Callable[[Source], Made]] = {
    ("tasks", ".xlsx"): _tasks,
    ("package", ".zip"): _package,
}
# Of a document that is the office's own file: the endings that this may have as well.
OWN_ENDINGS = {"tasks": (".xlsm", ".xltx", ".xltm")}


def forms() -> list[tuple[str, str]]:
    """Every kind with each of its endings."""
    of_papers = [(form.what, form.ending) for form in writers.FORMS]
    return [one for one in of_papers if one[0] in catalogue.PAPERS] + list(OTHERS)


def check(what: str, ending: str, with_template: bool = False) -> None:
    """Raises DashboardError unless there is such a form, with the office's template if wanted."""
    kinds = list(dict.fromkeys(name for name, _ in forms()))
    if what not in kinds:
        raise DashboardError("document_unknown", what=what, known=", ".join([*kinds, "all"]))
    own = OWN_ENDINGS.get(what, ())
    if (what, ending) not in forms() and ending not in own:
        known = ", ".join([*(one for name, one in forms() if name == what), *own])
        raise DashboardError("document_no_form", what=what, ending=ending or "–", known=known)
    form = writers.form_of(what, ending)
    if with_template and not (form and form.takes_template):
        raise DashboardError("document_no_template", what=what, ending=ending)


def make(source: Source, what: str, ending: str, template: bytes | None = None) -> Made:
    """A document in one of its forms(). Raises DashboardError as its writer does.

    What is the office's own file is made as it is, see Made.ending.
    """
    if ending in OWN_ENDINGS.get(what, ()):
        ending = next(one for name, one in OTHERS if name == what)
    if other := OTHERS.get((what, ending)):
        return other(source)
    if template is None:
        content, printed = source.printed(what, ending)
    else:
        content, printed = writers.printed(source.paper(what), ending, template)
    takes_little = template is not None and ending == ".docx"
    told = source.state.words["document.word_template"] if takes_little else ""
    return Made(content, partial(listed, printed), told)


def as_csv(figures: Iterable[Listed]) -> bytes:
    """The list of figures, UTF-8, a heading row and one a figure; a missing value is empty."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(Listed._fields)
    table.writerows(figures)
    return out.getvalue().encode()
