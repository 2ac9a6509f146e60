"""Which slides, in what order, as the address says; sets of them that people keep under a name."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.papers.slides_paper import EVERY, SLIDES
from dashboard.parts import orders, view_list
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.orders import Done
from dashboard.rows import rows_of
from dashboard.shown_values import alphabetical
from dashboard.store import slide_sets
from dashboard.store.saved_views import LONGEST_NAME, is_same
from dashboard.store.store import open_store

KEY, NAME, WHO = "slides_chosen", "slide_set_name", "slide_set_by"
ADDRESS, _SAID = "trang", "slides_said"  # the slides' names in the address; what this session wrote


class Kept(NamedTuple):
    """A set that people keep; id: of the record that holds."""

    id: int
    name: str
    slides: Sequence[str]


def chosen(page: DataPage) -> tuple[str, ...]:
    """The names of the slides, as they were put in order."""
    words = page.words
    names = {name: words[f"document.slide.{name}"] for name in EVERY}
    kept = sorted(rows_of(page.ask.slide_sets(), Kept), key=lambda one: alphabetical(one.name))
    box = f"{KEY}_{words.language}"  # a box of its own: the browser keeps the names it was given
    _heed_address(page, box)
    st.session_state.setdefault(box, st.session_state.get(KEY, list(SLIDES)))
    _sets(page, kept, box)
    picked = st.multiselect(
        words["document.slide_list"],
        list(names),
        format_func=names.__getitem__,
        key=box,
        placeholder=words["document.no_slide"],
    )
    st.session_state[KEY] = picked
    _write_address(picked)
    _keep(page, kept, picked)
    return tuple(picked)


def _heed_address(page: DataPage, box: str) -> None:
    """What a link says, once: afterwards the box decides. Not bound as other choices are: names of
    slides stand in the address, not what the box calls them in this language."""
    said, state = st.query_params.get(ADDRESS), st.session_state
    if said is not None and said != state.get(_SAID):
        named = list(dict.fromkeys(said.split(",")))
        known = [name for name in named if name in EVERY]
        state[box] = known or list(SLIDES)
        if known != named:
            lost = page.words.say("document.slides_gone", names=", ".join(set(named) - set(known)))
            st.warning(as_written(lost), icon=":material/info:")
    elif said is None and view_list.is_opening(page.row.name):
        state[box] = list(SLIDES)


def _write_address(picked: list[str]) -> None:
    """Nothing of all slides in their order, and of none."""
    said = None if picked in ([], list(SLIDES)) else ",".join(picked)
    st.session_state[_SAID] = said
    if said:
        st.query_params[ADDRESS] = said
    else:
        st.query_params.pop(ADDRESS, None)


def _sets(page: DataPage, kept: list[Kept], box: str) -> None:
    """A click puts a set's slides into the box."""
    if not kept:
        return
    with st.container(horizontal=True, gap="xsmall", key="slide_sets"):
        st.button(page.words["document.every_slide"], on_click=_take, args=(box, list(SLIDES)))
        for one in kept:
            names = [name for name in one.slides if name in EVERY]
            st.button(
                as_written(one.name), on_click=_take, args=(box, names), key=f"slide_set_{one.id}"
            )


def _take(box: str, names: list[str]) -> None:
    st.session_state[box] = names


def _keep(page: DataPage, kept: list[Kept], picked: list[str]) -> None:
    """The form that keeps the slides chosen, and takes a set away."""
    words = page.words
    with st.expander(words["document.keep_set"]):
        with st.form("slide_set", border=False, clear_on_submit=False):
            name = st.text_input(words["document.set_name"], max_chars=LONGEST_NAME, key=NAME)
            by = st.text_input(words["document.set_by"], max_chars=120, key=WHO)
            if st.form_submit_button(words["document.set_save"]):
                same = next((one.id for one in kept if is_same(one.name, name)), 0)
                done = Done(words.say("document.set_saved", name=name))
                orders.give(lambda: slide_sets.save(open_store(), name, picked, by, same), "", done)
                st.rerun()
        if kept:
            names = {one.id: one.name for one in kept}
            gone = st.selectbox(
                words["document.set_which"],
                list(names),
                index=None,
                format_func=lambda record: names.get(record, ""),
                placeholder="",
                key="slide_set_gone",
            )
            st.button(
                words["document.set_remove"],
                disabled=gone is None,
                on_click=orders.give,
                args=(lambda: slide_sets.withdraw(open_store(), gone or 0),),
                key="slide_set_remove",
            )
