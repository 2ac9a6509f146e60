"""Rows of frames as typed values."""

from typing import NamedTuple

import pandas as pd
import pytest

from dashboard.rows import NAN, frame_of, rows_of


class Score(NamedTuple):
    """A row with a column that a frame may lack."""

    unit: str
    estimate: float
    note: str = "none"


def test_fields_are_taken_by_name_whatever_the_order_and_the_rest():
    frame = pd.DataFrame({"estimate": [1.5, NAN], "other": [1, 2], "unit": ["a", "b"]})
    first, second = rows_of(frame, Score)
    assert first == Score("a", 1.5, "none") and second.unit == "b"
    assert type(first.estimate) is float and pd.isna(second.estimate)
    assert next(rows_of(frame.assign(note="x"), Score)).note == "x"


def test_a_missing_column_is_named_even_if_there_is_no_row():
    for frame in (pd.DataFrame({"unit": ["a"]}), pd.DataFrame({"unit": []})):
        with pytest.raises(KeyError, match="Score: the frame has no column estimate"):
            rows_of(frame, Score)


def test_rows_and_frame_are_each_other():
    rows = [Score("a", 1.5), Score("b", 2.5, "x")]
    assert list(rows_of(frame_of(rows, Score), Score)) == rows
    assert list(frame_of([], Score).columns) == ["unit", "estimate", "note"]
    assert list(rows_of(frame_of([], Score), Score)) == []
