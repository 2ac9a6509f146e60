"""A due date that was moved from one file to the next: what counts, and what tasks say of it."""

from datetime import date

import pytest

from tests.queries.rows import COMMUNE, add_task, ask

MAY, SEPTEMBER = date(2023, 5, 31), date(2023, 9, 30)


def imported(cursor, import_id: int, when: str, **facts) -> None:
    """One version of the task, from a file imported at that time (UTC)."""
    add_task(cursor, import_id=import_id, **facts)
    cursor.execute("update import_log set imported_at = $1 where import_id = $2", [when, import_id])


def moved(cursor) -> tuple:
    (row,) = ask(cursor, "tasks", unit=COMMUNE, year=2023)
    names = ("first_due", "due_moves", "moved_after_due", "former_due", "due_moved_on")
    return tuple(row[name] for name in names)


def test_task_that_was_never_moved(cursor):
    imported(cursor, 1, "2023-02-01", due=MAY)
    imported(cursor, 2, "2023-07-01", due=MAY)
    assert moved(cursor) == (MAY, 0, False, None, None)


@pytest.mark.parametrize(
    ("when", "is_after", "day"),
    [
        ("2023-05-30 12:00", False, date(2023, 5, 30)),
        ("2023-05-31 16:59", False, date(2023, 5, 31)),  # the due date is not over at 23:59
        ("2023-05-31 17:00", True, date(2023, 6, 1)),  # midnight in Việt Nam
        ("2026-11-24", True, date(2026, 11, 24)),
    ],
)
def test_moved_after_it_had_passed_by_the_day_of_the_import(cursor, when, is_after, day):
    imported(cursor, 1, "2023-02-01", due=MAY)
    imported(cursor, 2, when, due=SEPTEMBER)
    assert moved(cursor) == (MAY, 1, is_after, MAY, day)


@pytest.mark.parametrize(
    ("before", "after", "is_after"),
    [
        (MAY, None, False),  # it was done in time, as the older file says
        (None, MAY, False),  # the newer file says so
        (date(2023, 6, 1), None, True),
        (None, date(2023, 9, 1), True),
    ],
)
def test_task_done_by_its_former_due_date_was_not_moved_to_hide_anything(
    cursor, before, after, is_after
):
    imported(cursor, 1, "2023-02-01", due=MAY, done=before)
    imported(cursor, 2, "2023-10-01", due=SEPTEMBER, done=after)
    assert moved(cursor)[:3] == (MAY, 1, is_after)


def test_due_date_taken_away_is_a_move_and_one_given_is_none(cursor):
    imported(cursor, 1, "2023-02-01", due=None)
    imported(cursor, 2, "2023-03-01", due=MAY)
    assert moved(cursor)[:3] == (MAY, 0, False)
    imported(cursor, 3, "2023-07-01", due=None, recurring=True)
    assert moved(cursor) == (MAY, 1, True, MAY, date(2023, 7, 1))


def test_the_move_after_the_date_had_passed_is_told_of_several(cursor):
    june = date(2023, 6, 30)
    imported(cursor, 1, "2023-02-01", due=MAY)
    imported(cursor, 2, "2023-03-01", due=june)
    imported(cursor, 3, "2023-07-15", due=SEPTEMBER)
    imported(cursor, 4, "2023-08-01", due=date(2023, 10, 10))
    assert moved(cursor) == (MAY, 3, True, june, date(2023, 7, 15))


def test_a_file_taken_back_moved_nothing(cursor):
    imported(cursor, 1, "2023-02-01", due=MAY)
    imported(cursor, 2, "2023-07-01", due=SEPTEMBER)
    cursor.execute("update import_log set undone = true where import_id = 2")
    assert moved(cursor) == (MAY, 0, False, None, None)


def test_list_to_urge_says_it_too(cursor):
    imported(cursor, 1, "2023-02-01", due=MAY, leads=["Ông A"])
    imported(cursor, 2, "2023-07-01", due=SEPTEMBER, leads=["Ông A"])
    (row,) = ask(cursor, "follow_up", unit=COMMUNE, year=2023, as_of=date(2023, 10, 1))
    assert (row["former_due"], row["moved_after_due"]) == (MAY, True)


def test_history_has_the_cell_of_a_due_date_and_who_led(cursor):
    imported(cursor, 1, "2023-02-01", due=MAY, due_text="31/5/2023", leads=["Ông A"])
    imported(cursor, 2, "2023-07-01", due=SEPTEMBER, due_text="Quý III", leads=["Ông A", "Bà B"])
    for field, letter in (("due", "F"), ("lead", "C")):
        column = [2, "Nhiệm vụ", field, letter, "Nhãn"]
        cursor.execute("insert into import_column values ($1, $2, $3, $4, $5)", column)
    found = [
        (row["field"], row["old_value"], row["new_value"], row["source_cell"])
        for row in ask(cursor, "task_history", unit=COMMUNE, year=2023)
    ]
    assert found == [
        ("due_text", "31/5/2023", "Quý III", "F7"),
        ("lead", "Ông A", "Ông A; Bà B", "C7"),
    ]
