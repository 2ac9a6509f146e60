"""Age, sex and approval in the ways that forms write them."""

from datetime import date, datetime

import pytest

from dashboard.importing.values import people
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.form_numbers import form_key, letters_and_number

GROUPS = [
    "18-30", "18 - 30", "18–30", "31 đến 45", "31 tới 45", "Từ 18 – 30 tuổi", "Từ 25-34 tuổi",
    "Dưới 30", "Trên 60", "trên 60 tuổi", "Từ 60 tuổi trở lên", "60 trở lên", "60+", "> 60", "<30",
    "≥ 60", "Từ đủ 18 đến 30", "từ 18 tuổi đến dưới 30 tuổi", "18 to 30", "Over 60", "under 30",
    "60 and over", "60 tuổi trở lên", "duoi 30", "Nhóm 18-24", "18 ~ 30", "hơn 50", "1960-1970",
    "1990 trở về trước", "25 tuổi - 34 tuổi",
]  # fmt: skip


@pytest.mark.parametrize("value", GROUPS)
def test_group_of_ages_is_no_age(value):
    assert people.age(value, 2023) == Problem("ages_in_groups", "warning")


@pytest.mark.parametrize(
    ("value", "years"),
    [
        (45, 45),
        ("45", 45),
        ("45 tuổi", 45),
        (1978, 45),
        ("1978", 45),
        (date(1978, 3, 15), 45),
        (datetime(1978, 3, 15), 45),
        ("15/3/1978", 45),
        ("15-3-1978", 45),
        ("1978-03-15", 45),
        (None, None),
    ],
)
def test_age_or_year_or_day_of_birth(value, years):
    assert people.age(value, 2023) == years


@pytest.mark.parametrize("value", ["x", "già", 300, 45.5, date(2023, 12, 10), "1/1/2024"])
def test_what_is_no_age(value):
    assert people.age(value, 2023) == Problem("impossible_age")


def test_two_digits_below_a_heading_of_years_of_birth_are_unclear():
    assert people.age(68, 2023, is_birth=True) == Problem("birth_year_unclear", "warning")
    assert people.age(1968, 2023, is_birth=True) == 55
    assert people.age(date(1968, 1, 1), 2023, is_birth=True) == 55


@pytest.mark.parametrize("value", ["Nam", "nam giới", "M", "Male", "Anh", "Ông", "đàn ông", "NAM"])
def test_men(value):
    assert people.sex(value, {}) == "Nam"


@pytest.mark.parametrize("value", ["Nữ", "nữ giới", "F", "female", "Chị", "Bà", "phụ nữ", "nu"])
def test_women(value):
    assert people.sex(value, {}) == "Nữ"


@pytest.mark.parametrize("value", [None, "Khác", "Other", "KTL", "Không trả lời", 99, "-"])
def test_neither(value):
    assert people.sex(value, {}) is None


@pytest.mark.parametrize("value", [1, 2, 0, "1", 1.0])
def test_code_without_a_legend(value):
    assert people.sex(value, {}) == Problem("sex_in_codes", "warning")


@pytest.mark.parametrize(
    "line",
    [
        "Giới tính (1 = Nam; 2 = Nữ)",
        "Giới tính 1-Nam, 2-Nữ",
        "Giới tính: 1. Nam 2. Nữ",
        "Nam 1, Nữ 2",
        "Nam=1; Nữ=2",
        "Nam (1), Nữ (2)",
        "Ghi chú: giới tính 1: nam, 2: nữ; tuổi tính đến 2023",
        "1 - Male, 2 - Female",
    ],
)
def test_legend_of_the_codes(line):
    codes = people.sex_codes(["Mã phiếu 1", line])
    assert [people.sex(value, codes) for value in (1, "2", 2.0)] == ["Nam", "Nữ", "Nữ"]


@pytest.mark.parametrize("line", ["Nam Định", "Thôn 1", "12 nam, 13 nam", "Giới tính (Nam/Nữ)"])
def test_no_legend(line):
    assert people.sex_codes([line]) == {}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Not Approved", "rejected"),
        ("validation_status_not_approved", "rejected"),
        ("{'uid': 'validation_status_not_approved', 'label': 'Not Approved'}", "rejected"),
        ("Không duyệt", "rejected"),
        ("Không được duyệt do thiếu chữ ký", "rejected"),
        ("KHÔNG HỢP LỆ", "rejected"),
        ("rejected", "rejected"),
        ("Loại", "rejected"),
        ("Không", "rejected"),
        ("Approved", "approved"),
        ("validation_status_approved", "approved"),
        ("Đã duyệt", "approved"),
        ("Hợp lệ", "approved"),
        ("Có", "approved"),
        ("On Hold", "held"),
        ("validation_status_on_hold", "held"),
        ("Chưa duyệt", "held"),
        ("hasIssues", "held"),
        ("Không có ý kiến", None),
        ("Loại 1", None),
        ("submitted_via_web", None),
    ],
)
def test_approval(value, said):
    assert people.approval(value) == said


@pytest.mark.parametrize(
    "form",
    ["1", "001", "01", "1.0", "1,0", "Phiếu 1", "Phiếu số 001", "Số 1", "#1", "1.", "No. 01"],
)
def test_one_form(form):
    assert form_key(form) == "1"


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("P001", "p1"),
        ("p-01", "p1"),
        ("Đ001", "đ1"),
        ("23-001", "23-1"),
        ("23/01", "23-1"),
        ("12,5", "12,5"),
        ("uuid:00a3-01", "uuid:00a3-01"),
        ("10", "10"),
        ("000", "0"),
    ],
)
def test_other_forms(form, key):
    assert form_key(form) == key


def test_letters_of_a_form():
    assert letters_and_number("P001") == ("p", "1")
    assert letters_and_number("Phiếu 001") == ("", "1")
