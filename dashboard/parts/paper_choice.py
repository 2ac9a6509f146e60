"""Every other document of the period: what it is, its first pages, its files."""

from functools import partial

import streamlit as st

from dashboard.papers import catalogue, writers
from dashboard.parts import download, paper_pages
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import choice, one_of
from dashboard.parts.own_part import file_name, request

MOST_PAGES = 2  # of a preview


def show(page: DataPage) -> None:
    """One kind of document chosen: what it is, files, and how it looks."""
    words = page.words
    kinds = [what for what in catalogue.PAPERS if what != "slides" and writers.endings(what)]
    what = choice("loai", words["document.kind"], {k: words[f"document.{k}.name"] for k in kinds})
    page.source(words[f"document.{what}.about"])
    asked = request(page).of(what, *_village(page, what))
    with st.container(horizontal=True, gap="small"):
        for ending in writers.endings(what):
            label = as_written(words.say("document.take", ending=ending))
            name = file_name(page, what, ending)
            download.button(label, partial(asked.file, ending), name, f"paper{ending}")
    if ".pdf" in writers.endings(what):
        paper_pages.show(page, asked, MOST_PAGES)


def _village(page: DataPage, what: str) -> tuple[str, ...]:
    """Of a bulletin the village it is for; the whole commune without one."""
    if what != "bulletin" or page.several or not page.chosen.has_survey:
        return ()
    words = page.words
    villages = list(page.ask.survey.villages(page.chosen.unit_id, page.chosen.year_to).village)
    village = one_of("thon", words["bar.village"], villages, words["bar.all_villages"])
    return (village,) if village else ()
