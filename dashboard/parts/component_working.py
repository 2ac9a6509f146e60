"""How a component's figure was worked out, and the tasks that serve it."""

import pandas as pd
import streamlit as st

from dashboard.parts.data_page import DataPage
from dashboard.parts.drill import Place
from dashboard.sentences import working
from dashboard.tables import question_tables, task_tables


def how(page: DataPage, here: Place, change: pd.Series) -> None:
    """The formula with its numbers, the error, the change, and where the forms came from.

    change: the component's row of the two years.
    """
    words, survey = page.words, page.ask.survey
    unit, year = page.chosen.unit_id, page.chosen.year_to
    scores = survey.scores(unit, year, here.village)
    own = here.of(scores).iloc[0]
    villages = _villages(page, here) if here.level == "question" else None
    if villages is None:
        lines = working.of_parts(own, scores[scores.parent == here.code], words)
    else:
        asked = survey.questions(unit, year)
        question = asked[asked.question == here.code].iloc[0]
        lines = working.of_question(question, villages, own, words)
    lines += working.of_error(own, words)
    lines += working.of_change(change, words)
    lines += working.of_sources(survey.sources(unit, year, here.village), words)
    with st.expander(f"{words['component.working']} · {here.code} · {year}"):
        page.lines(lines)
        if villages is not None:
            rows, columns = question_tables.question_villages(villages, words)
            page.table(rows, "component_weights", columns, words["component.working"])
        page.link("method", words["component.method"], {"muc": "cach-tinh"})


def _villages(page: DataPage, here: Place) -> pd.DataFrame:
    """What each village, or the one looked at, brings to a question's score."""
    chosen = page.chosen
    villages = page.ask.survey.question_villages(chosen.unit_id, chosen.year_to, here.code)
    return villages[villages.village == here.village] if here.village else villages


def duties(page: DataPage, here: Place) -> None:
    """The tasks that serve the component, and whose they are."""
    chosen, words = page.chosen, page.words
    code = here.node.parent if here.level == "question" else here.code
    component = None if code == "PAPI" else code
    where = {"component": component, "village": here.village}
    tasks = page.ask.plan.tasks(chosen.unit_id, chosen.year_to, **where, **chosen.when)
    page.section(words["component.tasks"], task_tables.task_counts(tasks, words))
    if tasks.empty:
        page.nothing(words.say("component.tasks_none", year=chosen.year_to))
        return
    rows, columns = task_tables.task_list(tasks, None, words, page.several)
    page.table(rows, "component_tasks", columns, words["component.tasks"])
    page.link("officials", words["nav.officials"], {"thanh_phan": component} if component else None)
