import pytest

from dashboard.importing.values import cells
from dashboard.importing.values.cells import Problem

UNREADABLE = Problem("unreadable_number")


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
    ("value", "percents", "share"),
    [
        (None, False, None),
        (0.8, False, 0.8),
        (1, False, 1.0),
        (0, False, 0.0),
        ("0,8", False, 0.8),
        ("80%", False, 0.8),
        ("80 %", False, 0.8),
        ("đạt 80%", False, 0.8),
        ("100%(*)", False, 1.0),
        ("80\uff05", True, 0.8),
        ("80 (*)", True, 0.8),
        ("Đạt khoảng 80,5 % khối lượng", False, 0.805),
        ("100%", True, 1.0),
        (80, True, 0.8),
        (1, True, 0.01),
        (100, True, 1.0),
        ("80", True, 0.8),
        ("đạt 80", True, 0.8),
        ("Hoàn thành", True, 1.0),
        ("Chưa thực hiện", True, 0.0),
        (1.2, False, Problem("impossible_progress")),
        (-0.1, False, Problem("impossible_progress")),
        ("120%", False, Problem("impossible_progress")),
        (101, True, Problem("impossible_progress")),
        ("Đang làm", True, Problem("unreadable_progress")),
        ("Chưa hoàn thành", True, Problem("unreadable_progress")),
        ("50% đến 60%", True, Problem("unreadable_progress")),
    ],
)
def test_progress(value, percents, share):
    found = cells.progress(value, 100 if percents else 1)
    assert found == (pytest.approx(share) if isinstance(share, float) else share)


@pytest.mark.parametrize(
    ("column", "percents"),
    [
        ([1, 0.5, None, "0,8"], False),
        ([1, 0, 1], False),
        ([1, 80], True),
        (["80", 1], True),
        (["đạt 80%", 0.5], False),
        (["80%", 0.5], False),
        (["Hoàn thành", 1], False),
        ([1, 1, 0.5, 0.6, 1.8], False),
        ([1, 0, 1, 1.8], False),
        ([1, 0.5, 80, 60], True),
        ([], False),
    ],
)
def test_most_of_a_column_tells_percents_from_fractions(column, percents):
    assert cells.holds_percents(column) is percents


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("Hoàn thành", "done"),
        ("Đã hoàn thành", "done"),
        ("đã hoàn thành đúng hạn", "done"),
        ("hoan thanh", "done"),
        ("HOÀN THÀNH", "done"),
        ("Hoàn thành 100%", "done"),
        ("Đúng hạn", "done"),
        ("Hoàn thành 80%", "not_done"),
        ("Chưa hoàn thành", "not_done"),
        ("Đang thực hiện", "not_done"),
        ("Cơ bản hoàn thành", "not_done"),
        ("Không hoàn thành", "not_done"),
        ("Hủy", "cancelled"),
        ("Huỷ bỏ", "cancelled"),
        ("Dừng", "cancelled"),
        ("dung", "cancelled"),
        ("Dừng thực hiện", "cancelled"),
        ("Không thực hiện", "cancelled"),
        ("Đúng", None),
        ("Xem báo cáo", None),
        ("", None),
    ],
)
def test_result_word(said, word):
    assert cells.result_word(said) == word


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
