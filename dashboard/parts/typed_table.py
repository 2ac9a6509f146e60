"""Progress, done date, evidence and remark typed in the rows of a table, saved together.

What was typed stays in its cells until it is stored (dashboard/parts/orders.py).
"""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.parts import orders
from dashboard.parts.data_page import DataPage
from dashboard.store import typed_rows
from dashboard.store.shown import Shown
from dashboard.store.store import open_store
from dashboard.store.typed_rows import TypedRow
from dashboard.tables import typed_tasks
from dashboard.words import Words

# Of this session: what was typed and is not stored, how often it was handed in, what was stored.
KEPT, TIMES, STORED = "typed_kept", "typed_times", "typed_stored"
WHO = "typed_by"
PHONE = ("task", "progress", "done", "evidence", "remark")  # columns, where there is room for few
Typed = dict[str, dict[str, Any]]  # task_id -> column -> value


def tell(page: DataPage) -> None:
    """That what was typed is stored, once; and that a task of it is gone meanwhile."""
    if stored := st.session_state.pop(STORED, 0):
        st.success(page.words.say("typed.stored", count=stored), icon=":material/check:")
    kept: Typed = st.session_state.get(KEPT, {})
    if gone := kept.keys() - page.ask.shown("task").keys():
        st.session_state[KEPT] = {task: row for task, row in kept.items() if task not in gone}
        st.warning(page.words.say("typed.gone", count=len(gone)), icon=":material/info:")


def show(page: DataPage, tasks: pd.DataFrame) -> None:
    """The table; tasks: PlanReadings.follow_up, of the tasks that the page lists."""
    words, seen = page.words, page.ask.shown("task")
    page.section(words["typed.title"], words["typed.why"])
    rows = typed_tasks.editable(tasks, st.session_state.get(KEPT, {}), words)
    with st.form("typed", border=False):
        st.data_editor(
            rows,
            column_config=_columns(words, page.ask.today),
            disabled=("when", "task", "lead"),
            hide_index=True,
            num_rows="fixed",
            column_order=PHONE if page.phone else None,
            row_height=32,
            height=min(32 * len(rows) + 40, 32 * 12 + 40),
            placeholder="",
            alt=words["typed.title"],
            key=_key(),
        )
        st.text_input(words["typed.who"], key=WHO, max_chars=100, help=words["typed.who_help"])
        st.form_submit_button(
            words["typed.save"],
            type="primary",
            on_click=_order,
            args=(list(rows.index), seen, words["typed.saving"]),
        )


def _columns(words: Words, today: date) -> dict[str, Any]:
    column, text = st.column_config, st.column_config.TextColumn
    return {
        "when": text(words["column.when"], width=140),
        "task": text(words["column.task"], width="large"),
        "lead": text(words["column.lead"], width="medium"),
        "progress": column.NumberColumn(
            words["column.progress"], min_value=0, max_value=100, format="%g %%", width="small"
        ),
        "done": column.DateColumn(
            words["typed.done"], max_value=today, format="DD/MM/YYYY", width="small"
        ),
        "evidence": text(
            words["column.evidence"], max_chars=500, help=words["typed.evidence_help"]
        ),
        "remark": text(words["typed.remark"], max_chars=500),
    }


def _key() -> str:
    return f"typed_{st.session_state.get(TIMES, 0)}"


def _edited() -> dict[int, dict[str, Any]]:
    """Row -> column -> value, as the table's cells were left."""
    rows: dict[int, dict[str, Any]] = st.session_state[_key()]["edited_rows"]
    return rows


def _order(task_ids: list[str], seen: dict[str, Shown], said: str) -> None:
    """Note what was typed; it stays in the table until it is stored."""
    kept: Typed = {task_id: dict(row) for task_id, row in st.session_state.get(KEPT, {}).items()}
    for place, values in _edited().items():
        kept.setdefault(task_ids[int(place)], {}).update(values)
    st.session_state[KEPT] = kept
    st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
    rows = [_row(seen[task_id], values) for task_id, values in kept.items()]
    who = st.session_state[WHO]

    def work() -> None:
        st.session_state[STORED] = typed_rows.save(open_store(), rows, who)
        st.session_state[KEPT] = {}

    if rows:
        orders.give(work, said)


def _row(task: Shown, said: dict[str, Any]) -> TypedRow:
    share, done = said.get("progress"), said.get("done")
    evidence = (said["evidence"] or "") if "evidence" in said else None
    return TypedRow(
        task,
        None if share is None else share / 100,
        date.fromisoformat(done[:10]) if done else None,
        evidence,
        said.get("remark") or "",
    )
