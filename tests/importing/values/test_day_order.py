"""Columns of dates whose day and month a program has turned, and ordinary ones beside them."""

import random
from datetime import date, datetime, timedelta

import pytest

from dashboard.importing.values.day_order import DayOrder, order_of

NONE, IN_DOUBT = DayOrder(), DayOrder(in_doubt=True)
MAY_4, FEB_6, OCT_8, JUL_9 = (date(2023, *day) for day in ((5, 4), (2, 6), (10, 8), (7, 9)))
LATE = ["13/04/2023", "25/06/2023", "31/08/2023"]


@pytest.mark.parametrize(
    ("values", "order"),
    [
        ([MAY_4, FEB_6, OCT_8, JUL_9, *LATE], DayOrder(turned=True)),
        ([MAY_4, FEB_6, OCT_8, *LATE, "Quý II/2023", "Thường xuyên", None], DayOrder(turned=True)),
        ([datetime(2023, 5, 4), datetime(2023, 2, 6), *LATE], DayOrder(turned=True)),
        ([MAY_4, FEB_6, OCT_8, *LATE, date(1970, 1, 1)], DayOrder(turned=True)),
        # A true date that no program can have turned, a text that one would have.
        ([MAY_4, FEB_6, date(2023, 5, 20), *LATE], NONE),
        ([MAY_4, FEB_6, OCT_8, *LATE, "05/04/2023"], NONE),
        ([MAY_4, FEB_6, OCT_8], NONE),
        (LATE, NONE),
        ([MAY_4, "13/04/2023"], NONE),
        ([date(2023, 5, 5), date(2023, 6, 6), date(2023, 7, 7), *LATE], NONE),
        # One date that lies far from the texts only if turned; ISO texts have one order only.
        ([date(2023, 6, 2), "30/6/2023", "30-9-2023", "Quý III/2023"], NONE),
        (["2023-05-04", "2023-06-02", "30/6/2023", "30-9-2023"], NONE),
        # Two of each sort: nearer together by half, if turned.
        ([MAY_4, FEB_6, "13/04/2023", "25/06/2023"], DayOrder(turned=True)),
        # Few of them; and a survey of one week, far apart if turned.
        ([MAY_4, *LATE], IN_DOUBT),
        ([MAY_4, FEB_6, "13/04/2023"], IN_DOUBT),
        ([date(2023, 9, n) for n in range(5, 13)] + ["13/09/2023", "14/09/2023"], NONE),
        # First days of months stay near the texts as they are.
        ([date(2023, 4, 1), date(2023, 6, 1), "30/06/2023", "31/08/2023", "25/10/2023"], IN_DOUBT),
        (["04/15/2023", "04/25/2023", "04/05/2023"], DayOrder(month_first=True)),
        (["4/15/23", "4/25/23"], DayOrder(month_first=True)),
        (["04/15/2023", "04/05/2023"], IN_DOUBT),
        (["04/15/2023", "04/25/2023", "15/04/2023"], NONE),
        (["04/15/2023", *LATE, "04/05/2023"], NONE),
        ([], NONE),
    ],
)
def test_the_order_of_a_column(values, order):
    assert order_of(values) == order


def test_columns_of_a_year_are_turned_back_and_mixed_ones_left_alone():
    """Of each 300 columns of 30 days: those that an Excel set to month first has turned, and those
    where some days are dates and some are texts."""
    drawn = random.Random(11)
    for _ in range(300):
        days = [date(2022, 11, 1) + timedelta(drawn.randrange(360)) for _ in range(30)]
        left = [day for day in days if day.day > 12]
        made = [date(day.year, day.day, day.month) for day in days if day.day <= 12]
        order = order_of([*made, *(f"{day:%d/%m/%Y}" for day in left)])
        assert order.turned or order.in_doubt
        assert order_of([*days[:15], *(f"{day:%d/%m/%Y}" for day in days[15:])]) == NONE


def test_dates_turned_back():
    order = DayOrder(turned=True)
    assert order.typed(MAY_4) == date(2023, 4, 5)
    assert order.typed(datetime(2023, 5, 4, 0, 0)) == date(2023, 4, 5)
    assert order.typed("13/04/2023") == "13/04/2023"
    assert order.changes(MAY_4) and not order.changes(date(2023, 5, 5))


def test_an_iso_text_is_never_turned():
    order = DayOrder(turned=True, month_first=True)
    for said in ("2023-05-04", "2023-05-04 00:00:00", "2023/05/04"):
        assert order.typed(said) == said and not order.changes(said)


def test_texts_month_first():
    order = DayOrder(month_first=True)
    assert order.typed("04/15/2023") == date(2023, 4, 15)
    assert order.typed("04/05/23") == date(2023, 4, 5)
    assert order.typed("Quý II/2023") == "Quý II/2023"
    assert order.typed("02/30/2023") == "02/30/2023"
    assert order.changes("04/05/2023") and not order.changes("04/04/2023")
