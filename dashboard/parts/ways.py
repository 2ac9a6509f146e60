"""Ways from a row or a mark to a page within the session, and back to where one came from."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from dashboard.page_list import page_row

_GOING, _FROM, _REST = "way_going", "way_from", "way_rest"  # of this session


class Way(NamedTuple):
    """A page and what its address says."""

    page: str
    query: dict[str, str]


def go(page: str, query: Mapping[str, str]) -> None:
    """Leave for a page: the callback of a click; the next run goes there (follow).

    query: without the choices that hold for every page: the frame carries these along.
    """
    st.session_state[_GOING] = Way(page, dict(query))


def follow(page: str) -> None:
    """Go where a click before this run wants to, remembering the page with its choices.

    What bears the name of a widget of the page that is left may be set only on the next one.
    """
    state = st.session_state
    going: Way | None = state.pop(_GOING, None)
    if going is not None:
        state[_FROM] = Way(page, st.query_params.to_dict())
        state[_REST] = {key: said for key, said in going.query.items() if key in state}
        free = {key: said for key, said in going.query.items() if key not in state}
        st.switch_page(page_row(going.page).file, query_params=free)
    if rest := state.pop(_REST, None):
        st.switch_page(page_row(page).file, query_params=st.query_params.to_dict() | rest)


def back(page: str) -> Way | None:
    """Where the session came from by a click, if it was another page."""
    came: Way | None = st.session_state.get(_FROM)
    return came if came and came.page != page else None
