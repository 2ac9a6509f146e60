"""What the cells of a table say, read back as people wrote them."""

from datetime import date

import pytest

from dashboard.numbers import MINUS, NO_BREAK
from dashboard.shown_values import Number, alphabetical, order_of, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7,36", Number(7.36, 2, False)),
        (f"{MINUS}0,20", Number(-0.2, 2, False)),
        ("+0,13", Number(0.13, 2, False)),
        ("1.234", Number(1234.0, 0, False)),
        ("7.140,50", Number(7140.5, 2, False)),
        (f"84{NO_BREAK}%", Number(0.84, 0, True)),
        (f"12,5{NO_BREAK}%", Number(0.125, 1, True)),
        ("–", None),
        ("", None),
        (None, None),
        ("ẩn", "ẩn"),
        ("1.23", "1.23"),  # no thousands: nobody writes a figure so
        ("3/4", "3/4"),
    ],
)
def test_a_figure_is_the_number_that_is_shown(text, value):
    assert value_of(text, True) == value


def test_only_figures_are_numbers_and_only_days_that_there_are_dates():
    assert value_of("2.2", False) == "2.2" and value_of("2023", False) == "2023"
    assert value_of("29/02/2024", False) == date(2024, 2, 29)
    assert value_of("31/06/2023", False) == "31/06/2023"  # as a file wrote it
    assert value_of("31/6/2023", False) == "31/6/2023"


def test_texts_stand_in_the_order_of_the_vietnamese_alphabet():
    names = ["Ăn", "Đoài", "Dưới", "Ánh", "An", "Đông", "Ơn", "On", "Ôn", "Hạ", "Hà", "ha"]
    expected = ["An", "Ánh", "Ăn", "Dưới", "Đoài", "Đông", "ha", "Hà", "Hạ", "On", "Ôn", "Ơn"]
    assert sorted(names, key=alphabetical) == expected
    assert sorted(["Thôn 10", "thôn 9", "Thôn 2"], key=alphabetical)[::2] == ["Thôn 2", "Thôn 10"]


def test_counts_of_counts_are_sorted_by_their_share():
    texts = ["1/3", f"5/8 · 63{NO_BREAK}%", "0/2", "2/2"]
    ordered = sorted(texts, key=lambda text: order_of(text, True))
    assert ordered == ["0/2", "1/3", f"5/8 · 63{NO_BREAK}%", "2/2"]
