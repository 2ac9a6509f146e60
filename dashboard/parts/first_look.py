"""The first page of a commune: its figures, the sentences for the chairperson beside what is to be
done, and below them the chart. What there are no data for takes no room."""

import streamlit as st

from dashboard.parts import overview_figures, remark_lines, tour
from dashboard.parts.data_page import DataPage
from dashboard.parts.summary import summary
from dashboard.sentences import headlines


def show(page: DataPage) -> None:
    """All below the bar, the title included."""
    chosen, words = page.chosen, page.words
    change = page.change()
    done = page.ask.plan.completion(chosen.unit_id, chosen.year_to, **chosen.when)
    counts = done.select_dtypes("number").sum()
    counts["longest"] = done.longest_overdue.max()
    total = change[change.level == "total"].iloc[0]

    title = headlines.overview(change, done, chosen.year_to, words)
    page.heading(title, page.years, page.seen_at, page.survey_later)
    tour.offer(page)
    remark_lines.falls(page)
    with st.container(key="kpis"):
        overview_figures.key_figures(page, total, counts)
    has_sentences = not page.ask.reported  # they say more than closings hold
    with st.container(key="body"):
        if counts.assigned and has_sentences:
            left, right = st.columns([0.63, 0.37], gap="medium")
        else:
            left, right = st.container(), st.container()
    if has_sentences:
        with left:
            summary(page, change, done)
    if counts.assigned:
        with right:
            overview_figures.to_do(page, done, counts)
    else:
        page.link("import_data", words["overview.import_tasks"])
    if chosen.has_survey:
        page.levels(change[change.level == "dimension"], total, "overview_levels")
        page.link("components", words["overview.more_components"])
        page.link("component", words["overview.how"], {"ma": "PAPI"})
    else:
        page.link("import_data", words["overview.import_survey"])
