"""Người dân: what may be shown to the public, on one sheet of A4: scores, work, no names."""

from html import escape

import streamlit as st

from dashboard.parts import frame, printing
from dashboard.parts.pieces import plain_table
from dashboard.sentences import publicly
from dashboard.tables import public_tables

with frame.data_page("public") as page:
    chosen, words = page.chosen, page.words
    change = page.change()
    total = change[change.level == "total"].iloc[0]
    tasks = page.ask.public.tasks(chosen.unit_id, chosen.year_to, **chosen.when)
    st.html(f'<p class="papi-subtitle papi-noprint">{escape(words["public.printed"])}</p>')

    page.heading(
        publicly.headline(chosen.unit, total, tasks, words),
        page.years,
        page.seen_at,
        page.survey_later,
    )
    printing.buttons(words, "page")
    if chosen.has_survey:
        page.section(words["public.scores"], words["public.scores_measure"])
        plain_table(*public_tables.scores(change, words), css="papi-table papi-short")
    with st.container(key="public_work"):
        left, right = st.columns(2, gap="medium")
    for side, key, work in (
        (left, "done", public_tables.done(tasks)),
        (right, "ahead", public_tables.ahead(tasks, words)),
    ):
        with side:
            page.section(words.say(f"public.{key}", count=work.amount))
            page.lines(work.lines)
            if work.more:
                page.source(words.say(f"public.{key}_more", count=work.more))
    page.source(publicly.source(total, page.seen_at, words))
