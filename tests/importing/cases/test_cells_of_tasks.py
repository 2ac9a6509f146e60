"""Workbooks of offices through the whole import: what the cells of tasks say, and what is asked."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.store import sql

CASES = Path(__file__).parents[2] / "data" / "cases"
UNIT = {"unit": "Xã Tân Phúc", "year": 2023, "as_of": date(2023, 10, 25)}
ABOUT_COMPONENTS = "task_without_component"


@pytest.fixture
def imported(store):
    """imported(name) is (rows of the query tasks, (cell, code) of the findings)."""

    def run(name: str):
        receipt = import_file(store, CASES / name, Options(unit="Xã Tân Phúc"))
        assert receipt.status == "imported"
        (sheet,) = receipt.sheets
        found = [(f.cell, f.code) for f in sheet.findings if f.code != ABOUT_COMPONENTS]
        with store.read() as cursor:
            rows = sql.run(cursor, "tasks", **UNIT).fetchall()
            names = [column[0] for column in cursor.description]
        tasks = [dict(zip(names, row, strict=True)) for row in rows]
        return sorted(tasks, key=lambda task: task["source_row"]), found

    return run


def test_a_day_that_is_planned_or_a_document_s_is_no_done_date(imported):
    tasks, found = imported("04-ngay-xong-du-kien.xlsx")
    assert [task["done"] for task in tasks] == [None, None, None, None, date(2023, 9, 15)]
    assert [task["state"] for task in tasks] == ["overdue"] * 4 + ["done_on_time"]
    assert found == [(f"F{row}", "done_in_doubt") for row in range(4, 8)]


def test_the_deadline_among_dates_of_documents_and_old_deadlines(imported):
    tasks, found = imported("05-han-lan-ngay-van-ban.xlsx")
    third = date(2023, 9, 30)
    june = date(2023, 6, 30)
    assert [task["due"] for task in tasks] == [
        *(third, third, third, date(2023, 10, 31), None, june, june)
    ]
    assert found == [("D8", "due_in_doubt")]


def test_numbers_of_documents_days_and_villages_are_no_progress(imported):
    tasks, found = imported("06-tien-do-bang-chu.xlsx")
    assert [task["progress"] for task in tasks] == [0.8, 0.5, None, None, None, None]
    assert found == [
        ("E6", "unreadable_progress"),
        ("E7", "progress_in_doubt"),
        ("E8", "unreadable_progress"),
        ("E9", "unreadable_progress"),
    ]


def test_dates_that_a_program_turned_are_read_as_typed_and_said_once(imported):
    tasks, found = imported("12-excel-my.xlsx")
    typed = [task["task"].removeprefix("Việc hạn ") for task in tasks]
    assert [f"{task['due']:%d/%m/%Y}" for task in tasks] == typed
    assert found == [("D4", "dates_turned")]
