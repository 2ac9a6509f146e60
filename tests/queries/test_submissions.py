"""Who has handed in: results written, something changed since the period began, days late."""

from datetime import date, datetime

import pytest

from tests.queries.rows import COMMUNE, add, add_task, ask, unit_id

H1 = "2023-H1"  # 1/11/2022 to 31/5/2023, sent by 2/6/2023


def imported(cursor, import_id: int, at: str) -> None:
    cursor.execute(
        "update import_log set imported_at = $1::timestamp where import_id = $2", [at, import_id]
    )


def of(cursor, official: str = "A", **asked: object) -> tuple:
    given = {"unit": COMMUNE, "year": 2023, "period": H1} | asked
    (row,) = [row for row in ask(cursor, "submissions", **given) if row["official"] == official]
    return tuple(row[name] for name in ("tasks", "filled", "submitted", "days_late"))


def test_every_task_led_counts_but_what_is_cancelled(cursor):
    add_task(cursor, "một", leads=["A", "B"], result_h1="Đang thực hiện")
    add_task(cursor, "hai", leads=["A"], supports=["C"], result_year="Hoàn thành")
    add_task(cursor, "ba", leads=["A"], cancelled=True)
    rows = ask(cursor, "submissions", unit=COMMUNE, year=2023, period=H1)
    assert [(row["official"], row["tasks"], row["filled"]) for row in rows] == [
        ("A", 2, 1),  # what lacks something comes first
        ("B", 1, 1),
    ]
    assert of(cursor, "A", period="2023-Y")[:2] == of(cursor, "A", period=None)[:2] == (2, 1)


@pytest.mark.parametrize(
    ("at", "submitted", "late"),
    [
        ("2022-10-31 16:59:59", False, 7),  # 23:59 in Việt Nam, the day before the period
        ("2022-10-31 17:00:00", True, None),
        ("2023-06-02 16:59:59", True, None),
        ("2023-06-02 17:00:00", True, 1),
        ("2023-06-12 03:00:00", True, 10),
    ],
)
def test_the_last_change_says_whether_and_how_late(cursor, at, submitted, late):
    add_task(cursor, "một", leads=["A"], result_h1="Hoàn thành")
    imported(cursor, 1, at)
    assert of(cursor, as_of="2023-06-09") == (1, 1, submitted, late)


@pytest.mark.parametrize(("as_of", "late"), [("2023-06-02", None), ("2023-06-03", 1)])
def test_what_is_missing_is_late_after_the_day_of_sending(cursor, as_of, late):
    add_task(cursor, "một", leads=["A"], result_h1="  ")
    assert of(cursor, as_of=as_of) == (1, 0, False, late)


def changed(cursor) -> datetime:
    (row,) = ask(cursor, "submissions", unit=COMMUNE, year=2023, period=H1)
    return row["last_change"]


def typed(cursor, table: str, at: datetime, **said: object) -> None:
    """A record of the task "một", as people type them."""
    known = {"record_id": 1, "unit": unit_id(COMMUNE), "year": 2023, "withdrawn": False}
    add(cursor, table, known | {"written_by": "", "written_at": at} | said)


def test_a_file_that_says_the_same_is_no_change_what_is_typed_is_one(cursor):
    same = {"leads": ["A"], "result_h1": "Hoàn thành", "due": date(2023, 5, 1)}
    task_id = f"{unit_id(COMMUNE)} 2023 một"
    add_task(cursor, "một", **same)
    add_task(cursor, "một", **same, import_id=2)
    imported(cursor, 1, "2023-01-05 08:00:00")
    imported(cursor, 2, "2023-02-05 08:00:00")
    assert changed(cursor) == datetime(2023, 1, 5, 8)
    add_task(cursor, "một", **same | {"result_h1": "Đã hoàn thành"}, import_id=3)
    imported(cursor, 3, "2023-03-05 08:00:00")
    assert changed(cursor) == datetime(2023, 3, 5, 8)
    about = {"subject_kind": "task", "subject": task_id, "kind": "note", "remark": "Đã nhắc"}
    typed(cursor, "remark", datetime(2023, 4, 5, 8), **about)
    assert changed(cursor) == datetime(2023, 4, 5, 8)
    said = {"task_id": task_id, "progress": 0.5, "evidence": "", "note": "", "answered": ""}
    typed(cursor, "progress_record", datetime(2023, 5, 5, 8), **said)
    assert changed(cursor) == datetime(2023, 5, 5, 8)
    typed(cursor, "progress_record", datetime(2023, 6, 5, 8), **said | {"task_id": "khác"})
    cursor.execute("update import_log set undone = true where import_id = 3")
    assert changed(cursor) == datetime(2023, 5, 5, 8)
    cursor.execute("delete from remark; delete from progress_record")
    assert changed(cursor) == datetime(2023, 1, 5, 8)
