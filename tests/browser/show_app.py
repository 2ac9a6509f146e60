"""A page with nothing but a show, behind our guard: for test_show.py, served by streamlit run."""

import os
from pathlib import Path

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.parts import show_screen
from tests.documents import papers_made

OFFICIALS = ("Chủ tịch UBND xã", "Công chức Tài chính - Kế toán")


def record(one: show_screen.Decided) -> None:
    if "không được" in one.text:
        raise DashboardError("no_such_day", value=one.text)
    with Path(os.environ["SHOW_RECORDED"]).open("a", encoding="utf-8") as file:
        file.write(f"{one.text}|{one.official}|{one.due}|{one.component}|{one.slide}|{one.part}\n")


def page() -> None:
    """Each run of the page would make another paper: the show keeps the one it opened with."""
    st.session_state.runs = st.session_state.get("runs", 0) + 1
    if st.button("Trình chiếu"):
        st.session_state.paper = papers_made.paper()
    if "paper" in st.session_state:
        parts = [("1", "Tham gia"), ("5", "Thủ tục")]
        if not show_screen.show(st.session_state.paper, "show", record, OFFICIALS, parts):
            del st.session_state.paper
    st.write("đang chiếu" if "paper" in st.session_state else "đã thôi")
    st.write(f"lượt {st.session_state.runs}")
    again()


@st.fragment(run_every=0.4)
def again() -> None:
    """As data that come in meanwhile: the whole page runs again."""
    st.session_state.ticks = st.session_state.get("ticks", 0) + 1
    if st.session_state.ticks in (3, 6, 9, 12):
        st.rerun()


if __name__ == "__main__":
    page()
else:
    from dashboard.server.app import options

    app = st.App(__file__, **options())
