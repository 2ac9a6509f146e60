"""Lists of tasks: order, states in words, dates that were moved."""

import random

import pandas as pd

from dashboard.tables import task_tables
from dashboard.words import words

VI = words("vi")


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
        "source_row": 11, "unit": "Xã An", "as_of": pd.Timestamp("2023-05-31"), "task_id": "x",
        **NOT_MOVED,
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
        found = task_tables.by_urgency(frame)
        assert [
            (row.state, None if pd.isna(row.days_late) else row.days_late, row.due)
            for row in found.itertuples()
        ] == expected
        assert list(found.columns) == list(frame.columns)


def test_timeline_knows_nothing_after_its_date_and_no_cancelled_task():
    rows = pd.DataFrame(
        [
            task("overdue", "2023-03-01", 30, done=pd.Timestamp("2023-06-01")),
            task("done_on_time", done=pd.Timestamp("2023-05-31")),
            task("cancelled"),
        ]
    )
    own = task_tables.for_timeline(rows, None)
    assert own.state.tolist() == ["overdue", "done_on_time"]
    assert own.done.isna().tolist() == [True, False]
    assert task_tables.for_timeline(rows, "done_on_time").state.tolist() == ["done_on_time"]


def test_task_list_in_words():
    rows = pd.DataFrame(
        [
            task("overdue", "2023-03-01", 1234, progress=0.285),
            task("done_on_time", done=pd.Timestamp("2023-05-31"), progress=1.0),
            task("not_started", None),
        ]
    )
    shown, columns = task_tables.task_list(rows, None, VI)
    assert shown.state.tolist() == ["! quá hạn", "○ chưa đến hạn", "✔ hoàn thành đúng hạn"]
    assert shown.days_late.tolist() == ["1.234", "–", "–"]
    assert shown.due.tolist() == ["01/03/2023", "chưa có hạn", "30/06/2023"]
    assert shown.done.tolist() == ["–", "–", "31/05/2023"]
    assert shown.progress.tolist() == ["29\u00a0%", "–", "100\u00a0%"]
    assert shown.source.tolist() == ["tep.xlsx, Biểu, dòng 11"] * 3
    assert [*columns, "task_id"] == list(shown.columns)  # by it a row leads to its task
    assert {field for field, (_, is_figure) in columns.items() if is_figure} == {
        "days_late",
        "progress",
    }
    assert len(task_tables.task_list(rows, "overdue", VI)[0]) == 1


def test_a_due_date_that_was_moved_says_so_beside_it():
    kept = task("overdue")
    late = task("in_progress", "2023-09-30", **MOVED)
    early = task("not_started", "2023-09-30", **MOVED | {"moved_after_due": False})
    shown, columns = task_tables.task_list(pd.DataFrame([kept, late, early]), None, VI)
    assert shown.due_was.tolist() == [
        "",
        "hạn cũ 31/05/2023, dời sau khi đã quá hạn (tệp nhập 12/06/2023)",
        "hạn cũ 31/05/2023, dời khi chưa quá hạn (tệp nhập 12/06/2023)",
    ]
    assert list(columns).index("due_was") == list(columns).index("due_text") + 1
    assert "due_was" not in task_tables.task_list(pd.DataFrame([kept]), None, VI)[1]


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
    shown, _ = task_tables.follow_up(rows, VI)
    said = [text.replace("\u00a0", " ") for text in shown.when]
    assert said == ["! quá hạn 298 ngày", "đến hạn đúng ngày đang xem", "còn 12 ngày"]
    assert shown.remark[0] == "09/06/2023: Đã nhắc" and shown.remark[1:].isna().all()
    assert set(shown.due) == {"30/06/2023"}
    moved = rows.assign(due=pd.Timestamp("2023-09-30"), **MOVED)
    assert task_tables.follow_up(moved, VI)[0].due[0] == (
        "30/09/2023 · hạn cũ 31/05/2023, dời sau khi đã quá hạn (tệp nhập 12/06/2023)"
    )
    assert task_tables.urged(rows, VI).replace("\u00a0", " ") == "1 quá hạn, 2 sắp đến hạn"
