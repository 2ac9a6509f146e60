"""Truyền thông: whom the activities reached, through what, and what the plan asks for."""

import streamlit as st

from dashboard.parts import activity_charts, frame
from dashboard.parts.filters import choice
from dashboard.sentences import telling
from dashboard.tables import activity_tables

with frame.data_page("communication") as page:
    chosen, words = page.chosen, page.words
    where = chosen.unit_id, chosen.year_to
    told = page.ask.activity.communication(*where, **chosen.when)
    counted = told[told.span == "counted"]
    reach = page.ask.activity.reach(*where, **chosen.when)
    tasks = page.ask.activity.asked(*where, **chosen.when)

    title = telling.headline(counted, reach, chosen.year_to, words)
    page.heading(title, page.plan, page.seen_at)
    if counted.empty:
        page.nothing(words["telling.none_why"])
        page.link("import_data", words["nav.import_data"])
    else:
        by = choice("xem", words["telling.by"], activity_charts.groups(words))
        with st.container(key="body"):
            left, right = st.columns([0.56, 0.44], gap="medium")
        with left:
            activity_charts.by_group(page, by)
            activity_charts.by_month(page)
        with right:
            activity_charts.by_village(page, reach)
            activity_charts.beside_scores(page)
    page.section(telling.asked(tasks, not told.empty, words), words["telling.asked_measure"])
    if len(tasks):
        rows, columns = activity_tables.asked(tasks, words)
        page.table(rows, "communication_asked", columns, words["telling.asked_measure"])
    page.source(words["telling.asked_source"])
    if left_out := telling.outside(told, words):
        page.lines(left_out)
    if len(counted):
        page.section(words.say("telling.log", count=len(counted)))
        rows, columns = activity_tables.log(counted, words)
        page.table(rows, "communication_log", columns, words["nav.communication"])
