"""Sheets of several tables: all are read, and every row is counted once."""

import pytest

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.table.split import parts
from dashboard.importing.understand import understand
from tests.importing.conftest import answers_of, remarks

TITLE = ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
HEADINGS = ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
ADULTS = ["Thôn", "Số người từ 18 tuổi trở lên"]
FORMS = ["Mã phiếu", "Thôn", "Giới tính", "Tuổi", "C01", "C02"]


def task(number: int, text: str) -> list[object]:
    return [number, "1.1", text, "Công an xã", "Quý I"]


def found(reading) -> list[tuple[str, int, int, int]]:
    return [(s.kind, s.rows_imported, s.rows_refused, s.rows_recognised) for s in reading.sheets]


@pytest.mark.parametrize("gap", [[], [[]], [["BIỂU 2: DÂN SỐ CÁC THÔN"]], [[], ["DÂN SỐ"], []]])
def test_adults_below_tasks(gap, understood):
    rows = [TITLE, HEADINGS, task(1, "A"), task(2, "B"), *gap]
    rows += [["STT", *ADULTS], [1, "Bắc", 120], [2, "Nam", 130], ["Tổng cộng", None, 250]]
    reading = understood(rows)
    titled = any(gap)
    assert found(reading) == [("tasks", 2, 0, 2), ("population", 2, 0, 2 + titled)]
    assert {(s.unit, s.year) for s in reading.sheets} == {("Xã Đức Hợp", 2023)}
    assert [r.row for r in reading.sheets[1].records] == [len(rows) - 2, len(rows) - 1]
    assert remarks(reading) == []


def test_adults_above_tasks(understood):
    rows = [["DÂN SỐ"], ADULTS, ["Bắc", 120], ["Nam", 130], [], TITLE, HEADINGS, task(1, "A")]
    assert found(understood(rows)) == [("population", 2, 0, 2), ("tasks", 1, 0, 2)]


def test_a_survey_all_in_one_sheet(understood):
    rows = [
        ["KHẢO SÁT NĂM 2023 TẠI XÃ ĐỨC HỢP"],
        FORMS[:5],
        ["1", "Bắc", "Nam", 40, "Có"],
        ["2", "Nam", "Nữ", 41, "Không"],
        [],
        ["BỘ CÂU HỎI"],
        ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất"],
        ["C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1],
        [],
        ADULTS,
        ["Bắc", 100],
        ["Nam", 120],
    ]
    reading = understood(rows)
    assert found(reading) == [("answers", 2, 0, 2), ("questions", 1, 0, 2), ("population", 2, 0, 1)]
    sheet = reading.sheets[0]
    assert [answers_of(sheet, form) for form in sheet.records] == [{"C01": 1.0}, {"C01": 0.0}]
    assert remarks(reading) == []


def test_tasks_of_two_communes_below_each_other(understood):
    rows = [["NHIỆM VỤ CỦA UBND XÃ AN BÌNH NĂM 2023"], HEADINGS, task(1, "A"), []]
    rows += [["NHIỆM VỤ CỦA UBND XÃ YÊN HÒA NĂM 2023"], HEADINGS, task(1, "B"), task(2, "C")]
    reading = understood(rows)
    assert found(reading) == [("tasks", 1, 0, 2), ("tasks", 2, 0, 2)]
    assert [s.unit for s in reading.sheets] == ["Xã An Bình", "Xã Yên Hòa"]
    assert [s.key for s in reading.sheets] == [("Bảng", 0), ("Bảng", 1)]


def test_like_tables_of_one_unit_are_one(understood, known_questions):
    rows = [["KHẢO SÁT NĂM 2023 TẠI XÃ ĐỨC HỢP"], ["Thôn Bắc"], FORMS]
    rows += [["1", "Bắc", "Nam", 40, "Có", 1], ["2", "Bắc", "Nữ", 41, "Có", 3], []]
    rows += [["Thôn Nam"], FORMS, ["3", "Nam", "Nam", 42, "Có", 2]]
    reading = understood(rows, facts=known_questions)
    assert found(reading) == [("answers", 3, 0, 5)]
    assert [form.row for form in reading.sheets[0].records] == [4, 5, 9]
    assert remarks(reading) == []


def test_headings_printed_again_begin_no_table(understood):
    """The section above them holds for the tasks below them."""
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    rows = [TITLE, headings, ["1.1", "Tri thức công dân"], [1, "A", "Công an xã", "Quý I"]]
    rows += [["1.2", "Cơ hội tham gia"], headings, [2, "B", "Công an xã", "Quý I"]]
    rows += [TITLE, headings, [3, "C", "Công an xã", "Quý I"]]
    reading = understood(rows)
    assert [task.component for task in reading.sheets[0].records] == ["1.1", "1.2", "1.2"]
    assert found(reading) == [("tasks", 3, 0, 7)] and remarks(reading) == []


def test_a_section_in_one_cell_above_headings_printed_again_holds_for_the_tasks_below(understood):
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    rows = [TITLE, headings, ["1.1", "Tri thức công dân"], [1, "A", "Công an xã", "Quý I"]]
    rows += [["1.2. Cơ hội tham gia"], headings, [2, "B", "Công an xã", "Quý I"]]
    reading = understood(rows)
    assert [task.component for task in reading.sheets[0].records] == ["1.1", "1.2"]
    assert found(reading) == [("tasks", 2, 0, 5)] and remarks(reading) == []


def test_a_line_of_words_below_tasks_is_theirs_and_no_title_of_the_next_table(understood):
    line = [None, None, "Nội dung khác"]
    reading = understood([TITLE, HEADINGS, task(1, "A"), line, ADULTS, ["Bắc", 120]])
    assert found(reading) == [("tasks", 1, 0, 3), ("population", 1, 0, 1)]
    assert remarks(reading) == [("row_taken_as_section", "C4", "info")]


def test_a_day_alone_is_an_activity_and_no_title_of_the_next_table(understood):
    log = ["Ngày", "Kênh", "Nội dung"]
    rows = [["NHẬT KÝ NĂM 2023"], log, ["5/3/2023", "Loa", "Thu, chi"], ["12/3/2023"]]
    reading = understood([*rows, ADULTS, ["Bắc", 120]])
    assert found(reading) == [("activities", 2, 0, 2), ("population", 1, 0, 1)]


@pytest.mark.parametrize(
    "below",
    [
        [["TỔNG HỢP"], ["STT", "Cán bộ", "Số việc", "Xong"], [1, "Công an xã", 5, 3]],
        [[], ["Cán bộ", "Tổng số", "Xong", "Quá hạn"], ["Công an xã", 5, 3, 1]],
    ],
)
def test_a_table_of_no_known_kind_below_tasks_is_no_tasks(below, understood):
    reading = understood([TITLE, HEADINGS, task(1, "A"), task(2, "B"), *below])
    assert [(s.kind, s.rows_imported) for s in reading.sheets] == [("tasks", 2), ("unknown", 0)]
    assert remarks(reading) == [("unknown_table", "", "warning")]


def test_headings_of_no_known_kind_printed_again_begin_no_table(understood):
    heads = ["STT", "Loại xe", "Biển số"]
    reading = understood([heads, [1, "Ô tô", "89A"], ["xe đã cũ"], heads, [2, "Xe máy", "89B"]])
    assert remarks(reading) == [("no_known_sheet", "", "error"), ("unknown_sheet", "", "warning")]


def test_a_table_of_no_known_kind_above_tasks_is_told(understood):
    rows = [["DANH SÁCH XE"], ["STT", "Loại xe", "Biển số"], [1, "Ô tô", "89A"], []]
    reading = understood([*rows, TITLE, HEADINGS, task(1, "A")])
    assert found(reading) == [("unknown", 0, 0, 3), ("tasks", 1, 0, 2)]
    assert remarks(reading) == [("sheet_of_others", "", "warning")]
    assert reading.sheets[0].findings[0].holes == {"looks": "people", "rows": "1-3"}


def test_logs_of_different_columns(understood):
    rows = [["NHẬT KÝ NĂM 2023 CỦA XÃ ĐỨC HỢP"], ["STT", "Ngày", "Kênh", "Nội dung"]]
    rows += [[1, "5/3/2023", "Loa", "Luật"], [], ["II. GIÁM SÁT"]]
    rows += [["STT", "Ngày giám sát", "Cơ quan giám sát", "Nội dung giám sát", "Phát hiện"]]
    rows += [[1, "7/3/2023", "UB MTTQ xã", "Đất đai", "Chậm"]]
    reading = understood(rows)
    assert found(reading) == [("activities", 1, 0, 2), ("activities", 1, 0, 2)]
    assert [s.records[0].kind for s in reading.sheets] == ["Truyền thông", "Giám sát"]
    assert remarks(reading) == []


def test_letterhead_and_signature_of_each_of_two_tables(understood):
    letterhead = [
        ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["XÃ ĐỨC HỢP", None, None, "Độc lập - Tự do - Hạnh phúc"],
        [None, None, None, "Đức Hợp, ngày 5 tháng 1 năm 2024"],
    ]
    signature = [
        ["Nơi nhận:", None, None, "TM. ỦY BAN NHÂN DÂN"],
        ["- Lưu.", None, None, "CHỦ TỊCH"],
    ]
    rows = [*letterhead, TITLE, HEADINGS, task(1, "A"), ["Cộng:", None, "1"], [], *signature, []]
    rows += [*letterhead, [], ["DÂN SỐ NĂM 2023"], ["STT", *ADULTS], [1, "Bắc", 120], *signature]
    reading = understood(rows)
    assert found(reading) == [("tasks", 1, 0, 8), ("population", 1, 0, 7)]
    assert {(s.unit, s.year) for s in reading.sheets} == {("Xã Đức Hợp", 2023)}
    assert remarks(reading) == []


def test_subtotals_end_no_section(understood):
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)"]
    rows = [TITLE, headings, ["1.1", "Tri thức công dân"], [1, "A", "Công an xã", "Quý I", 50]]
    rows += [["Cộng mục 1.1", None, None, None, 50], [2, "B", "Công an xã", "Quý I", 70]]
    rows += [["TỔNG CỘNG (I+II)", None, None, None, 60]]
    reading = understood(rows)
    assert [t.component for t in reading.sheets[0].records] == ["1.1", "1.1"]
    assert found(reading) == [("tasks", 2, 0, 5)] and remarks(reading) == []


@pytest.mark.parametrize(
    "row",
    [
        [None, "1.1", "Họp thôn", "Công an xã", "Thường xuyên"],
        [None, "1.1", "Nội dung họp thôn", "Chủ trì họp thôn", "Thời gian sớm nhất"],
        ["Mới", "1.1", "Họp thôn", "Công an xã", "Quý IV"],
        ["a", "1.1", "Nội dung", "Chủ trì", "Thường xuyên"],
        [3, "1.1", "Thôn", "Tuổi", "Cả năm"],
    ],
)
def test_a_task_of_words_below_a_blank_row_is_a_task(row, understood):
    reading = understood([TITLE, HEADINGS, task(1, "A"), [], row, task(9, "Z")])
    assert found(reading) == [("tasks", 3, 0, 2)]


def test_tables_side_by_side(workbook, known):
    rows = [
        TITLE,
        [*ADULTS, None, *HEADINGS],
        ["Bắc", 100, None, *task(1, "A")],
        ["Nam", 110, None, *task(2, "B")],
        [None, None, None, *task(3, "C")],
    ]
    reading = understand(workbook({"Bảng": rows}), known)
    assert [(s.kind, s.rows_imported, s.rows_refused) for s in reading.sheets] == [
        ("population", 2, 0),
        ("tasks", 3, 0),
    ]
    assert {s.unit for s in reading.sheets} == {"Xã Đức Hợp"}
    assert reading.sheets[1].columns["text"] == "F" and remarks(reading) == []


def test_a_blank_column_within_a_table_parts_nothing(understood):
    rows = [TITLE, [*HEADINGS[:3], None, *HEADINGS[3:]]]
    rows += [[1, "1.1", "A", None, "Công an xã", "Quý I"]]
    assert found(understood(rows)) == [("tasks", 1, 0, 2)]


def test_a_sheet_of_one_table_is_itself():
    sheet = RawSheet("B", [HEADINGS, task(1, "A")])
    assert parts(sheet) == [sheet] and parts(sheet)[0] is sheet
    assert parts(RawSheet("B", [])) == [RawSheet("B", [])]


def test_many_sparse_rows_cost_little():
    """A hostile sheet of words below blank rows is looked at in no time that matters."""
    rows = [["STT", "Nhiệm vụ"], [None, None]] * 50_000
    assert len(parts(RawSheet("B", rows))) == 1


def test_answers_of_two_tables_alike_stay_with_their_forms(understood):
    rows = [["PHIẾU NĂM 2023"], FORMS[:5], ["1", "Bắc", "Nam", 40, "Có"], []]
    rows += [
        ["ĐỢT HAI, XÃ AN"],
        FORMS[:5],
        ["2", "Nam", "Nữ", 41, "KB"],
        ["3", "Nam", "Nữ", 42, "Có"],
    ]
    questions = [
        ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất"],
        ["C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1],
    ]
    said = [
        (form.form, answers_of(sheet, form)["C01"])
        for sheet in understood({"Phiếu": rows, "Câu hỏi": questions}).sheets
        if sheet.kind == "answers"
        for form in sheet.records
    ]
    assert said == [("1", 1.0), ("2", "dont_know"), ("3", 1.0)]
