"""Tổng quan: the chairperson's first look. How is the index, what is done, what needs me?"""

import streamlit as st

from dashboard.parts import district_page, frame, overview_figures, remark_lines
from dashboard.parts.summary import summary
from dashboard.sentences import headlines

with frame.data_page("overview") as page:
    if page.chosen.level != "commune" and not page.ask.reported:  # no closing holds its communes
        district_page.show(page)
    else:
        chosen, words = page.chosen, page.words
        change = page.change()
        done = page.ask.plan.completion(chosen.unit_id, chosen.year_to, **chosen.when)
        counts = done.select_dtypes("number").sum()
        counts["longest"] = done.longest_overdue.max()
        total = change[change.level == "total"].iloc[0]

        page.heading(
            headlines.overview(change, done, chosen.year_to, words), page.years, page.seen_at
        )
        remark_lines.falls(page)
        with st.container(key="kpis"):
            overview_figures.key_figures(page, total, counts)
        with st.container(key="body"):
            left, right = st.columns([0.63, 0.37], gap="medium")
        with left:
            page.levels(change[change.level == "dimension"], total, "overview_levels")
            page.link("components", words["overview.more_components"])
            page.link("component", words["overview.how"], {"ma": "PAPI"})
        with right:
            overview_figures.to_do(page, done, counts)
        if not page.ask.reported:  # it says more than closings hold
            summary(page, change, done)
