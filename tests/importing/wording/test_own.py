"""What the program's own workbooks hold beside data: example rows, sheets of its own, labels."""

import pytest

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.table.locate import is_example
from dashboard.importing.wording.title import Facts, facts
from tests.importing.conftest import QUESTIONS, answered, remarks

TITLE = ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ AN"]
HEADINGS = ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
TASK = [1, "1.1", "Họp thôn", "UB MTTQ xã", "Quý II"]
EXAMPLE = ["Ví dụ", "9.9", "Ví dụ: Họp", "UB MTTQ xã", "bao giờ"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (EXAMPLE, True),
        ([None, "VÍ DỤ", "vi du: 23-0001", 1], True),
        (["Ví dụ", "1.1", "Họp thôn", "UB MTTQ xã", "Quý II"], False),  # written over
        ([1, "1.1", "Ví dụ: họp", "Ví dụ"], False),
        (["Ví dụ 1", "Ví dụ: họp"], False),
        (["Ví dụ"], False),
    ],
)
def test_an_example_says_so_twice(row, expected):
    assert is_example(row) is expected


def test_an_example_row_is_recognised_and_speaks_of_nothing(understood):
    sheet = understood([TITLE, HEADINGS, EXAMPLE, TASK]).sheets[0]
    assert [task.text for task in sheet.records] == ["Họp thôn"]
    assert (sheet.rows_recognised, sheet.rows_refused, sheet.findings) == (3, 0, [])


def test_a_row_written_over_the_example_is_no_example(understood):
    sheet = understood([TITLE, HEADINGS, ["Ví dụ", *TASK[1:]]]).sheets[0]
    assert [task.text for task in sheet.records] == ["Họp thôn"]


def test_an_example_of_answers_names_no_question_and_no_year(understood):
    answers = [
        ["STT", "Mã phiếu", "Thôn", "Ngày phỏng vấn", "C01", "C77"],
        ["Ví dụ", "Ví dụ: 9", "Thôn Đông", "1/1/1999", "Có", "Có"],
        [1, "23-1", "Thôn Đông", "5/8/2023", "Không", None],
    ]
    questions = [QUESTIONS[0], QUESTIONS[1]]
    reading = understood({"P": answers, "H": questions})
    assert remarks(reading) == []
    assert reading.sheets[0].year == 2023
    (sheet, _) = reading.sheets
    assert [answered(sheet, r) for r in sheet.records] == [{"C01": 0.0}]


def test_answers_without_a_row_need_no_questions(understood):
    example = ["Ví dụ", "Ví dụ: 9", "Thôn Đông", "Có"]
    reading = understood([["STT", "Mã phiếu", "Thôn", "C01"], example])
    assert remarks(reading) == [("no_rows", "", "warning")]
    assert reading.sheets[0].rows_recognised == 2


@pytest.mark.parametrize(
    "first",
    [
        "Hướng dẫn điền mẫu của Bảng theo dõi PAPI",
        "DANH MỤC CỦA BẢNG THEO DÕI PAPI",
        "Places to mend of the PAPI dashboard",
    ],
)
def test_a_sheet_of_ours_is_passed_over_and_tells_nothing(first, understood):
    ours = [[first], ["UBND xã Bình năm 2019, dữ liệu mô phỏng"], HEADINGS, TASK]
    reading = understood(
        {"Của ta": ours, "Bảng": [HEADINGS, [*TASK[:4], "30/6/2023"]]}, hidden=("Của ta",)
    )
    assert [(s.kind, s.rows_imported, s.rows_recognised) for s in reading.sheets] == [
        ("unknown", 0, 4),
        ("tasks", 1, 1),
    ]
    table = reading.sheets[1]
    assert (table.year, table.unit, table.simulated) == (None, None, False)
    assert remarks(reading) == []


def test_a_sheet_with_a_like_title_is_somebody_s_table(understood):
    reading = understood([["Danh mục của Bảng theo dõi PAPI xã An"], HEADINGS, TASK])
    assert reading.sheets[0].rows_imported == 1


@pytest.mark.parametrize(
    ("row", "year"),
    [
        (["Năm:", 2023.0], 2023),
        (["Điền năm:", None, 2023], 2023),
        (["Năm", "2023"], 2023),
        (["Tổng số phiếu năm 2022:", 2023], 2022),
        (["Số phiếu:", 2023], None),
        ([None, 2023], None),
    ],
)
def test_a_number_after_the_word_year_is_the_year(row, year):
    assert facts(RawSheet("A", [row, HEADINGS]), 1) == Facts(year)
