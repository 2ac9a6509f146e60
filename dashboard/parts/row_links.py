"""Links in tables and charts that are drawn as HTML or by Plotly: followed within the session.

Their href is a page of ours with what its address says, so that they also open in another tab
and without this part; followed plainly they would begin a new session.
"""

from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from dashboard.page_list import PAGES, page_row
from dashboard.parts import selection, ways

_KEY, _PAGE = "row_links", "page_before"
_WATCH = """
export default function({ setTriggerValue }) {
  const go = event => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.(".papi-table a, .js-plotly-plot a");
    const href = link?.getAttribute("href") ?? link?.getAttribute("xlink:href");
    if (!href || !/^[a-z-]*[?]/.test(href)) return;
    event.preventDefault();
    event.stopPropagation();
    setTriggerValue("way", href);
  };
  document.addEventListener("click", go, true);
  document.documentElement.dataset.follows = "links";
  return () => document.removeEventListener("click", go, true);
}
"""


def href(page: str, **query: str) -> str:
    """A link to a page of ours with these choices and those that hold for every page."""
    return f"{page_row(page).address}?{urlencode(selection.kept() | query)}"


def follow() -> None:
    """Watch for clicks on such links; call it last, it takes a little room."""
    _watcher()(key=_KEY, on_way_change=_go)


def _go() -> None:
    """The callback of a click: to another page, or the choices of this one."""
    said = urlsplit(str(st.session_state[_KEY].way or ""))
    row = next((row for row in PAGES if row.address == said.path), None)
    if row is None:
        return
    kept = selection.kept()
    query = {key: value for key, value in parse_qsl(said.query) if kept.get(key) != value}
    if row.name == st.session_state.get(_PAGE):
        st.session_state.update(query)
    else:
        ways.go(row.name, query)


@st.cache_resource
def _watcher() -> ComponentRenderer:
    return st.components.v2.component("papi_row_links", js=_WATCH)
