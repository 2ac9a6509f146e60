"""Columns of finished texts: signs for what is not shown."""

import pandas as pd
import pytest

from dashboard.tables import text_columns
from dashboard.words import words

VI = words("vi")
HIDDEN = ["hidden_n", "hidden_complement", "hidden_no_se"]


def scores(estimate: float | None, status: str, **facts) -> pd.DataFrame:
    return pd.DataFrame([{"component": "1", "estimate": estimate, "status": status} | facts])


@pytest.mark.parametrize("status", HIDDEN)
@pytest.mark.parametrize("estimate", [5.5, None])
def test_a_hidden_figure_says_so_even_if_one_is_there(status, estimate):
    assert text_columns.figures(scores(estimate, status), "estimate", "status", VI) == ["ẩn"]


def test_a_missing_figure_is_a_dash_and_zero_is_not():
    assert text_columns.figures(scores(None, "missing"), "estimate", "status", VI) == ["–"]
    assert text_columns.figures(scores(0.0, "ok"), "estimate", "status", VI) == ["0,00"]
    assert text_columns.counts(pd.Series([0, 1234, None])) == ["0", "1.234", "–"]
