"""A page that could not be drawn: why, and what was typed there is kept."""

import logging
from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitAPIException

from dashboard.errors import DashboardError
from dashboard.parts.as_written import as_written
from dashboard.words import Words


def tell(error: Exception, page: str, words: Words) -> None:
    """The sentence of a known failure; of another that there is one: the log has it."""
    if isinstance(error, DashboardError):
        st.error(as_written(error.sentence(words)))
    else:  # never a traceback on a meeting's screen
        logging.getLogger("dashboard").error("page %s failed", page, exc_info=error)
        st.error(words["page.failed"])
    st.button(words["page.again"], key="page_again")
    _keep_typed()


def _keep_typed() -> None:
    """Streamlit lets go of the boxes that a run did not draw: said to be ours, they stay."""
    for key, value in list(st.session_state.items()):
        if isinstance(value, str):  # texts and choices; never the state of a button
            with suppress(StreamlitAPIException):  # a box that was drawn
                st.session_state[str(key)] = value
