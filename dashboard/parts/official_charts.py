"""The officials' tasks in charts: how far they are, what is due when, one official's in time."""

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.charts import completion, fair_rows, month_load, timeline
from dashboard.parts import row_links
from dashboard.parts.data_page import DataPage
from dashboard.parts.official_choice import Asked
from dashboard.readings import fair_view
from dashboard.sentences import workload
from dashboard.tables import persons


def completed(page: DataPage, people: pd.DataFrame, asked: Asked) -> None:
    """How far each official has got, or how many of their tasks are in the state asked for; a
    click on a name or a bar asks for those tasks. people: official_choice.people_of."""
    words, look, title = page.words, page.look, page.words["officials.chart"]
    pairs = list(zip(people.short_name, people.person, people.unit, strict=True))
    people = people.assign(
        href=[row_links.href("officials", can_bo=who) for who in people.person],
        short_name=[
            persons.for_chart(short or who, unit, page.several and bool(short))
            for short, who, unit in pairs
        ],
        official=people.person,
    )
    alt = completion.alt_text(people, words)
    measure = words["officials.measure"]
    if asked.state:
        people = workload.of_state(people, asked.state)
        people = people.assign(said=[numbers.count(int(count)) for count in people.assigned])
        title = workload.state_title(asked.state, words)
        alt = "; ".join(map(": ".join, zip(people.official, people.said, strict=True)))
        measure = words["officials.state_measure"]
    page.chart(
        completion.by_official(people, words, look, page.phone),
        "officials_completion",
        title,
        " · ".join([*asked.about, measure]),
        alt,
        key_line=completion.key_line(people, words, look),
        source=words["officials.click"],
        clicked=_choose,
    )


def _choose(about: list[str]) -> None:
    """A bar was clicked: its official, in its state."""
    official, state = about
    st.session_state["can_bo"], st.session_state["trang_thai"] = official, state


def by_month(page: DataPage, load: pd.DataFrame, asked: Asked) -> None:
    """What is due when, of the official and in the state asked for; a click on a month asks for
    its tasks. load: PlanReadings.workload with person."""
    words, look = page.words, page.look
    own = load[load.person == asked.official] if asked.official else load
    if asked.state:
        own = workload.of_state(own, asked.state)
    months = workload.by_month(own)
    undated = int(own[own.month.isna()].assigned.sum())
    about = [asked.official or words["officials.everybody"], words["officials.load_measure"]]
    if asked.state:
        about.append(words[f"state.{asked.state}"])
    about.append(words.say("officials.undated", count=undated))
    page.chart(
        month_load.bars(months, words, look, page.phone),
        "officials_load",
        workload.headline(months, words),
        " · ".join(about),
        month_load.alt_text(months, words),
        key_line=month_load.key_line(words, look),
        source=words["officials.click_month"],
        clicked=_choose_month,
    )


def _choose_month(about: list[str]) -> None:
    """A month's bar was clicked."""
    st.session_state["thang"] = about[0]


def beside_chance(page: DataPage, load: pd.DataFrame) -> None:
    """Who stands apart from what chance alone would give; no order of merit."""
    words = page.words
    found = fair_view.beside_chance(load)
    if found.empty:
        return
    rows, inside = workload.fair_rows(found, page.several)
    said = [words["officials.fair_measure"]]
    if inside:
        said.append(words.say("officials.fair_inside", count=inside))
    page.chart(
        fair_rows.beside_chance(rows, words, page.look, page.phone),
        "officials_fair",
        workload.fair_headline(found, page.several, words),
        " · ".join(said),
        fair_rows.alt_text(rows, words),
        source=words["officials.fair_source"],
    )


def in_time(page: DataPage, who: str, own: pd.DataFrame) -> None:
    """One official's tasks against the date looked at."""
    words, look, seen_at = page.words, page.look, page.chosen.seen_at
    page.chart(
        timeline.of_official(own, words, look, page.phone, as_of=seen_at),
        "officials_timeline",
        who,
        words.say("officials.timeline", count=len(own)),
        timeline.alt_text(own, words, as_of=seen_at),
        key_line=timeline.key_line(words, look),
    )
