"""The tool that compares answers before and after: what it calls a difference."""

import pytest

from tests.queries.same_answers import compare

ASKED = 'tasks {"year": 2023}'
BEFORE = {"columns": ["task", "share", "changed_at"], "rows": [["Việc", 0.1, "2026-01-01"]]}


def told(columns: list[str], *rows: list[object]) -> list[str]:
    return compare({ASKED: BEFORE}, {ASKED: {"columns": columns, "rows": list(rows)}})[0]


@pytest.mark.parametrize(
    ("row", "differs"),
    [
        (["Việc", 0.1, "2026-01-02"], False),
        (["Việc", 0.1 + 1e-13, "2026-01-01"], False),
        (["Việc", 0.1 + 1e-11, "2026-01-01"], True),
        (["Việc", None, "2026-01-01"], True),
        (["việc", 0.1, "2026-01-01"], True),
    ],
)
def test_values_differ_but_for_last_digits_and_times_of_the_making(row, differs):
    assert bool(told(BEFORE["columns"], row)) == differs


def test_columns_may_come_in_another_order_and_more_of_them_not_fewer():
    assert told(["share", "new", "task", "changed_at"], [0.1, 1, "Việc", ""]) == []
    assert told(["task", "changed_at"], ["Việc", ""]) == [f"columns are gone ['share']: {ASKED}"]


def test_rows_and_questions_that_are_gone_are_told():
    assert told(BEFORE["columns"]) == [f"0 rows for 1: {ASKED}"]
    assert compare({ASKED: BEFORE}, {}) == ([f"not asked any more: {ASKED}"], [])
    assert compare({}, {ASKED: BEFORE}) == ([], [f"new question: {ASKED}"])
