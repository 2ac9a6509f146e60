"""Cần đôn đốc: the clerk's list: what is overdue or due soon, by official, month or village."""

import streamlit as st

from dashboard.parts import frame, remark_lines, typed_table, urging
from dashboard.parts.task_history import history_of
from dashboard.sentences import headlines, naming
from dashboard.thresholds import thresholds

with frame.data_page("follow_up") as page:
    chosen, words, days = page.chosen, page.words, thresholds().days_ahead
    urgent = page.ask.plan.follow_up(chosen.unit_id, chosen.year_to, days=days, **chosen.when)
    what = urging.asked(page, urgent)

    title = naming.about(what.about, headlines.follow_up(what.rows, days, words))
    page.heading(title, page.plan, page.seen_at)
    typed_table.tell(page)
    if what.rows.empty:
        page.nothing(words["follow_up.none"])
        urging.today(page)
        st.stop()
    urging.listed(page, what)
    urging.today(page)
    remark_lines.of_tasks(page, what.rows.task_id)
    typed_table.show(page, what.rows)
    history_of(page, what.rows)
