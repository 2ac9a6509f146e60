"""Cần đôn đốc: the clerk's list, by official: what is overdue or due soon."""

import streamlit as st

from dashboard.parts import frame, remark_lines, typed_table
from dashboard.parts.filters import chips, one_of
from dashboard.parts.pieces import grouped_table
from dashboard.parts.task_history import history_of
from dashboard.sentences import headlines
from dashboard.tables import task_tables
from dashboard.thresholds import thresholds

with frame.data_page("follow_up") as page:
    chosen, words, days = page.chosen, page.words, thresholds().days_ahead
    urgent = page.ask.plan.follow_up(chosen.unit_id, chosen.year_to, days=days, **chosen.when)
    with st.popover(words["bar.filter"], icon=":material/tune:"):
        official = one_of(
            "can_bo",
            words["bar.official"],
            list(dict.fromkeys(urgent.official)),
            words["bar.all_officials"],
        )
    chips({"can_bo": official})
    shown = urgent[urgent.official == official] if official else urgent

    page.heading(headlines.follow_up(shown, days, words), page.plan, page.seen_at)
    typed_table.tell(page)
    if shown.empty:
        page.nothing(words["follow_up.none"])
        st.stop()
    rows, columns = task_tables.follow_up(shown, words)
    grouped_table(
        (
            (
                str(name) or words["follow_up.nobody"],
                task_tables.urged(theirs, words),
                rows.loc[theirs.index],
            )
            for name, theirs in shown.groupby("official", sort=False)
        ),
        columns,
    )
    remark_lines.of_tasks(page, shown.task_id)
    typed_table.show(page, shown)
    history_of(page, shown)
