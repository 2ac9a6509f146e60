"""Giám sát: what the Front and the mass organisations found, and whether it was remedied."""

import streamlit as st

from dashboard.parts import frame
from dashboard.parts.filters import chips, one_of
from dashboard.parts.pieces import grouped_table
from dashboard.sentences import telling
from dashboard.tables import activity_tables

with frame.data_page("supervision") as page:
    chosen, words = page.chosen, page.words
    held = page.ask.activity.findings(chosen.unit_id, chosen.year_to, **chosen.when)
    bodies = sorted({body for body in held.performer if body})
    body = None
    if bodies:
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            body = one_of("co_quan", words["column.body"], bodies, words["found.every_body"])
        chips({"co_quan": body})
    shown = held[held.performer == body] if body else held

    title = telling.supervision(shown, chosen.year_to, words)
    page.heading(title, page.plan, page.seen_at, body)
    if held.empty:
        page.nothing(words["found.none_why"])
        page.link("import_data", words["nav.import_data"])
        st.stop()
    found = shown[shown.finding != ""]
    rows, columns = activity_tables.findings(found, words)
    grouped_table(
        (
            (words[f"found.group_{state}"], str(len(theirs)), rows.loc[theirs.index])
            for state, theirs in found.groupby("remedy_state", sort=False)
        ),
        columns,
    )
    page.take_away(rows, "supervision", columns, words["nav.supervision"])
    if rest := len(shown) - len(found):
        page.source(words.say("found.without_finding", count=rest))
    page.source(words["found.source"])
