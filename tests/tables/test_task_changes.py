"""What changed in tasks from one file to the next, in words."""

import pandas as pd

from dashboard.tables import task_changes
from dashboard.words import words


def change(field: str, old: str | None, new: str | None, **record: str) -> dict:
    return {
        "said_by": "import", "written_by": "",
        "changed_at": pd.Timestamp("2023-06-12 02:00"), "task": "Niêm yết", "field": field,
        "old_value": old, "new_value": new, "source_file": "bieu-2.xlsx",
        "source_sheet": "Biểu", "source_cell": "F23",
    } | record  # fmt: skip


def test_history_says_old_new_when_and_from_which_cell():
    rows = [
        change("due_text", "31/5/2023", "Quý III/2023"),
        change("progress", "0.2", "0.755"),
        change("done", None, "2023-06-09"),
        change("lead", "VP-TK", ""),
    ]
    shown, columns = task_changes.history(pd.DataFrame(rows), words("vi"))
    assert shown.field.tolist() == ["Hạn ghi trong biểu", "Tiến độ", "Hoàn thành", "Chủ trì"]
    assert shown.old_value.tolist() == ["31/5/2023", "20\u00a0%", "–", "VP-TK"]
    assert shown.new_value.tolist() == ["Quý III/2023", "76\u00a0%", "09/06/2023", "–"]
    assert set(shown.source) == {"bieu-2.xlsx, Biểu, ô F23"}
    assert set(shown.changed_at) == {"12/06/2023"}
    assert list(columns) == list(shown.columns)


def test_history_says_who_typed_a_change():
    nowhere = {"source_file": "", "source_sheet": "", "source_cell": "", "said_by": "record"}
    rows = [
        change("evidence", None, "Tủ 2", **nowhere, written_by="Văn phòng - Thống kê"),
        change("progress", "0.2", "1.0", **nowhere),
    ]
    shown, _ = task_changes.history(pd.DataFrame(rows), words("vi"))
    assert shown.field.tolist() == ["Minh chứng", "Tiến độ"]
    assert shown.new_value.tolist() == ["Tủ 2", "100\u00a0%"]
    assert shown.source.tolist() == [
        "Văn phòng - Thống kê ghi trên máy",
        "ghi trên máy (không ghi người)",
    ]


def test_every_field_of_the_history_has_its_words():
    """The fields that queries/schema/definitions/10_current.sql and 11_records.sql follow."""
    followed = ["lead", "support", "due_text", "progress", "done", "result_h1", "result_year"]
    followed += ["product", "area", "note", "evidence", "remark", "withdrawn"]
    for language in ("vi", "en"):
        assert {f"column.{name}" for name in followed} <= set(words(language))
