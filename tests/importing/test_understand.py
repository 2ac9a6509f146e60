import pytest

from dashboard.importing.model.reading import Options
from dashboard.importing.understand import understand
from tests.importing.conftest import remarks

TASKS = [
    ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"],
    ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
    [1, "1.1", "Họp thôn", "UB MTTQ xã", "Quý II"],
]
OTHER = [["Loại xe", "Biển số", "Màu"], ["Ô tô", "89A", "Xanh"]]


def test_the_name_is_the_one_given(workbook, known):
    assert understand(workbook({"B": TASKS}), known, name="goc.xlsx").file == "goc.xlsx"


def test_a_sheet_of_no_known_kind_is_told_and_the_others_are_read(understood):
    reading = understood({"Nhiệm vụ": TASKS, "Xe": OTHER})
    assert [(s.kind, s.rows_imported) for s in reading.sheets] == [("tasks", 1), ("unknown", 0)]
    assert reading.sheets[1].rows_recognised == 2
    assert remarks(reading) == [("unknown_sheet", "", "warning")]
    assert not reading.refused


def test_a_file_of_no_known_sheet_is_refused(understood):
    reading = understood(OTHER)
    assert reading.refused
    assert remarks(reading) == [("no_known_sheet", "", "error"), ("unknown_sheet", "", "warning")]


def test_a_cover_is_told_and_gives_year_and_unit(understood):
    cover = [["ỦY BAN NHÂN DÂN"], ["XÃ AN"], ["KẾ HOẠCH NĂM 2022", "(dữ liệu mô phỏng)"]]
    reading = understood({"Bìa": cover, "Bảng": TASKS[1:]})
    sheet = reading.sheets[1]
    assert (sheet.year, sheet.unit, sheet.simulated) == (2022, "Xã An", True)
    assert remarks(reading) == [("cover_sheet", "", "info")]


@pytest.mark.parametrize("name", ["Hướng dẫn", "HƯỚNG DẪN ghi biểu", "Bìa", "Mục lục"])
def test_a_guide_is_told_calmly_though_it_has_a_table(name, understood):
    guide = [["HƯỚNG DẪN"], ["STT", "Tên cột", "Cách ghi"], [1, "Nhiệm vụ", "Ghi ngắn gọn"]]
    assert remarks(understood({name: guide, "Bảng": TASKS})) == [("cover_sheet", "", "info")]


def test_a_blank_sheet_is_no_matter(understood):
    reading = understood({"Bảng": TASKS, "Sheet2": []})
    assert (reading.sheets[1].kind, reading.sheets[1].rows_read) == ("unknown", 0)
    assert remarks(reading) == []


def test_headings_without_rows_are_told(understood):
    reading = understood([*TASKS[:2], ["(1)", "(2)", "(3)"]])
    assert reading.refused
    assert remarks(reading) == [("no_rows", "", "warning")]


def test_a_hidden_sheet_is_read_and_told(understood):
    reading = understood({"Bảng": TASKS, "Ẩn": TASKS}, hidden=("Ẩn",))
    assert [sheet.rows_imported for sheet in reading.sheets] == [1, 1]
    assert remarks(reading) == [("hidden_sheet", "", "info")]


@pytest.mark.parametrize(
    ("title", "sheet", "file", "option", "year"),
    [
        ("NĂM 2023", "2022", "2021.xlsx", 2020, 2020),
        ("NĂM 2023", "2022", "2021.xlsx", None, 2023),
        ("NHIỆM VỤ", "2022", "2021.xlsx", None, 2022),
        ("NHIỆM VỤ", "Bảng", "nhiem-vu-2021.xlsx", None, 2021),
        ("NHIỆM VỤ", "Bảng", "nhiem-vu.xlsx", None, None),
    ],
)
def test_the_year(title, sheet, file, option, year, understood):
    reading = understood({sheet: [[title], *TASKS[1:]]}, name=file, options=Options(option))
    assert reading.sheets[0].year == year


def test_simulation_of_one_sheet_is_of_the_file(understood):
    reading = understood({"A": [["DỮ LIỆU MÔ PHỎNG"], *TASKS[1:]], "B": TASKS})
    assert [sheet.simulated for sheet in reading.sheets] == [True, True]


def test_columns_named_by_the_person(understood):
    rows = [TASKS[0], ["STT", "Mã", "Việc", "Ai làm", "Khi nào"], TASKS[2]]
    chosen = {"Mã": "component", "Việc": "text", "Ai làm": "lead", "khi nào": "due"}
    reading = understood(rows, options=Options(columns=chosen))
    assert reading.sheets[0].records[0].leads == ("UB MTTQ xã",)


def test_a_survey_among_sheets_in_any_order(understood):
    questions = [["Mã câu", "Thành phần", "Thấp nhất", "Cao nhất"], ["C01", "1.1", 0, 1]]
    answers = [["Mã phiếu", "Thôn", "C01"], ["1", "Bắc", "Có"]]
    for sheets in ({"H": questions, "T": answers}, {"T": answers, "H": questions}):
        reading = understood(sheets)
        assert {s.kind: s.rows_imported for s in reading.sheets} == {"questions": 1, "answers": 1}
