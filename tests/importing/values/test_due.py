from datetime import date, datetime

import pytest

from dashboard.importing.values.cells import Problem
from dashboard.importing.values.due import Due, due


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Quý I/2023", date(2023, 3, 31)),
        ("Quý II/2023", date(2023, 6, 30)),
        ("quý ii/2023", date(2023, 6, 30)),
        ("Quý 3 năm 2023", date(2023, 9, 30)),
        ("Quý IV/2022", date(2022, 12, 31)),
        ("Quý II", date(2023, 6, 30)),
        ("Quý II-2023", date(2023, 6, 30)),
        ("Quý II/23", date(2023, 6, 30)),
        ("Q2/2023", date(2023, 6, 30)),
        ("Quý I, II/2023", date(2023, 6, 30)),
        ("Quý II và quý III năm 2023", date(2023, 9, 30)),
        ("Trước quý III/2023", date(2023, 6, 30)),
        ("Tháng 9/2023", date(2023, 9, 30)),
        ("tháng 02/2024", date(2024, 2, 29)),
        ("Tháng 6", date(2023, 6, 30)),
        ("Trong tháng 12 năm 2022", date(2022, 12, 31)),
        ("T9/2023", date(2023, 9, 30)),
        ("9/2023", date(2023, 9, 30)),
        ("Tháng 5 - tháng 7/2023", date(2023, 7, 31)),
        ("Trước tháng 6/2023", date(2023, 5, 31)),
        ("Trước 31/5/2023", date(2023, 5, 31)),
        ("Trước ngày 31/5", date(2023, 5, 31)),
        ("trước ngày 31 tháng 5 năm 2023", date(2023, 5, 31)),
        ("31/5", date(2023, 5, 31)),
        ("Xong trước 31-5-2023", date(2023, 5, 31)),
        ("Từ 01/3 đến 31/5/2023", date(2023, 5, 31)),
        ("01/7/2023", date(2023, 7, 1)),
        ("ngày 5 tháng 3", date(2023, 3, 5)),
        ("6 tháng đầu năm", date(2023, 5, 31)),
        ("6 tháng đầu năm 2022", date(2022, 5, 31)),
        ("06 tháng đầu năm", date(2023, 5, 31)),
        ("6 tháng cuối năm", date(2023, 10, 25)),
        ("Cuối năm", date(2023, 10, 25)),
        ("Năm 2023", date(2023, 10, 25)),
        (datetime(2023, 6, 30), date(2023, 6, 30)),
        (45107, date(2023, 6, 30)),
        ("Trước 31/12", date(2023, 12, 31)),
        ("chậm nhất ngày 25/10", date(2023, 10, 25)),
        ("Từ 01/10 đến 15/11", date(2023, 11, 15)),
        ("T9/23", date(2023, 9, 30)),
        ("Tháng 10/22", date(2022, 10, 31)),
        ("Quý I, II/23", date(2023, 6, 30)),
        ("Quí II", date(2023, 6, 30)),
        ("quí 3/2023", date(2023, 9, 30)),
        ("9 tháng đầu năm", date(2023, 9, 30)),
        ("03 tháng đầu năm 2022", date(2022, 3, 31)),
        ("06/2023-09/2023", date(2023, 9, 30)),
        ("Tháng 3/2023 - 06/2023", date(2023, 6, 30)),
        ("01/3/2023-30/4/2023", date(2023, 4, 30)),
        ("01/03-30/04", date(2023, 4, 30)),
        ("1-3-2023", date(2023, 3, 1)),
    ],
)
def test_due_day_in_a_plan_of_2023(value, day):
    assert due(value, 2023) == Due(day)


@pytest.mark.parametrize(
    "value",
    [
        "Thường xuyên",
        "6 tháng/lần",
        "6 tháng 1 lần",
        "1 lần/quý",
        "Hàng quí",
        "Trước ngày 25 hằng tháng",
        "thuong xuyen",
        "THƯỜNG XUYÊN",
        "Hằng tháng",
        "Hàng tháng",
        "Hằng quý",
        "Hàng tuần",
        "Hằng năm",
        "Cả năm",
        "Trước ngày 20 hằng tháng",
    ],
)
def test_recurring_work_has_no_day(value):
    assert due(value, 2023) == Due(recurring=True)


@pytest.mark.parametrize(
    ("value", "year", "meaning"),
    [
        (None, 2023, Due()),
        ("Quý II/2023", None, Due(date(2023, 6, 30))),
        ("Quý II", None, Problem("due_without_year", "warning")),
        ("31/5", None, Problem("due_without_year", "warning")),
        ("6 tháng đầu năm", None, Problem("due_without_year", "warning")),
        ("31/02/2023", 2023, Problem("impossible_date")),
        ("Trước 31/4", 2023, Problem("impossible_date")),
        ("Quý II/9999", 2023, Problem("impossible_date")),
        ("Theo kế hoạch", 2023, Problem("unreadable_due", "warning")),
        ("Theo kế hoạch", None, Problem("unreadable_due", "warning")),
        ("Tuần 2 tháng 5", 2023, Problem("unreadable_due", "warning")),
        ("Tuần 2 tháng 5 năm 2023", 2023, Problem("unreadable_due", "warning")),
        ("Sau 5 năm", 2023, Problem("unreadable_due", "warning")),
        (7, 2023, Problem("unreadable_due", "warning")),
    ],
)
def test_due(value, year, meaning):
    assert due(value, year) == meaning
