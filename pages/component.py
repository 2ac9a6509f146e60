"""Chi tiết: one component or question, from the total down to a row of a file, and how its
figure was worked out."""

import streamlit as st

from dashboard.parts import (
    component_answer,
    component_answers,
    component_working,
    drill,
    frame,
    remark_lines,
)
from dashboard.sentences import headlines

with frame.data_page("component") as page:
    chosen, words = page.chosen, page.words
    names = list(page.ask.survey.villages(chosen.unit_id, chosen.year_to).village)
    here = drill.place(page, names)
    if isinstance(here, str):
        page.heading(words.say("component.unknown", code=here, year=chosen.year_to))
        page.nothing(words["component.unknown_why"])
        page.drill("PAPI", words["component.total"])
        st.stop()
    change = page.change(*([here.village] if here.village else []), questions=True)
    own = here.of(change).iloc[0]
    drill.trail(page, here)
    name = " · ".join(filter(None, [here.village, drill.name_of(here.node, page)]))
    page.heading(headlines.component(own, name, words), page.years)
    if here.village is None:
        said_of = str(here.node.parent) if here.level == "question" else here.code
        remark_lines.of_components(page, [said_of])
    parts = change[change.parent == here.code] if here.level != "question" else change.head(0)
    component_answer.show(page, here, own, parts)
    if here.level == "question":
        component_answers.distribution(page, here)
    elif here.parts.empty:
        page.nothing(words["component.unit_parts"])
    else:
        total = change[change.level == "total"].iloc[0]
        page.levels(parts, total, "component_levels", here.village)
        component_answers.per_cent(page, here, change)
        drill.steps(page, words["component.open_parts"], here.parts, here.village, here)
    component_answers.by_village(page, here, names)
    if here.village and here.level == "question":
        component_answers.forms(page, here, here.village)
    component_working.how(page, here, own)
    if chosen.has_tasks:
        component_working.duties(page, here)
