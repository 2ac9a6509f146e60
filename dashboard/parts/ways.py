"""Ways from a row or a mark to a page within the session, and back to where one came from."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from dashboard.page_list import page_row

_GOING, _FROM = "way_going", "way_from"  # of this session


class Way(NamedTuple):
    """A page and what its address says."""

    page: str
    query: dict[str, str]


def go(page: str, query: Mapping[str, str]) -> None:
    """Leave for a page: the callback of a click; the next run goes there (follow).

    query: without the choices that hold for every page: the frame carries these along, and those
    of this page's widgets may not be set.
    """
    st.session_state[_GOING] = Way(page, dict(query))


def follow(page: str) -> None:
    """Go where a click before this run wants to, remembering the page with its choices."""
    going: Way | None = st.session_state.pop(_GOING, None)
    if going is not None:
        st.session_state[_FROM] = Way(page, st.query_params.to_dict())
        st.switch_page(page_row(going.page).file, query_params=going.query)


def back(page: str) -> Way | None:
    """Where the session came from by a click, if it was another page."""
    came: Way | None = st.session_state.get(_FROM)
    return came if came and came.page != page else None
