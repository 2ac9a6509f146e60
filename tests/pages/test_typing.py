"""Several rows typed in the table of Cần đôn đốc, saved at once; a file that disagrees is asked
about on the page."""

from datetime import date

import pytest

from dashboard.store.store import open_store
from tests.pages.conftest import click, html, opened, title, typed, typing_table
from tests.pages.test_changes import TASKS, edited, upload
from tests.queries.rows import ask

__all__ = ["edited"]  # a fixture
LATE = {"progress": 60, "evidence": "Tủ 2, ngăn 3"}
DONE = {"done": "2023-04-20"}


def records() -> list[tuple]:
    with open_store().read() as cursor:
        found = ask(cursor, "progress_records", unit="Xã Đức Hợp", year=2023)
    names = ("task", "progress", "done", "evidence", "written_by", "withdrawn")
    return [tuple(row[name] for name in names) for row in found]


def test_rows_are_saved_together_with_who_typed_them(own_filled):
    app = opened("follow_up")
    (first, second, third), version = typing_table(app).task[:3], open_store().version
    app.text_input(key="typed_by").set_value("Văn phòng - Thống kê")
    app = typed(app, {0: LATE, 1: DONE, 2: {"remark": "Đã gọi"}})
    assert [success.value for success in app.success][0].startswith("Đã lưu 3 nhiệm vụ.")
    assert open_store().version == version + 1
    assert records() == [
        (second, 1.0, date(2023, 4, 20), "", "Văn phòng - Thống kê", False),
        (first, 0.6, None, "Tủ 2, ngăn 3", "Văn phòng - Thống kê", False),
    ]
    table = typing_table(app)
    assert second not in list(table.task)
    (row,) = table[table.task == first].to_dict("records")
    assert (row["progress"], row["evidence"]) == (60, "Tủ 2, ngăn 3")
    (history,) = (frame.value for frame in app.dataframe if "new_value" in frame.value)
    assert {"Văn phòng - Thống kê ghi trên máy"} == set(history.source)
    assert "Đã gọi</td>" in html(app) and third in html(app)
    assert not app.run().success  # said once


def test_one_row_that_can_not_be_keeps_all_of_them_in_the_table(own_filled):
    app, version = opened("follow_up"), open_store().version
    app = typed(app, {0: LATE, 1: {"progress": 80, "done": "2023-04-20"}})
    assert [warning.value for warning in app.warning] == [
        "Không ghi được vừa ngày xong vừa tiến độ 80 %: việc đã xong thì tiến độ là 100 %."
    ]
    assert (open_store().version, records()) == (version, [])
    table = typing_table(app)
    assert list(table.progress[:2]) == [60, 80] and table.evidence.iloc[0] == "Tủ 2, ngăn 3"
    typed(app, {1: {"progress": 100}})  # mended, the rest need not be typed again
    assert [row[1] for row in records()] == [1.0, 0.6]


@pytest.mark.parametrize(("answer", "share"), [("Tệp đúng", 0.35), ("Điều đã ghi tay đúng", 0.6)])
def test_file_that_disagrees_is_asked_about(own_filled, edited, answer, share):
    app = opened("follow_up")
    task = typing_table(app).task.iloc[0]
    typed(app, {0: {"progress": 60}})
    row = next(row for row in range(9, 90) if cell(row) == task)
    path = edited(**{f"H{row}": 0.35})
    app = upload(opened("import_data"), (path.name, path.read_bytes()))
    assert "tiến độ 35" in html(app).replace("\u00a0", " ")
    (box,) = (box for box in app.radio if task in box.label)
    assert [option.split(":")[0] for option in box.options] == ["Tệp đúng", "Điều đã ghi tay đúng"]
    box.set_value(("import", "record")[answer.startswith("Điều")]).run()
    app = click(app, "Nhập 56 dòng")
    assert title(app).startswith("Đã nhập xong")
    with open_store().read() as cursor:
        assert ask(cursor, "record_disagreements") == []
        found = ask(cursor, "tasks", unit="Xã Đức Hợp", year=2023)
    assert [one["progress"] for one in found if one["task"] == task] == [share]
    assert len(records()) == 2


def cell(row: int) -> str:
    from openpyxl import load_workbook

    return load_workbook(TASKS).worksheets[0][f"B{row}"].value
