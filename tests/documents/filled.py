"""The templates filled in as a clerk would, with what must be read of them, worked out by hand."""

import io
from collections.abc import Iterable
from datetime import date, datetime

import openpyxl

from dashboard.documents import templates
from dashboard.importing.model.records import (
    Activity,
    Population,
    Question,
    QuestionRow,
    Task,
    UnitRow,
)

UNIT = "Xã Đức Hợp"
YEAR = 2023
FIRST = 8  # the row below the example

TASKS = [
    [
        1,
        "2.3 Công khai thu, chi ngân sách cấp xã",  # as the list has it
        "Niêm yết thu, chi ngân sách",
        "Công chức Tài chính - Kế toán",
        "Các thôn; Đài truyền thanh xã",
        "Toàn xã",
        "Quý II",
        "Bảng niêm yết",
        0.5,
        None,
        "Đang thực hiện",
        "Chưa hoàn thành",
        "Chờ số liệu",
    ],
    [
        2,
        "1.1",
        "=Họp thôn",  # looks like a formula, is a text
        "UB MTTQ xã",
        None,
        "Thôn Đông; Thôn Đoài",
        "30/6/2023",
        None,
        1,
        datetime(2023, 5, 9),
        "Hoàn thành",
        "Hoàn thành",
        None,
    ],
]
TASK_RECORDS = [
    Task(
        row=8,
        unit=UNIT,
        component="2.3",
        text="Niêm yết thu, chi ngân sách",
        leads=("Công chức Tài chính - Kế toán",),
        supports=("Các thôn", "Đài truyền thanh xã"),
        area="Toàn xã",
        due_text="Quý II",
        due=date(2023, 6, 30),
        product="Bảng niêm yết",
        progress=0.5,
        result_h1="Đang thực hiện",
        result_year="Chưa hoàn thành",
        note="Chờ số liệu",
    ),
    Task(
        row=9,
        unit=UNIT,
        component="1.1",
        text="=Họp thôn",
        leads=("UB MTTQ xã",),
        area="Thôn Đông; Thôn Đoài",
        whole_unit=False,
        villages=("Thôn Đông", "Thôn Đoài"),
        due_text="30/6/2023",
        due=date(2023, 6, 30),
        progress=1.0,
        done=date(2023, 5, 9),
        result_h1="Hoàn thành",
        result_year="Hoàn thành",
    ),
]

QUESTIONS = [
    [1, "C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1, "Thuận", "Có = 1; Không = 0"],
    [2, "C02", "1.2", "Mức độ hài lòng", 1, 5, "Nghịch", None],
]
QUESTION_RECORDS = [
    QuestionRow(
        8, Question("C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1, False, "Có = 1; Không = 0")
    ),
    QuestionRow(9, Question("C02", "1.2", "Mức độ hài lòng", 1, 5, True)),
]
POPULATION = [[1, "Thôn Đông", 1240], [2, "Thôn Đoài", 980]]
ANSWERS = [
    [1, "23-0001", "Thôn Đông", "Nữ", 45, datetime(2023, 8, 15), "Có", 4],
    [2, "23-0002", "Thôn Đông", "Nam", 61, datetime(2023, 8, 16), "Không", "Không biết"],
    [3, "23-0003", "Thôn Đoài", "Nam", 30, datetime(2023, 8, 17), "Có", 5],
]
FORMS = [  # row, village, form, sex, age, day
    (8, "Thôn Đông", "23-0001", "Nữ", 45, date(2023, 8, 15)),
    (9, "Thôn Đông", "23-0002", "Nam", 61, date(2023, 8, 16)),
    (10, "Thôn Đoài", "23-0003", "Nam", 30, date(2023, 8, 17)),
]

ACTIVITIES = [
    [
        1,
        datetime(2023, 3, 15),
        "Truyền thông",
        "Họp thôn",
        "Danh sách hộ nghèo",
        "2.2",
        "Thôn Đông",
        45,
        2,
        120,
        "Trưởng thôn",
        None,
        None,
    ],
    [
        2,
        datetime(2023, 4, 1),
        "Giám sát",
        None,
        "Thu, chi ngân sách",
        None,
        "Toàn xã",
        None,
        1,
        None,
        "UB MTTQ xã",
        "Chưa niêm yết đủ",
        "Đã niêm yết lại",
    ],
]
ACTIVITY_RECORDS = [
    Activity(
        row=8,
        unit=UNIT,
        held_on=date(2023, 3, 15),
        kind="Truyền thông",
        channel="Họp thôn",
        subject="Danh sách hộ nghèo",
        component="2.2",
        area="Thôn Đông",
        minutes=45,
        times=2,
        people=120,
        performer="Trưởng thôn",
    ),
    Activity(
        row=9,
        unit=UNIT,
        held_on=date(2023, 4, 1),
        kind="Giám sát",
        subject="Thu, chi ngân sách",
        area="Toàn xã",
        times=1,
        performer="UB MTTQ xã",
        finding="Chưa niêm yết đủ",
        remedy="Đã niêm yết lại",
    ),
]

UNITS = [
    [1, "Tỉnh", "Tỉnh Hưng Yên", None, None, None, None, None],
    [2, "Xã", "Xã Đức Hợp", "Tỉnh Hưng Yên", datetime(2025, 7, 1), None, None, "Chủ tịch UBND xã"],
    [3, "Thôn", "Thôn Đông", "Xã Đức Hợp", None, datetime(2030, 1, 31), "Thôn Mới", None],
]
UNIT_RECORDS = [
    UnitRow(8, "province", "Tỉnh Hưng Yên"),
    UnitRow(
        9,
        "commune",
        "Xã Đức Hợp",
        "Tỉnh Hưng Yên",
        date(2025, 7, 1),
        official="Chủ tịch UBND xã",
    ),
    UnitRow(
        10,
        "village",
        "Thôn Đông",
        "Xã Đức Hợp",
        valid_to=date(2030, 1, 31),
        successor="Thôn Mới",
    ),
]

ROWS = {
    "tasks": {"Nhiệm vụ": TASKS},
    "survey": {"Phiếu trả lời": ANSWERS, "Bộ câu hỏi": QUESTIONS, "Dân số thôn": POPULATION},
    "activities": {"Nhật ký": ACTIVITIES},
    "units": {"Đơn vị": UNITS},
}
RECORDS = {
    "tasks": TASK_RECORDS,
    "questions": QUESTION_RECORDS,
    "population": [Population(8, UNIT, "Thôn Đông", 1240), Population(9, UNIT, "Thôn Đoài", 980)],
    "activities": ACTIVITY_RECORDS,
    "units": UNIT_RECORDS,
}


def filled(kind: str, language: str = "vi") -> bytes:
    """The template of a kind with its rows, the unit and the year filled in."""
    book = openpyxl.load_workbook(io.BytesIO(templates.workbook(kind, language)))
    for title, rows in ROWS[kind].items():
        fill(book[title], rows)
    if kind != "units":
        first = book.worksheets[0]
        first["C3"], first["C4"] = UNIT, YEAR
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def fill(sheet, rows: Iterable[list[object]]) -> None:
    """Type the rows from the one below the example; a cell keeps the format of its column."""
    for row, values in enumerate(rows, FIRST):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            cell.number_format = sheet.column_dimensions[cell.column_letter].number_format
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def people(sheet) -> list[tuple]:
    """The forms of a sheet of answers, as in FORMS."""
    return [(r.row, r.village, r.form, r.sex, r.age, r.interviewed_on) for r in sheet.records]
