from datetime import date, datetime

import pytest

from dashboard.importing.values import dates
from dashboard.importing.values.cells import Problem

FIFTH_OF_MARCH = date(2023, 3, 5)
IMPOSSIBLE, UNREADABLE = Problem("impossible_date"), Problem("unreadable_date")


@pytest.mark.parametrize(
    "value",
    [
        date(2023, 3, 5),
        datetime(2023, 3, 5, 14, 30),
        "05/03/2023",
        "5/3/2023",
        "5/3/23",
        "5.3.2023",
        "5-3-2023",
        "5 / 3 / 2023",
        "2023-03-05",
        "2023-03-05 14:30:00",
        "2023/03/05",
        "Ngày 5/3/2023",
        "ngày 5 tháng 3 năm 2023",
        "Ngày 05 tháng 03, năm 2023",
        "NGAY 5 THANG 3 NAM 2023",
        44990,
        44990.0,
        "44990",
    ],
)
def test_spellings_of_one_day(value):
    assert dates.day(value) == FIFTH_OF_MARCH


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        (None, None),
        ("31/02/2023", IMPOSSIBLE),
        ("29/2/2023", IMPOSSIBLE),
        ("29/2/2024", date(2024, 2, 29)),
        ("12/13/2023", IMPOSSIBLE),
        ("00/03/2023", IMPOSSIBLE),
        ("ngày 31 tháng 4 năm 2023", IMPOSSIBLE),
        ("2023-02-30", IMPOSSIBLE),
        ("5/3/0223", IMPOSSIBLE),
        ("5/3", UNREADABLE),
        ("tháng 3/2023", UNREADABLE),
        ("đã xong", UNREADABLE),
        (2023, UNREADABLE),
        (0.5, UNREADABLE),
        (True, UNREADABLE),
        ("1/3/2023 - 5/3/2023", FIFTH_OF_MARCH),
    ],
)
def test_day(value, meaning):
    assert dates.day(value) == meaning


@pytest.mark.parametrize("value", ["5/3", "05/03", "ngày 5 tháng 3", "5.3", "5-3"])
def test_day_without_year_takes_the_one_given(value):
    assert dates.day(value, 2023) == FIFTH_OF_MARCH
