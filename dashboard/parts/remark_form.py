"""What was said about a task, typed on the page: it goes to the task that the page showed."""

import streamlit as st

from dashboard.parts import orders
from dashboard.parts.data_page import DataPage
from dashboard.parts.orders import Done
from dashboard.store import remarks
from dashboard.store.shown import Shown
from dashboard.store.store import open_store
from dashboard.words import Words

TASK, TEXT = "remark_task", "remark_text"  # the form's boxes


def show(page: DataPage, names: dict[str, str]) -> None:
    """The form; names: task_id -> text of each task that the page lists."""
    words = page.words
    seen = page.ask.shown("task")
    page.section(words["follow_up.remark"], words["follow_up.remark_why"])
    with st.form("remark", border=False):
        st.selectbox(words["follow_up.task"], list(names), format_func=names.__getitem__, key=TASK)
        st.text_input(words["follow_up.what_was_said"], max_chars=500, key=TEXT)
        st.form_submit_button(
            words["follow_up.save"],
            type="primary",
            on_click=_order,
            args=(page.chosen.unit_id, page.chosen.year_to, seen, words),
        )


def _order(unit_id: str, year: int, seen: dict[str, Shown], words: Words) -> None:
    """Note the remark; the text stays in its box until it is stored."""
    about, text = seen[st.session_state[TASK]], st.session_state[TEXT]

    def work() -> None:
        remarks.add(open_store(), unit_id, year, about, text)
        st.session_state[TEXT] = ""

    if text.strip():
        orders.give(work, words["follow_up.saving"], Done(words["done.remark"]))
