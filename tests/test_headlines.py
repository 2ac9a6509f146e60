"""Titles on random frames: always a sentence, never a claim that anything rose or fell."""

import random
import re

import pandas as pd
import pytest

from dashboard import headlines
from dashboard.words import words

VI = words("vi")
CLAIM = re.compile(r"tăng|giảm|cải thiện|tụt|nan|None", re.IGNORECASE)
STATUSES = ("ok", "caution", "hidden_n", "hidden_complement", "missing")


def random_change(seed: int) -> pd.DataFrame:
    chance = random.Random(seed)
    rows = []
    for level, name in [("total", "PAPI"), *(("dimension", f"Lĩnh vực {n}") for n in range(8))]:
        statuses = [chance.choice(STATUSES) for _ in range(2)]
        seen = [
            chance.uniform(1, 10) if status in ("ok", "caution") else None for status in statuses
        ]
        change = None if None in seen else seen[1] - seen[0]
        rows.append([level, name, *seen, change, *statuses, 80.0 if level == "total" else 10.0])
    columns = ["level", "name", "estimate_from", "estimate_to", "change"]
    frame = pd.DataFrame(rows, columns=[*columns, "status_from", "status_to", "scale_high"])
    return frame.astype({name: float for name in columns[2:]})


@pytest.mark.parametrize("seed", range(40))
def test_titles_of_scores_claim_nothing(seed):
    change = random_change(seed)
    dimensions = change[change.level == "dimension"]
    said = [
        headlines.components(dimensions, 2022, 2023, VI),
        headlines.levels(dimensions, VI),
        headlines.total_difference(change.iloc[0], 2022, 2023, VI),
        headlines.overview(change, pd.DataFrame(), 2023, VI),
    ]
    assert all(said) and not CLAIM.search(" ".join(said))


def test_largest_difference_is_named_with_its_sign():
    frame = random_change(0).iloc[1:3].assign(name=["A", "B"], change=[0.13, -0.294])
    assert headlines.components(frame, 2022, 2023, VI) == (
        "Chênh lệch lớn nhất 2023 so với 2022: B, \u22120,29\u00a0điểm"
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("missing", "Chưa có điểm năm 2023"),
        ("hidden_n", "Điểm năm 2023 chưa đủ 10 phiếu để hiện"),
    ],
)
def test_total_that_is_not_there_is_said(status, said):
    change = random_change(0).assign(status_to=status, estimate_to=float("nan"))
    assert headlines.overview(change, pd.DataFrame(), 2023, VI).startswith(said)


@pytest.mark.parametrize(
    ("days", "said"), [(5, "còn 5\u00a0ngày"), (0, "hôm nay"), (-1, "đã qua hạn")]
)
def test_due_date_of_a_report(days, said):
    from datetime import date, timedelta

    today = date(2023, 10, 20)
    assert headlines.due(today + timedelta(days), today, VI) == said
