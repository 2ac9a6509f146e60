"""Nhiệm vụ: one task with all that is known of it; without one in the address, all to choose."""

import streamlit as st

from dashboard.parts import frame, task_page
from dashboard.rows import rows_of
from dashboard.tables import task_facts, task_tables
from dashboard.tables.task_facts import TaskRow

with frame.data_page("task") as page:
    chosen, words = page.chosen, page.words
    tasks = page.ask.plan.tasks(chosen.unit_id, chosen.year_to, **chosen.when)
    own = task_page.chosen(tasks)
    task_page.way_back(page)
    if own.empty:
        is_gone = task_page.TASK in st.query_params
        page.heading(words["task.gone" if is_gone else "task.choose"], page.plan, page.seen_at)
        rows, columns = task_tables.task_list(tasks, None, words, page.several)
        page.table(rows, "task_list", columns, words["officials.tasks"])
        st.stop()
    (task,) = rows_of(own, TaskRow)
    page.heading(task_facts.headline(task, words), page.plan, page.seen_at)
    task_page.show(page, own)
