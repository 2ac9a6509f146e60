"""Short names of officials: phrases abbreviated only as far as needed."""

import pytest

from dashboard.readings.short_names import LETTERS, short_name
from tests.pages import by_hand


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (
            "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",
            "Địa chính - NN - XD và MT",
        ),
        ("Công chức Văn phòng - Thống kê", "Văn phòng - Thống kê"),
        ("Công chức Tài chính - Kế toán", "Tài chính - Kế toán"),
        ("UB MTTQ xã", "UB MTTQ xã"),
        ("Hội Liên hiệp Phụ nữ xã", "Hội Liên hiệp Phụ nữ xã"),
        ("", ""),
    ],
)
def test_short_name(full, short):
    assert short_name(full) == short


@pytest.mark.parametrize("year", [2022, 2023])
def test_every_official_of_the_samples_fits_and_stays_apart(year):
    names = {
        row[2] for row in by_hand.sheets(f"bieu-nhiem-vu-{year}.xlsx")[0] if isinstance(row[0], int)
    }
    short = {name: short_name(name) for name in names}
    assert len(names) > 10 and all(0 < len(text) <= LETTERS for text in short.values()), short
    assert len(set(short.values())) == len(names)
