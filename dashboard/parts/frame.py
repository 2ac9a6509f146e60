"""The frame of a page: what was ordered on it, style, choices, empty states.

A page is `with frame.data_page("villages") as page:` and below it only selection, reading,
chart and table; one that has something to say without data is `with frame.open_page(...)`.
Everything a page shows comes from one version of the store.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NoReturn

import streamlit as st

from dashboard.charts import look as looks
from dashboard.page_list import Needs, page_row
from dashboard.parts import (
    as_reported,
    batch_line,
    first_run,
    glossary,
    language,
    orders,
    own_part,
    selection,
    tour,
    view_list,
    ways,
    width,
)
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.page import OpenPage
from dashboard.parts.selection import Selection
from dashboard.readings.closed_frames import NotReported
from dashboard.readings.readings import Readings
from dashboard.store.store import open_store
from dashboard.words import Words


@contextmanager
def open_page(name: str, before: Callable[[Words], None] | None = None) -> Iterator[OpenPage]:
    """A page that opens to an empty store too.

    before: draws what people fill in, before the store is asked: where that fails it stays there.
    """
    with _opened(name, before) as opened:
        yield opened


@contextmanager
def data_page(name: str) -> Iterator[DataPage]:
    """A page on data: its empty state ends it where the unit has not what the page needs."""
    with _opened(name) as page:
        chosen = page.chosen
        if chosen is None and page.row.needs == "published":
            chosen = selection.nobody(page.ask)
        if chosen is None:
            _end(page, page.words["empty.title"], page.words["empty.why"])
        if _lacks(page.row.needs, chosen):
            lacking = "data" if chosen.only_packages else page.row.needs
            why = page.words[f"empty.no_{lacking}_why"]
            _end(page, page.words.say(f"empty.no_{lacking}", year=chosen.year_to), why)
        ask = page.ask
        if page.row.is_reported:
            chosen, ask = as_reported.choose(page, chosen)
        else:
            as_reported.not_here(page, chosen)
        common = page.row, page.words, page.look, page.phone, ask, page.is_simulated
        shown = DataPage(*common, page.slot, page.tools, chosen)
        own_part.offer(shown)
        try:
            yield shown
        except NotReported as error:
            page.nothing(error.sentence(page.words))


@contextmanager
def _opened(name: str, before: Callable[[Words], None] | None = None) -> Iterator[OpenPage]:
    ways.follow(name)
    tour.heed()
    view_list.heed(name)
    selection.carry(name)
    text = language.chosen()
    st.html(f"<style>{looks.css(text, page_row(name).sheet)}</style>")
    orders.carry_out(text)
    top = st.container()
    if before:
        before(text)
    with top:
        tour.show(text)
        batch_line.show(name, text)
        orders.tell()
    store = open_store()
    with store.read() as cursor:
        ask = Readings(cursor, text.language)
        with top:
            batch_line.left_over(cursor, text)
            slot, bar = st.columns([0.74, 0.26], vertical_alignment="center")
        with bar, st.container(horizontal=True, horizontal_alignment="right", key="bar"):
            views = partial(view_list.show, page_row(name), ask, text)
            chosen = selection.choose(ask, text, views)
            glossary.show(name, text)
            tools = st.empty()
            language.switch(text)
        selection.keep(language.KEY, language.written(text))
        if store.damage:
            with top:
                st.warning(as_written(store.damage.sentence(text)), icon=":material/warning:")
        look = looks.look(st.context.theme.type)
        is_simulated = chosen is not None and chosen.is_simulated
        yield OpenPage(
            page_row(name), text, look, width.is_narrow(), ask, is_simulated, slot, tools, chosen
        )
        with top:
            view_list.tell(name, text)


def _lacks(needs: Needs, chosen: Selection) -> bool:
    """Whether the unit chosen has no survey, or no plan, in the years chosen, or nothing at all
    but what packages tell of communes."""
    if needs == "data":
        return chosen.only_packages
    if needs == "survey":
        return not chosen.has_survey
    return needs == "tasks" and not chosen.has_tasks


def _end(page: OpenPage, title: str, why: str) -> NoReturn:
    """Nothing to show at all: what is missing, why, and the ways out."""
    page.heading(title)
    page.nothing(why)
    if page.chosen is None:
        first_run.ways(page)
        st.stop()
    if page.chosen.only_packages:
        page.link("overview", page.words["empty.communes"])
    if st.button(page.words["empty.import"], type="primary", key="empty_import"):
        st.switch_page(page_row("import_data").file)
    st.stop()
