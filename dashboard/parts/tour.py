"""A short tour: what is where, a sentence at a time above the page, left at any step.

It begins only when asked for (a link; ?gioi_thieu=1): who has seen it is not kept, for there are
no accounts and no cookies for it; so nobody is shown it again and again. With the samples Tổng
quan offers it in one line, until it was taken or left in the session.
"""

from html import escape

import streamlit as st

from dashboard.page_list import page_row
from dashboard.parts.page import Page
from dashboard.words import Words

KEY = "gioi_thieu"  # in the address that begins it
# Each step with the page to which it leads, if to any.
STEPS = {
    "choices": "",
    "titles": "",
    "working": "",
    "follow_up": "follow_up",
    "data": "import_data",
}
# What the steps call by its name on the screen.
NAMED = {
    "first": "nav.overview",
    "how": "overview.how",
    "ask": "glossary.ask",
    "urge": "nav.follow_up",
    "data": "nav.data",
    "imports": "nav.import_data",
}
_STEP, _SEEN = "tour_step", "tour_seen"  # of this session


def heed() -> None:
    """The address asks for it; once, so that it can be left."""
    if KEY in st.query_params:
        del st.query_params[KEY]
        _go(0)


def show(words: Words) -> None:
    """The step that it is at, above all else."""
    step: int | None = st.session_state.get(_STEP)
    if step is None:
        return
    name, page = list(STEPS.items())[step]
    with st.container(key="tour"):
        said = words.say(f"tour.{name}", **{hole: words[key] for hole, key in NAMED.items()})
        text = f"<b>{step + 1}/{len(STEPS)}</b> {escape(said)}"
        st.html(f'<p class="papi-tour">{text}</p>')
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            is_last = step + 1 == len(STEPS)
            if not is_last:
                st.button(words["tour.next"], key="tour_next", on_click=_go, args=(step + 1,))
            label = words["tour.done" if is_last else "tour.leave"]
            st.button(label, key="tour_leave", type="tertiary", on_click=_leave, shortcut="Escape")
            if page:
                target = page_row(page)
                label = words.say("tour.open", page=words[target.title])
                st.page_link(target.file, label=label, width="content")


def offer(page: Page) -> None:
    """One line where the samples are shown: a first look, most likely."""
    if page.is_simulated and _SEEN not in st.session_state:
        label = page.words["tour.begin"]
        st.button(label, key="tour_begin", type="tertiary", on_click=_go, args=(0,))


def link(page: Page) -> None:
    """The way to it from a page that explains."""
    page.link("overview", page.words["tour.begin"], {KEY: "1"})


def _go(step: int) -> None:
    st.session_state[_STEP], st.session_state[_SEEN] = step, True


def _leave() -> None:
    st.session_state.pop(_STEP, None)
