"""Answers spread over a column an option are one answer; what may be meant in two ways is told."""

import pytest

from dashboard.importing.model.reading import Options
from tests.importing.conftest import answers_of, remarks

TITLE = ["PHIẾU TRẢ LỜI XÃ AN NĂM 2023"]
KNOWS, LIKES = "Ông/Bà có biết Luật không?", "Mức độ hài lòng của Ông/Bà?"
STEPS = (
    "1 = Rất không hài lòng; 2 = Không hài lòng; 3 = Bình thường; 4 = Hài lòng; 5 = Rất hài lòng"
)
ASKED = [
    ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất", "Cách ghi"],
    ["h1", "1.1", KNOWS, 0, 1, None],
    ["h2", "1.2", LIKES, 1, 5, STEPS],
    ["h3", "1.1", "Ông/Bà có đi bầu không?", 0, 1, None],
]
WHO = ["Mã phiếu", "Thôn", "Giới tính", "Tuổi"]
NOBODY = [None] * 4


@pytest.fixture
def survey(understood):
    """survey(headings, rows) is the reading of headings (some rows) over marks."""

    def read(headings, *marks, coding=STEPS, **given):
        people = [[f"P{n}", "Đông", "Nam", 40, *row] for n, row in enumerate(marks)]
        asked = [*ASKED[:2], [*ASKED[2][:5], coding], ASKED[3]]
        return understood({"Phiếu": [TITLE, *headings, *people], "Câu hỏi": asked}, **given)

    return read


def given(reading, question: str) -> list[object]:
    """The answers to a question, row by row."""
    sheet = reading.sheets[0]
    assert [record.form for record in sheet.records] == [f"P{n}" for n in range(len(sheet.records))]
    return [answers_of(sheet, form).get(question) for form in sheet.records]


def told(reading) -> list[tuple[str, str]]:
    """(code, cell) of what is said of columns and cells; that h1 or h3 is lacking is no matter."""
    return [(code, cell) for code, cell, _ in remarks(reading) if code != "question_without_column"]


YES_NO_HEADINGS = [
    [[*WHO, KNOWS, None], [*NOBODY, "Có", "Không"]],
    [[*WHO, "h1", None], [*NOBODY, "Có", "Không"]],
    [[*WHO, "h1", "h1"], [*NOBODY, "Có", "Không"]],
    [[*NOBODY, KNOWS, None], [*WHO, "Có", "Không"]],
    [[*NOBODY, "h1", None], [*WHO, KNOWS, None], [*NOBODY, "Có", "Không"]],
    [["Thông tin", None, None, None, KNOWS, None], [*WHO, "Có", "Không"]],
    [[*WHO, "h1. " + KNOWS, None], [*NOBODY, "CÓ", "KHÔNG"]],
    [[*WHO, KNOWS, None], [*NOBODY, "Có (1)", "Không (0)"]],
    [[*WHO, KNOWS, None], [*NOBODY, 1, 0]],
    [[*WHO, "h1_Có", "h1_Không"]],
    [[*WHO, "h1.Có", "h1.Không"]],
    [[*WHO, "h1/1", "h1/0"]],
    [[*WHO, "h1 - Có", "h1 - Không"]],
    [[*WHO, "h1: Có", "h1: Không"]],
    [[*WHO, "h1 (Có)", "h1 (Không)"]],
    [[*WHO, f"{KNOWS} [Có]", f"{KNOWS} [Không]"]],
    [[*WHO, f"{KNOWS} Có", f"{KNOWS} Không"]],
    [[*WHO, "Câu h1 Có", "Câu h1 Không"]],
]
MARKS = [
    [("x", None), (None, "x"), (None, None), ("X", None)],
    [("✓", None), (None, "✓"), (None, None), ("✔", None)],
    [(1, 0), (0, 1), (0, 0), (1, 0)],
    [(1, None), (None, 1), (None, None), ("1", None)],
    [("Có", None), (None, "Không"), (None, "-"), ("có", None)],
    [(True, False), (False, True), (False, False), (True, False)],
    [("TRUE", "FALSE"), ("FALSE", "TRUE"), ("FALSE", "FALSE"), ("TRUE", "FALSE")],
    [(1, None), (None, 0), (None, None), (1, None)],
    [("☑", "☐"), ("☐", "☑"), ("☐", "☐"), ("☒", None)],
    [("Yes", None), (None, "No"), (None, None), ("yes", None)],
    [("v", None), (None, "V"), (None, None), ("*", None)],
]


@pytest.mark.parametrize("headings", YES_NO_HEADINGS)
def test_yes_and_no_in_two_columns_whatever_the_headings(headings, survey):
    reading = survey(headings, *MARKS[0])
    assert given(reading, "h1") == [1.0, 0.0, "blank", 1.0]
    assert told(reading) == []
    assert reading.sheets[0].rows_refused == 0


@pytest.mark.parametrize("marks", MARKS)
def test_yes_and_no_in_two_columns_whatever_the_marks(marks, survey):
    reading = survey(YES_NO_HEADINGS[0], *marks)
    assert given(reading, "h1") == [1.0, 0.0, "blank", 1.0]
    assert told(reading) == []


@pytest.mark.parametrize(
    "steps",
    [
        [1, 2, 3, 4, 5],
        ["1", "2", "3", "4", "5"],
        ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"],
        ["Mức 1", "Mức 2", "Mức 3", "Mức 4", "Mức 5"],
        ["1 điểm", "2 điểm", "3 điểm", "4 điểm", "5 điểm"],
        ["1 - Rất không hài lòng", "2", "3", "4", "5. Rất hài lòng"],
        ["Rất không hài lòng (1)", "Không (2)", "Vừa (3)", "Khá (4)", "Rất hài lòng (5)"],
    ],
)
@pytest.mark.parametrize("code", ["h2", LIKES])
def test_steps_of_a_scale_in_a_column_each(steps, code, survey):
    headings = [[*WHO, code, None, None, None, None, "h3"], [*NOBODY, *steps, None]]
    rows = [(None, "x", None, None, None, 1), (None, None, None, None, "x", 0), (None,) * 6]
    reading = survey(headings, *rows)
    assert given(reading, "h2") == [2.0, 5.0, "blank"]
    assert given(reading, "h3") == [1.0, 0.0, "blank"]
    assert told(reading) == []


def test_steps_between_known_ends_and_their_own_codes(survey):
    steps = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"]
    headings = [[*WHO, "h2", None, None, None, None], [*NOBODY, *steps]]
    rows = [(5, None, None, None, None), (None, 4, None, None, None), (None, None, None, None, 1)]
    ends = "1 = rất không hài lòng; 5 = rất hài lòng"
    reading = survey(headings, *rows, coding=ends)
    assert (given(reading, "h2"), told(reading)) == ([5.0, 4.0, 1.0], [])


def test_dont_know_and_refused_have_columns_too(survey):
    headings = [[*WHO, "h1", None, None, None], [*NOBODY, "Có", "Không", "Không biết", "KTL"]]
    rows = [("x", None, None, None), (None, None, "x", None), (None, None, None, 1)]
    reading = survey(headings, *rows)
    assert given(reading, "h1") == [1.0, "dont_know", "refused"]
    assert told(reading) == []


@pytest.mark.parametrize(
    "marks",
    [("x", "x"), (1, 1), ("Có", "Không"), (None, "Có"), ("Không", None), (None, 7), ("?", None)],
)
def test_two_marks_or_a_strange_one_are_missing_and_told(marks, survey):
    reading = survey(YES_NO_HEADINGS[0], ("x", None), marks, (None, "x"))
    assert given(reading, "h1") == [1.0, "impossible", 0.0]
    assert told(reading) == [("impossible_marks", "E5")]


def test_what_was_marked_is_said(survey):
    (finding,) = [
        f
        for f in survey(YES_NO_HEADINGS[0], ("x", None), ("x", 1), (None, "x")).sheets[0].findings
        if f.code == "impossible_marks"
    ]
    assert finding.value == "Có: x; Không: 1"


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ([[*WHO, "h1", None, "h3"], [*NOBODY, "Trước", "Sau", None]], [(1, 0, 1)] * 3),
        ([[*WHO, "h1", None, "h3"], [*NOBODY, "Có", "Ý kiến khác", None]], [("x", None, 1)] * 3),
        ([[*WHO, "h1", None, "h3"], [*NOBODY, "Có", "Không", None]], [(7, 5, 1)] * 3),
        ([[*WHO, "h1", None, "h3"], [*NOBODY, "Có", "Không", None]], [("x", "x", 1)] * 3),
        ([[*WHO, "h2", None, "h3"], [*NOBODY, "Hài lòng", "Chưa", None]], [("x", None, 1)] * 3),
        ([[*WHO, "h1_1", "h1_2", "h3"]], [(1, 0, 1)] * 3),
        ([[*WHO, "h2_1", "h2_2", "h3"]], [(4, 5, 1)] * 3),
    ],
)
def test_question_that_can_not_be_read_is_refused_by_name_and_the_rest_goes_on(
    headings, rows, survey
):
    reading = survey(headings, *rows)
    row = 1 + len(headings)
    assert told(reading) == [("question_unreadable", f"E{row}")]
    assert list(reading.sheets[0].answers) == ["h3"]
    assert given(reading, "h3") == [1.0] * 3


@pytest.mark.parametrize("answer", ["Trả lời", "Đáp án", "Điểm", "Mã"])
def test_answer_beside_its_reason_is_the_answer(answer, survey):
    headings = [[*WHO, KNOWS, None, "h3"], [*NOBODY, answer, "Lý do", None]]
    reading = survey(headings, ("Có", "vì", 1), ("Không", None, 0))
    assert (given(reading, "h1"), given(reading, "h3")) == ([1.0, 0.0], [1.0, 0.0])
    assert told(reading) == [("unknown_question", "F3")]
    assert reading.sheets[0].rows_refused == 0


def test_choices_beside_their_question_are_left_to_it(survey):
    """A survey tool's export of "select several": the question's own column comes first."""
    reading = survey([[*WHO, "h1", "h1/1", "h1/0"]], (1, 1, 0), (0, 0, 1))
    assert (given(reading, "h1"), told(reading)) == ([1.0, 0.0], [])


def test_what_a_person_says_of_a_column_comes_first(survey):
    options = Options(columns={"h1_1": "h3", "h1_0": "ignore"})
    reading = survey([[*WHO, "h1_1", "h1_0"]], (1, 0), (0, 1), options=options)
    assert given(reading, "h3") == [1.0, 0.0]


def test_totals_below_marks_are_passed_over(survey):
    """22 forms with Có and 14 with Không, as a last row says, are no answer of anybody."""
    reading = survey(YES_NO_HEADINGS[0], ("x", None), (None, "x"), ("x", None))
    with_total = [
        *YES_NO_HEADINGS[0],
        ["P9", "Đông", "Nam", 40, "x", None],
        ["Cộng", None, None, None, 22, 14],
    ]
    more = survey(with_total, ("x", None), (None, "x"), ("x", None))
    assert len(more.sheets[0].records) == len(reading.sheets[0].records) + 1
    assert told(more) == []
