"""What of a commune's report is said: closed on a day of ours, else whose results are written."""

from datetime import date

import pandas as pd
import pytest

from dashboard.tables import commune_tables
from dashboard.words import words

VI = words("vi")
DUE = date(2023, 10, 25)
COMMUNE = {
    "unit": "Xã An", "lies_in": "Huyện A", "year_from": 2022, "year_to": 2023,
    "estimate_from": 44.004, "estimate_to": 43.995, "status_from": "ok", "status_to": "ok",
    "verdict": "unclear", "is_missing": False, "assigned": 8, "done": 5, "overdue": 0,
    "longest_overdue": None, "officials": 4, "submitted": 3, "closings": 0, "closed_at": pd.NaT,
}  # fmt: skip


def table(*changes: dict, seen_at: date = DUE) -> tuple[pd.DataFrame, dict]:
    rows = pd.DataFrame([COMMUNE | change for change in changes])
    return commune_tables.at_a_glance(rows, DUE, seen_at, VI)


@pytest.mark.parametrize(
    ("facts", "seen_at", "said"),
    [
        # 17:00 in Greenwich is midnight here
        ({"closings": 2, "closed_at": pd.Timestamp("2023-10-26 17:00")}, DUE, "đã chốt 27/10/2023"),
        ({}, DUE, "chưa chốt; 3/4 đầu mối đã ghi đủ kết quả"),
        ({}, date(2023, 10, 27), "chưa chốt; 3/4 đầu mối đã ghi đủ kết quả; trễ 2 ngày"),
        ({"officials": 0, "submitted": 0}, date(2023, 10, 27), "chưa chốt"),
    ],
)
def test_report_of_the_period(facts, seen_at, said):
    shown, _ = table(facts, seen_at=seen_at)
    assert shown.report.tolist() == [said]


def test_the_difference_is_that_of_the_scores_as_they_are_shown():
    shown, columns = table({})
    assert shown[["from", "to", "change"]].to_numpy().tolist() == [["44,00", "44,00", "0,00"]]
    assert columns["from"] == ("2022", True) and columns["to"] == ("2023", True)


def test_where_it_lies_is_said_only_of_several_places():
    assert "lies_in" not in table({}, {})[0]
    assert table({}, {"lies_in": "Huyện B"})[0].lies_in.tolist() == ["Huyện A", "Huyện B"]


def test_nothing_known_is_said():
    shown, _ = table({"is_missing": True, "assigned": 0, "done": 0}, {"assigned": 0, "done": 0})
    assert shown.completion.tolist() == ["chưa có số liệu", "chưa có biểu"]
    assert shown.overdue.tolist() == ["–", "–"]
