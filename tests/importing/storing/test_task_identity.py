"""A newer table's tasks are known by what they say (docs/formats.md), never by their row."""

from datetime import date

import pytest

from dashboard.importing.storing.task_identity import Known, Version, identities


def given(task: Version, number: int) -> str:
    return f"{task.component} {task.text.lower()} {number}"


def known(*versions: tuple) -> list[Known]:
    """(id, text, lead, due) of component 1.1."""
    return [Known("1.1", text, (lead,), due, task_id=name) for name, text, lead, due in versions]


def found(stored: list[Known], *tasks: tuple, component: str | None = "1.1") -> list[str]:
    read = [Version(component, text, (lead,) if lead else (), due) for text, lead, due in tasks]
    return identities(read, stored, given)


ONE = known(("a", "Niêm yết thủ tục", "VP-TK", None))


@pytest.mark.parametrize(
    "text",
    [
        "Niêm yết thủ tục",
        "NIÊM YẾT  THỦ TỤC",
        "niem yet thu tuc",
        "Niêm yết thủ tục.",
        "- Niêm yết thủ tục;",
        "Niêm yết thủ tục ...",
        "1. Niêm yết thủ tục",
        "Niêm yết, thủ tục",
    ],
)
def test_case_accents_spaces_and_signs_make_no_new_task(text):
    assert found(ONE, (text, "Người khác", date(2023, 5, 1))) == ["a"]


@pytest.mark.parametrize("text", ["Niêm yết thủ tục 2", "Niêm yết", "Niêm yết lại thủ tục"])
def test_other_words_are_another_task(text):
    assert found(ONE, (text, "VP-TK", None)) == [f"1.1 {text.lower()} 1"]


def test_order_of_the_rows_does_not_matter():
    stored = known(("a", "Việc A", "x", None), ("b", "Việc B", "x", None))
    assert found(stored, ("Mới", "x", None), ("Việc B", "x", None), ("Việc A", "x", None)) == [
        "1.1 mới 1",
        "b",
        "a",
    ]


TWICE = known(
    ("a", "Họp dân", "VP-TK", date(2023, 3, 31)),
    ("b", "Họp dân", "VH-XH", date(2023, 9, 30)),
)


def test_tasks_of_one_text_are_told_by_their_lead_however_ordered():
    assert found(TWICE, ("Họp dân", "VH-XH", None), ("Họp dân", "VP-TK", None)) == ["b", "a"]


def test_an_official_s_own_list_meets_the_official_s_own_task():
    assert found(TWICE, ("Họp dân", "VH-XH", date(2023, 12, 1))) == ["b"]


def test_tasks_of_one_text_and_lead_are_told_by_their_due_date_else_by_order():
    stored = known(("a", "Họp", "x", date(2023, 3, 31)), ("b", "Họp", "x", date(2023, 9, 30)))
    assert found(stored, ("Họp", "x", date(2023, 9, 30))) == ["b"]
    assert found(stored, ("Họp", "x", None), ("Họp", "x", None)) == ["a", "b"]


def test_one_more_of_a_text_is_new():
    rows = [("Họp dân", "VP-TK", None), ("Họp dân", "Công an", None), ("Họp dân", "VH-XH", None)]
    assert found(TWICE, *rows) == ["a", "1.1 họp dân 1", "b"]


def test_new_one_never_takes_an_id_that_is_used():
    stored = [Known("1.1", "Họp", ("x",), None, task_id="1.1 họp 1")]
    rows = [("Họp", "x", None), ("Họp", "y", None)]
    assert found(stored, *rows) == ["1.1 họp 1", "1.1 họp 2"]


def test_texts_that_differ_by_an_accent_are_told_by_it():
    stored = known(("a", "Nạo vét thôn Hạ", "x", None), ("b", "Nạo vét thôn Hà", "x", None))
    rows = [("Nạo vét thôn Hà.", "x", None), ("Nạo vét thôn Hạ", "x", None)]
    assert found(stored, *rows) == ["b", "a"]


def test_list_without_components_meets_the_only_task_of_its_text():
    assert found(ONE, ("Niêm yết thủ tục", None, None), component=None) == ["a"]
    other = [*ONE, Known("2.1", "Niêm yết thủ tục", (), None, task_id="b")]
    assert found(other, ("Niêm yết thủ tục", None, None), component=None) == [
        "None niêm yết thủ tục 1"
    ]


def test_list_without_components_meets_the_official_s_own_of_several():
    rows = [("Họp dân", "VH-XH", None), ("Họp dân", "Công an", None)]
    assert found(TWICE, *rows, component=None) == ["b", "None họp dân 1"]


def test_same_text_in_another_component_is_another_task():
    assert found(ONE, ("Niêm yết thủ tục", "VP-TK", None), component="2.2") == [
        "2.2 niêm yết thủ tục 1"
    ]
