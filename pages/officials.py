"""Cán bộ: how far each official has got, and the chosen one's tasks in time."""

import streamlit as st

from dashboard.parts import duty_rows, frame, official_charts, remark_lines
from dashboard.parts.filters import chips
from dashboard.parts.task_history import history_of
from dashboard.sentences import duties, headlines
from dashboard.tables import task_tables

with frame.data_page("officials") as page:
    chosen, words = page.chosen, page.words
    tree = page.ask.components(chosen.year_to)
    tree = tree[tree.level != "total"]
    labels = dict(zip(tree.component, tree.component + " " + tree["name"], strict=True))
    asked = official_charts.asked(page, labels)
    chips(
        {
            "thon": asked.village,
            "thanh_phan": labels.get(asked.component or ""),
            "can_bo": asked.official,
            "trang_thai": asked.state and words[f"state.{asked.state}"],
        }
    )

    where = {**asked.where, **chosen.when}
    people = page.ask.plan.by_official(chosen.unit_id, chosen.year_to, **where)
    named = people[people.official != ""]
    page.heading(headlines.officials(named, words), page.plan, page.seen_at)
    if people.empty:
        page.nothing(words["officials.none"])
        st.stop()
    who = asked.official or (named.official.iloc[0] if len(named) else words["follow_up.nobody"])
    tasks = official_charts.tasks_of(page, asked, who)
    with st.container(key="body"):
        left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        official_charts.completed(page, people)
    with right:
        official_charts.in_time(page, who, task_tables.for_timeline(tasks, asked.state))
    load = page.ask.plan.workload(chosen.unit_id, chosen.year_to, **where)
    with st.container(key="body_load"):
        left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        official_charts.beside_chance(page, load)
    with right:
        official_charts.by_month(page, load, asked.official)
    listed = official_charts.tasks_of(page, asked, asked.official)
    rows, columns = task_tables.task_list(listed, asked.state, words)
    page.section(words["officials.tasks"], words.say("officials.task_count", count=len(rows)))
    page.table(rows, "officials_tasks", columns, words["officials.tasks"])
    if who != words["follow_up.nobody"]:
        served = duties.of_official(tasks, page.change(), chosen.year_to, words)
        duty_rows.of_official(page, who, served, labels)
        remark_lines.of_official(page, who)
    history_of(page, listed)
