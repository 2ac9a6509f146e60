"""The officials' tasks: whose and which are asked for, how far they are, one official's in time."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.charts import completion, timeline
from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import choice, one_of
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
        everybody = plan.officials(
            chosen.unit_id, chosen.year_to, role=role, **chosen.when
        ).official
        names = list(dict.fromkeys(everybody))
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


def completed(page: DataPage, people: pd.DataFrame) -> None:
    """How far each official has got."""
    words, look = page.words, page.look
    page.chart(
        completion.by_official(people, words, look, page.phone),
        "officials_completion",
        words["officials.chart"],
        words["officials.measure"],
        completion.alt_text(people, words),
        key_line=completion.key_line(people, words, look),
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
