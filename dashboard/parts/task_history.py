"""What the files said of tasks before: shown where the tasks are, on demand."""

import pandas as pd
import streamlit as st

from dashboard.parts.data_page import DataPage
from dashboard.tables import task_changes


def history_of(page: DataPage, tasks: pd.DataFrame) -> None:
    """The changes of these tasks from one file to the next; nothing where there are none."""
    if page.ask.reported:  # a closing holds the state, not how it came about
        return
    changed = page.ask.plan.history(page.chosen.unit_id, page.chosen.year_to)
    changed = changed[changed.task_id.isin(tasks.task_id)]
    if changed.empty:
        return
    words = page.words
    with st.expander(words.say("history.title", count=len(changed))):
        rows, columns = task_changes.history(changed, words)
        page.table(rows, f"{page.row.name}_history", columns, words["history.title_alone"])
