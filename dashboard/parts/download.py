"""Files to take away: links to a route of our own, dashboard/server/downloads.py.

Streamlit's own download button loses its file when other tabs rerun between click and
answer, and makes it for whoever names it. Here a link holds a random token; the token is
bound to what makes the file, and holds for as long as an open tab shows the link.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from weakref import WeakValueDictionary

import streamlit as st

PATH = "/tai-ve/"
_SHOWN, _NEXT = "downloads_shown", "downloads_next"


@dataclass(frozen=True)
class Offer:
    """A file that is made when it is asked for."""

    token: str
    file_name: str
    make: Callable[[], bytes]


# Sessions own their offers (st.session_state): one that ends takes them along.
_offers: WeakValueDictionary[str, Offer] = WeakValueDictionary()


def find(token: str) -> Offer | None:
    """The offer of a link that a tab still shows."""
    return _offers.get(token)


def button(
    label: str,
    make: Callable[[], bytes],
    file_name: str,
    key: str,
    help: str | None = None,
    disabled: bool = False,
    type: Literal["secondary", "tertiary"] = "secondary",
) -> None:
    """A button that downloads what make gives, as file_name; make runs at the click.

    make runs outside the page: it must not use Streamlit, and gets what it needs bound to it.
    """
    url = PATH if disabled else PATH + _offer(make, file_name, key).token
    icon = ":material/download:"
    st.link_button(
        label, url, key=key, help=help, disabled=disabled, icon=icon, type=type, width="content"
    )


def settle() -> None:
    """A page has run to its end: what it does not offer is offered no more."""
    st.session_state[_SHOWN] = st.session_state.pop(_NEXT, {})


def _offer(make: Callable[[], bytes], file_name: str, key: str) -> Offer:
    """The same button keeps its token from run to run: a link in mid-click stays good."""
    known: dict[str, Offer] = st.session_state.setdefault(_SHOWN, {})
    token = known[key].token if key in known else secrets.token_urlsafe(32)
    offer = Offer(token, file_name, make)
    known[key] = st.session_state.setdefault(_NEXT, {})[key] = _offers[token] = offer
    return offer
