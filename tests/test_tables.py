"""Frames as finished texts: order, signs for what is not shown, shares from five on."""

import pandas as pd
import pytest

from dashboard import tables
from dashboard.officials import short_name
from dashboard.readings import _blank, _blank_change
from dashboard.words import words

VI = words("vi")


def task(state, due, days_late=None, **facts):
    return {"state": state, "due": pd.Timestamp(due), "days_late": days_late, **facts}


def test_urgent_tasks_come_first_the_longest_overdue_on_top():
    rows = pd.DataFrame(
        [
            task("done_on_time", "2023-01-01"),
            task("overdue", "2023-05-01", 30),
            task("not_started", "2023-12-01"),
            task("overdue", "2023-03-01", 90),
            task("in_progress", "2023-11-01"),
        ]
    )
    ordered = tables.by_urgency(rows)
    assert list(ordered.state) == [
        "overdue",
        "overdue",
        "in_progress",
        "not_started",
        "done_on_time",
    ]
    assert list(ordered.days_late)[:2] == [90, 30]


def test_timeline_knows_nothing_after_its_date():
    rows = pd.DataFrame(
        [task("overdue", "2023-03-01", 30, done=pd.Timestamp("2023-06-01"), as_of="2023-03-31")]
    )
    rows["as_of"] = pd.to_datetime(rows.as_of)
    assert tables.for_timeline(rows, None).done.isna().all()


@pytest.mark.parametrize("status", ["hidden_n", "hidden_complement", "hidden_no_se"])
def test_hidden_figures_are_blank_and_say_so(status):
    scores = pd.DataFrame({"estimate": [5.5, 6.5], "status": [status, "ok"]})
    assert _blank(scores).estimate.isna().tolist() == [True, False]
    assert tables._figures(_blank(scores), "estimate", "status", VI) == ["ẩn", "6,50"]


def test_change_is_blank_when_either_year_is_hidden():
    frame = pd.DataFrame(
        {
            "estimate_from": [5.0, 5.0, 5.0],
            "estimate_to": [6.0, 6.0, 6.0],
            "change": [1.0, 1.0, 1.0],
            "status": ["hidden_n", "hidden_n", "ok"],
            "status_from": ["hidden_n", "ok", "ok"],
            "status_to": ["ok", "hidden_n", "ok"],
        }
    )
    blank = _blank_change(frame)
    assert blank.change.isna().tolist() == [True, True, False]
    assert blank.estimate_from.isna().tolist() == [True, False, False]
    assert blank.estimate_to.isna().tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (
            "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",
            "Địa chính - NN - XD và MT",
        ),
        ("Công chức Văn phòng - Thống kê", "Văn phòng - Thống kê"),
        ("UB MTTQ xã", "UB MTTQ xã"),
        ("Hội Liên hiệp Phụ nữ xã", "Hội Liên hiệp Phụ nữ xã"),
    ],
)
def test_officials_have_short_names(full, short):
    assert short_name(full) == short
    assert len(short) <= 26
