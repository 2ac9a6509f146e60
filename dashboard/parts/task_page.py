"""One task on its page: what it is, what was typed and said of it, and the ways on and back."""

import pandas as pd
import streamlit as st

from dashboard.parts import ways
from dashboard.parts.data_page import DataPage
from dashboard.parts.pieces import plain_table
from dashboard.parts.task_history import history_of
from dashboard.readings.short_names import short_names
from dashboard.rows import rows_of
from dashboard.sentences.duties import BETWEEN
from dashboard.tables import task_facts
from dashboard.tables.persons import person
from dashboard.tables.task_facts import TaskRow

TASK = "nv"  # in the address


def chosen(tasks: pd.DataFrame) -> pd.DataFrame:
    """The one task that the address names; none where it names none of these."""
    return tasks[tasks.task_id == st.query_params.get(TASK, "")].head(1)


def way_back(page: DataPage) -> None:
    """To the list that one came from, as it was; of a link from outside to the list of all."""
    came = ways.back(page.row.name)
    name, query = came or ways.Way("officials", {})
    with st.container(key="way_back"):
        label = page.words.say("task.back", page=page.words[f"nav.{name}"])
        page.link(name, label, query, ":material/arrow_back:")


def show(page: DataPage, rows: pd.DataFrame) -> None:
    """Facts, records, remarks, changes; rows: the one task."""
    words, unit, year = page.words, page.chosen.unit_id, page.chosen.year_to
    (task,) = rows_of(rows, TaskRow)
    tree = page.ask.components(year)
    named = tree[tree.component == task.component]
    component = f"{task.component} {named.full_name.iloc[0]}" if len(named) else task.component
    facts, columns = task_facts.facts(rows, component, words)
    page.section(words["task.facts"], words["task.facts_about"])
    plain_table(facts, columns, css="papi-table papi-facts")
    page.take_away(facts, "task_facts", columns, task.task)
    _ways_on(page, task, is_component=bool(len(named)))
    records = page.ask.plan.records(unit, year, task.task_id)
    if len(records):
        shown, columns = task_facts.records(records, words)
        page.section(words["task.records"])
        page.table(shown, "task_records", columns, words["task.records"])
    remarks = page.ask.plan.remarks(unit, year, task.task_id)
    page.section(words["task.remarks"], "" if len(remarks) else words["task.no_remarks"])
    if len(remarks):
        shown, columns = task_facts.remarks(remarks, words)
        page.table(shown, "task_remarks", columns, words["task.remarks"])
    history_of(page, rows)


def _ways_on(page: DataPage, task: TaskRow, is_component: bool) -> None:
    """To those who lead it, and to the scores of what it serves."""
    with st.container(horizontal=True, key="task_ways"):
        leading = short_names(filter(None, task.lead.split(BETWEEN)))
        for official, short in leading.items():
            label = page.words.say("duties.tasks_of", official=short)
            own = person(official, task.unit, page.several)
            page.link("officials", label, {"can_bo": own})
        if is_component and page.chosen.has_survey:
            page.link("component", page.words["duties.see_component"], {"ma": task.component})
