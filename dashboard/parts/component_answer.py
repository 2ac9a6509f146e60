"""What opens the page of a component: its figure, its verdict and why."""

import pandas as pd
import streamlit as st

from dashboard import numbers, verdicts
from dashboard.parts.data_page import DataPage
from dashboard.parts.drill import Place
from dashboard.parts.overview_figures import BADGES
from dashboard.parts.pieces import key_figure
from dashboard.sentences import answering


def show(page: DataPage, here: Place, own: pd.Series, parts: pd.DataFrame) -> None:
    """own: the component's row of the two years; parts: the rows of what it is made of."""
    chosen, words = page.chosen, page.words
    verdict = verdicts.of(own.to_frame().T)[0]
    with st.container(key="kpis"):
        score, change = st.columns(2)
    with score:
        value, status = own.estimate_to, own.status_to
        key_figure(
            words.say("answer.score", year=chosen.year_to, highest=numbers.score(own.scale_high)),
            numbers.shown(numbers.score(value), value, status, words=words),
        )
    with change:
        difference = numbers.between(own.estimate_from, own.estimate_to, own.change)
        earlier = numbers.score(own.estimate_from)
        key_figure(
            words.say("answer.change", year=chosen.year_from),
            difference,
            verdicts.text(verdict, words) or None,
            BADGES.get(verdict, "gray"),
            f"{chosen.year_from}: {earlier}",
        )
    page.lines(_why(page, here, parts))


def _why(page: DataPage, here: Place, parts: pd.DataFrame) -> list[str]:
    """The sentences below the figure; none of what may not be shown."""
    survey, chosen = page.ask.survey, page.chosen
    apart = here.of(survey.villages_apart(chosen.unit_id, chosen.year_to))
    whole = here.of(survey.scores(chosen.unit_id, chosen.year_to)).iloc[0]
    told = answering.of_parts(parts, chosen.year_from, page.words) if len(parts) else []
    return told + answering.of_villages(apart, here.village, whole, page.words)
