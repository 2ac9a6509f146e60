"""Cells as distinct values and codes: what goes in comes out, true to its type."""

from datetime import date, datetime, time

import pytest

from dashboard.importing.model.coded_columns import decode, encode, encode_column, spliced


def through(rows: list[list[object]]) -> list[list[object]]:
    return decode(encode(iter(rows)))


def test_cells_come_out_as_they_went_in():
    rows = [
        ["Thôn Đông", 1.5, date(2023, 1, 2)],
        [None, 2, datetime(2023, 1, 2)],
        ["Thôn Đông", -0.5, datetime(2023, 1, 2, 3, 4)],
    ]
    assert through(rows) == rows
    assert [[type(cell) for cell in row] for row in through(rows)] == [
        [type(cell) for cell in row] for row in rows
    ]


@pytest.mark.parametrize(
    "cells", [[True, 1.0, False, 0.0], [1.0, True, 0, False], ["1", 1.0, True]]
)
def test_true_is_not_one(cells):
    found = [row[0] for row in through([[cell] for cell in cells])]
    assert found == cells and [type(cell) for cell in found] == [type(cell) for cell in cells]


def test_blank_texts_are_none_and_times_of_day_are_texts():
    assert through([[" ", "a", time(7, 30)]]) == [[None, "a", "07:30:00"]]


def test_trailing_blank_rows_and_columns_are_cut_and_no_others():
    rows = [[None, None, None], [None, "a", ""], [None, None, None]]
    assert through(rows) == [[None, None], [None, "a"]]
    assert through([[None], [""]]) == [] and through([]) == []


def test_more_rows_than_are_held_at_a_time():
    rows = [[number, number % 3] for number in range(1000)]
    assert through(rows) == rows


def test_spliced_rows_are_the_other_columns():
    one, other = encode_column(["a", "b", None]), encode_column(["x", "y", "a"])
    found = spliced(one, other, [1])
    assert [found.values[code] for code in found.codes] == ["a", "y", None]
    assert [one.values[code] for code in one.codes] == ["a", "b", None]
