import pytest

from dashboard.importing.values import cells
from dashboard.importing.values.cells import Problem

UNREADABLE = Problem("unreadable_number")
# Digits left out, or a number that nobody vouches for.
OPEN = (
    *("400?", "4??", "400 ?", "400 (?)", "4xx", "40x", "4XX người", "4__", "4**", "4##", "400+"),
    *("400…", "400...", "40.. người", "400 -", "400 người?", "400 (ước)", "400 (ước tính)"),
    *("400 người trở lên", "400 chưa chắc", "400 khoảng"),
)


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        (None, None),
        (12, 12.0),
        (0.5, 0.5),
        ("12", 12.0),
        (" 12 ", 12.0),
        ("0,5", 0.5),
        ("0.5", 0.5),
        ("-3", -3.0),
        ("1.240", 1240.0),
        ("1,240", 1240.0),
        ("1 240", 1240.0),
        ("1\u00a0240", 1240.0),
        ("1.240.500", 1240500.0),
        ("1.240,5", 1240.5),
        ("1,240.5", 1240.5),
        ("0.125", 0.125),
        ("12,75", 12.75),
        ("10 phút", 10.0),
        ("50 người", 50.0),
        ("2 lần/ngày", 2.0),
        ("400*", 400.0),
        *((said, UNREADABLE) for said in OPEN),
        ("1.2.3", UNREADABLE),
        ("30 - 40", UNREADABLE),
        ("nhiều", UNREADABLE),
        ("", UNREADABLE),
        (True, UNREADABLE),
    ],
)
def test_number(value, meaning):
    assert cells.number(value) == meaning


@pytest.mark.parametrize(
    ("value", "coding", "meaning"),
    [
        (None, {}, None),
        ("Nam", {}, "Nam"),
        ("NAM", {}, "Nam"),
        ("M", {}, "Nam"),
        ("Nữ", {}, "Nữ"),
        ("nu", {}, "Nữ"),
        ("F", {}, "Nữ"),
        (1, {}, Problem("unknown_sex")),
        (1.0, {"nam": 1.0, "nu": 2.0}, "Nam"),
        ("2", {"nam": 1.0, "nu": 2.0}, "Nữ"),
        (3, {"nam": 1.0, "nu": 2.0}, Problem("unknown_sex")),
        ("Nấm", {}, Problem("unknown_sex")),
    ],
)
def test_sex(value, coding, meaning):
    assert cells.sex(value, coding) == meaning


@pytest.mark.parametrize(
    ("value", "year", "meaning"),
    [
        (None, 2023, None),
        (45, 2023, 45),
        (45.0, None, 45),
        ("45", 2023, 45),
        ("45 tuổi", 2023, 45),
        (1978, 2023, 45),
        ("1978", 2023, 45),
        (1978, None, Problem("impossible_age")),
        (0, 2023, Problem("impossible_age")),
        (130, 2023, Problem("impossible_age")),
        (2024, 2023, Problem("impossible_age")),
        (45.5, 2023, Problem("impossible_age")),
        ("30 - 39", 2023, Problem("impossible_age")),
    ],
)
def test_age(value, year, meaning):
    assert cells.age(value, year) == meaning


@pytest.mark.parametrize(
    ("value", "form"),
    [(12.0, "12"), (12, "12"), ("0012", "0012"), (" 23-0001 ", "23-0001"), (None, "")],
)
def test_form(value, form):
    assert cells.form(value) == form
