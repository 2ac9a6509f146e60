"""Tasks that stand in a file more than once, or beside each other: all is filled in or told."""

import io

import openpyxl

from dashboard.documents.sheets import filled_words
from dashboard.importing.import_file import import_file
from tests.papers.test_task_table import HEADS, TASKS, TITLE, cells, file, made

STATE = "Tình trạng đến 31/05/2023"


def imported(store, tmp_path, content: bytes):
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(content)
    assert import_file(store, path).status == "imported"
    ((_, filled),) = made(store)
    return filled


def test_a_sheet_that_says_the_same_tasks_again_stays_and_is_told_of(store, tmp_path):
    filled = imported(store, tmp_path, file(sheets=("Tổng hợp", "Văn phòng")))
    again = [one for one in filled.left if one.why == "again"]
    rows = range(3, 3 + len(TASKS))
    assert [one.cell for one in again] == [f"Tổng hợp!B{row}" for row in rows]
    assert [one.task for one in again] == list(TASKS)
    assert "7 dòng" in filled_words.told(filled) and "Tổng hợp!B3" in filled_words.told(filled)
    whole, own = openpyxl.load_workbook(io.BytesIO(filled.content)).worksheets
    assert whole["J2"].value is None and own["J2"].value == STATE


def test_a_task_that_stands_once_is_no_repetition(store, tmp_path):
    filled = imported(store, tmp_path, file())
    assert [one for one in filled.left if one.why == "again"] == []
    assert cells(filled.content)["Niêm yết danh sách hộ nghèo"][4] == "Quá hạn"


def test_tables_beside_each_other_say_each_its_own_states(store, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Nhiệm vụ"
    sheet.append([TITLE])
    heads = [HEADS[0], HEADS[1], HEADS[3], HEADS[4], HEADS[8]]
    sheet.append([*heads, None, None, *heads])
    left = [
        ("Họp thôn về nông thôn mới", "30/4/2023"),
        ("Công khai thu chi ngân sách", "30/9/2023"),
    ]
    right = [("Lắp camera tại trụ sở", "30/9/2023"), ("Tập huấn tổ hòa giải", "15/5/2023")]
    for n, (one, other) in enumerate(zip(left, right, strict=True), 1):
        said = [[n, task, "Văn phòng", due, None] for task, due in (one, other)]
        sheet.append([*said[0], None, None, *said[1]])
    stream = io.BytesIO()
    book.save(stream)
    filled = imported(store, tmp_path, stream.getvalue())
    assert filled.left == ()
    made_sheet = openpyxl.load_workbook(io.BytesIO(filled.content)).active
    states = {
        made_sheet.cell(2, column).column: [made_sheet.cell(row, column).value for row in (3, 4)]
        for column in range(1, made_sheet.max_column + 1)
        if made_sheet.cell(2, column).value == STATE
    }
    assert list(states.values()) == [["Quá hạn", "Chưa đến hạn"], ["Chưa đến hạn", "Quá hạn"]]
