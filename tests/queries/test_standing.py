"""What holds now: of each identity the newest row of an import that stands (docs/formats.md)."""

import pytest

from tests.queries.rows import (
    Form,
    add_adults,
    add_forms,
    add_questions,
    add_scope,
    add_task,
    ask,
    log_import,
    same_answers,
    scored,
    survey,
)

ASKED = {"Q1": ("1.1", 0, 10)}


@pytest.fixture
def surveyed(cursor):
    survey(cursor, {"Thôn": same_answers(3, Q1=0)}, ASKED)
    return cursor


def mean(cursor) -> tuple[float | None, int]:
    row = scored(cursor)["raw Q1"]
    return row["estimate"], row["respondents"]


def undo(cursor, import_id: int) -> None:
    cursor.execute("update import_log set undone = true where import_id = $1", [import_id])


def test_newer_import_of_a_form_replaces_it_and_leaves_the_others(surveyed):
    add_forms(surveyed, {"Thôn": [Form({"Q1": 9})]}, import_id=2)
    assert mean(surveyed) == (pytest.approx((9 + 0 + 0) / 3), 3)


def test_newer_form_with_a_missing_answer_has_no_older_answer(surveyed):
    add_forms(surveyed, {"Thôn": [Form({"Q1": None})]}, import_id=2)
    assert mean(surveyed) == (0, 2)


def test_undone_import_gives_way_to_the_one_before(surveyed):
    add_forms(surveyed, {"Thôn": [Form({"Q1": 9})]}, import_id=2)
    undo(surveyed, 2)
    assert mean(surveyed) == (0, 3)
    undo(surveyed, 1)
    assert ask(surveyed, "imports") == []
    assert "raw Q1" not in scored(surveyed)


def test_complete_import_drops_the_rows_it_does_not_have(surveyed):
    log_import(surveyed, 2, complete=True)
    add_scope(surveyed, 2, "answers")
    add_forms(surveyed, {"Thôn": [Form({"Q1": 9})]}, import_id=2)
    assert mean(surveyed) == (9, 1)
    undo(surveyed, 2)
    assert mean(surveyed) == (0, 3)


def test_rows_added_after_a_complete_import_stand_beside_it(surveyed):
    log_import(surveyed, 2, complete=True)
    add_scope(surveyed, 2, "answers")
    add_forms(surveyed, {"Thôn": [Form({"Q1": 9})]}, import_id=2)
    add_forms(surveyed, {"Thôn khác": [Form({"Q1": 3})]}, import_id=3)
    assert mean(surveyed) == (6, 2)


@pytest.mark.parametrize(("kind", "year"), [("tasks", 2023), ("answers", 2022)])
def test_complete_import_of_another_kind_or_year_drops_nothing(surveyed, kind, year):
    log_import(surveyed, 2, complete=True)
    add_scope(surveyed, 2, kind, year=year)
    assert mean(surveyed) == (0, 3)


def test_newer_questions_and_adults_replace_the_older(surveyed):
    add_questions(surveyed, {"Q1": ("1.2", 0, 1, True)}, import_id=2)
    add_adults(surveyed, {"Thôn": 30}, import_id=2)
    add_adults(surveyed, {"Thôn": 60}, import_id=3)
    found = scored(surveyed)
    assert (found["1.1"]["estimate"], found["1.2"]["estimate"]) == (None, pytest.approx(2.5))
    (village,) = ask(surveyed, "villages", unit="Xã An", year=2023)
    assert village["adults"] == 60


def test_task_s_newest_row_stands_with_its_own_officials(cursor):
    add_task(cursor, progress=0.2, leads=["Ông Cũ"])
    add_task(cursor, progress=0.7, leads=["Bà Mới"], import_id=2)
    (row,) = ask(cursor, "tasks", unit="Xã An", year=2023)
    assert (row["progress"], row["lead"], row["source_file"]) == (0.7, "Bà Mới", "tep-2.xlsx")
    undo(cursor, 2)
    (row,) = ask(cursor, "tasks", unit="Xã An", year=2023)
    assert (row["progress"], row["lead"], row["source_file"]) == (0.2, "Ông Cũ", "tep-1.xlsx")


def test_complete_plan_drops_the_tasks_it_does_not_have(cursor):
    for name in ("Việc A", "Việc B"):
        add_task(cursor, name)
    log_import(cursor, 2, complete=True)
    add_scope(cursor, 2, "tasks")
    add_task(cursor, "Việc B", import_id=2)
    assert [row["task"] for row in ask(cursor, "tasks", unit="Xã An", year=2023)] == ["Việc B"]


def test_history_names_old_and_new_value_file_and_cell(cursor):
    add_task(cursor, progress=0.2)
    add_task(cursor, progress=0.7, note="gấp", import_id=2)
    for field, letter in (("progress", "K"), ("note", "P")):
        column = [2, "Nhiệm vụ", field, letter, "Nhãn"]
        cursor.execute("insert into import_column values ($1, $2, $3, $4, $5)", column)
    rows = ask(cursor, "task_history", unit="Xã An", year=2023)
    found = [
        (r["field"], r["old_value"], r["new_value"], r["source_file"], r["source_cell"])
        for r in rows
    ]
    assert found == [
        ("note", "", "gấp", "tep-2.xlsx", "P7"),
        ("progress", "0.2", "0.7", "tep-2.xlsx", "K7"),
    ]


def test_history_is_silent_about_what_stayed(cursor):
    for import_id in (1, 2, 3):
        add_task(cursor, progress=0.2, import_id=import_id)
    assert ask(cursor, "task_history", unit="Xã An", year=2023) == []
