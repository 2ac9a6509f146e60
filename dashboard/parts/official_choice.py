"""Whose and which tasks the page of officials is asked for: its filters and what they leave."""

from contextlib import suppress
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import chips, choice, one_of
from dashboard.readings.closed_frames import NotReported
from dashboard.sentences import workload
from dashboard.states import BY_URGENCY
from dashboard.tables.persons import led_by, persons
from dashboard.tables.urged_tables import month_of, months

ROLES = ("lead", "support")
COUNTS = (
    "assigned",
    "done_on_time",
    "done_late",
    "done_undated",
    "in_progress",
    "not_started",
    "overdue",
    "due_by_now",
    "due_done",
)


class Asked(NamedTuple):
    """What the filters of the page say; None where they say nothing. about: the same in words,
    without the state; official as persons.persons says it, month as urged_tables.month_of."""

    role: str
    village: str | None
    component: str | None
    official: str | None
    month: str | None
    state: str | None
    about: tuple[str, ...]

    @property
    def where(self) -> dict[str, str | None]:
        """The parameters of the queries that hold for officials and tasks alike."""
        return {"role": self.role, "village": self.village, "component": self.component}

    @property
    def is_part(self) -> bool:
        """Whether only some officials, months or states are asked for."""
        return bool(self.official or self.month is not None or self.state)


def asked(page: DataPage, labels: dict[str, str]) -> Asked:
    """The filters, and below them what is set; labels: code -> text of each component."""
    chosen, words = page.chosen, page.words
    plan, where = page.ask.plan, (chosen.unit_id, chosen.year_to)
    states: dict[str, str] = {name: words[f"state.{name}"] for name in BY_URGENCY}
    undated = words["due_missing.said"]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        roles = {role: words[f"officials.role.{role}"] for role in ROLES}
        role = choice("vai_tro", words["officials.role.label"], roles)
        everybody = plan.by_official(*where, role=role, **chosen.when)
        names = list(dict.fromkeys(persons(everybody, page.several, words)))
        load = plan.workload(*where, role=role, **chosen.when)
        due = [month or undated for month in months(load.assign(due=load.month))]
        villages = list(page.ask.survey.villages(*where).village)
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            village = one_of("thon", words["bar.village"], villages, words["bar.all_villages"])
            every = words["bar.all_components"]
            component = one_of("thanh_phan", words["bar.component"], list(labels), every, labels)
            official = one_of("can_bo", words["bar.official"], names, words["bar.all_officials"])
            month = one_of("thang", words["follow_up.due"], due, words["follow_up.all_months"])
            every = words["bar.all_states"]
            state = one_of("trang_thai", words["bar.state"], list(states), every, states)
    part = labels.get(component or "")
    said = state and states[state]
    chips(dict(thon=village, thanh_phan=part, can_bo=official, thang=month, trang_thai=said))
    in_month = month if month in (None, undated) else words.say("follow_up.month", month=month)
    about = [official, roles[role].lower() if role == "support" else None, village, part, in_month]
    month = "" if month == undated else month
    return Asked(role, village, component, official, month, state, tuple(filter(None, about)))


def people_of(page: DataPage, asked: Asked, load: pd.DataFrame) -> pd.DataFrame:
    """PlanReadings.by_official of those asked for, with person; counted in the month asked for.

    load: PlanReadings.workload within the same filters.
    """
    chosen = page.chosen
    when = {**asked.where, **chosen.when}
    people = page.ask.plan.by_official(chosen.unit_id, chosen.year_to, **when)
    if asked.month is not None:
        keys = ["official", "unit_id"]
        own = load[load.month.map(month_of) == asked.month]
        counts = own.groupby(keys, as_index=False)[list(COUNTS)].sum()
        people = people.drop(columns=list(COUNTS)).merge(counts, on=keys)
    people = people.assign(person=persons(people, page.several, page.words))
    if asked.official:
        people = people[people.person == asked.official]
    return people.reset_index(drop=True)


def tasks_of(
    page: DataPage, asked: Asked, person: str | None, before: bool = False
) -> pd.DataFrame:
    """The tasks of one person, or of all, within the filters; before: those of the earlier year,
    as they stood at the same day of it."""
    chosen = page.chosen
    year = chosen.year_from if before else chosen.year_to
    back = pd.DateOffset(years=chosen.year_to - year)
    when = {
        "period": f"{year}-{chosen.period_kind}",
        "as_of": (pd.Timestamp(chosen.seen_at) - back).date(),
    }
    tasks = page.ask.plan.tasks(chosen.unit_id, year, **asked.where, **when)
    if person:
        tasks = tasks[led_by(tasks, asked.role, person, page.several, page.words)]
    if asked.month is not None:
        tasks = tasks[tasks.due.map(month_of) == asked.month]
    return tasks.reset_index(drop=True)


def completion(page: DataPage, asked: Asked) -> str:
    """How much is done, and how much was a year before; of one state or month nothing."""
    if asked.state or asked.month is not None:
        return ""
    now = tasks_of(page, asked, asked.official)
    before = now.head(0)
    with suppress(NotReported):  # a closing holds its own year's plan
        before = tasks_of(page, asked, asked.official, before=True)
    return workload.completion(now, before, page.chosen.year_from, page.words)
