"""Titles on random frames: always a sentence, no rise or fall but with the verdict for it."""

import random
import re
from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard.sentences import headlines
from dashboard.words import words

VI = words("vi")
CLAIM = re.compile(
    r"(tăng|giảm)(?! rõ rệt)|cải thiện|tụt|xuống|lên hạng|nan|NaT|None|\{|\}", re.IGNORECASE
)
VERDICTS = {"up": "tăng rõ rệt", "down": "giảm rõ rệt"}
STATUSES = ("ok", "caution", "hidden_n", "hidden_complement", "missing")


def random_change(seed: int) -> pd.DataFrame:
    """The total and eight dimensions of two years, blank where hidden or missing."""
    chance = random.Random(seed)
    rows = []
    for level, name in [("total", "PAPI"), *(("dimension", f"Lĩnh vực {n}") for n in range(8))]:
        statuses = [chance.choice(STATUSES) for _ in range(2)]
        seen = [
            chance.uniform(1, 10) if status in ("ok", "caution") else None for status in statuses
        ]
        change = None if None in seen else seen[1] - seen[0]
        verdict = chance.choice(["up", "down", "unclear", "not_comparable", None])
        high = 80.0 if level == "total" else 10.0
        rows.append([level, name, *seen, change, *statuses, high, verdict, 2022])
    columns = ["level", "name", "estimate_from", "estimate_to", "change"]
    more = ["status_from", "status_to", "scale_high", "verdict", "year_from"]
    frame = pd.DataFrame(rows, columns=[*columns, *more])
    return frame.astype({name: float for name in columns[2:]})


def backed(change: pd.DataFrame, verdict: str) -> bool:
    """Whether a row that may be seen has this verdict."""
    hidden = (change.status_from + change.status_to).str.contains("hidden")
    return bool((change.verdict[~hidden] == verdict).any())


def random_units(seed: int) -> pd.DataFrame:
    """Communes or provinces by score, some without one."""
    chance = random.Random(seed)
    scores = [chance.choice([None, chance.uniform(30, 50)]) for _ in range(chance.randrange(6))]
    frame = pd.DataFrame({"estimate": pd.Series(scores, dtype=float)})
    frame = frame.assign(rank=frame.estimate.rank(ascending=False, method="min"))
    names = [f"Xã {n}" for n in range(len(frame))]
    return frame.assign(unit=names, unit_id=names, province=names, score=frame.estimate)


def random_tasks(seed: int) -> pd.DataFrame:
    chance = random.Random(seed)
    rows = [(chance.choice("abc"), chance.random() < 0.5) for _ in range(chance.randrange(6))]
    return pd.DataFrame(rows, columns=["task_id", "is_overdue"]).astype({"is_overdue": bool})


@pytest.mark.parametrize("seed", range(60))
def test_titles_claim_nothing_and_are_never_empty(seed):
    change, units, tasks = random_change(seed), random_units(seed), random_tasks(seed)
    dimensions = change[change.level == "dimension"]
    completion = pd.DataFrame({"overdue": [seed % 3] * (seed % 4)}, dtype="int64")
    said = [
        headlines.components(dimensions, 2022, 2023, VI),
        headlines.levels(dimensions, VI),
        headlines.total_difference(change.iloc[0], 2022, 2023, VI),
        headlines.overview(change, completion, 2023, VI),
        headlines.officials(completion, VI),
        headlines.follow_up(tasks, 30, VI),
        headlines.communes(units, "Xã 1", "được khảo sát", "", VI),
        headlines.provinces(units, "Xã 1", 2023, VI),
        headlines.extremes(units, "unit", "estimate", VI),
    ]
    assert all(said) and not CLAIM.search(" ".join(said)), said
    for verdict, claim in VERDICTS.items():
        if not backed(change, verdict):
            assert claim not in " ".join(said).lower(), said


@pytest.mark.parametrize("seed", range(30))
def test_titles_of_hidden_figures_hold_no_figure(seed):
    change = random_change(seed)
    change = change.assign(status_from="hidden_n", status_to="hidden_n")
    change[["estimate_from", "estimate_to", "change"]] = float("nan")
    said = [
        headlines.components(change, 2022, 2023, VI),
        headlines.levels(change, VI),
        headlines.total_difference(change.iloc[0], 2022, 2023, VI),
        headlines.overview(change, pd.DataFrame(), 2023, VI),
    ]
    assert not re.search(r"\d,\d", " ".join(said)), said


def test_total_and_overdue_stand_in_the_overview_s_title():
    change = random_change(0).assign(status_to="ok", estimate_to=44.375, verdict=None)
    done = pd.DataFrame({"overdue": [5, 3]})
    said = headlines.overview(change, done, 2023, VI).replace("\u00a0", " ")
    assert said == "Điểm theo phương pháp PAPI 2023: 44,38 trên 80; 8 nhiệm vụ quá hạn"
    assert headlines.overview(change, done * 0, 2023, VI).endswith("; không có nhiệm vụ quá hạn")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("missing", "Chưa có điểm năm 2023; "),
        ("hidden_n", "Điểm năm 2023 chưa đủ 10 phiếu để hiện; "),
        ("hidden_no_se", "Điểm năm 2023 chưa đủ 10 phiếu để hiện; "),
    ],
)
def test_total_that_is_not_there_is_said(status, said):
    change = random_change(0).assign(status_to=status, estimate_to=float("nan"))
    whole = headlines.overview(change, pd.DataFrame(), 2023, VI)
    assert whole.replace("\u00a0", " ") == said + "chưa có biểu nhiệm vụ năm 2023"


def test_unit_without_components_has_no_total():
    assert headlines.overview(random_change(0).head(0), pd.DataFrame(), 2023, VI).startswith(
        "Chưa có điểm năm 2023"
    )


def verdicts(*said: str) -> pd.DataFrame:
    """Dimensions A, B, C... with these verdicts, all to be seen."""
    names = [chr(ord("A") + n) for n in range(len(said))]
    frame = random_change(0).iloc[1 : 1 + len(said)]
    return frame.assign(name=names, verdict=said, status_from="ok", status_to="ok", change=0.1)


def test_rises_and_falls_are_counted_and_named():
    change = verdicts("up", "unclear", "down", "down", "down", "not_comparable")
    assert headlines.components(change, 2022, 2023, VI).replace("\u00a0", " ") == (
        "2023 so với 2022, 6 lĩnh vực: 1 tăng rõ rệt, 3 giảm rõ rệt, 1 chưa đủ căn cứ, "
        "1 không so sánh được"
    )
    assert headlines.levels(change, VI) == "Giảm rõ rệt: C, D (+1); tăng rõ rệt: A"
    asked = change.assign(level="question")  # the score fell, not what is asked for
    said = headlines.levels(asked, VI)
    assert said == "Điểm giảm rõ rệt ở câu: C, D (+1); điểm tăng rõ rệt ở câu: A"


def test_verdict_of_the_total_stands_in_the_overview_s_title():
    total = verdicts("down").assign(level="total", estimate_to=44.375, scale_high=80.0)
    said = headlines.overview(total, pd.DataFrame(), 2023, VI).replace("\u00a0", " ")
    assert said.startswith(
        "Điểm theo phương pháp PAPI 2023: 44,38 trên 80, giảm rõ rệt so với 2022"
    )
    assert "rõ rệt" not in headlines.overview(
        total.assign(verdict="unclear"), pd.DataFrame(), 2023, VI
    )


def test_highest_and_lowest_leave_out_what_is_not_shown():
    frame = pd.DataFrame({"name": ["A", "B", "C"], "estimate_to": [None, 2.0, 5.0]})
    assert headlines.levels(frame, VI) == "Điểm cao nhất: C; thấp nhất: B"
    units = frame.rename(columns={"estimate_to": "score"})
    assert headlines.extremes(units, "name", "score", VI).replace("\u00a0", " ") == (
        "Cao nhất: C 5,00; thấp nhất: B 2,00"
    )


def test_of_equals_none_is_called_highest_or_lowest():
    frame = pd.DataFrame({"name": ["A", "B", "C"], "estimate_to": [None, 0.332, 0.329]})
    assert headlines.levels(frame, VI) == "Các mục cùng 0,33 điểm"
    assert headlines.levels(frame.head(2), VI) == "Điểm cao nhất: B; thấp nhất: B"


def test_officials_with_overdue_tasks_are_counted():
    frame = pd.DataFrame({"overdue": [3, 0, 1]})
    assert headlines.officials(frame, VI).startswith("2 trong 3 đầu mối")
    assert headlines.officials(frame * 0, VI).startswith("Không đầu mối nào trong 3")
    assert (
        headlines.officials(frame, VI, "support") == "2 trong 3 đầu mối phối hợp việc đang quá hạn"
    )


def test_task_of_two_leads_is_urged_once():
    frame = pd.DataFrame({"task_id": ["a", "a", "b"], "is_overdue": [True, True, False]})
    said = headlines.follow_up(frame, 30, VI).replace("\u00a0", " ")
    assert said == "1 nhiệm vụ quá hạn, 1 đến hạn trong 30 ngày tới"


def test_rank_is_among_those_with_a_score():
    units = pd.DataFrame(
        {
            "unit": ["B", "A", "C"],
            "unit_id": ["b", "a", "c"],
            "estimate": [5.0, 4.0, None],
            "rank": [1.0, 2.0, None],
        }
    )
    said = headlines.communes(units, "a", "của Huyện X", "7 Môi trường: ", VI)
    assert said.replace("\u00a0", " ") == (
        "7 Môi trường: A đứng thứ 2 trong 2 xã của Huyện X, 4,00 điểm"
    )
    assert headlines.communes(units, "c", "được chọn", "", VI).replace("\u00a0", " ") == (
        "Cao nhất B 5,00, thấp nhất A 4,00, trong 2 xã được chọn"
    )
    provinces = units.assign(province=units.unit, score=units.estimate)
    said = headlines.provinces(provinces, "A", 2023, VI).replace("\u00a0", " ")
    assert said == "A đứng thứ 2 trong 2 tỉnh năm 2023, 4,00 điểm"


@pytest.mark.parametrize(
    ("days", "said"), [(5, "còn 5\u00a0ngày"), (0, "đúng ngày đang xem"), (-1, "đã qua hạn")]
)
def test_due_date_of_a_report(days, said):
    today = date(2023, 10, 20)
    assert headlines.due(today + timedelta(days), today, VI) == said
