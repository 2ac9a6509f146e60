"""Cần đôn đốc: the clerk's list, by official: what is overdue or due within 30 days."""

import streamlit as st

from dashboard.parts import frame
from dashboard.parts.pieces import chips, grouped_table, one_of
from dashboard.parts.task_history import history_of
from dashboard.sentences import headlines
from dashboard.store import remarks
from dashboard.store.store import open_store
from dashboard.tables import task_tables

DAYS = 30

with frame.page("follow_up", needs="tasks") as page:
    chosen, words = page.chosen, page.words
    urgent = page.ask.follow_up(chosen.unit, chosen.year_to, days=DAYS, **chosen.when)
    with st.popover(words["bar.filter"], icon=":material/tune:"):
        official = one_of(
            "can_bo",
            words["bar.official"],
            list(dict.fromkeys(urgent.official)),
            words["bar.all_officials"],
        )
    chips({"can_bo": official})
    shown = urgent[urgent.official == official] if official else urgent

    page.heading(headlines.follow_up(shown, DAYS, words), page.plan, page.seen_at)
    if shown.empty:
        page.nothing(words["follow_up.none"])
        st.stop()
    rows, columns = task_tables.follow_up(shown, words)
    grouped_table(
        (
            (
                name or words["follow_up.nobody"],
                task_tables.urged(theirs, words),
                rows.loc[theirs.index],
            )
            for name, theirs in shown.groupby("official", sort=False)
        ),
        columns,
    )
    history_of(page, shown)

    page.section(words["follow_up.remark"], words["follow_up.remark_why"])
    with st.form("remark", clear_on_submit=True, border=False):
        names = dict(zip(shown.task_id, shown.task, strict=True))
        task = st.selectbox(words["follow_up.task"], list(names), format_func=names.get)
        remark = st.text_input(words["follow_up.what_was_said"], max_chars=500)
        if st.form_submit_button(words["follow_up.save"], type="primary") and remark.strip():
            about = page.ask.shown("task")[task]
            remarks.add(open_store(), chosen.unit_id, chosen.year_to, about, remark)
            st.rerun()
