"""The state of a task at a date, clause by clause of docs/method.md.

C is the done date, D the due date, A the date looked at. 2023-Y ends on 25/10, 2023-H1 on 31/5.
"""

import unicodedata
from datetime import date

import pytest

from tests.queries.rows import COMMUNE, add_task, ask

A = date(2023, 6, 30)  # an ordinary day inside the year
DAY_BEFORE, DAY_AFTER = date(2023, 6, 29), date(2023, 7, 1)
H1_END, YEAR_END = date(2023, 5, 31), date(2023, 10, 25)


def seen(cursor, as_of: date | None = A, period: str | None = None, **facts) -> dict:
    add_task(cursor, **facts)
    (row,) = ask(cursor, "tasks", unit=COMMUNE, year=2023, as_of=as_of, period=period)
    return row


def states(cursor, as_of: date | None, period: str | None = None) -> dict[str, str]:
    rows = ask(cursor, "tasks", unit=COMMUNE, year=2023, as_of=as_of, period=period)
    return {row["task"]: row["state"] for row in rows}


# Clause: due, done, progress at A = 30/6 -> state and days late.
DATED = {
    "done before it is due": (DAY_AFTER, DAY_BEFORE, None, "done_on_time", None),
    "C = D is on time": (DAY_BEFORE, DAY_BEFORE, None, "done_on_time", None),
    "C = A = D is on time": (A, A, None, "done_on_time", None),
    "C > D is late by C - D": (date(2023, 6, 20), date(2023, 6, 25), None, "done_late", 5),
    "C = A > D is late": (DAY_BEFORE, A, None, "done_late", 1),
    "C > A, D < A is overdue by A - D": (date(2023, 6, 20), DAY_AFTER, None, "overdue", 10),
    "C > A, D > A is in progress": (DAY_AFTER, DAY_AFTER, None, "in_progress", None),
    "C > A, D = A is in progress": (A, DAY_AFTER, None, "in_progress", None),
    "D = A is not overdue": (A, None, None, "not_started", None),
    "D = A with progress is in progress": (A, None, 0.01, "in_progress", None),
    "D < A is overdue": (DAY_BEFORE, None, None, "overdue", 1),
    "D < A with progress is overdue": (DAY_BEFORE, None, 0.99, "overdue", 1),
    "D > A without progress": (DAY_AFTER, None, 0.0, "not_started", None),
    "D > A with progress": (DAY_AFTER, None, 0.5, "in_progress", None),
    "100 % before the period's end": (DAY_AFTER, None, 1.0, "in_progress", None),
    "100 % past its due date, before the period's end": (DAY_BEFORE, None, 1.0, "overdue", 1),
}


def test_state_by_due_and_done_date(cursor):
    for clause, (due, done, progress, *_) in DATED.items():
        add_task(cursor, clause, due=due, done=done, progress=progress)
    rows = ask(cursor, "tasks", unit=COMMUNE, year=2023, as_of=A)
    found = {row["task"]: (row["state"], row["days_late"]) for row in rows}
    assert found == {clause: (state, days) for clause, (*_, state, days) in DATED.items()}


def test_progress_of_what_was_done_later_says_nothing_of_the_day(cursor):
    add_task(cursor, "sau", due=DAY_BEFORE, done=DAY_AFTER, progress=1.0)
    add_task(cursor, "chưa ghi ngày", due=DAY_BEFORE, progress=0.4)
    for query in ("tasks", "follow_up"):
        rows = ask(cursor, query, unit=COMMUNE, year=2023, as_of=A)
        assert {row["task"]: row["progress"] for row in rows} == {"sau": None, "chưa ghi ngày": 0.4}
    rows = ask(cursor, "tasks", unit=COMMUNE, year=2023, as_of=DAY_AFTER)
    assert {row["task"]: row["progress"] for row in rows} == {"sau": 1.0, "chưa ghi ngày": 0.4}


@pytest.mark.parametrize(
    ("as_of", "whole"),
    [
        (YEAR_END, "done_undated"),
        (date(2023, 12, 31), "done_undated"),
        (date(2023, 10, 24), "overdue"),
    ],
)
def test_full_progress_is_done_once_the_period_has_ended(cursor, as_of, whole):
    for progress in (1.0, 0.99, 0.0):
        add_task(cursor, str(progress), due=A, progress=progress)
    assert states(cursor, as_of) == {"1.0": whole, "0.99": "overdue", "0.0": "overdue"}


def test_full_progress_is_done_at_the_end_of_the_half_year_looked_at(cursor):
    add_task(cursor, due=A, progress=1.0)
    assert states(cursor, H1_END, "2023-H1") == {"Việc": "done_undated"}
    assert states(cursor, H1_END, "2023-Y") == {"Việc": "in_progress"}


@pytest.mark.parametrize(
    ("as_of", "half", "whole"),
    [
        (date(2023, 5, 30), "overdue", "overdue"),
        (H1_END, "done_undated", "overdue"),
        (date(2023, 10, 24), "done_undated", "overdue"),
        (YEAR_END, "done_undated", "done_undated"),
    ],
)
def test_result_counts_once_its_own_period_has_ended(cursor, as_of, half, whole):
    for column in ("result_h1", "result_year"):
        add_task(cursor, column, due=date(2023, 3, 31), **{column: "Hoàn thành"})
    assert states(cursor, as_of) == {"result_h1": half, "result_year": whole}


def by_words(cursor, words: list[str]) -> dict[str, str]:
    """The state at the year's end of a task that says only this in its result column."""
    for number, said in enumerate(words):
        add_task(cursor, f"{number} {said}", due=A, result_year=said)
    return {task.partition(" ")[2]: state for task, state in states(cursor, YEAR_END).items()}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_done_words_are_known_in_any_writing(cursor, form):
    words = ["Hoàn thành", "Đã hoàn thành", "HOÀN THÀNH", "  đã  hoàn thành ", "hoan thanh"]
    found = by_words(cursor, [unicodedata.normalize(form, said) for said in words])
    assert set(found.values()) == {"done_undated"} and len(found) == len(words)


def test_other_words_are_not_done(cursor):
    words = ["", "Chưa hoàn thành", "Cơ bản hoàn thành", "Đang hoàn thành", "Chưa thực hiện"]
    assert by_words(cursor, words) == dict.fromkeys(words, "overdue")


# Result texts as people write them -> do they say done?
SAID = {
    "Hòan thành": True,  # the tone on the other vowel: the importer reads it as done
    "Đã hòan thành": True,
    "Hoàn thành 100%": True,
    "Hoàn thành 80%": False,
    "Hoàn thành, đúng hạn": True,
    "Không hoàn thành": False,
    "Xong": True,
    "Hoàn thành một phần": False,
    "Hoàn thành cơ bản": False,
    "Hoàn thành 8/10": False,
    "Hoàn thành 10/10": True,
    "Hoàn thành ngày 15/10/2023": True,
    "Hoàn thành vượt mức 120%": True,
}


def test_result_is_done_as_people_mean_it(cursor):
    states = by_words(cursor, list(SAID))
    assert {said: state == "done_undated" for said, state in states.items()} == SAID


def test_done_date_decides_where_there_is_one(cursor):
    add_task(cursor, due=A, done=date(2023, 11, 1), result_year="Hoàn thành", progress=1.0)
    assert states(cursor, YEAR_END) == {"Việc": "overdue"}


def test_cancelled_is_cancelled_whatever_else_it_says(cursor):
    for number, facts in enumerate([{}, {"done": DAY_BEFORE}, {"progress": 1.0}]):
        add_task(cursor, str(number), due=date(2023, 1, 31), cancelled=True, **facts)
    rows = ask(cursor, "tasks", unit=COMMUNE, year=2023)
    assert {(row["state"], row["days_late"]) for row in rows} == {("cancelled", None)}


@pytest.mark.parametrize(
    ("period", "end"), [(None, YEAR_END), ("2023-Y", YEAR_END), ("2023-H1", H1_END)]
)
def test_recurring_work_is_due_at_the_period_s_end(cursor, period, end):
    row = seen(cursor, end, period, recurring=True, due_text="Thường xuyên", done=end)
    assert (row["due"], row["state"]) == (end, "done_on_time")


def test_no_due_date_is_none_though_the_task_is_judged_at_the_period_s_end(cursor):
    row = seen(cursor, YEAR_END, due_text="31/6/2023")
    assert (row["due"], row["due_text"], row["first_due"]) == (None, "31/6/2023", None)
    assert row["state"] == "not_started"
    (row,) = ask(cursor, "follow_up", unit=COMMUNE, year=2023, as_of=date(2023, 10, 26))
    assert (row["due"], row["days_late"]) == (None, 1)


def test_recurring_work_not_done_is_overdue_only_after_the_period(cursor):
    row = seen(cursor, YEAR_END, recurring=True)
    assert (row["due"], row["state"]) == (YEAR_END, "not_started")
    (row,) = ask(cursor, "tasks", unit=COMMUNE, year=2023, as_of=date(2023, 10, 26))
    assert (row["state"], row["days_late"]) == ("overdue", 1)


def test_finished_year_is_seen_at_its_end_by_default(cursor):
    row = seen(cursor, None, due=date(2023, 10, 20))
    assert (row["as_of"], row["state"], row["days_late"]) == (YEAR_END, "overdue", 5)
    (row,) = ask(cursor, "tasks", unit=COMMUNE, year=2023, period="2023-H1")
    assert (row["as_of"], row["state"]) == (H1_END, "not_started")


def test_running_year_is_seen_today_by_default(cursor):
    add_task(cursor, year=2040, due=date(2040, 10, 25))
    (row,) = ask(cursor, "tasks", unit=COMMUNE, year=2040)
    (today,) = cursor.execute("select current_date").fetchone()
    assert row["as_of"] == today < date(2040, 10, 25)


def test_date_after_the_period_is_taken_as_given(cursor):
    row = seen(cursor, date(2024, 1, 1), due=date(2023, 12, 31))
    assert (row["as_of"], row["state"], row["days_late"]) == (date(2024, 1, 1), "overdue", 1)


def test_row_says_where_it_came_from(cursor):
    row = seen(cursor, leads=["Bà B", "Ông A"], supports=["MTTQ"], task="Niêm yết", due_text="30/6")
    assert (row["source_file"], row["source_sheet"], row["source_row"]) == (
        "tep-1.xlsx",
        "Nhiệm vụ",
        7,
    )
    assert (row["lead"], row["support"], row["due_text"]) == ("Bà B; Ông A", "MTTQ", "30/6")


def test_task_of_nobody_is_still_listed(cursor):
    row = seen(cursor)
    assert (row["lead"], row["support"]) == ("", "")
