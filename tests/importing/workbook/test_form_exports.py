"""Exports of Google Forms and KoboToolbox, in the layout that those tools write."""

import pytest

from dashboard.importing.model.reading import Known
from dashboard.importing.model.records import Question
from dashboard.importing.table.questionnaire import questionnaire
from dashboard.importing.understand import understand
from tests.importing.conftest import answered, remarks

QUESTIONS = [
    ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất", "Cách ghi"],
    [
        "C01",
        "1.1",
        "Ông/Bà có biết Luật Thực hiện dân chủ ở cơ sở không?",
        0,
        1,
        "Có = 1; Không = 0",
    ],
    [
        "C02",
        "1.2",
        "Mức độ hài lòng với việc bầu trưởng thôn",
        1,
        5,
        "1 = Rất không hài lòng; 5 = Rất hài lòng; 1 = Very dissatisfied; 5 = Very satisfied",
    ],
    ["C05", "2.1", "Ông/Bà đã xem những giấy tờ nào?", 0, 3, ""],
]
ASKED = {row[0].lower(): Question(*row[:5]) for row in QUESTIONS[1:]}

GOOGLE = [
    ["Dấu thời gian", "Địa chỉ email", "Ông/Bà sống ở thôn nào?", "Giới tính", "Năm sinh",
     "1. Ông/Bà có biết Luật Thực hiện dân chủ ở cơ sở không?",
     "Câu 2: Mức độ hài lòng với việc bầu trưởng thôn", "Ý kiến khác"],
    ["5/8/2023 08:12:11", "mot@example.com", "Thôn Đông", "Nam", 1978, "Có", "Rất hài lòng", None],
    ["5/8/2023 08:15:40", "hai@example.com", "Thôn Đoài", "Nữ", 1990, "Không", "Rất không hài lòng",
     None],
    ["6/8/2023 19:01:02", "ba@example.com", "Thôn Đông", "Nữ", 1961, "Không biết", "4 - Hài lòng",
     None],
]  # fmt: skip

KOBO = [
    ["start", "end", "today", "username", "phonenumber", "deviceid", "chung/thon",
     "chung/gioi_tinh", "chung/tuoi", "phan1/C01", "phan1/C02", "phan2/C05", "phan2/C05/1",
     "phan2/C05/2", "ghi_am", "__version__", "_id", "_uuid", "_submission_time",
     "_validation_status", "_notes", "_status", "_submitted_by", "_tags", "_index"],
    ["2023-08-05T08:12:11.000+07:00", "2023-08-05T08:30:00.000+07:00", "2023-08-05", "dieutra1",
     "0912345678", "ab:cd", "thon_dong", "male", 45, "yes", "Very satisfied", "2", "0", "1", None,
     "vK3", 301, "a1b2-1", "2023-08-06T01:00:00", None, None, "submitted_via_web", "dieutra1", None,
     1],
    ["2023-08-05T09:12:11.000+07:00", "2023-08-05T09:30:00.000+07:00", "2023-08-05", "dieutra1",
     "0912345678", "ab:cd", "thon_doai", "female", 61, "no", "1", "1 2", "1", "1", None,
     "vK3", 302, "a1b2-2", "2023-08-06T01:00:00", None, None, "submitted_via_web", "dieutra1", None,
     2],
]  # fmt: skip


def test_google_form(understood):
    sheets = {"Câu trả lời biểu mẫu 1": GOOGLE, "Bộ câu hỏi": QUESTIONS[:-1]}
    reading = understood(sheets, "Khảo sát 2023.xlsx")
    sheet = reading.sheets[0]
    assert (sheet.kind, sheet.rows_refused, sheet.year) == ("answers", 0, 2023)
    assert [(r.form, r.village, r.sex, r.age) for r in sheet.records] == [
        ("5/8/2023 08:12:11", "Thôn Đông", "Nam", 45),
        ("5/8/2023 08:15:40", "Thôn Đoài", "Nữ", 33),
        ("6/8/2023 19:01:02", "Thôn Đông", "Nữ", 62),
    ]
    assert [answered(sheet, r) for r in sheet.records] == [
        {"C01": 1, "C02": 5},
        {"C01": 0, "C02": 1},
        {"C01": None, "C02": 4},
    ]
    assert remarks(reading) == [
        ("original_not_kept", "", "info"),
        ("personal_column", "B1", "info"),
    ]


def test_kobo(understood):
    reading = understood({"data": KOBO, "Bộ câu hỏi": QUESTIONS}, "Khảo sát.xlsx")
    sheet = reading.sheets[0]
    assert (sheet.kind, sheet.rows_refused, sheet.year) == ("answers", 0, 2023)
    assert [(r.form, r.village, r.sex, r.age) for r in sheet.records] == [
        ("301", "thon dong", "Nam", 45),
        ("302", "thon doai", "Nữ", 61),
    ]
    assert [answered(sheet, r) for r in sheet.records] == [
        {"C01": 1, "C02": 5, "C05": 2},
        {"C01": 0, "C02": 1, "C05": None},  # two choices are no number
    ]
    assert remarks(reading) == [
        ("original_not_kept", "", "info"),
        ("personal_column", "D1", "info"),
        ("personal_column", "E1", "info"),
        ("personal_column", "W1", "info"),
        ("meta_columns", "", "info"),
        ("impossible_answer", "L3", "error"),
    ]


def test_export_as_text(tmp_path, known):
    """A .csv has no questions sheet: they are known from an earlier import."""
    lines = [",".join(f'"{"" if v is None else v}"' for v in row) for row in GOOGLE]
    (tmp_path / "khao sat 2023.csv").write_text("\n".join(lines), "utf-8")
    facts = Known(known.components, dict(list(ASKED.items())[:2]))
    (sheet,) = understand(tmp_path / "khao sat 2023.csv", facts).sheets
    assert [r.village for r in sheet.records] == ["Thôn Đông", "Thôn Đoài", "Thôn Đông"]


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("C01", "c01"),
        ("phan1/C01", "c01"),
        ("phan1/nhom2/C01", "c01"),
        ("C05/1", None),
        ("phan2/C05/1", None),
        ("C12. Mức độ hài lòng với việc bầu trưởng thôn", "c02"),
        ("12.Mức độ hài lòng với việc bầu trưởng thôn *", "c02"),
        ("Câu 12: Mức độ hài lòng với việc bầu trưởng thôn", "c02"),
        ("Câu hỏi số 12) MỨC ĐỘ HÀI LÒNG với việc bầu trưởng thôn:", "c02"),
        ("C02. Hài lòng không", "c02"),
        ("Đánh giá [Mức độ hài lòng với việc bầu trưởng thôn]", "c02"),
        ("Ông/Bà có biết Luật Thực hiện dân chủ ở cơ sở không?", "c01"),
        ("Ông/Bà có biết Luật nào không?", None),
        ("C01.1", None),
        ("1.1", None),
    ],
)
def test_question_that_a_heading_names(label, code):
    assert questionnaire(ASKED).find(label) == code


def test_a_choice_is_not_the_question_whose_code_it_bears():
    asked = {**ASKED, "1": Question("1", "1.1", "Câu hỏi thứ nhất", 0, 1)}
    assert questionnaire(asked).find("phan2/C05/1") is None
    assert questionnaire(asked).find("phan2/1") == "1"
