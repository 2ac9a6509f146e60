"""What a person asks for on a page is done to what the page showed, before it is read anew.

Streamlit hands a widget's callback the arguments of the run that drew it, which is what the
person saw; in the run after the click somebody's import may have come between. So a callback
only notes the order with those arguments, and the frame carries it out first.
"""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.page_list import page_row
from dashboard.parts.as_written import as_written
from dashboard.words import Words

# Of this session.
_ORDERED, _REFUSED, _DONE, _BEGUN = "ordered", "refused", "order_done", "times_begun"

_log = logging.getLogger("dashboard")


@dataclass(frozen=True)
class Done:
    """What is said once work is done, and the page that shows it now with the link's label."""

    said: str
    page: str = ""
    label: str = ""


@dataclass(frozen=True)
class Order:
    """Work that changes the store, what is said while it is done ("": it says so itself) and
    once it is (None: the page shows it)."""

    work: Callable[[], object]
    said: str
    done: Done | None


def give(work: Callable[[], object], said: str = "", done: Done | None = None) -> None:
    """Note an order: the callback of a button."""
    st.session_state[_ORDERED] = Order(work, said, done)


def once(work: Callable[[], object]) -> Callable[[], None]:
    """Work that is begun once, however often the button of this drawing of the page is clicked."""
    begun = st.session_state.get(_BEGUN, 0)

    def begin() -> None:
        if begun == st.session_state.get(_BEGUN, 0):
            st.session_state[_BEGUN] = begun + 1
            work()

    return begin


def carry_out(words: Words) -> None:
    """Do what was ordered and run the page anew; what stood in the way is kept in a sentence.

    Until the work begins the order stands: a click that goes on to another page, or a second
    one, ends this run at the spinner, and the next run carries it out.
    """
    order: Order | None = st.session_state.get(_ORDERED)
    if order is None:
        return
    with st.spinner(as_written(order.said)) if order.said else nullcontext():
        del st.session_state[_ORDERED]
        refusal = _refusal(order, words)
        st.session_state[_REFUSED], st.session_state[_DONE] = refusal, order.done
    st.rerun()


def _refusal(order: Order, words: Words) -> str:
    """Why the work was not done, "" when it was. The page is drawn in any case: what was typed
    there stays."""
    try:
        order.work()
    except DashboardError as error:
        return error.sentence(words)
    except Exception:  # never a traceback on a meeting's screen: the log has it
        _log.exception("an order failed")
        return words["page.order_failed"]
    return ""


def tell() -> None:
    """What became of the order before, once: done, with the way on, or why it was not."""
    refusal, done = (st.session_state.pop(name, None) for name in (_REFUSED, _DONE))
    if refusal:
        st.warning(as_written(refusal), icon=":material/info:")
    elif done:
        with st.container(horizontal=True, vertical_alignment="center", key="order_done"):
            st.success(as_written(done.said), icon=":material/check:")
            if done.page:
                st.page_link(
                    page_row(done.page).file, label=as_written(done.label), width="content"
                )
