"""Tên gọi: join two names of a unit, village or official, part them again, what was done."""

import streamlit as st

from dashboard.parts import frame, name_joins
from dashboard.readings.listed import NameRow
from dashboard.rows import rows_of

with frame.open_page("names") as page:
    words = page.words
    names = list(rows_of(page.ask.names(), NameRow))
    joined = [row for row in names if row.is_joined]
    page.heading(name_joins.title(len(joined), words), words["names.subtitle"])
    left, right = st.columns([0.34, 0.66], gap="medium")
    with left:
        kind = name_joins.kind(words)
        name_joins.join_form(page, [row for row in names if row.kind == kind])
        name_joins.part_form(page, [row for row in joined if row.kind == kind])
    with right:
        page.section(words["names.known"], words[f"names.kind_{kind}"])
        rows, columns = name_joins.known([row for row in names if row.kind == kind], words)
        page.table(rows, f"names_{kind}", columns, words["names.known"])
        name_joins.done(page)
