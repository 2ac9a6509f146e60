"""The officials' tasks: whose and which are asked for, how far they are, one official's in time."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.charts import completion, fair_rows, month_load, timeline
from dashboard.parts import row_links
from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import choice, one_of
from dashboard.readings import fair_view
from dashboard.sentences import workload
from dashboard.states import BY_URGENCY

ROLES = ("lead", "support")


class Asked(NamedTuple):
    """What the filters of the page say; None where they say nothing."""

    role: str
    village: str | None
    component: str | None
    official: str | None
    state: str | None

    @property
    def where(self) -> dict[str, str | None]:
        """The parameters of the queries that hold for officials and tasks alike."""
        return {"role": self.role, "village": self.village, "component": self.component}


def asked(page: DataPage, labels: dict[str, str]) -> Asked:
    """The filters; labels: code -> text of each component."""
    chosen, words = page.chosen, page.words
    plan, villages = page.ask.plan, page.ask.survey.villages(chosen.unit_id, chosen.year_to).village
    states: dict[str, str] = {name: words[f"state.{name}"] for name in BY_URGENCY}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        role = choice(
            "vai_tro",
            words["officials.role.label"],
            {role: words[f"officials.role.{role}"] for role in ROLES},
        )
        everybody = plan.by_official(
            chosen.unit_id, chosen.year_to, role=role, **chosen.when
        ).official
        names = list(dict.fromkeys(name or words["follow_up.nobody"] for name in everybody))
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            return Asked(
                role,
                one_of("thon", words["bar.village"], list(villages), words["bar.all_villages"]),
                one_of(
                    "thanh_phan",
                    words["bar.component"],
                    list(labels),
                    words["bar.all_components"],
                    labels,
                ),
                one_of("can_bo", words["bar.official"], names, words["bar.all_officials"]),
                one_of(
                    "trang_thai", words["bar.state"], list(states), words["bar.all_states"], states
                ),
            )


def tasks_of(page: DataPage, asked: Asked, official: str | None) -> pd.DataFrame:
    """The tasks of one official, of nobody, or of all, within the filters."""
    chosen, is_nobody = page.chosen, official == page.words["follow_up.nobody"]
    about = {**asked.where, **chosen.when, "official": None if is_nobody else official}
    tasks = page.ask.plan.tasks(chosen.unit_id, chosen.year_to, **about)
    return tasks[tasks.lead == ""] if is_nobody else tasks


def completed(page: DataPage, people: pd.DataFrame) -> None:
    """How far each official has got; a click on a name or a bar asks for those tasks."""
    words, look = page.words, page.look
    nobody = words["follow_up.nobody"]
    people = people.assign(
        href=[row_links.href("officials", can_bo=who or nobody) for who in people.official],
        official=people.official.where(people.official != "", nobody),
        short_name=people.short_name.where(people.official != "", nobody),
    )
    page.chart(
        completion.by_official(people, words, look, page.phone),
        "officials_completion",
        words["officials.chart"],
        words["officials.measure"],
        completion.alt_text(people, words),
        key_line=completion.key_line(people, words, look),
        source=words["officials.click"],
        clicked=_choose,
    )


def _choose(about: list[str]) -> None:
    """A bar was clicked: its official, in its state."""
    official, state = about
    st.session_state["can_bo"], st.session_state["trang_thai"] = official, state


def by_month(page: DataPage, load: pd.DataFrame, official: str | None) -> None:
    """What is due when: of one official, or of all."""
    words, look = page.words, page.look
    name = "" if official == words["follow_up.nobody"] else official
    own = load if official is None else load[load.official == name]
    months = workload.by_month(own)
    undated = int(own[own.month.isna()].assigned.sum())
    about = [official or words["officials.everybody"], words["officials.load_measure"]]
    if undated:
        about.append(words.say("officials.undated", count=undated))
    page.chart(
        month_load.bars(months, words, look, page.phone),
        "officials_load",
        workload.headline(months, words),
        " · ".join(about),
        month_load.alt_text(months, words),
        key_line=month_load.key_line(words, look),
    )


def beside_chance(page: DataPage, load: pd.DataFrame) -> None:
    """Who stands apart from what chance alone would give; no order of merit."""
    words = page.words
    found = fair_view.beside_chance(load)
    if found.empty:
        return
    rows, inside = workload.fair_rows(found)
    said = [words["officials.fair_measure"]]
    if inside:
        said.append(words.say("officials.fair_inside", count=inside))
    page.chart(
        fair_rows.beside_chance(rows, words, page.look, page.phone),
        "officials_fair",
        workload.fair_headline(found, words),
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
