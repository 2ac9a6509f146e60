"""From a sub-dimension to its tasks and those who lead them; counts by hand."""

from datetime import date

import pytest

from tests.queries.rows import COMMUNE, add_task, ask

AT, EARLY, LATE = date(2023, 6, 30), date(2023, 6, 1), date(2023, 8, 1)
COUNTS = ("assigned", "open", "overdue", "done", "cancelled")


def served(cursor, as_of: date = AT, unit: str = COMMUNE) -> dict[str, dict]:
    rows = ask(cursor, "component_tasks", unit=unit, year=2023, as_of=as_of)
    return {row["component"]: row for row in rows}


def counts(row: dict) -> list[int]:
    return [row[name] for name in COUNTS]


@pytest.fixture
def plan(cursor):
    """5.3: one of each kind; 5.1: all done; 6.1: cancelled only."""
    add_task(cursor, "xong", component="5.3", due=EARLY, done=EARLY, leads=["Ông A"])
    add_task(cursor, "trễ", component="5.3", due=EARLY, done=AT, leads=["ông  a", "Bà B"])
    add_task(cursor, "quá hạn", component="5.3", due=EARLY, leads=["Bà B"])
    add_task(cursor, "đang làm", component="5.3", due=LATE, progress=0.5, leads=["Bà B"])
    add_task(cursor, "chưa làm", component="5.3", due=LATE, supports=["Hội X"])
    add_task(cursor, "hủy", component="5.3", due=EARLY, cancelled=True, leads=["Ông C"])
    add_task(cursor, "đã xong", component="5.1", due=EARLY, done=EARLY, leads=["Bà B"])
    add_task(cursor, "thôi", component="6.1", due=EARLY, cancelled=True, leads=["Ông C"])
    return cursor


def test_tasks_of_each_state_are_counted(plan):
    rows = served(plan)
    # done: xong, trễ; open: quá hạn, đang làm, chưa làm
    assert counts(rows["5.3"]) == [5, 3, 1, 2, 1]
    assert counts(rows["5.1"]) == [1, 0, 0, 1, 0]
    assert counts(rows["6.1"]) == [0, 0, 0, 0, 1]
    assert counts(rows["8.3"]) == [0, 0, 0, 0, 0]
    assert {row["planned"] for row in rows.values()} == {6}


def test_who_leads_stands_once_and_supports_and_cancelled_work_do_not(plan):
    rows = served(plan)
    assert rows["5.3"]["officials"] == "Bà B; Ông A"
    assert rows["5.1"]["officials"] == "Bà B"
    assert rows["6.1"]["officials"] == rows["8.3"]["officials"] == ""


def test_state_is_that_of_the_date(plan):
    # on 1/6 nothing is late yet: "trễ" is done on 30/6 only
    assert counts(served(plan, EARLY)["5.3"]) == [5, 4, 0, 1, 1]
    # on 2/8 "đang làm" and "chưa làm" (due 1/8) are late too
    assert counts(served(plan, date(2023, 8, 2))["5.3"]) == [5, 3, 3, 2, 1]


def test_every_sub_dimension_of_the_year_is_there_in_the_index_s_order(plan):
    codes = list(served(plan))
    assert len(codes) == 28 and codes[:2] == ["1.1", "1.2"] and codes[-1] == "8.3"


def test_open_work_for_a_whole_dimension_is_told_of_each_of_its_parts(cursor):
    add_task(cursor, "cả lĩnh vực", component="5", due=LATE)
    add_task(cursor, "cả lĩnh vực, xong", component="6", due=EARLY, done=EARLY)
    rows = served(cursor)
    told = {code for code, row in rows.items() if row["dimension_open"]}
    assert told == {"5.1", "5.3", "5.4"}
    assert sum(row["assigned"] for row in rows.values()) == 0


def test_tasks_of_another_commune_are_none_of_it(plan):
    add_task(plan, "của xã khác", unit="Xã Bình", component="8.3", due=EARLY)
    assert counts(served(plan)["8.3"])[0] == 0
    assert counts(served(plan, unit="Xã Bình")["8.3"]) == [1, 1, 1, 0, 0]
