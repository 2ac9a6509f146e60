"""Closing a period on its page: what will be frozen, the button, and what changed since."""

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.errors import DashboardError
from dashboard.parts import as_reported, orders
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.readings.period_readings import Preview
from dashboard.store import closings
from dashboard.store.frozen import About
from dashboard.store.store import open_store
from dashboard.tables import closing_tables

NOTE, BY, SURE = "closing_note", "closing_by", "closing_sure"  # the form's boxes


def show(page: DataPage) -> None:
    """What would be frozen now, looked at first, then closed."""
    chosen, words = page.chosen, page.words
    page.section(words["reporting.close"], words["reporting.close_about"])
    if chosen.seen_at > page.ask.today:
        page.nothing(words["reporting.not_yet"])
        return
    if not st.toggle(words["reporting.look_first"], key="closing_look"):
        return
    about = About(chosen.unit_id, chosen.year_to, chosen.period, chosen.seen_at)
    try:
        seen = page.ask.reporting.preview(about)
    except DashboardError as error:
        page.nothing(error.sentence(words))
        return
    left, right = st.columns(2, gap="medium")
    with left:
        page.lines(_frozen(page, seen))
    with right:
        _form(page, seen)


def _form(page: DataPage, seen: Preview) -> None:
    words, day = page.words, numbers.day(seen.about.as_of)
    st.text_input(words["reporting.by"], max_chars=120, key=BY)
    st.text_input(words["reporting.note"], max_chars=500, key=NOTE)
    if st.checkbox(words["reporting.sure"], key=SURE):
        st.button(
            as_written(words.say("reporting.close_now", period=seen.about.period, day=day)),
            type="primary",
            key="close_now",
            on_click=orders.give,
            args=(orders.once(lambda: _close(seen)), words["reporting.closing"]),
        )


def _frozen(page: DataPage, seen: Preview) -> list[str]:
    words = page.words
    holes = {"code": seen.fingerprint, "day": numbers.day(seen.about.as_of)}
    said = [words.say("reporting.will_be", count=numbers.count(sum(seen.counts.values())), **holes)]
    for query, count in seen.counts.items():
        said.append(f"{words[f'closed.{query}.part']}: {numbers.count(count)}")
    return said


def _close(seen: Preview) -> None:
    state = st.session_state
    note, by = str(state.get(NOTE, "")), str(state.get(BY, ""))
    closings.close(open_store(), seen.about, note, by, seen.seen)
    for key in (NOTE, BY):
        state[key] = ""
    state[SURE] = False


def listed(page: DataPage, closed: pd.DataFrame) -> None:
    """Every closing of the unit; of one of this period, what is otherwise now."""
    words = page.words
    page.section(words["reporting.closings"], words["reporting.closings_about"])
    if closed.empty:
        page.nothing(words["reporting.none_closed"])
        return
    rows, columns = closing_tables.closings(closed, words)
    page.table(rows, "closings", columns, words["reporting.closings"])
    own = closed[closed.period == page.chosen.period]
    if len(own):
        _since(page, own)


def _since(page: DataPage, own: pd.DataFrame) -> None:
    """As reported beside now."""
    chosen, words = page.chosen, page.words
    number = st.selectbox(
        words["reporting.which"],
        [int(closing) for closing in own.closing],
        format_func=lambda one: words.say("reporting.number", closing=one, period=chosen.period),
        key="lan",
        bind="query-params",
    )
    of = own[own.closing == number].iloc[0]
    found = as_reported.changed(page, page.ask, chosen, number)
    holes = {"closing": number, "day": numbers.day(of.as_of), "code": of.fingerprint}
    page.section(words.say("reporting.beside", **holes), found.said)
    if len(found.rows):
        page.table(found.rows, "closing_differences", found.columns, words["reporting.beside_alt"])
    if chosen.level == "commune":
        as_reported.ways(page, chosen, number)
