"""The states of a task as the program lists them, against what the database says."""

from datetime import date
from typing import get_args

import pandas as pd
import pytest

from dashboard import states
from dashboard.states import ASSIGNED, BY_URGENCY, CANCELLED, DONE, OPEN, State
from dashboard.words import words
from tests.queries.rows import COMMUNE, add_task, ask

AT, EARLY, LATE = date(2023, 6, 30), date(2023, 6, 1), date(2023, 8, 1)
# A task of each state at that date.
TASKS = {
    "done_on_time": {"due": EARLY, "done": EARLY},
    "done_late": {"due": EARLY, "done": AT},
    "done_undated": {"due": EARLY, "result_h1": "Hoàn thành"},
    "overdue": {"due": EARLY},
    "in_progress": {"due": LATE, "progress": 0.5},
    "not_started": {"due": LATE},
    "cancelled": {"due": EARLY, "cancelled": True},
}


@pytest.fixture
def plan(cursor):
    for state, facts in TASKS.items():
        add_task(cursor, state, leads=["Ông A"], component="1.1", **facts)
    return cursor


def test_the_database_gives_every_state_that_is_listed(plan):
    rows = ask(plan, "tasks", unit=COMMUNE, year=2023, as_of=AT)
    assert {row["task"]: row["state"] for row in rows} == {state: state for state in TASKS}
    assert set(TASKS) == set(get_args(State)) == set(BY_URGENCY) == {*ASSIGNED, CANCELLED}


def test_the_database_gives_no_state_that_is_not_listed(cursor):
    """Whatever the dates, the progress and the result say."""
    days = [None, EARLY, AT, LATE]
    facts = [
        {"due": due, "done": done, "progress": progress, "result_year": said, "cancelled": dropped}
        for due in days
        for done in days
        for progress in (None, 0.0, 0.5, 1.0)
        for said in ("", "Hoàn thành", "Chưa thực hiện")
        for dropped in (False, True)
    ]
    for number, fact in enumerate(facts):
        add_task(cursor, f"Việc {number}", leads=["Ông A"], **fact)
    found = set()
    for as_of in (EARLY, AT, date(2023, 10, 25)):
        rows = ask(cursor, "tasks", unit=COMMUNE, year=2023, as_of=as_of)
        found |= {row["state"] for row in rows}
    assert found == set(get_args(State))


@pytest.mark.parametrize("query", ["unit_completion", "official_completion"])
def test_the_database_counts_the_states_by_their_names(plan, query):
    (row,) = ask(plan, query, unit=COMMUNE, year=2023, as_of=AT)
    assert [row[state] for state in ASSIGNED] == [1] * len(ASSIGNED)
    assert row["assigned"] == len(ASSIGNED)
    assert row["completion_rate"] == pytest.approx(len(DONE) / len(ASSIGNED))


def test_the_database_calls_the_same_states_done_and_open(plan):
    rows = ask(plan, "component_tasks", unit=COMMUNE, year=2023, as_of=AT)
    (row,) = [row for row in rows if row["component"] == "1.1"]
    assert (row["assigned"], row["done"], row["open"]) == (len(ASSIGNED), len(DONE), len(OPEN))
    due = ask(plan, "follow_up", unit=COMMUNE, year=2023, as_of=AT, days=60)
    assert {task["task"] for task in due} == set(OPEN)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_state_has_its_name_and_its_sign(language):
    text = words(language)
    assert {key.split(".")[1] for key in text if key.startswith("state.")} == set(BY_URGENCY)
    for state in BY_URGENCY:
        sign, _, said = states.marked(state, text).partition(" ")
        assert sign and not sign.isalpha() and said == states.name(state, text)


def test_states_are_counted_in_the_order_asked_for():
    some = pd.Series(["overdue", "done_late", "overdue", "cancelled"])
    assert states.counted(some, ASSIGNED, words("vi")) == "1 hoàn thành trễ, 2 quá hạn"
    assert states.counted(some, BY_URGENCY, words("vi")).startswith("2 quá hạn, 1 hoàn")
    assert states.counted(some.head(0), ASSIGNED, words("vi")) == ""
