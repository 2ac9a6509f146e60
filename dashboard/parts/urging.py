"""What is to be urged on its page: the filters, the list in groups, and what was urged today."""

from datetime import UTC, datetime
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.parts import printing, row_links
from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import chips, choice, one_of
from dashboard.parts.pieces import grouped_table
from dashboard.states import OPEN
from dashboard.tables import task_tables, urged_tables
from dashboard.tables.persons import persons
from dashboard.tables.urged_tables import By

BY: tuple[By, ...] = ("official", "dimension", "month", "village")


class Asked(NamedTuple):
    """The rows that the filters leave, in which groups, and what is set, in words."""

    rows: pd.DataFrame
    by: By
    about: tuple[str, ...]


def asked(page: DataPage, urgent: pd.DataFrame) -> Asked:
    """The filters; urgent: PlanReadings.follow_up."""
    chosen, words = page.chosen, page.words
    undated = words["due_missing.said"]
    states: dict[str, str] = {name: words[f"state.{name}"] for name in OPEN}
    urgent = urgent.assign(person=persons(urgent, page.several, words))
    names = list(dict.fromkeys(urgent.person))
    months = [month or undated for month in urged_tables.months(urgent)]
    villages = list(page.ask.survey.villages(chosen.unit_id, chosen.year_to).village)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="urging"):
        by = choice("xep", words["follow_up.by"], {by: words[f"follow_up.by_{by}"] for by in BY})
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            official = one_of("can_bo", words["bar.official"], names, words["bar.all_officials"])
            month = one_of("thang", words["follow_up.due"], months, words["follow_up.all_months"])
            state = one_of(
                "trang_thai", words["bar.state"], list(states), words["bar.all_states"], states
            )
            village = one_of("thon", words["bar.village"], villages, words["bar.all_villages"])
        printing.buttons(words, "page", "each")
    chips(
        {"can_bo": official, "thang": month, "trang_thai": state and states[state], "thon": village}
    )
    plan = page.ask.plan.tasks(chosen.unit_id, chosen.year_to, village=village, **chosen.when)
    rows = urgent.merge(plan[["task_id", "state", "area"]], on="task_id")
    kept = pd.Series(True, index=rows.index)
    if official:
        kept &= rows.person == official
    if month:
        kept &= rows.due.map(urged_tables.month_of) == ("" if month == undated else month)
    if state:
        kept &= rows.state == state
    said = words.say("follow_up.month", month=month) if month not in (None, undated) else month
    about = official, village, state and states[state], said
    return Asked(rows[kept].reset_index(drop=True), by, tuple(filter(None, about)))


def listed(page: DataPage, what: Asked) -> None:
    """The list in its groups, each task a link to its page; and the whole of it to take away."""
    words = page.words
    rows, columns = task_tables.follow_up(what.rows, words)
    rows["task_href"] = [row_links.href("task", nv=task) for task in what.rows.task_id]
    whole = {"official": (words["column.official"], False), **columns}
    taken = rows.assign(official=what.rows.person)
    page.take_away(taken, "follow_up", whole, words["nav.follow_up"])
    if what.by != "official":
        columns = {"when": columns["when"], "task": columns["task"], "official": whole["official"]}
        columns |= {name: column for name, column in whole.items() if name not in columns}
        rows["official"] = what.rows.task_id.map(what.rows.groupby("task_id").person.agg("; ".join))
    about = page.several, page.dimensions, words
    groups = list(urged_tables.grouped(what.rows, what.by, *about))
    if said := urged_tables.late(groups, words):
        page.source(said)
    grouped_table(
        (
            (group.heading, task_tables.urged(group.rows, words), rows.loc[group.rows.index])
            for group in groups
        ),
        columns,
        facts=page.facts,
    )


def today(page: DataPage) -> None:
    """What was noted or typed today, of any task of the plan; nothing where nothing was."""
    unit, year, words = page.chosen.unit_id, page.chosen.year_to, page.words
    remarks, records = page.ask.plan.remarks(unit, year), page.ask.plan.records(unit, year)
    zone = datetime.now().astimezone().tzinfo or UTC  # that of the day that is today
    (rows, columns), tasks = urged_tables.urged_on(page.ask.today, zone, remarks, records, words)
    if tasks:
        page.section(words.say("follow_up.today", count=tasks), words["follow_up.today_about"])
        page.table(rows, "urged_today", columns, words["follow_up.today_alone"])
