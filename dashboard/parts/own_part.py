"""A page's own part of the documents, at the right of its title: as slides, as pictures."""

from functools import partial

import streamlit as st

from dashboard.folding import slug
from dashboard.page_list import page_row
from dashboard.papers.document_request import Request
from dashboard.papers.slides_paper import SLIDES
from dashboard.parts import download, selection
from dashboard.parts.data_page import DataPage


def request(page: DataPage) -> Request:
    """What a page shows, as a document is asked for."""
    chosen = page.chosen
    return Request(
        chosen.unit_id,
        chosen.period,
        chosen.year_from if chosen.year_from < chosen.year_to else None,
        chosen.seen_at,
        page.ask.reported.closing if page.ask.reported else None,
        page.words.language,
    )


def file_name(page: DataPage, what: str, ending: str) -> str:
    """ "bao-cao-xa-duc-hop-2023-h1.docx", of simulated data with "-mo-phong"."""
    named = slug(f"{page.words[f'document.{what}.name']} {page.chosen.unit} {page.chosen.period}")
    return named + ("-mo-phong" if page.chosen.is_simulated else "") + ending


def offer(page: DataPage) -> None:
    """The popover, of pages that have a part."""
    names = tuple(name for name in page.row.parts if name in SLIDES)
    if not names or not (page.chosen.has_survey or page.chosen.has_tasks):
        return
    words, asked = page.words, request(page).of("slides", *names)
    with page.tools.popover(words["document.own"], type="tertiary", key="own_part"):
        for ending in ("pptx", "html"):
            download.button(
                words[f"document.own_{ending}"],
                partial(asked.file, f".{ending}"),
                file_name(page, "slides", f".{ending}"),
                f"own_{ending}",
                type="tertiary",
            )
        st.page_link(
            page_row("documents").file,
            label=words["document.all"],
            icon=":material/arrow_forward:",
            query_params=selection.kept(),
        )
