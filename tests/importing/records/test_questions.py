import pytest

from dashboard.importing.model.records import Population, Question, QuestionRow
from tests.importing.conftest import QUESTIONS, remarks

HEADINGS = [
    "Mã câu",
    "Nội dung thành phần",
    "Câu hỏi",
    "Thấp nhất",
    "Cao nhất",
    "Chiều",
    "Cách ghi",
]
TITLE = ["BỘ CÂU HỎI NĂM 2023"]
ROW = ["C01", "1.1", "Có biết Luật không?", 0, 1, "Thuận", "Có = 1; Không = 0"]


def with_cell(column, value):
    row = list(ROW)
    row[column] = value
    return row


def test_every_field_of_a_question(understood):
    reading = understood([HEADINGS, ROW, with_cell(0, "C02")[:5] + ["Nghịch", None]])
    assert reading.sheets[0].records == [
        QuestionRow(2, Question("C01", "1.1", "Có biết Luật không?", 0, 1, False, ROW[6])),
        QuestionRow(3, Question("C02", "1.1", "Có biết Luật không?", 0, 1, True, "")),
    ]
    assert remarks(reading) == []


@pytest.mark.parametrize(
    ("column", "value", "finding"),
    [
        (0, None, ("question_without_code", "A3", "error")),
        (1, None, ("question_without_component", "B3", "error")),
        (1, "9.1", ("question_without_component", "B3", "error")),
        (1, "1", ("question_without_component", "B3", "error")),
        (3, None, ("question_without_range", "D3", "error")),
        (4, "cao", ("question_without_range", "E3", "error")),
        (4, 0, ("question_range_empty", "E3", "error")),
        (3, 2, ("question_range_empty", "E3", "error")),
        (5, "xiên", ("unknown_direction", "F3", "error")),
    ],
)
def test_a_question_that_would_spoil_a_score_is_refused(column, value, finding, understood):
    reading = understood([TITLE, HEADINGS, with_cell(column, value), with_cell(0, "C02")])
    assert [r.question.code for r in reading.sheets[0].records] == ["C02"]
    assert reading.sheets[0].rows_refused == 1
    assert remarks(reading) == [finding]


def test_a_code_twice(understood):
    reading = understood([HEADINGS, ROW, with_cell(0, "c01")])
    assert remarks(reading) == [("duplicate_question", "A3", "error")]


def test_a_component_that_year_lacks_is_told(understood):
    reading = understood([TITLE, HEADINGS, with_cell(1, "5.2")])
    assert reading.sheets[0].records[0].question.component == "5.2"
    assert remarks(reading) == [("component_not_in_year", "B3", "warning")]


def test_adults_by_village(understood):
    rows = [["DÂN SỐ NĂM 2023"], ["STT", "Xã", "Thôn", "Số người từ 18 tuổi trở lên"]]
    rows += [[1, "Xã An", "Thôn Bắc", 1240], [2, "Xã An", "Thôn Hạ", "1.100"]]
    rows += [[None, "Tổng cộng", None, 2340]]
    sheet = understood(rows).sheets[0]
    assert sheet.records == [
        Population(3, "Xã An", "Thôn Bắc", 1240),
        Population(4, "Xã An", "Thôn Hạ", 1100),
    ]
    assert (sheet.rows_recognised, sheet.findings) == (3, [])


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ([None, 900], ("no_village", "A2", "error")),
        (["Thôn Bắc", None], ("impossible_adults", "B2", "error")),
        (["Thôn Bắc", "nhiều"], ("impossible_adults", "B2", "error")),
        (["Thôn Bắc", 0], ("impossible_adults", "B2", "error")),
        (["Thôn Bắc", 10.5], ("impossible_adults", "B2", "error")),
    ],
)
def test_a_village_without_adults_is_refused(row, finding, understood):
    reading = understood([["Thôn", "Dân số từ 18 tuổi"], row, ["Thôn Hạ", 5]])
    assert (reading.sheets[0].rows_imported, reading.sheets[0].rows_refused) == (1, 1)
    assert remarks(reading) == [finding]


def test_a_village_twice(understood):
    reading = understood([["Thôn", "Dân số"], ["Thôn Hạ", 5], ["thôn hạ", 6]])
    assert [r.adults for r in reading.sheets[0].records] == [5]
    assert remarks(reading) == [("duplicate_village", "A3", "error")]


def test_questions_and_adults_do_not_take_the_unit_of_the_title_beside_them(understood):
    answers = [
        ["UBND HUYỆN KIM ĐỘNG, NĂM 2023"],
        ["Mã phiếu", "Xã", "Thôn", "C01", "C02"],
        ["1", "Xã An", "Bắc", "Có", 4],
    ]
    sheets = {"Phiếu": answers, "Câu hỏi": QUESTIONS, "Dân số": [["Thôn", "Dân số"], ["Bắc", 9]]}
    reading = understood(sheets)
    assert [sheet.unit for sheet in reading.sheets] == ["Huyện Kim Động", None, None]
    assert [sheet.year for sheet in reading.sheets] == [2023, 2023, 2023]


def test_questions_alone_take_the_unit_of_their_title(understood):
    reading = understood([["BỘ CÂU HỎI CỦA XÃ ĐỨC HỢP NĂM 2023"], HEADINGS, ROW])
    assert reading.sheets[0].unit == "Xã Đức Hợp"


def test_a_total_of_questions_is_no_question(understood):
    reading = understood([TITLE, HEADINGS, ROW, ["Tổng cộng", None, None, 0, 1]])
    sheet = reading.sheets[0]
    assert (sheet.rows_imported, sheet.rows_refused, sheet.rows_recognised) == (1, 0, 3)
    assert remarks(reading) == []
