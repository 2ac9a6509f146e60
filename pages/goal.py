"""Mục tiêu: what the aim is, how far it is to it, and where the room is."""

import streamlit as st

from dashboard.parts import frame, goal_gap
from dashboard.parts.filters import chips, choice

WHOSE = ["own", "published"]

with frame.data_page("goal") as page:
    words = page.words
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        whose = choice(
            "cua", words["goal.whose.label"], {one: words[f"goal.whose.{one}"] for one in WHOSE}
        )
        year = page.published_year("nam") if whose == "published" else page.chosen.year_to
        kind = goal_gap.kind(page)
        slot = st.container(width=270) if kind in goal_gap.KEYS else st.empty()
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            dimension = page.one_dimension()
    chips({"linh_vuc": page.dimensions.get(dimension or "")})
    code = dimension or "PAPI"
    subject = (goal_gap.own if whose == "own" else goal_gap.published)(page, code, year)
    goal_gap.show(page, subject, code, kind, slot)
