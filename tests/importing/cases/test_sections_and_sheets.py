"""Workbooks that were read wrong: a running number for a code, sections with a sign after
their number, a sheet a month."""

from pathlib import Path

import pytest

from dashboard.importing.import_file import import_file
from tests.queries.rows import ask

CASES = Path(__file__).parents[2] / "data" / "cases"


@pytest.fixture
def imported(store):
    """imported(name) takes a case in and gives what a query then answers."""

    def take(name):
        receipt = import_file(store, CASES / f"{name}.xlsx")
        assert receipt.status == "imported"

        def answer(query, **given):
            with store.read() as cursor:
                assert ask(cursor, "verify") == []
                return ask(cursor, query, unit="Xã Tân Phúc", year=2023, **given)

        return answer

    return take


def test_02_a_running_number_11_is_a_task(imported):
    answer = imported("02-stt-11")
    found = {task["task"]: task["component"] for task in answer("tasks")}
    assert found == {f"Việc mẫu thứ {number} của xã": "2.2" for number in range(1, 26)}
    (official,) = answer("official_completion")
    assert (official["official"], official["assigned"]) == ("Công an xã", 23)


def test_10_sections_with_a_sign_after_their_number(imported):
    found = {task["task"]: task["component"] for task in imported("10-muc-co-dau-cham")("tasks")}
    assert found == {"Việc A": "1.1", "Việc B": None, "Việc C": None}


def test_03_a_sheet_a_month_is_one_plan_in_its_last_state(imported):
    answer = imported("03-moi-thang-mot-trang")
    found = {t["task"]: (t["state"], t["lead"], t["source_sheet"]) for t in answer("tasks")}
    assert found == {
        "Việc số 1 của kế hoạch": ("overdue", "Công an xã", "Tháng 6"),
        "Việc số 2 của kế hoạch": ("done_on_time", "Công an xã", "Tháng 6"),
        "Việc số 3 của kế hoạch": ("done_on_time", "Công an xã", "Tháng 6"),
    }
    (official,) = answer("official_completion")
    assert (official["assigned"], official["done_on_time"], official["overdue"]) == (3, 2, 1)
    changed = {(h["task"], h["field"], h["old_value"]) for h in answer("task_history")}
    assert ("Việc số 1 của kế hoạch", "progress", "0.1") in changed
