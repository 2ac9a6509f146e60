from datetime import date

import pytest

from dashboard.importing.model.reading import Options
from dashboard.importing.model.records import Task
from tests.importing.conftest import remarks

HEADINGS = [
    "STT",
    "Nhiệm vụ",
    "Chủ trì",
    "Phối hợp",
    "Thời hạn",
    "Tiến độ (%)",
    "Ngày hoàn thành",
    "Kết quả năm",
    "Ghi chú",
]
TITLE = ["NHIỆM VỤ PAPI NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
SECTION = ["1.1", "Tri thức công dân"]
TASK = [1, "Họp thôn", "UB MTTQ xã", "Các thôn", "Quý II", 0.5, None, "Đang thực hiện", None]


def tasks(understood, *rows, above=(SECTION,), **more):
    return understood([TITLE, HEADINGS, *above, *rows], **more)


def with_cell(heading, value):
    task = list(TASK)
    task[HEADINGS.index(heading)] = value
    return task


def test_every_field_of_a_task(understood):
    headings = [
        "TT",
        "Xã",
        "Mã nội dung",
        "Nhiệm vụ",
        "Chủ trì",
        "Phối hợp",
        "Địa bàn",
        "Thời hạn",
        "Sản phẩm",
        "Tiến độ",
        "Ngày hoàn thành",
        "Kết quả 6 tháng",
        "Kết quả năm",
        "Ghi chú",
    ]
    row = [
        1,
        "Xã An",
        "1.1",
        "Họp thôn ",
        "Công an xã; Hội Phụ nữ",
        "Các thôn",
        "Thôn Hạ, Bắc",
        "Quý II/2023",
        "Biên bản",
        "80%",
        "5/3/2023",
        "Đang thực hiện",
        "Hoàn thành",
        "gấp",
    ]
    reading = understood([headings, row])
    assert reading.sheets[0].records == [
        Task(
            row=2,
            unit="Xã An",
            component="1.1",
            text="Họp thôn",
            leads=("Công an xã", "Hội Phụ nữ"),
            supports=("Các thôn",),
            area="Thôn Hạ, Bắc",
            whole_unit=False,
            villages=("Thôn Hạ", "Thôn Bắc"),
            due_text="Quý II/2023",
            due=date(2023, 6, 30),
            product="Biên bản",
            progress=0.8,
            done=date(2023, 3, 5),
            result_h1="Đang thực hiện",
            result_year="Hoàn thành",
            note="gấp",
        )
    ]
    assert remarks(reading) == [("done_but_unfinished", "K2", "warning")]


def test_title_gives_year_and_unit(understood):
    sheet = tasks(understood, TASK).sheets[0]
    assert (sheet.year, sheet.unit) == (2023, "Xã Đức Hợp")
    assert (sheet.records[0].unit, sheet.records[0].due) == ("Xã Đức Hợp", date(2023, 6, 30))


def test_options_overrule_the_title(understood):
    sheet = tasks(understood, TASK, options=Options(2022, "Xã An")).sheets[0]
    assert (sheet.year, sheet.unit) == (2022, "Xã An")
    assert (sheet.records[0].unit, sheet.records[0].due) == ("Xã An", date(2022, 6, 30))


def test_column_of_units_wins_over_title_and_option(understood):
    rows = [TITLE, ["Xã", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ["Xã An", "Họp", "Công an", "Quý I"]]
    assert understood(rows, options=Options(unit="Xã Bình")).sheets[0].records[0].unit == "Xã An"


@pytest.mark.parametrize(
    ("sections", "component"),
    [
        ([["I", "THAM GIA CỦA NGƯỜI DÂN Ở CẤP CƠ SỞ"]], "1"),
        ([["1", "Tham gia của người dân ở cấp cơ sở"]], "1"),
        ([["1.1", "Tri thức công dân"]], "1.1"),
        ([[1.1, "Tri thức công dân"]], "1.1"),
        ([["1.1. Tri thức công dân"]], "1.1"),
        ([[None, "1.1. Tri thức công dân"]], "1.1"),
        ([[None, "Tri thức công dân"]], "1.1"),
        ([[None, "1. Tri thức công dân"]], "1.1"),
        ([["Nội dung thành phần 1.1: Tri thức công dân"]], "1.1"),
        ([["I", 'Nâng cao chỉ số "Tham gia của người dân ở cấp cơ sở"']], "1"),
        ([[None, "Chỉ số nội dung 1: Tham gia của người dân"]], "1"),
        ([["I", "Tham gia"], ["1.2", "Cơ hội tham gia"]], "1.2"),
        ([["1.1", "Tri thức"], ["II", "Công khai, minh bạch"]], "2"),
    ],
)
def test_section_rows_name_the_component(sections, component, understood):
    reading = tasks(understood, TASK, above=sections)
    assert [task.component for task in reading.sheets[0].records] == [component]
    assert remarks(reading) == []


@pytest.mark.parametrize(
    ("above", "component", "said"),
    [
        ([["1.1", "Tên khác của nội dung"]], "1.1", [("section_of_component", "B3", "warning")]),
        ([["1.1", "Công tác tuyên truyền"]], None, [("row_taken_as_section", "B3", "warning")]),
        ([["1", "Việc chung"], ["1.1", "Việc tuyên truyền"]], None,
         [("row_taken_as_section", "B3", "info"), ("row_taken_as_section", "B4", "warning")]),
    ],
)  # fmt: skip
def test_number_in_parts_with_other_words_is_said(above, component, said, understood):
    reading = tasks(understood, TASK, above=above)
    assert [task.component for task in reading.sheets[0].records] == [component]
    assert [one for one in remarks(reading) if one[0] != "task_without_component"] == said


@pytest.mark.parametrize("outline", ["A", "I", "II", "IX", None])
def test_a_section_that_is_no_component_is_told_and_ends_the_last(outline, understood):
    reading = tasks(understood, TASK, above=[SECTION, [outline, "Nhiệm vụ chung"]])
    assert reading.sheets[0].records[0].component is None
    assert remarks(reading) == [
        ("row_taken_as_section", "B4", "info"),
        ("task_without_component", "B5", "warning"),
    ]


def test_a_section_that_has_only_its_code_holds_for_the_rows_below(understood):
    sheet = tasks(understood, TASK, ["1.3", None], TASK).sheets[0]
    assert [task.component for task in sheet.records] == ["1.1", "1.3"]


def test_words_in_the_place_of_numbers_are_a_heading(understood):
    reading = tasks(understood, TASK, ["Nhiệm vụ chung"], TASK)
    assert [task.component for task in reading.sheets[0].records] == ["1.1", None]
    assert remarks(reading)[0] == ("row_taken_as_section", "A5", "info")


def test_section_rows_of_units(understood):
    reading = tasks(understood, TASK, above=[SECTION, [None, "Xã An"]])
    assert reading.sheets[0].records[0].unit == "Xã An"


def test_a_numbered_line_with_nothing_else_is_a_task(understood):
    reading = tasks(understood, [1, "Họp thôn"])
    assert reading.sheets[0].records[0].text == "Họp thôn"
    assert remarks(reading) == [
        ("task_without_lead", "C4", "warning"),
        ("task_without_due", "E4", "warning"),
    ]


def test_a_done_date_without_a_year_is_of_the_plan_s_year(understood):
    row = with_cell("Ngày hoàn thành", "5/3")
    row[HEADINGS.index("Tiến độ (%)")] = 1
    row[HEADINGS.index("Kết quả năm")] = "Hoàn thành"
    reading = tasks(understood, row)
    assert reading.sheets[0].records[0].done == date(2023, 3, 5)
    assert remarks(reading) == [("year_assumed", "G4", "warning")]


def test_a_task_before_any_section(understood):
    reading = tasks(understood, TASK, above=[])
    assert remarks(reading) == [("task_without_component", "B3", "warning")]


def test_a_task_that_begins_with_its_number(understood):
    text = "1. Tham gia họp thôn với người dân"
    headings = ["Nhiệm vụ", "Chủ trì", "Thời hạn"]
    reading = understood([TITLE, headings, [text], ["Họp", "Công an", "Quý I"]])
    assert [task.text for task in reading.sheets[0].records] == [text, "Họp"]


def test_task_numbers_are_no_codes(understood):
    numbered = [[n, f"Việc {n}", *TASK[2:]] for n in range(1, 10)]
    found = tasks(understood, *numbered).sheets[0].records
    assert [task.component for task in found] == ["1.1"] * 9


LAST_OF_LIST = ("due_last_of_list", "E4", "warning")


@pytest.mark.parametrize(
    ("heading", "value", "field", "meaning", "finding"),
    [
        ("Ngày hoàn thành", "31/02/2023", "done", None, ("impossible_date", "G4", "error")),
        ("Ngày hoàn thành", "đã xong", "done", None, ("unreadable_date", "G4", "error")),
        ("Tiến độ (%)", 1.5, "progress", None, ("impossible_progress", "F4", "error")),
        ("Tiến độ (%)", "150%", "progress", None, ("impossible_progress", "F4", "error")),
        ("Tiến độ (%)", -1, "progress", None, ("impossible_progress", "F4", "error")),
        ("Tiến độ (%)", "?", "progress", None, ("unreadable_progress", "F4", "error")),
        ("Thời hạn", "31/02/2023", "due", None, ("impossible_date", "E4", "error")),
        ("Thời hạn", "khi rảnh", "due", None, ("unreadable_due", "E4", "warning")),
        ("Thời hạn", "30/9/2023, 31/10/2023", "due", date(2023, 10, 31), LAST_OF_LIST),
        ("Thời hạn", "30/4 và 31/10", "due", date(2023, 10, 31), LAST_OF_LIST),
        ("Thời hạn", "30/4/2023 - 31/10/2023", "due", date(2023, 10, 31), None),
        ("Thời hạn", "Đợt 1: 30/4, đợt 2: 31/10", "due", date(2023, 10, 31), None),
        ("Thời hạn", None, "due", None, ("task_without_due", "E4", "warning")),
        ("Thời hạn", "Thường xuyên", "recurring", True, None),
        ("Chủ trì", None, "leads", (), ("task_without_lead", "C4", "warning")),
        ("Kết quả năm", "tốt", "result_year", "tốt", ("unknown_result", "H4", "warning")),
        ("Kết quả năm", "Hủy", "cancelled", True, None),
        ("Kết quả năm", "Đúng hạn", "cancelled", False, None),
    ],
)
def test_a_cell_of_a_task(heading, value, field, meaning, finding, understood):
    reading = tasks(understood, with_cell(heading, value))
    (task,) = reading.sheets[0].records
    assert getattr(task, field) == meaning
    assert remarks(reading) == ([finding] if finding else [])


def test_a_finding_names_sheet_cell_column_and_value(understood):
    (finding,) = tasks(understood, with_cell("Ngày hoàn thành", "31/02/2023")).sheets[0].findings
    place = (finding.sheet, finding.cell, finding.column, finding.value)
    assert place == ("Bảng", "G4", "Ngày hoàn thành", "31/02/2023")


def test_a_row_without_its_task_is_refused(understood):
    reading = tasks(understood, with_cell("Nhiệm vụ", None), TASK)
    assert (reading.sheets[0].rows_imported, reading.sheets[0].rows_refused) == (1, 1)
    assert remarks(reading) == [("task_without_text", "B4", "error")]


def test_every_finding_is_listed(understood):
    reading = tasks(understood, *[with_cell("Ngày hoàn thành", "31/02/2023")] * 120)
    assert [cell for _, cell, _ in remarks(reading)] == [f"G{row}" for row in range(4, 124)]


def test_the_whole_column_tells_fractions_from_percents(understood):
    column = [with_cell("Tiến độ (%)", value) for value in (1, 80, "50%", 100)]
    found = [task.progress for task in tasks(understood, *column).sheets[0].records]
    assert found == pytest.approx([0.01, 0.8, 0.5, 1.0])


@pytest.mark.parametrize(
    ("code", "component", "finding"),
    [
        ("2.1", "2.1", []),
        (None, "1.1", []),
        ("9.9", None, [("unknown_component", "B4", "warning")]),
        ("5.2", "5.2", [("component_not_in_year", "B4", "warning")]),
    ],
)
def test_the_component_column_comes_before_sections(code, component, finding, understood):
    headings = ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    rows = [
        TITLE,
        headings,
        ["1.1", None, "Tri thức công dân"],
        [1, code, "Họp", "Công an", "Quý I"],
    ]
    reading = understood(rows)
    assert reading.sheets[0].records[0].component == component
    assert remarks(reading) == finding


def test_cancelled_by_the_latest_result(understood):
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Kết quả 6 tháng", "Kết quả năm"]
    start = [1, "Họp", "Công an", "Quý I"]
    rows = [[*start, "Hủy", None], [*start, "Hủy", "Hoàn thành"], [*start, "Hoàn thành", "Hủy"]]
    found = understood([TITLE, headings, SECTION, *rows]).sheets[0].records
    assert [task.cancelled for task in found] == [True, False, True]


@pytest.mark.parametrize(
    "row",
    [
        HEADINGS,
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        ["A", "B", "C", "D", "E"],
        ["(1)", "(2)", "(3)", "(4)", "(5)=(3)+(4)"],
        ["A", "B", 1, 2, 3],
        ["Tổng cộng: 5 nhiệm vụ"],
        [None, "Tổng cộng", None, None, None, 0.5],
        [None, "Tổng số: 5"],
        [None, "Cộng", None, None, None, 5],
        ["Ghi chú: báo cáo quý"],
        ["Trang 1/2"],
        [None, None, None, None, None, None, "Trang 2"],
        [2],
        ["Nơi nhận:\n- UBND huyện", None, None, None, None, None, None, "TM. ỦY BAN NHÂN DÂN"],
        [None, None, None, None, None, None, "Người lập biểu"],
        [None, None, None, None, None, None, "Đức Hợp, ngày 25 tháng 10 năm 2023"],
        [None, None, None, None, None, None, "CHỦ TỊCH"],
    ],
)  # fmt: skip
def test_rows_recognised_as_no_task(row, understood):
    reading = tasks(understood, TASK, row, TASK)
    assert [task.row for task in reading.sheets[0].records] == [4, 6]
    assert (reading.sheets[0].rows_refused, reading.sheets[0].rows_recognised) == (0, 4)
    assert remarks(reading) == []


def test_a_title_printed_again_changes_nothing(understood):
    reading = tasks(understood, TASK, TITLE, HEADINGS, TASK)
    assert [task.component for task in reading.sheets[0].records] == ["1.1", "1.1"]
    assert remarks(reading) == []


def test_a_section_may_sum_up_the_progress_of_its_tasks(understood):
    section = ["1.2", "Cơ hội tham gia", None, None, None, 0.5]
    reading = tasks(understood, section, TASK)
    assert [task.component for task in reading.sheets[0].records] == ["1.2"]


def test_a_numbered_task_has_no_code_of_three_parts(understood):
    reading = tasks(understood, ["1.1.1", "Họp thôn"])
    assert [task.text for task in reading.sheets[0].records] == ["Họp thôn"]


@pytest.mark.parametrize("lead", ["Thủ trưởng các đơn vị", "Người lập biểu", "Chủ tịch"])
def test_a_lead_is_no_signature(lead, understood):
    rows = [[1, "Họp thôn", lead], [2, "Ghi sổ", lead]]
    assert tasks(understood, *rows).sheets[0].rows_imported == 2


def test_a_task_below_a_signature_is_not_lost(understood):
    found = tasks(understood, TASK, ["Nơi nhận:"], ["- UBND"], TASK, ["- VT"]).sheets[0]
    assert [task.row for task in found.records] == [4, 7]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số hộ nghèo được rà soát",
        "Tổng hợp báo cáo",
        "Cộng đồng giám sát",
        "Ghi chú sổ họp",
        "Chủ tịch tiếp dân",
    ],
)
def test_tasks_that_begin_like_other_rows(text, understood):
    reading = tasks(understood, with_cell("Nhiệm vụ", text))
    assert [task.text for task in reading.sheets[0].records] == [text]


def test_all_below_a_signature_is_recognised(understood):
    below = [["Nơi nhận:"], ["- UBND huyện;"], [None, "(đã ký)"], [None, "Nguyễn Văn A"]]
    sheet = tasks(understood, TASK, *below).sheets[0]
    assert (sheet.rows_imported, sheet.rows_refused, sheet.rows_recognised) == (1, 0, 7)


@pytest.mark.parametrize(
    "below",
    [
        [("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Các thôn;", "CHỦ TỊCH"), ("- Lưu: VT.", "")],
        [("KẾ TOÁN", "THỦ TRƯỞNG ĐƠN VỊ"), ("(Ký tên)", "(Ký tên)"), ("Lê Thị C", "Trần Văn B")],
        [("Người lập", "Đức Hợp, ngày 5 tháng 5 năm 2023"), ("Lê Thị C", "Trần Văn B")],
        [("Nơi nhận:\n- UBND huyện", "TM. UBND XÃ\nCHỦ TỊCH"), ("", "Trần Văn B")],
    ],
)
def test_a_signature_below_tasks_and_due_dates_is_no_task(below, understood):
    rows = [[None, left, None, None, right] for left, right in below]
    sheet = tasks(understood, TASK, *rows).sheets[0]
    assert (sheet.rows_imported, sheet.rows_refused, sheet.rows_recognised) == (1, 0, 3 + len(rows))
    assert sheet.findings == []


@pytest.mark.parametrize(
    "row", [[None, "Người lập danh sách", None, None, "31/5"], [2, "Thủ trưởng họp", "Công an"]]
)
def test_a_task_with_a_day_or_number_is_no_signature(row, understood):
    sheet = tasks(understood, TASK, ["Nơi nhận:"], row).sheets[0]
    assert [task.text for task in sheet.records] == ["Họp thôn", row[1]]


def test_blank_rows_are_not_counted(understood):
    sheet = tasks(understood, [], TASK, [None, "  "], TASK).sheets[0]
    assert sheet.rows_read == 5


def test_columns_and_labels_as_seen_in_excel(understood):
    sheet = tasks(understood, TASK).sheets[0]
    assert sheet.columns["due"] == "E" and sheet.labels["E"] == "Thời hạn"


def test_a_column_of_no_meaning_is_told(understood):
    rows = [[*HEADINGS, "Kinh phí"], SECTION, [*TASK, 500]]
    assert remarks(understood([TITLE, *rows])) == [("unknown_column", "J2", "info")]
