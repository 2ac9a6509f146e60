"""A page's own part of the documents, at the right of its title: as slides, as pictures."""

from functools import partial

import streamlit as st

from dashboard.charts.look import LIGHT
from dashboard.folding import slug
from dashboard.page_list import page_row
from dashboard.papers.slides_paper import EVERY
from dashboard.parts import download, selection
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.document_request import Request
from dashboard.readings.listed import UnitRow
from dashboard.rows import rows_of

# Parts that have a figure.
DRAWN = {"components", "change", "villages", "heat", "officials", "communes"}
DRAWN |= {"sub_dimensions", "sub_dimension_change"}


def request(page: DataPage) -> Request:
    """What a page shows, as a document is asked for."""
    chosen = page.chosen
    return Request(
        chosen.unit_id,
        chosen.period,
        chosen.year_from if chosen.compares and chosen.year_from < chosen.year_to else None,
        chosen.seen_at,
        page.ask.reported.closing if page.ask.reported else None,
        page.words.language,
    )


def file_name(page: DataPage, what: str, ending: str) -> str:
    """ "bao-cao-xa-duc-hop-2023-h1.docx", of simulated data with "-mo-phong"."""
    name = page.words.get(f"document.{what}.name") or page.words[f"document.{what}"]
    return _named(page, name, ending)


def _named(page: DataPage, name: str, ending: str) -> str:
    named = slug(f"{name} {page.chosen.unit} {page.chosen.period}")
    return named + ("-mo-phong" if page.chosen.is_simulated else "") + ending


def offer(page: DataPage) -> None:
    """The popover, of pages that have a part."""
    names = tuple(name for name in page.row.parts if name in EVERY and _is_there(page, name))
    if not names:
        return
    words, asked = page.words, request(page)
    own = f"{words['document.slides.name']} {words[page.row.title]}"  # of each page another
    with page.tools.popover(words["document.own"], type="tertiary", key="own_part"):
        parts = ", ".join(words[f"document.slide.{name}"] for name in names)
        st.caption(as_written(words.say("document.own_about", unit=page.chosen.unit, parts=parts)))
        for ending in ("pptx", "html"):
            download.button(
                words[f"document.{ending}"],
                partial(asked.of("slides", *names).file, f".{ending}"),
                _named(page, own, f".{ending}"),
                f"own_{ending}",
                type="tertiary",
            )
        for name in (name for name in names if name in DRAWN):
            _pictures(page, asked.of("slides", name), name)
        st.page_link(
            page_row("documents").file,
            label=words["document.all"],
            icon=":material/arrow_forward:",
            query_params=selection.kept(),
        )


def _is_there(page: DataPage, name: str) -> bool:
    """Whether the part has something to say: told without making it, on every run of a page."""
    chosen = page.chosen
    if name in ("officials", "overdue", "reasons"):
        return chosen.has_tasks
    if name in ("communication", "supervision"):
        return chosen.year_to in _own(page).activity_years
    if name in ("findings", "explanations"):
        return chosen.has_survey or chosen.has_tasks
    if name in ("villages", "heat"):
        return chosen.has_survey and not page.several
    if name in ("change", "sub_dimension_change"):
        return chosen.has_survey and request(page).year_from is not None
    return chosen.has_survey and (name != "communes" or _has_neighbours(page))


def _own(page: DataPage) -> UnitRow:
    """The unit's row."""
    unit = page.chosen.unit_id
    return next(row for row in rows_of(page.ask.units(), UnitRow) if row.unit_id == unit)


def _has_neighbours(page: DataPage) -> bool:
    """Whether other communes' surveys stand beside; a closing holds none of them."""
    own = _own(page)
    above = own.unit_id if page.several else own.parent_id
    if page.ask.reported or not isinstance(above, str):
        return False
    return len(page.ask.survey.ranking(page.chosen.year_to, "PAPI", (above,))) > 1


def _pictures(page: DataPage, asked: Request, name: str) -> None:
    """The part's figure as .svg and .png, title and source drawn in."""
    words = page.words
    for ending, make in (("svg", _svg), ("png", _png)):
        label = words.say("document.picture", name=words[f"document.slide.{name}"], ending=ending)
        download.button(
            as_written(label),
            partial(make, asked),
            file_name(page, f"slide.{name}", f".{ending}"),
            f"own_{name}_{ending}",
            type="tertiary",
        )


def _svg(asked: Request) -> bytes:
    from dashboard.documents.drawn import figure_picture

    paper = asked.paper()
    return figure_picture.picture_svg(paper.parts[0], paper.stamp, LIGHT).encode()


def _png(asked: Request) -> bytes:
    from dashboard.documents.drawn import figure_picture
    from dashboard.documents.pdf import picture_writer

    paper = asked.paper()
    return picture_writer.png(figure_picture.picture(paper.parts[0], paper.stamp, LIGHT))
