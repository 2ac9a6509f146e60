"""Chi tiết: one component or question, from the total down to a row of a file, and how its
figure was worked out."""

import pandas as pd
import streamlit as st

from dashboard.charts import answers
from dashboard.parts import drill, frame
from dashboard.parts.drill import Place
from dashboard.parts.frame import Page
from dashboard.sentences import headlines, working
from dashboard.tables import question_tables, score_tables, task_tables


def distribution(page: Page, here: Place) -> None:
    """How the question was answered in both years."""
    chosen, words = page.chosen, page.words
    asked = page.ask.questions(chosen.unit, chosen.year_to)
    coding = asked[asked.question == here.code].coding.iloc[0]
    years = (chosen.year_from, chosen.year_to)
    given = {
        year: page.ask.question_answers(chosen.unit, year, here.code, here.village)
        for year in years
    }
    rows = question_tables.distribution(given[years[0]], given[years[1]], coding)
    if rows.empty:
        page.section(words["component.answers"])
        page.nothing(words["component.answers_hidden"])
        return
    page.chart(
        answers.shares(rows, words, page.look, page.phone, years=years),
        "component_answers",
        words["component.answers"],
        words.say("component.answers_measure", year_from=years[0], year_to=years[1]),
        answers.alt_text(rows, words, years=years),
        source=" ".join(question_tables.missing_answers(given, words)),
    )


def by_village(page: Page, here: Place, names: list[str]) -> None:
    """The same component in every village."""
    chosen, words = page.chosen, page.words
    scores = page.ask.village_scores(chosen.unit, chosen.year_to, questions=True)
    scores = here.of(scores)
    if scores.empty:
        return
    page.section(
        words.say("component.villages", year=chosen.year_to), words["component.villages_measure"]
    )
    rows, columns = score_tables.one_component(scores, words)
    page.table(rows, "component_villages", columns, words["column.village"])
    drill.villages(page, here, names)


def how(page: Page, here: Place, change: pd.DataFrame) -> None:
    """The formula with its numbers, the error, the change, and where the forms came from."""
    chosen, words = page.chosen, page.words
    unit, year = chosen.unit, chosen.year_to
    scores = page.ask.scores(unit, year, here.village)
    own = here.of(scores).iloc[0]
    page.section(words["component.working"], f"{drill.name_of(here.node, page)} · {year}")
    if here.level == "question":
        asked = page.ask.questions(unit, year)
        villages = page.ask.question_villages(unit, year, here.code)
        if here.village:
            villages = villages[villages.village == here.village]
        question = asked[asked.question == here.code].iloc[0]
        lines = working.of_question(question, villages, own, words)
    else:
        lines = working.of_parts(own, scores[scores.parent == here.code], words)
    lines += working.of_error(own, words)
    lines += working.of_change(here.of(change).iloc[0], words)
    lines += working.of_sources(page.ask.survey_sources(unit, year, here.village), words)
    page.lines(lines)
    if here.level == "question":
        rows, columns = question_tables.question_villages(villages, words)
        page.table(rows, "component_weights", columns, words["component.working"])
    page.link("method", words["component.method"], {"muc": "cach-tinh"})


def forms(page: Page, here: Place) -> None:
    """The rows of the files that hold the village's answers, one of them in full."""
    chosen, words = page.chosen, page.words
    found = page.ask.question_rows(chosen.unit, chosen.year_to, here.code, here.village)
    page.section(words.say("component.rows", year=chosen.year_to), words["component.rows_measure"])
    if found.empty:
        page.nothing(words["component.rows_hidden"])
        return
    chosen_row = drill.forms(page, here, found)
    page.lines(question_tables.forms(chosen_row, words))


def duties(page: Page, here: Place) -> None:
    """The tasks that serve the component, and whose they are."""
    chosen, words = page.chosen, page.words
    code = here.node.parent if here.level == "question" else here.code
    component = None if code == "PAPI" else code
    where = {"component": component, "village": here.village, **chosen.when}
    tasks = page.ask.tasks(chosen.unit, chosen.year_to, **where)
    page.section(words["component.tasks"], task_tables.task_counts(tasks, words))
    if tasks.empty:
        page.nothing(words.say("component.tasks_none", year=chosen.year_to))
        return
    rows, columns = task_tables.task_list(tasks, None, words)
    page.table(rows, "component_tasks", columns, words["component.tasks"])
    query = {"thanh_phan": code} if component else None
    page.link("officials", words["nav.officials"], query)


with frame.page("component", needs="survey") as page:
    chosen, words = page.chosen, page.words
    names = list(page.ask.villages(chosen.unit, chosen.year_to).village)
    here = drill.place(page, names)
    if isinstance(here, str):
        page.heading(words.say("component.unknown", code=here, year=chosen.year_to))
        page.nothing(words["component.unknown_why"])
        page.drill("PAPI", words["component.total"])
        st.stop()
    within = [here.village] if here.village else []
    change = page.ask.change(chosen.unit, chosen.year_from, chosen.year_to, within, questions=True)
    own = here.of(change).iloc[0]
    drill.trail(page, here)
    page.heading(
        headlines.component(own, drill.name_of(here.node, page), words), page.years, here.village
    )
    parts = change[change.parent == here.code]
    if here.level == "question":
        distribution(page, here)
    elif here.parts.empty:
        page.nothing(words["component.unit_parts"])
    else:
        total = change[change.level == "total"].iloc[0]
        page.levels(parts, total, "component_levels", here.village)
        drill.steps(page, words["component.open_parts"], here.parts, here.village, here)
    if here.village is None:
        by_village(page, here, names)
    elif here.level == "question":
        forms(page, here)
    how(page, here, change)
    if chosen.has_tasks:
        duties(page, here)
