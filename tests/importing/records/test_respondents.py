from datetime import date, datetime

import pytest

from dashboard.importing.model.records import Respondent
from tests.importing.conftest import QUESTIONS, answers_of, remarks

TITLE = ["PHIẾU KHẢO SÁT NĂM 2023"]
HEADINGS = ["Mã phiếu", "Xã", "Thôn", "Giới tính", "Tuổi", "Ngày phỏng vấn", "C01", "C02"]
TEXTS = [None] * 6 + ["Ông/Bà có biết Luật không?", "Mức độ hài lòng"]
FORM = ["23-01", "Xã An", "Thôn Bắc", "Nam", 45, "5/8/2023", "Có", 4]


@pytest.fixture
def answers(understood):
    """answers(rows) is the reading of an answers sheet with its questions sheet."""

    def read(*rows, headings=HEADINGS, above=(TITLE,), **more):
        sheets = {"Phiếu": [*above, headings, *rows], "Câu hỏi": QUESTIONS}
        return understood(sheets, **more)

    return read


def with_cells(**cells):
    fields = ["form", "unit", "village", "sex", "age", "date", "c01", "c02"]
    return [cells.get(name, value) for name, value in zip(fields, FORM, strict=True)]


def given(reading) -> list[dict]:
    """What each respondent of the first sheet answered."""
    sheet = reading.sheets[0]
    return [answers_of(sheet, form) for form in sheet.records]


def test_every_field_of_a_respondent(answers):
    reading = answers(FORM)
    assert reading.sheets[0].records == [
        Respondent(
            row=3,
            unit="Xã An",
            village="Thôn Bắc",
            form="23-01",
            sex="Nam",
            age=45,
            interviewed_on=date(2023, 8, 5),
        )
    ]
    assert given(reading) == [{"C01": 1.0, "C02": 4.0}]
    assert remarks(reading) == []
    assert reading.sheets[0].columns["C02"] == "H"


@pytest.mark.parametrize(
    ("said", "why"),
    [(None, "blank"), (88, "dont_know"), ("KTL", "refused"), ("Không biết", "dont_know")],
)
def test_a_missing_answer_says_why(said, why, answers):
    reading = answers(with_cells(c01=said))
    assert given(reading) == [{"C01": why, "C02": 4.0}]
    assert remarks(reading) == []


def test_an_impossible_answer_is_missing_and_the_respondent_stays(answers):
    reading = answers(with_cells(c02=7), with_cells(form="23-02"), with_cells(form="3", c02=7))
    assert [said["C02"] for said in given(reading)] == ["impossible", 4.0, "impossible"]
    assert remarks(reading) == [
        ("impossible_answer", "H3", "error"),
        ("impossible_answer", "H5", "error"),
    ]
    assert reading.sheets[0].findings[0].holes == {"question": "C02", "low": "1", "high": "5"}


def test_true_is_yes_but_no_point_of_a_scale(answers):
    reading = answers(with_cells(c02=1), with_cells(form="2", c01=True, c02=True))
    assert given(reading) == [{"C01": 1.0, "C02": 1.0}, {"C01": 1.0, "C02": "impossible"}]


@pytest.mark.parametrize(
    ("cells", "finding"),
    [
        ({"village": None}, ("no_village", "C3", "error")),
        ({"form": None}, ("no_form", "A3", "error")),
    ],
)
def test_without_village_or_form_a_row_is_refused(cells, finding, answers):
    reading = answers(with_cells(**cells), with_cells(form="23-02"))
    assert (reading.sheets[0].rows_imported, reading.sheets[0].rows_refused) == (1, 1)
    assert remarks(reading) == [finding]


@pytest.mark.parametrize(
    ("cells", "field", "finding"),
    [
        ({"sex": "?"}, "sex", ("unknown_sex", "D3", "error")),
        ({"age": 300}, "age", ("impossible_age", "E3", "error")),
        ({"date": "31/02/2023"}, "interviewed_on", ("impossible_date", "F3", "error")),
    ],
)
def test_a_bad_cell_is_dropped_and_the_row_stays(cells, field, finding, answers):
    reading = answers(with_cells(**cells))
    assert getattr(reading.sheets[0].records[0], field) is None
    assert remarks(reading) == [finding]


def test_year_of_birth_counts_from_the_interview(answers):
    assert answers(with_cells(age=1978, date="1/1/2020")).sheets[0].records[0].age == 42
    assert answers(with_cells(age=1978, date=None)).sheets[0].records[0].age == 45


def test_sex_by_the_coding_of_the_heading(answers):
    headings = [*HEADINGS[:3], "Giới tính (1 = Nam; 2 = Nữ)", *HEADINGS[4:]]
    assert answers(with_cells(sex=2), headings=headings).sheets[0].records[0].sex == "Nữ"


def test_the_second_of_two_equal_forms_is_refused(answers):
    reading = answers(FORM, with_cells(form="23-02"), with_cells(form=" 23-01"))
    assert [r.form for r in reading.sheets[0].records] == ["23-01", "23-02"]
    assert remarks(reading) == [("duplicate_form", "A5", "error")]
    assert reading.sheets[0].findings[0].holes["first"] == "A3"


def test_two_units_may_use_the_same_form_numbers(answers):
    assert answers(FORM, with_cells(unit="Xã Bình")).sheets[0].rows_imported == 2


def test_numbers_of_forms(answers):
    rows = [with_cells(form=form) for form in (12, "0013", 12.5)]
    assert [r.form for r in answers(*rows).sheets[0].records] == ["12", "0013", "12,5"]


@pytest.mark.parametrize("form", ["012", 12.0, "12.0", "Phiếu 12", "Phiếu số 012", "Số: 12", "#12"])
def test_spellings_of_one_form(form, answers):
    reading = answers(with_cells(form=12), with_cells(form=form))
    assert remarks(reading) == [("duplicate_form", "A4", "error")]


@pytest.mark.parametrize("form", ["P12", "12A", "1-2", "120", "12,5", "a3f0-12"])
def test_other_forms(form, answers):
    assert answers(with_cells(form=12), with_cells(form=form)).sheets[0].rows_imported == 2


@pytest.mark.parametrize(
    "row",
    [
        TEXTS,
        HEADINGS,
        [1, 2, 3, 4, 5, 6, 7, 8],
        ["Tổng cộng", None, None, None, None, None, 5, 6],
        ["Người nhập: Nguyễn Văn A"],
    ],
)
def test_rows_that_are_no_forms(row, answers):
    reading = answers(row, FORM)
    expected = 0 if row[0] != "Người nhập: Nguyễn Văn A" else 1
    assert reading.sheets[0].rows_imported == 1
    assert reading.sheets[0].rows_refused == expected


def test_codes_above_the_texts(answers):
    codes = [None] * 6 + ["C01", "C02"]
    headings = [*HEADINGS[:6], "Ông/Bà có biết Luật không?", "Mức độ hài lòng"]
    reading = answers(FORM, headings=headings, above=(TITLE, codes))
    assert given(reading)[0] == {"C01": 1.0, "C02": 4.0}


def test_a_column_that_is_no_question_is_told(answers):
    reading = answers([*FORM, "Tốt"], headings=[*HEADINGS, "Nhận xét chung"])
    assert remarks(reading) == [("unknown_question", "I2", "warning")]


def test_a_question_of_two_columns_is_told(answers):
    reading = answers([*FORM, "Không"], headings=[*HEADINGS, "C01"])
    assert given(reading)[0]["C01"] == 1.0
    assert remarks(reading) == [("question_again", "I2", "warning")]


def test_an_empty_column_that_is_no_question_is_not_told(answers):
    assert remarks(answers(FORM, headings=[*HEADINGS, "Họ và tên"])) == []


def test_a_question_without_column_is_told(answers):
    reading = answers(FORM[:7], headings=HEADINGS[:7])
    assert remarks(reading) == [("question_without_column", "", "warning")]
    assert reading.sheets[0].findings[0].holes == {"codes": "C02"}


def test_answers_are_read_by_a_questionnaire_met_before(understood, known_questions):
    reading = understood([TITLE, HEADINGS, FORM], facts=known_questions)
    assert given(reading)[0] == {"C01": 1.0, "C02": 4.0}


def test_the_own_questions_come_before_those_met(understood, known_questions):
    own = [QUESTIONS[0], ["C01", "2.1", "Câu khác", 0, 9, None]]
    sheets = {"Phiếu": [TITLE, HEADINGS, with_cells(c01=9)], "Câu hỏi": own}
    reading = understood(sheets, facts=known_questions)
    assert given(reading)[0] == {"C01": 9.0}


def test_answers_without_any_questions_are_refused(understood):
    reading = understood([TITLE, HEADINGS, FORM, FORM])
    assert (reading.sheets[0].kind, reading.sheets[0].rows_refused) == ("answers", 2)
    assert reading.refused
    assert remarks(reading) == [("no_questions", "", "error")]


GOOGLE = [
    "Dấu thời gian",
    "Ông/Bà sống ở thôn nào?",
    "Giới tính",
    "Ông/Bà có biết Luật không?",
    "Mức độ hài lòng",
]


def test_google_forms_are_known_by_their_timestamp(answers):
    stamp = datetime(2023, 8, 5, 14, 30, 15)
    reading = answers([stamp, "Thôn Bắc", "Nam", "Có", 4], headings=GOOGLE, above=())
    (respondent,) = reading.sheets[0].records
    assert respondent.form == "2023-08-05 14:30:15"
    assert (respondent.interviewed_on, reading.sheets[0].year) == (date(2023, 8, 5), 2023)


def test_two_answers_of_one_second_are_two_forms(answers):
    stamp = datetime(2023, 8, 5, 14, 30, 15)
    rows = [[stamp, "Thôn Bắc", "Nam", "Có", 4], [stamp, "Thôn Bắc", "Nữ", "Có", 4]]
    reading = answers(*rows, headings=GOOGLE, above=())
    assert len({r.form for r in reading.sheets[0].records}) == 2


def test_without_form_and_timestamp_the_content_is_the_form(answers):
    headings = ["STT", "Thôn", "Giới tính", "C01", "C02"]
    first = [[1, "Bắc", "Nam", "Có", 4], [2, "Bắc", "Nữ", "Có", 4]]
    again = [[1, "Bắc", "Nữ", "Có", 4], [2, "Bắc", "Nam", "Có", 4]]
    forms = [
        {r.form for r in answers(*rows, headings=headings).sheets[0].records}
        for rows in (first, again)
    ]
    assert len(forms[0]) == 2 and forms[0] == forms[1]


def test_the_same_content_twice_is_counted_once(answers):
    headings = ["STT", "Thôn", "Giới tính", "C01", "C02"]
    reading = answers([1, "Bắc", "Nam", "Có", 4], [2, "Bắc", "Nam", "Có", 4], headings=headings)
    assert reading.sheets[0].rows_imported == 1
    assert remarks(reading) == [("duplicate_answers", "B4", "error")]


def test_the_year_of_most_interviews_when_none_is_written(answers):
    rows = [with_cells(form=n, date=f"5/8/{year}") for n, year in enumerate((2022, 2023, 2023))]
    reading = answers(*rows, above=())
    assert [sheet.year for sheet in reading.sheets] == [2023, 2023]


def test_a_signature_in_the_villages_column_is_no_form_without_a_number(answers):
    reading = answers(FORM, [None, None, "Người lập biểu"])
    sheet = reading.sheets[0]
    assert (sheet.rows_imported, sheet.rows_refused) == (1, 0)
    assert "no_form" not in [code for code, *_ in remarks(reading)]


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ('"P"000', "P001"),
        ("\\P000", "P001"),
        ('000"A"', "001A"),
        ('"Đ-"0', "Đ-1"),
        ("000", "1"),
        ("0", "1"),
        ("General", "1"),
    ],
)
def test_letters_that_only_a_number_s_format_shows_are_the_form_s(code, form, answers):
    def formatted(book):
        for cell in ("A3", "A4"):
            book["Phiếu"][cell].number_format = code

    reading = answers(with_cells(form=1), with_cells(form="X9"), edit=formatted)
    assert [one.form for one in reading.sheets[0].records] == [form, "X9"]


def test_a_form_is_the_same_by_its_text_and_by_its_format(answers):
    def formatted(book):
        book["Phiếu"]["A4"].number_format = '"P"000'

    reading = answers(with_cells(form="P001"), with_cells(form=1), edit=formatted)
    assert [one.form for one in reading.sheets[0].records] == ["P001"]
    assert remarks(reading) == [("duplicate_form", "A4", "error")]
