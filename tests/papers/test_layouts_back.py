"""Layouts of offices, imported and filled in: the states by hand, every other cell as it was."""

import io
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importing.import_file import import_file
from tests.papers.test_task_table import made

HEADS = (
    "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)", "Ngày hoàn thành", "Kết quả năm",
)  # fmt: skip
TITLE = "BIỂU NHIỆM VỤ PAPI CỦA UBND XÃ ĐỨC HỢP NĂM 2023"
RESULT = 6  # the place of "Kết quả năm"
# Task -> due, progress, done, result; its state on 31/5/2023 and the result of the year, by hand.
TASKS = {
    "Niêm yết danh sách hộ nghèo": (("30/4/2023", None, None, None), "Quá hạn", "Chưa hoàn thành"),
    "Họp thôn về nông thôn mới": (
        ("30/4/2023", 1, "20/4/2023", None), "Hoàn thành đúng hạn", "Hoàn thành",
    ),
    "Công khai thu chi ngân sách": (
        ("31/3/2023", 1, "20/4/2023", None), "Hoàn thành trễ", "Hoàn thành",
    ),
    "Tập huấn tổ hòa giải": (("30/9/2023", 0.3, None, None), "Đang thực hiện", "Đang thực hiện"),
    "Tiếp công dân định kỳ": (
        ("Thường xuyên", None, None, None), "Chưa đến hạn", "Chưa thực hiện",
    ),
    "Lắp camera tại trụ sở": (("30/6/2023", None, None, "Hủy"), "Đã hủy", "Hủy"),
}  # fmt: skip
Look = Callable[[Worksheet, int, int], None]


def plain(sheet: Worksheet, top: int, left: int) -> None:
    """As it is."""


def notes_around(sheet: Worksheet, top: int, left: int) -> None:
    end = left + len(HEADS)
    sheet.cell(top + 2, end, "xem lại")
    sheet.cell(top + 3, end + 3, "gọi lại")
    sheet.cell(top + len(TASKS) + 2, left, "Nơi nhận: UBND huyện")
    sheet.cell(top + len(TASKS) + 2, end, "CHỦ TỊCH")


def formulas(sheet: Worksheet, top: int, left: int) -> None:
    for row in range(top + 1, top + 1 + len(TASKS)):
        sheet.cell(row, left + len(HEADS), f"=E{row}*2")


def looks(sheet: Worksheet, top: int, left: int) -> None:
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=left + 6)
    sheet.auto_filter.ref = f"A{top}:G{top + len(TASKS)}"
    sheet.freeze_panes = f"C{top + 1}"
    sheet.row_dimensions[top + 2].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet.cell(top + 1, left + 4).comment = Comment("xem lại", "VP")


def book(at: tuple[int, int], look: Look) -> tuple[bytes, int, int]:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    row, left = at
    sheet.cell(row, left, TITLE)
    top = row + 2
    for place, head in enumerate(HEADS):
        sheet.cell(top, left + place, head)
    for number, (task, (said, *_)) in enumerate(TASKS.items(), 1):
        for place, value in enumerate((number, task, "Văn phòng", *said)):
            sheet.cell(top + number, left + place, value)
        sheet.cell(top + number, left + 4).number_format = "0%"
    look(sheet, top, left)
    workbook.create_sheet("Của tôi")["B2"] = "=1+1"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue(), top, left


def values(content: bytes) -> dict[tuple[str, int, int], object]:
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return {
        (sheet.title, cell.row, cell.column): cell.value
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.long
@pytest.mark.parametrize("at", [(1, 1), (5, 4)])
@pytest.mark.parametrize("look", [plain, notes_around, formulas, looks])
def test_states_are_right_and_nothing_else_is_otherwise(store, tmp_path, look, at):
    content, top, left = book(at, look)
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(content)
    assert import_file(store, path).status == "imported"
    ((_, filled),) = made(store, "2023-Y", date(2023, 5, 31))
    before, after = values(content), values(filled.content)
    ours = {place: said for place, said in after.items() if before.get(place) != said}
    assert before.keys() <= after.keys()
    column = next(at[2] for at, said in ours.items() if str(said).startswith("Tình trạng đến"))
    expected = {("Sheet", top, column): "Tình trạng đến 31/05/2023"}
    for row, (_, state, result) in enumerate(TASKS.values(), top + 1):
        expected["Sheet", row, column] = state
        expected["Sheet", row, left + RESULT] = result
    expected = {place: said for place, said in expected.items() if before.get(place) != said}
    assert ours == expected and column >= left + len(HEADS)
