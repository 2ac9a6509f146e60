"""What is otherwise than reported, in people's words: which figures, and by how much."""

import json

import pandas as pd

from dashboard.tables import closing_tables
from dashboard.words import words

VI = words("vi")
NAMES, TASKS = {"1": "Tham gia", "1.1": "Tri thức"}, {"t1": "Họp thôn"}
REMARKS = {7: "5.3, nguyên nhân", 8: "5.3, khắc phục"}


def told(*rows: tuple) -> list[tuple[str, ...]]:
    """query, key, column, reported, now -> the table's rows."""
    params = json.dumps({"year": 2023, "year_from": 2022, "year_to": 2023, "basis": "common"})
    frame = pd.DataFrame(
        [(query, params, json.dumps(key), *rest, False) for query, key, *rest in rows],
        columns=["query", "params", "key", "column", "reported", "now", "is_hidden"],
        dtype=object,
    )
    shown, _ = closing_tables.differences(frame, NAMES, TASKS, REMARKS, VI)
    return list(shown.itertuples(index=False, name=None))


def test_figures_stand_side_by_side_and_add_up():
    score = {"level": "dimension", "component": "1"}
    assert told(
        ("component_scores", score, "estimate", "5.344", "5.356"),
        ("component_change", score, "verdict", "unclear", "up"),
        ("village_scores", {"village": "Thôn Đông", **score}, "respondents", "37", "36"),
        ("official_completion", {"official": ""}, "overdue", "1", "3"),
        ("tasks", {"task_id": "t1"}, "done", None, "2023-05-20"),
    ) == [
        ("1 Tham gia, 2023: điểm theo phương pháp PAPI", "5,34", "5,36", "+0,02"),
        ("1 Tham gia, 2023 so với 2022 (câu hỏi chung): đánh giá",
         "chưa đủ căn cứ", "tăng rõ rệt", "–"),
        ("Thôn Đông, 1 Tham gia, 2023: số người trả lời", "37", "36", "−1"),
        (f"{VI['follow_up.nobody']}: quá hạn", "1", "3", "+2"),
        ("Nhiệm vụ «Họp thôn»: ngày hoàn thành", "–", "20/05/2023", "–"),
    ]  # fmt: skip


def test_what_is_told_elsewhere_or_looks_the_same_is_not_listed():
    score = {"level": "dimension", "component": "1"}
    assert (
        told(
            ("component_scores", score, "estimate", "5.341", "5.342"),
            ("component_scores", score, "std_error", "0.1", "0.2"),
            (
                "component_scores",
                {"level": "question", "component": "C1"},
                "estimate",
                "1.0",
                "2.0",
            ),
            ("unit_completion", {"unit_id": "xa"}, "overdue", "1", "2"),
            ("follow_up", {"task_id": "t1", "official": "A"}, "days_late", "1", "2"),
        )
        == []
    )


def test_a_task_that_is_gone_is_named_as_it_was_reported():
    assert told(
        ("tasks", {"task_id": "t2"}, "task", "Niêm yết", None),
        ("tasks", {"task_id": "t2"}, "state", "overdue", None),
    ) == [("Nhiệm vụ «Niêm yết»: trạng thái", "quá hạn", "–", "–")]


def test_a_remark_is_told_by_its_text_and_one_that_holds_no_longer_by_that():
    new, old = {"id": 8}, {"id": 7}
    assert told(
        ("remarks", new, "text", None, "Họp bù"),
        ("remarks", new, "holds", None, "true"),
        ("remarks", new, "written_by", None, "Văn phòng"),
        ("remarks", old, "holds", "true", "false"),
        ("activity_counts", {"grouped": "Loa"}, "times", "2.0", "3.5"),
    ) == [
        ("Giải trình, 5.3, khắc phục: nội dung", "–", "Họp bù", "–"),
        ("Giải trình, 5.3, nguyên nhân: còn hiệu lực", "có", "không còn", "–"),
        ("Truyền thông, Loa: số lần", "2", "4", "+2"),
    ]
