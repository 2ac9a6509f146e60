"""Cán bộ: how far each official has got, and the chosen one's tasks in time."""

import streamlit as st

from dashboard.charts import completion, timeline
from dashboard.parts import duty_rows, frame
from dashboard.parts.pieces import chips, choice, one_of
from dashboard.parts.task_history import history_of
from dashboard.sentences import duties, headlines
from dashboard.states import BY_URGENCY
from dashboard.tables import task_tables

ROLES = ["lead", "support"]

with frame.page("officials", needs="tasks") as page:
    chosen, words = page.chosen, page.words
    tree = page.ask.components(chosen.year_to)
    tree = tree[tree.level != "total"]
    labels = dict(zip(tree.component, tree.component + " " + tree["name"], strict=True))
    villages = list(page.ask.villages(chosen.unit, chosen.year_to).village)

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        role = choice(
            "vai_tro",
            words["officials.role.label"],
            {role: words[f"officials.role.{role}"] for role in ROLES},
        )
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            village = one_of("thon", words["bar.village"], villages, words["bar.all_villages"])
            component = one_of(
                "thanh_phan",
                words["bar.component"],
                list(labels),
                words["bar.all_components"],
                labels,
            )
            everybody = page.ask.officials(chosen.unit, chosen.year_to, role=role, **chosen.when)
            official = one_of(
                "can_bo",
                words["bar.official"],
                list(dict.fromkeys(everybody.official)),
                words["bar.all_officials"],
            )
            state = one_of(
                "trang_thai",
                words["bar.state"],
                list(BY_URGENCY),
                words["bar.all_states"],
                {name: words[f"state.{name}"] for name in BY_URGENCY},
            )
    chips(
        {
            "thon": village,
            "thanh_phan": labels.get(component),
            "can_bo": official,
            "trang_thai": state and words[f"state.{state}"],
        }
    )

    filters = {"role": role, "village": village, "component": component, **chosen.when}
    people = page.ask.officials(chosen.unit, chosen.year_to, **filters)
    page.heading(headlines.officials(people, words), page.plan, page.seen_at)
    if people.empty:
        page.nothing(words["officials.none"])
        st.stop()
    with st.container(key="body"):
        left, right = st.columns([0.56, 0.44], gap="medium")
    with left:
        page.chart(
            completion.by_official(people, words, page.look, page.phone),
            "officials_completion",
            words["officials.chart"],
            words["officials.measure"],
            completion.alt_text(people, words),
            key_line=completion.key_line(people, words, page.look),
        )
    who = official or people.official.iloc[0]
    tasks = page.ask.tasks(chosen.unit, chosen.year_to, official=who, **filters)
    with right:
        own = task_tables.for_timeline(tasks, state)
        page.chart(
            timeline.of_official(own, words, page.look, page.phone, as_of=chosen.seen_at),
            "officials_timeline",
            who,
            words.say("officials.timeline", count=len(own)),
            timeline.alt_text(own, words, as_of=chosen.seen_at),
            key_line=timeline.key_line(words, page.look),
        )
    change = page.ask.change(chosen.unit, chosen.year_from, chosen.year_to)
    duty_rows.of_official(
        page, who, duties.of_official(tasks, change, chosen.year_to, words), labels
    )
    listed = page.ask.tasks(chosen.unit, chosen.year_to, official=official, **filters)
    rows, columns = task_tables.task_list(listed, state, words)
    page.section(words["officials.tasks"], words.say("officials.task_count", count=len(rows)))
    page.table(rows, "officials_tasks", columns, words["officials.tasks"])
    history_of(page, listed)
