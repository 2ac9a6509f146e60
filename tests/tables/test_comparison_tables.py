"""Units beside each other: shares from five on, withheld and hidden figures."""

import pandas as pd
import pytest

from dashboard.tables import comparison_tables
from dashboard.tables.comparison_tables import ranked
from dashboard.words import words

VI = words("vi")


@pytest.mark.parametrize(
    ("done", "assigned", "text"),
    [
        ((1, 1, 1), 4, "3/4"),
        ((3, 0, 1), 5, "4/5 · 80\u00a0%"),
        ((5, 0, 0), 8, "5/8 · 63\u00a0%"),
        ((0, 0, 0), 5, "0/5 · 0\u00a0%"),
        ((0, 0, 0), 0, "0/0"),
    ],
)
def test_shares_only_from_five_tasks_on(done, assigned, text):
    ranking = pd.DataFrame(
        {
            "unit_id": ["a", "b"],
            "unit": ["Xã A", "Xã B"],
            "estimate": [40.0, None],
            "status": ["ok", "hidden_n"],
            "respondents": [100, 9],
            "rank": [1.0, None],
            "rank_low": [1, None],
            "rank_high": [1, None],
            "quartile_group": None,
            "year_from": 2022,
            "rank_from": [2.0, None],
            "rank_low_from": [1, None],
            "rank_high_from": [2, None],
            "estimate_from": [39.0, None],
            "status_from": ["ok", "missing"],
        }
    )
    states = dict(zip(("done_on_time", "done_late", "done_undated"), done, strict=True))
    row = {"unit_id": "a", "unit": "Xã A", "assigned": assigned, "overdue": 0} | states
    shown, columns = comparison_tables.communes(ranking, pd.DataFrame([row]), VI)
    assert columns["rank_from"] == ("Hạng 2022", True)
    assert shown[["rank_from", "places_from", "estimate_from"]].to_numpy().tolist() == [
        ["2", "từ 1 đến 2", "39,00"],
        ["–", "–", "–"],
    ]
    assert shown.completion.tolist() == [text, "–"]
    assert shown.overdue.tolist() == ["0", "–"]
    assert shown["rank"].tolist() == ["1", "–"] and shown.estimate.tolist() == ["40,00", "ẩn"]


def test_provinces_with_four_decimals_and_withheld_in_words():
    frame = pd.DataFrame({"province": ["A", "B"], "score": [44.2282, None], "rank": [1, None]})
    frame = frame.assign(quartile_group=["high", None], year_from=2022, rank_from=[4, 2])
    frame = frame.assign(withheld_since=[None, 2021])
    shown, _ = comparison_tables.provinces(frame, VI)
    assert shown.to_numpy().tolist() == [
        ["1", "A", "44,2282", "Cao", "4", "+3", ""],
        ["–", "B", "không có số liệu", "–", "2", "–", "không công bố điểm, từ 2021"],
    ]
    published = frame.head(1).assign(rank_from=[None])
    shown, _ = comparison_tables.provinces(published, VI)
    assert shown.to_numpy().tolist() == [["1", "A", "44,2282", "Cao", "–", "–"]]


def test_ranking_rows_tell_hidden_from_missing():
    frame = pd.DataFrame(
        {"unit": list("ABC"), "estimate": [5.0, None, None], "rank": [1, None, None]}
    ).assign(quartile_group=None)
    marked = frame.unit == "A"
    statuses = ranked(frame.assign(status=["ok", "hidden_n", "ok"]), "unit", marked)
    assert statuses.status.tolist() == ["ok", "hidden_n", "missing"]
    assert ranked(frame, "unit", marked).status.tolist() == [
        "ok",
        "missing",
        "missing",
    ]
    assert statuses.marked.tolist() == [True, False, False]
