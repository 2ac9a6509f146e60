"""What holds for many cells of a column is told once, and forms that were rejected do not count."""

import pytest

from tests.importing.conftest import QUESTIONS, remarks

TITLE = ["PHIẾU TRẢ LỜI XÃ AN NĂM 2023"]


@pytest.fixture
def survey(understood):
    """survey(heading, values) is the reading of forms with one column of these values."""

    def read(heading, *values, below=(), beside="Giới tính"):
        headings = ["Mã phiếu", "Thôn", beside, heading, "C01", "C02"]
        rows = [[f"P{n}", "Đông", "Nam", value, 1, 3] for n, value in enumerate(values)]
        return understood({"Phiếu": [TITLE, headings, *rows, *below], "Câu hỏi": QUESTIONS})

    return read


def test_groups_of_ages_are_told_once_and_ages_stay(survey):
    reading = survey("Độ tuổi", "18-30", "Dưới 30", 45, "Trên 60", None)
    assert [r.age for r in reading.sheets[0].records] == [None, None, 45, None, None]
    assert remarks(reading) == [("ages_in_groups", "D3", "warning")]
    assert reading.sheets[0].findings[0].holes == {"count": "3", "rows": "3-4, 6"}


@pytest.mark.parametrize(
    ("heading", "ages"),
    [("Năm sinh", [None, 45]), ("Năm sinh/Tuổi", [68, 45]), ("Tuổi", [68, 45])],
)
def test_two_digits_below_a_year_of_birth(heading, ages, survey):
    reading = survey(heading, 68, 1978)
    assert [r.age for r in reading.sheets[0].records] == ages
    unclear = [("birth_year_unclear", "D3", "warning")] if ages[0] is None else []
    assert remarks(reading) == unclear


def test_sexes_in_codes_are_told_once(survey):
    reading = survey("Giới tính", 1, 2, 1, beside="Tuổi")
    assert [r.sex for r in reading.sheets[0].records] == [None] * 3
    beside = ("impossible_age", "contents_differ")  # of the sexes below "Tuổi"
    found = [r for r in remarks(reading) if r[0] not in beside]
    assert found == [("sex_in_codes", "D3", "warning")]


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Giới tính (1 = Nam; 2 = Nữ)", ()),
        ("Giới tính 1-Nam 2-Nữ", ()),
        ("Giới tính", (["Ghi chú: giới tính 1 = nam, 2 = nữ"],)),
    ],
)
def test_legend_stands_in_the_heading_or_in_a_note(heading, below, survey):
    reading = survey(heading, 1, 2, "1", below=below, beside="Phụ")
    assert [r.sex for r in reading.sheets[0].records] == ["Nam", "Nữ", "Nam"]


@pytest.mark.parametrize(
    "heading", ["_validation_status", "Trạng thái duyệt", "ReviewState", "Duyệt", "Phê duyệt"]
)
def test_rejected_forms_do_not_count_and_are_told_once(heading, survey):
    reading = survey(heading, "Approved", "Not Approved", None, "On Hold", "Không duyệt", "?")
    sheet = reading.sheets[0]
    assert [r.form for r in sheet.records] == ["P0", "P2", "P3", "P5"]
    assert (sheet.rows_refused, remarks(reading)) == (
        0,
        [
            ("forms_rejected", "D4", "warning"),
            ("forms_on_hold", "D6", "info"),
            ("unknown_approval", "D8", "warning"),
        ],
    )
    assert sheet.findings[0].holes == {"count": "2", "rows": "4, 7"}


def test_rejected_form_may_come_again(survey):
    """The same form filled in anew: the rejected one is no duplicate."""
    reading = survey("Duyệt", "Không duyệt", "Đã duyệt", below=(["P0", "Đông", "Nữ", None, 0, 2],))
    assert [(r.form, r.sex) for r in reading.sheets[0].records] == [("P1", "Nam"), ("P0", "Nữ")]


def test_question_about_approvals_throws_no_form_out(survey):
    heading = "Ông/Bà có biết kết quả kiểm tra của xã không?"
    reading = survey(heading, "Không", "Có")
    assert reading.sheets[0].rows_imported == 2
    assert remarks(reading) == [("unknown_question", "D2", "warning")]
