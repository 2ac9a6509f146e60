"""Frames as finished texts: order, signs for what is not shown, shares from five on."""

import random

import pandas as pd
import pytest

from dashboard.tables import tables
from dashboard.words import words

VI = words("vi")
M = "\u2212"
HIDDEN = ["hidden_n", "hidden_complement", "hidden_no_se"]


NOT_MOVED = {
    "due_moves": 0, "moved_after_due": False, "former_due": pd.NaT, "due_moved_on": pd.NaT,
}  # fmt: skip
MOVED = {
    "due_moves": 1, "moved_after_due": True, "former_due": pd.Timestamp("2023-05-31"),
    "due_moved_on": pd.Timestamp("2023-06-12"),
}  # fmt: skip


def task(state: str, due: str | None = "2023-06-30", days_late: int | None = None, **facts) -> dict:
    row = {
        "state": state, "due": pd.Timestamp(due), "days_late": days_late, "task": f"Việc {state}",
        "lead": "A", "component": "1.1", "due_text": "", "done": pd.NaT, "progress": None,
        "area": "Toàn xã", "support": "", "source_file": "tep.xlsx", "source_sheet": "Biểu",
        "source_row": 11, "as_of": pd.Timestamp("2023-05-31"), **NOT_MOVED,
    }  # fmt: skip
    return row | facts


def test_urgent_tasks_come_first_the_longest_overdue_on_top():
    rows = [
        task("overdue", "2023-03-01", 90),
        task("overdue", "2023-05-01", 30),
        task("in_progress", "2023-06-01"),
        task("in_progress", "2023-11-01"),
        task("not_started", "2023-12-01"),
        task("done_late", "2023-02-01", 20),
        task("done_late", "2023-01-01", 5),
        task("done_undated"),
        task("done_on_time", "2023-01-01"),
        task("cancelled"),
    ]
    expected = [(row["state"], row["days_late"], row["due"]) for row in rows]
    for seed in range(20):
        frame = pd.DataFrame(random.Random(seed).sample(rows, len(rows)))
        found = tables.by_urgency(frame)
        assert [
            (row.state, None if pd.isna(row.days_late) else row.days_late, row.due)
            for row in found.itertuples()
        ] == expected
        assert list(found.columns) == list(frame.columns)


def test_every_state_has_its_place_and_its_words():
    assert set(tables.STATES) == {key.split(".")[1] for key in VI if key.startswith("state.")}


def test_timeline_knows_nothing_after_its_date_and_no_cancelled_task():
    rows = pd.DataFrame(
        [
            task("overdue", "2023-03-01", 30, done=pd.Timestamp("2023-06-01")),
            task("done_on_time", done=pd.Timestamp("2023-05-31")),
            task("cancelled"),
        ]
    )
    own = tables.for_timeline(rows, None)
    assert own.state.tolist() == ["overdue", "done_on_time"]
    assert own.done.isna().tolist() == [True, False]
    assert tables.for_timeline(rows, "done_on_time").state.tolist() == ["done_on_time"]


def test_task_list_in_words():
    rows = pd.DataFrame(
        [
            task("overdue", "2023-03-01", 1234, progress=0.285),
            task("done_on_time", done=pd.Timestamp("2023-05-31"), progress=1.0),
            task("not_started", None),
        ]
    )
    shown, columns = tables.tasks(rows, None, VI)
    assert shown.state.tolist() == ["! quá hạn", "○ chưa đến hạn", "✔ hoàn thành đúng hạn"]
    assert shown.days_late.tolist() == ["1.234", "–", "–"]
    assert shown.due.tolist() == ["01/03/2023", "–", "30/06/2023"]
    assert shown.done.tolist() == ["–", "–", "31/05/2023"]
    assert shown.progress.tolist() == ["29\u00a0%", "–", "100\u00a0%"]
    assert shown.source.tolist() == ["tep.xlsx, Biểu, dòng 11"] * 3
    assert list(columns) == list(shown.columns)
    assert {field for field, (_, is_figure) in columns.items() if is_figure} == {
        "days_late",
        "progress",
    }
    assert len(tables.tasks(rows, "overdue", VI)[0]) == 1


def test_a_due_date_that_was_moved_says_so_beside_it():
    kept = task("overdue")
    late = task("in_progress", "2023-09-30", **MOVED)
    early = task("not_started", "2023-09-30", **MOVED | {"moved_after_due": False})
    shown, columns = tables.tasks(pd.DataFrame([kept, late, early]), None, VI)
    assert shown.due_was.tolist() == [
        "",
        "hạn cũ 31/05/2023, dời sau khi đã quá hạn (tệp nhập 12/06/2023)",
        "hạn cũ 31/05/2023, dời khi chưa quá hạn (tệp nhập 12/06/2023)",
    ]
    assert list(columns).index("due_was") == list(columns).index("due_text") + 1
    assert "due_was" not in tables.tasks(pd.DataFrame([kept]), None, VI)[1]


def scores(estimate: float | None, status: str, **facts) -> pd.DataFrame:
    return pd.DataFrame([{"component": "1", "estimate": estimate, "status": status} | facts])


@pytest.mark.parametrize("status", HIDDEN)
@pytest.mark.parametrize("estimate", [5.5, None])
def test_a_hidden_figure_says_so_even_if_one_is_there(status, estimate):
    assert tables._figures(scores(estimate, status), "estimate", "status", VI) == ["ẩn"]


def test_a_missing_figure_is_a_dash_and_zero_is_not():
    assert tables._figures(scores(None, "missing"), "estimate", "status", VI) == ["–"]
    assert tables._figures(scores(0.0, "ok"), "estimate", "status", VI) == ["0,00"]
    assert tables._counts(pd.Series([0, 1234, None])) == ["0", "1.234", "–"]


@pytest.mark.parametrize(
    ("before", "now", "texts"),
    [
        (("ok", 5.0), ("ok", 5.294), ["5,00", "5,29", "+0,29", "+0,19 … +0,39"]),
        (
            ("ok", 5.0),
            ("caution", 4.871),
            ["5,00", "4,87", "\u22120,13", "\u22120,23 … \u22120,03"],
        ),
        (("ok", 5.0), ("ok", 5.0), ["5,00", "5,00", "0,00", f"{M}0,10 … +0,10"]),
        (("hidden_n", None), ("ok", 5.0), ["ẩn", "5,00", "ẩn", "–"]),
        (("missing", None), ("ok", 5.0), ["–", "5,00", "–", "–"]),
        (("missing", None), ("hidden_n", None), ["–", "ẩn", "ẩn", "–"]),
    ],
)
def test_two_years_in_texts(before, now, texts):
    both = None not in (before[1], now[1])
    rows = pd.DataFrame(
        {
            "component": ["1"],
            "full_name": ["Tham gia"],
            "estimate_from": [before[1]],
            "estimate_to": [now[1]],
            "change": [now[1] - before[1] if both else None],
            "ci_low": [now[1] - before[1] - 0.1 if both else None],
            "ci_high": [now[1] - before[1] + 0.1 if both else None],
            "verdict": ["up" if both else None],
            "status_from": [before[0]],
            "status_to": [now[0]],
            "respondents_from": [1234],
            "respondents_to": [0],
        }
    )
    shown, columns = tables.change(rows, 2022, 2023, VI)
    said = "▲ tăng rõ rệt" if both else ""
    assert shown.iloc[0].tolist() == ["1", "Tham gia", *texts, said, "1.234", "0"]
    assert [heading for heading, _ in columns.values()][2:4] == ["2022", "2023"]


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
        }
    )
    states = dict(zip(("done_on_time", "done_late", "done_undated"), done, strict=True))
    row = {"unit_id": "a", "unit": "Xã A", "assigned": assigned, "overdue": 0} | states
    shown, _ = tables.communes(ranking, pd.DataFrame([row]), VI)
    assert shown.completion.tolist() == [text, "–"]
    assert shown.overdue.tolist() == ["0", "–"]
    assert shown["rank"].tolist() == ["1", "–"] and shown.estimate.tolist() == ["40,00", "ẩn"]


def urgent(is_overdue: bool, days_late: int | None, days_left: int, remark: str | None) -> dict:
    seen = {"is_overdue": is_overdue, "days_late": days_late, "days_left": days_left}
    said = {"remark": remark, "remarked_at": pd.Timestamp("2023-06-09") if remark else pd.NaT}
    return task("overdue", product="") | seen | said


def test_follow_up_in_words():
    rows = pd.DataFrame(
        [
            urgent(True, 298, -298, "Đã nhắc"),
            urgent(False, None, 0, None),
            urgent(False, None, 12, None),
        ]
    )
    shown, _ = tables.follow_up(rows, VI)
    said = [text.replace("\u00a0", " ") for text in shown.when]
    assert said == ["! quá hạn 298 ngày", "đến hạn hôm nay", "còn 12 ngày"]
    assert shown.remark[0] == "09/06/2023: Đã nhắc" and shown.remark[1:].isna().all()
    assert set(shown.due) == {"30/06/2023"}
    moved = rows.assign(due=pd.Timestamp("2023-09-30"), **MOVED)
    assert tables.follow_up(moved, VI)[0].due[0] == (
        "30/09/2023 · hạn cũ 31/05/2023, dời sau khi đã quá hạn (tệp nhập 12/06/2023)"
    )
    assert tables.urged(rows, VI).replace("\u00a0", " ") == "1 quá hạn, 2 sắp đến hạn"


def cells(*rows: tuple) -> pd.DataFrame:
    columns = ["village", "level", "parent", "component", "name", "estimate", "status"]
    return pd.DataFrame(rows, columns=columns)


def test_map_of_villages_ends_with_the_whole_commune():
    found = cells(
        ("Đông", "dimension", "PAPI", "1", "Tham gia", 5.0, "ok"),
        ("Đông", "sub_dimension", "1", "1.1", "Tri thức", 1.5, "ok"),
        ("Tây", "dimension", "PAPI", "1", "Tham gia", None, "hidden_n"),
        ("Tây", "sub_dimension", "1", "1.1", "Tri thức", None, "missing"),
    )
    whole = cells(
        (None, "dimension", "PAPI", "1", "Tham gia", 5.25, "ok"),
        (None, "sub_dimension", "1", "1.1", "Tri thức", 1.25, "ok"),
    )
    about = pd.DataFrame(
        {"village": ["Đông", "Tây"], "adults": [1240, None], "official": ["A", None]}
    )
    for dimension, code, texts in (
        (None, "1", ["5,00", "ẩn", "5,25"]),
        ("1", "1.1", ["1,50", "–", "1,25"]),
    ):
        shown, columns = tables.villages(tables.village_cells(found, whole, dimension), about, VI)
        assert shown.village.tolist() == ["Đông", "Tây", "Cả xã"]
        assert shown[code].tolist() == texts
        assert shown.adults.tolist() == ["1.240", "–", "–"]
        assert code in columns and columns[code][1]
    assert tables.village_cells(found.head(0), whole, None).empty


def test_provinces_with_four_decimals_and_withheld_in_words():
    frame = pd.DataFrame({"province": ["A", "B"], "score": [44.2282, None], "rank": [1, None]})
    shown, _ = tables.published(frame.assign(quartile_group=["high", None]), VI)
    assert shown.to_numpy().tolist() == [
        ["1", "A", "44,2282", "Cao"],
        ["–", "B", "không có số liệu", "–"],
    ]


def test_ranking_rows_tell_hidden_from_missing():
    frame = pd.DataFrame(
        {"unit": list("ABC"), "estimate": [5.0, None, None], "rank": [1, None, None]}
    ).assign(quartile_group=None)
    marked = frame.unit == "A"
    statuses = tables.ranked(frame.assign(status=["ok", "hidden_n", "ok"]), "unit", marked)
    assert statuses.status.tolist() == ["ok", "hidden_n", "missing"]
    assert tables.ranked(frame, "unit", marked).status.tolist() == ["ok", "missing", "missing"]
    assert statuses.marked.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("coding", "labels"),
    [
        ("Có = 1; Không = 0", {1: "Có", 0: "Không"}),
        ("1 = rất kém, 5 = rất tốt", {1: "Rất kém", 5: "Rất tốt"}),
        ("1 = kém, chậm; 2 = tốt", {1: "Kém, chậm", 2: "Tốt"}),
        ("", {}),
    ],
)
def test_answers_are_called_as_the_coding_says(coding, labels):
    assert tables._coded(coding) == labels
