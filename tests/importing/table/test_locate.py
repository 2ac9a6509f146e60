import pytest

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.records import Question
from dashboard.importing.recognition.contents import spoken
from dashboard.importing.table.columns import Meanings
from dashboard.importing.table.questionnaire import Questionnaire, questionnaire
from dashboard.importing.table.search import locate

ASKED = questionnaire(
    {
        "c01": Question("C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1),
        "c02": Question("C02", "1.2", "Mức độ hài lòng?", 1, 5),
    }
)


def found(rows, asked=ASKED, chosen=None):
    width = max(len(row) for row in rows)
    rows = [row + [None] * (width - len(row)) for row in rows]
    return locate(RawSheet("B", rows), asked, Meanings(chosen or {}))


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], "tasks"),
        (["Mã phiếu", "Thôn", "C01"], "answers"),
        (["Mã câu", "Nội dung thành phần", "Câu hỏi", "Thấp nhất", "Cao nhất"], "questions"),
        (["Thôn", "Số người từ 18 tuổi trở lên"], "population"),
        (["Thôn", "Số người từ 18 tuổi"], "population"),
        (["Ngày", "Kênh", "Nội dung", "Người thực hiện"], "activities"),
        (["Ngày giám sát", "Cơ quan giám sát", "Nội dung giám sát", "Phát hiện"], "activities"),
        (["Cấp", "Tên đơn vị", "Trực thuộc"], "units"),
    ],
)
def test_kind(headings, kind):
    table = found([["TIÊU ĐỀ NĂM 2023"], [], headings])
    assert (table.kind.name, table.first, table.last) == (kind, 2, 2)


@pytest.mark.parametrize(
    "headings",
    [
        ["STT", "Nhiệm vụ", "Ghi chú"],
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["Thôn", "Tuổi", "Giới tính"],
        ["Mã phiếu", "C01", "C02"],
        ["Mã câu", "Câu hỏi", "Cao nhất"],
        ["Thôn", "Số hộ"],
        ["Ngày", "Ghi chú"],
        ["Tên đơn vị", "Trực thuộc"],
    ],
)
def test_too_few_columns_make_no_table(headings):
    assert found([headings]) is None


def test_sub_headings_below_group_headings():
    table = found(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Kết quả thực hiện", None, None, "Ghi chú"],
            [None, None, None, "Tiến độ (%)", "Ngày hoàn thành", "Cả năm", None],
        ]
    )
    assert (table.first, table.last) == (0, 1)
    assert table.columns == {
        "number": 0,
        "text": 1,
        "lead": 2,
        "progress": 3,
        "done": 4,
        "result_year": 5,
        "note": 6,
    }


def test_headings_of_three_levels():
    table = found(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Kết quả thực hiện", None, None, None, "Ghi chú"],
            [None, None, None, "6 tháng đầu năm", None, "Cả năm", None, None],
            [None, None, None, "Kết quả", "Lý do", "Kết quả", "Tiến độ (%)", None],
            [1, "Họp thôn", "UB MTTQ xã", "Chưa", None, "Hoàn thành", 80, None],
        ]
    )
    assert (table.first, table.last) == (0, 2)
    assert table.columns == {
        "number": 0,
        "text": 1,
        "lead": 2,
        "result_h1": 3,
        "result_year": 5,
        "progress": 6,
        "note": 7,
    }


def test_the_lowest_of_three_levels_counts_where_it_says_more():
    table = found(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Kết quả", None, None],
            [None, None, None, None, "6 tháng đầu năm", None, "Cả năm"],
            [None, None, None, None, "Tiến độ", "Ghi chú", "Tiến độ (%)"],
        ]
    )
    assert (table.last, table.columns["progress"], table.columns["note"]) == (2, 6, 5)


def test_a_row_of_data_is_no_second_heading():
    rows = [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", None],
        [1, "Họp thôn", "UB MTTQ xã", "Cả năm", "Hoàn thành"],
    ]
    assert found(rows).last == 0


def test_a_task_with_few_cells_is_no_second_heading():
    rows = [["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], [None, "Họp thôn", "UB MTTQ xã", None]]
    assert found(rows).last == 0


def test_question_texts_below_their_codes():
    rows = [["Mã phiếu", "Thôn", "C01", "C02"], [None, None, "Ông/Bà có biết Luật không?", "…"]]
    assert found(rows).questions == {2: "c01", 3: "c02"}


def test_codes_above_their_texts():
    rows = [[None, None, "C01", "C02"], ["Mã phiếu", "Thôn", "Câu thứ nhất", "Câu thứ hai"]]
    table = found(rows)
    assert (table.first, table.questions) == (1, {2: "c01", 3: "c02"})


@pytest.mark.parametrize(
    "label",
    [
        "C01",
        "c01",
        "Câu C01",
        "Câu C01. Luật",
        "C01. Ông/Bà có biết Luật không?",
        "Ông/Bà có biết luật không",
    ],
)
def test_a_question_by_code_or_text(label):
    assert found([["Mã phiếu", "Thôn", label]]).questions == {2: "c01"}


def test_of_two_columns_of_one_question_the_first():
    assert found([["Mã phiếu", "Thôn", "C01", "C01", "C02"]]).questions == {2: "c01", 4: "c02"}


def test_answers_without_any_questionnaire_are_known_by_code_like_headings():
    table = found([["Mã phiếu", "Thôn", "Q1", "Q2"]], Questionnaire())
    assert table.kind.name == "answers"


def test_a_question_that_speaks_of_a_village_is_not_the_village():
    asked = questionnaire({"c01": Question("C01", "1.1", "Ở thôn có họp không?", 0, 1)})
    rows = [["Mã phiếu", "Ở thôn có họp không?", "Thôn"]]
    assert found(rows, asked).columns["village"] == 2


def test_chosen_columns_make_a_table_of_headings_unknown():
    rows = [["A", "B", "C"], [1, "x", "y"]]
    table = found(rows, chosen={"A": "number", "B": "text", "C": "lead"})
    assert table is None
    table = found([["Việc", "Ai", "Khi"]], chosen={"Việc": "text", "Ai": "lead", "Khi": "due"})
    assert table.columns == {"text": 0, "lead": 1, "due": 2}


def test_headings_are_looked_for_in_the_first_rows_only():
    rows = [["lời"]] * 60 + [["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]]
    assert found(rows) is None


@pytest.mark.parametrize("mark", ["-", "–", "…", "..."])
def test_a_mark_for_nothing_is_an_empty_cell(mark):
    table = found([["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], [1, "A", mark, "Quý I"]])
    assert [table.cell(row, "lead") for _, row in table.body] == [None]
    rows = [["Mã câu", "Nội dung thành phần", "Thấp nhất", "Cao nhất", "Chiều"]]
    table = found([*rows, ["C01", "1.1", 0, 1, mark]])
    assert [table.cell(row, "direction") for _, row in table.body] == [mark]


def test_a_cell_merged_over_rows_holds_for_each_of_them():
    rows = [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        [1, "Họp thôn", "UB MTTQ xã", "Quý II"],
        [2, "Niêm yết", None, None],
        [None, None, None, None],
        [3, "Báo cáo", None, "Quý III"],
    ]
    tall = (((1, 2), (4, 2)), ((1, 1), (2, 1)), ((1, 3), (2, 3)))
    table = locate(RawSheet("B", rows, tall=tall), Questionnaire(), Meanings())
    assert [row[1:] for _, row in table.body] == [
        ["Họp thôn", "UB MTTQ xã", "Quý II"],
        ["Niêm yết", "UB MTTQ xã", "Quý II"],
        ["Báo cáo", "UB MTTQ xã", "Quý III"],
    ]
    assert rows[2][2] is None  # the sheet itself stays as it was found


NAMES = ("Cầu", "Sậy", "Gạo")


def test_names_that_the_store_knows_speak_for_a_column():
    forms = [["Mã phiếu", "X", "Giới tính", "Tuổi", "C01"]]
    forms += [[f"P{n}", name, "Nam", 40 + n, "Có"] for n, name in enumerate(NAMES)]
    work = [["STT", "Nhiệm vụ", "X", "Thời hạn"]]
    work += [[n, f"Niêm yết lần {n}", name, "Quý I"] for n, name in enumerate(NAMES, 1)]
    villages = Meanings(names=spoken({f"Thôn {name}": "village" for name in NAMES}))
    offices = Meanings(names=spoken(dict.fromkeys(NAMES, "office")))
    assert locate(RawSheet("B", forms), ASKED, Meanings()) is None
    assert locate(RawSheet("B", forms), ASKED, villages).columns["village"] == 1
    assert locate(RawSheet("B", work), ASKED, Meanings()) is None
    assert locate(RawSheet("B", work), ASKED, offices).columns["lead"] == 2
