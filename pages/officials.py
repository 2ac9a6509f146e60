"""Cán bộ: how far each official has got, and the chosen one's tasks in time."""

import streamlit as st

from dashboard.parts import duty_rows, frame, official_charts, official_choice, remark_lines
from dashboard.parts.task_history import history_of
from dashboard.sentences import duties, headlines, workload
from dashboard.tables import task_tables
from dashboard.tables.persons import persons

with frame.data_page("officials") as page:
    chosen, words = page.chosen, page.words
    tree = page.ask.components(chosen.year_to)
    tree = tree[tree.level != "total"]
    labels = dict(zip(tree.component, tree.component + " " + tree["name"], strict=True))
    asked = official_choice.asked(page, labels)
    when = {**asked.where, **chosen.when}
    load = page.ask.plan.workload(chosen.unit_id, chosen.year_to, **when)
    load = load.assign(person=persons(load, page.several, words))
    people = official_choice.people_of(page, asked, load)
    listed = official_choice.tasks_of(page, asked, asked.official)
    named = people[people.official != ""]
    title = headlines.officials(named, words, asked.role)
    if asked.is_part or asked.village or asked.component:
        title = workload.title(listed, asked.about, asked.state, words)
    whole = workload.whole_unit(listed, asked.village, words)
    done = official_choice.completion(page, asked)
    page.heading(title, page.plan, page.seen_at, done, whole)
    if people.empty:
        page.nothing(words["officials.none"])
        st.stop()
    if asked.state in named:
        named = named[named[asked.state] > 0]
    who = asked.official or (named.person.iloc[0] if len(named) else words["follow_up.nobody"])
    tasks = official_choice.tasks_of(page, asked, who)
    with st.container(key="body"):
        left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        official_charts.completed(page, people, asked)
    with right:
        official_charts.in_time(page, who, task_tables.for_timeline(tasks, asked.state))
    with st.container(key="body_load"):
        left, right = st.columns([0.56, 0.44], gap="medium")
    if not asked.is_part:  # chance is that of all tasks
        with left:
            official_charts.beside_chance(page, load)
    with left if asked.is_part else right:
        official_charts.by_month(page, load, asked)
    rows, columns = task_tables.task_list(listed, asked.state, words, page.several)
    page.section(words["officials.tasks"], words.say("officials.task_count", count=len(rows)))
    page.table(rows, "officials_tasks", columns, words["officials.tasks"])
    if asked.official or len(named):
        served = duties.of_official(tasks, page.change(), chosen.year_to, words)
        duty_rows.of_official(page, who, served, labels)
        if not page.several:  # what is written of an official is the own commune's
            remark_lines.of_official(page, who)
    history_of(page, listed)
