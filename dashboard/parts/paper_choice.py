"""Every other document of the period: what it is, its files, its first pages."""

from functools import partial

import streamlit as st

from dashboard import exported
from dashboard.errors import DashboardError
from dashboard.parts import download, paper_pages
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.document_request import Request
from dashboard.parts.filters import choice, one_of
from dashboard.parts.own_part import file_name, request

MOST_PAGES = 2  # of a preview
SEND = "package"  # of a commune alone


def show(page: DataPage) -> None:
    """One kind of document chosen."""
    words = page.words
    kinds = dict.fromkeys(what for what, _ in exported.forms() if what != "slides")
    if page.several:
        kinds.pop(SEND, None)
    what = choice("loai", words["document.kind"], {k: words[f"document.{k}.name"] for k in kinds})
    page.source(words[f"document.{what}.about"])
    asked = request(page).of(what)
    if village := _village(page, what):
        asked = asked.of_village(village)
    endings = [ending for kind, ending in exported.forms() if kind == what]
    if what == "tasks":
        _tasks(page, asked)
        return
    if ".pdf" in endings and not _is_made(page, asked):
        return
    with st.container(horizontal=True, gap="small"):
        for ending in endings:
            label = as_written(words.say("document.take", ending=ending))
            name = file_name(page, what, ending)
            download.button(label, partial(asked.file, ending), name, f"paper{ending}")
    if ".pdf" in endings:
        paper_pages.show(page, asked, MOST_PAGES)


def _is_made(page: DataPage, asked: Request) -> bool:
    """Whether there is anything to write; else why not is said, and no file is offered."""
    try:
        with st.spinner(page.words["document.drawing"]):
            asked.paper()
    except DashboardError as error:
        page.nothing(error.sentence(page.words))
        return False
    return True


def _tasks(page: DataPage, asked: Request) -> None:
    """The office's own table, filled in: what was written and what could not be, then the file."""
    try:
        with st.spinner(page.words["document.drawing"]):
            made = asked.made(".xlsx")
    except DashboardError as error:
        page.nothing(error.sentence(page.words))
        return
    page.lines([made.told])
    label = as_written(page.words.say("document.take", ending=made.ending))
    content = made.content
    download.button(label, lambda: content, file_name(page, "tasks", made.ending), "paper.xlsx")


def _village(page: DataPage, what: str) -> str | None:
    """Of a bulletin the village it is for; the whole commune without one."""
    if what != "bulletin" or page.several or not page.chosen.has_survey:
        return None
    words = page.words
    villages = list(page.ask.survey.villages(page.chosen.unit_id, page.chosen.year_to).village)
    return one_of("thon", words["bar.village"], villages, words["bar.all_villages"])
