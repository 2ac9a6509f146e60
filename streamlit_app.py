"""Front door: page setup and navigation, nothing else; the pages stand in dashboard/page_list."""

import logging

import streamlit as st

from dashboard.config import ICON
from dashboard.page_list import PAGES
from dashboard.parts import theme
from dashboard.words import words

TEXT = words("vi")

st.set_page_config(page_title=TEXT["nav.product"], page_icon=str(ICON), layout="wide")
menus: dict[str, list[st.Page]] = {"": [], TEXT["nav.data"]: []}
for row in PAGES:
    menus[TEXT["nav.data"] if row.menu == "data" else ""].append(
        st.Page(
            row.file,
            title=TEXT[row.title],
            url_path=row.address or None,
            default=not row.address,
            visibility="hidden" if row.menu == "none" else "visible",
        )
    )
chosen = st.navigation(menus, position="top")
try:
    chosen.run()
except Exception:  # never a traceback on a meeting's screen: the log has it
    logging.getLogger("dashboard").exception("page %s failed", chosen.title)
    st.error(TEXT["page.failed"])
theme.follow()
