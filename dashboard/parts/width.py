"""Is the page narrow, as on a phone? The page itself says so, not the browser's name.

At first by a cookie that the shell sets before Streamlit connects (dashboard/server/shell.js),
so that a phone's first page is already a phone's; then by a component, which has the page
run again when the width's class changes: a tablet turned, a window made smaller.
"""

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

NARROW = 640  # px: style.css and Streamlit's own columns break here too
COOKIE = "papi_narrow"
_STATE = "is_narrow"

_WATCH = """
export default function({ data, setStateValue }) {
  const narrow = window.matchMedia(`(max-width: ${data.narrow_px}px)`);
  let wait;
  const tell = () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      if (narrow.matches !== data.is_narrow) setStateValue("is_narrow", narrow.matches);
    }, 200);
  };
  tell();
  narrow.addEventListener("change", tell);
  return () => { clearTimeout(wait); narrow.removeEventListener("change", tell); };
}
"""


def is_narrow() -> bool:
    """At most NARROW px wide, as far as the page has said."""
    said = st.session_state.get(_STATE)
    return st.context.cookies.get(COOKIE) == "1" if said is None else bool(said)


def follow() -> None:
    """Rerun the page when its class of width changes; call it last, it takes a little room."""
    _watcher()(
        key="page_width",
        data={"narrow_px": NARROW, "is_narrow": is_narrow()},
        on_is_narrow_change=_keep,
    )


def _keep() -> None:
    """Apart from the component's own state, which goes when a page ends without it."""
    st.session_state[_STATE] = st.session_state["page_width"]["is_narrow"]


@st.cache_resource
def _watcher() -> ComponentRenderer:
    return st.components.v2.component("papi_width", js=_WATCH)
