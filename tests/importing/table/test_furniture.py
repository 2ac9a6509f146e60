"""Rows that are no records by their words alone."""

import pytest

from dashboard.importing.table.furniture import (
    is_column_numbers,
    is_note,
    is_signature,
    is_total,
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([1, 2, 3], True),
        (["A", "B", 1, 2], True),
        (["(1)", "(2)", "(3) = (1) + (2)"], True),
        ([None, 1, None, 2, 3], True),
        ([1, 2], False),
        (["1", "2", "4"], False),
        (["A", "C", "D"], False),
        ([1, "Họp thôn", 3], False),
        (["Bắc", 2, 3], False),
    ],
)
def test_column_numbers(row, expected):
    assert is_column_numbers(row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["Tổng cộng", 5], True),
        ([None, "Tổng cộng:", 5], True),
        (["Tổng", 5], True),
        (["Tổng hợp ý kiến", "Công an xã"], False),
        (["Bắc", "Tổng cộng"], False),
    ],
)
def test_total(row, expected):
    assert is_total(row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["Nơi nhận:", None], True),
        ([None, "Đức Hợp, ngày 5 tháng 1 năm 2023"], True),
        (["CHỦ TỊCH"], True),
        (["CHỦ TỊCH", "Họp thôn"], False),
        (["a", "b", "Đức Hợp, ngày 5 tháng 1 năm 2023"], False),
    ],
)
def test_signature(row, expected):
    assert is_signature(row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["Ghi chú: số liệu đến tháng 5"], True),
        (["Ghi chú:", "số liệu đến tháng 5"], True),
        (["Trang 2/5"], True),
        (["Ghi chú", "Chủ trì", "Thời hạn"], False),
        (["Trang 2", "Công an xã"], False),
    ],
)
def test_note(row, expected):
    assert is_note(row) == expected
