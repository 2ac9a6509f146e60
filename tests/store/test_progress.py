"""What is typed of a task's progress holds against what files say; every record stays."""

from datetime import date

import pytest

from dashboard.errors import DashboardError
from dashboard.store import progress
from dashboard.store.progress import Progress
from tests.queries.rows import COMMUNE, add_scope, add_task, ask

TASK = "xa-an 2023 Việc"
DUE, LATE, TODAY = date(2023, 6, 30), date(2023, 7, 10), date(2023, 8, 1)


def typed(cursor, by: str = "", **said) -> int:
    return progress.write(cursor, TASK, Progress(**said), by, TODAY)


def task(cursor, as_of: date = TODAY) -> dict:
    (row,) = ask(cursor, "tasks", unit=COMMUNE, year=2023, as_of=as_of)
    return row


def state(cursor, as_of: date = TODAY) -> tuple:
    row = task(cursor, as_of)
    return row["state"], row["progress"], row["done"], row["days_late"], row["said_by"]


# A task due on 30/6, looked at on 1/8, 32 days later: the file's word, what is typed, what holds.
CASES = {
    "nothing typed": ({"progress": 0.4}, None, ("overdue", 0.4, None, 32, "import")),
    "done in time": ({}, {"done": DUE}, ("done_on_time", 1, DUE, None, "record")),
    "done late": ({"progress": 0.4}, {"done": LATE}, ("done_late", 1, LATE, 10, "record")),
    "another day": ({"done": DUE}, {"done": LATE}, ("done_late", 1, LATE, 10, "record")),
    "not done after all": (
        {"done": DUE, "progress": 1},
        {"progress": 0.5},
        ("overdue", 0.5, None, 32, "record"),
    ),
    "whole, the file has the day": (
        {"done": LATE},
        {"progress": 1.0},
        ("done_late", 1, LATE, 10, "record"),
    ),
    "result words give way": (
        {"result_h1": "Hoàn thành"},
        {"progress": 0.9},
        ("overdue", 0.9, None, 32, "record"),
    ),
    "result words stand": (
        {"result_h1": "Hoàn thành"},
        {"evidence": "Tủ 2"},
        ("done_undated", None, None, None, "import"),
    ),
    "cancelled comes back": (
        {"cancelled": True},
        {"progress": 0.1},
        ("overdue", 0.1, None, 32, "record"),
    ),
    "evidence alone says no state": (
        {"progress": 0.4},
        {"evidence": "Tủ 2"},
        ("overdue", 0.4, None, 32, "import"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_typed_state_holds(cursor, name):
    file, said, expected = CASES[name]
    add_task(cursor, due=DUE, **file)
    if said:
        typed(cursor, **said)
    assert state(cursor) == expected


def test_the_date_looked_at_is_that_of_the_work_not_of_the_typing(cursor):
    """As with an import: done on 10/7, it was open on 1/7 and overdue by a day, and how far it
    was on that day nobody said."""
    add_task(cursor, due=DUE)
    typed(cursor, done=LATE)
    assert state(cursor, date(2023, 7, 1)) == ("overdue", None, LATE, 1, "record")


def test_counts_of_officials_and_units_follow(cursor):
    add_task(cursor, due=DUE, leads=["Bà B"])
    typed(cursor, done=DUE)
    given = {"unit": COMMUNE, "year": 2023, "as_of": TODAY}
    for query in ("official_completion", "unit_completion"):
        (row,) = ask(cursor, query, **given)
        assert (row["done_on_time"], row["overdue"], row["completion_rate"]) == (1, 0, 1.0)
    assert ask(cursor, "follow_up", **given) == []
    done = {row["component"]: row["done"] for row in ask(cursor, "component_tasks", **given)}
    assert done["1.1"] == 1 and sum(done.values()) == 1


def test_newer_import_does_not_touch_what_was_typed(cursor):
    add_task(cursor, due=DUE)
    typed(cursor, done=DUE, evidence="Tủ 2")
    add_task(cursor, due=DUE, progress=0.2, import_id=2)
    assert state(cursor) == ("done_on_time", 1, DUE, None, "record")
    assert task(cursor)["evidence"] == "Tủ 2"


def test_record_says_all_that_holds_when_it_is_written(cursor):
    add_task(cursor, due=DUE)
    typed(cursor, progress=0.5, evidence="Tủ 2", by="Văn phòng")
    typed(cursor, note="Chờ xã ký")
    typed(cursor, done=LATE)
    records = ask(cursor, "progress_records", unit=COMMUNE, year=2023)
    names = ("id", "progress", "done", "evidence", "note", "holds")
    told = [tuple(r[name] for name in names) for r in records]
    assert told == [
        (3, 1.0, LATE, "Tủ 2", "", True),
        (2, 0.5, None, "Tủ 2", "Chờ xã ký", False),
        (1, 0.5, None, "Tủ 2", "", False),
    ]
    assert [r["written_by"] for r in records] == ["", "", "Văn phòng"]


def test_withdrawn_record_gives_the_file_back(cursor):
    add_task(cursor, due=DUE, progress=0.4)
    typed(cursor, done=DUE, evidence="Tủ 2")
    progress.withdraw(cursor, TASK)
    assert state(cursor) == ("overdue", 0.4, None, 32, "import")
    assert task(cursor)["evidence"] == ""
    assert len(ask(cursor, "progress_records", unit=COMMUNE, year=2023)) == 2
    with pytest.raises(DashboardError, match="nothing_to_withdraw"):
        progress.withdraw(cursor, TASK)
    typed(cursor, note="lại")  # nothing of what was withdrawn comes back
    assert state(cursor) == ("overdue", 0.4, None, 32, "import")


def test_history_shows_records_beside_imports(cursor):
    add_task(cursor, due=DUE, progress=0.1)
    add_task(cursor, due=DUE, progress=0.4, import_id=2)
    typed(cursor, progress=0.6, by="Trưởng thôn")
    typed(cursor, done=LATE, evidence="Tủ 2")
    changes = {
        (c["said_by"], c["field"], c["old_value"], c["new_value"], c["written_by"])
        for c in ask(cursor, "task_history", unit=COMMUNE, year=2023)
    }
    assert changes == {
        ("import", "progress", "0.1", "0.4", ""),
        ("record", "progress", "0.4", "0.6", "Trưởng thôn"),
        ("record", "progress", "0.6", "1.0", ""),
        ("record", "done", None, "2023-07-10", ""),
        ("record", "evidence", None, "Tủ 2", ""),
    }


def test_record_waits_while_its_task_is_taken_back(cursor):
    add_task(cursor, due=DUE)
    typed(cursor, done=DUE)
    cursor.execute("update import_log set undone = true")
    assert ask(cursor, "tasks", unit=COMMUNE, year=2023) == []
    assert len(ask(cursor, "progress_records", unit=COMMUNE, year=2023)) == 1
    with pytest.raises(DashboardError, match="unknown_task"):
        typed(cursor, progress=0.1)
    cursor.execute("update import_log set undone = false")
    assert state(cursor) == ("done_on_time", 1, DUE, None, "record")


def test_record_of_a_task_that_a_complete_file_ended_makes_no_task(cursor):
    add_task(cursor, due=DUE)
    typed(cursor, done=DUE)
    add_task(cursor, "Khác", due=DUE, import_id=2)
    cursor.execute("update import_log set complete = true where import_id = 2")
    add_scope(cursor, 2, "tasks")
    assert [row["task"] for row in ask(cursor, "tasks", unit=COMMUNE, year=2023)] == ["Khác"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "record_empty"),
        ({"note": "  "}, "record_empty"),
        ({"progress": 1.01}, "progress_out_of_range"),
        ({"progress": -0.01}, "progress_out_of_range"),
        ({"progress": float("nan")}, "progress_out_of_range"),
        ({"done": date(2023, 8, 2)}, "done_in_future"),
        ({"done": DUE, "progress": 0.8}, "done_not_whole"),
    ],
)
def test_what_can_not_be_is_refused(cursor, said, code):
    add_task(cursor, due=DUE)
    with pytest.raises(DashboardError, match=code):
        typed(cursor, **said)
    assert ask(cursor, "progress_records", unit=COMMUNE, year=2023) == []
