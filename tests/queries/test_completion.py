"""Completion of officials and units, the shares by hand (docs/method.md), and whom to urge."""

from datetime import date, datetime, timedelta

import pytest

from dashboard.store import remarks
from tests.queries.rows import COMMUNE, add_task, add_unit, ask

AT = date(2023, 6, 30)
EARLY, LATE = date(2023, 6, 1), date(2023, 8, 1)
COUNTS = (
    "assigned", "done_on_time", "done_late", "done_undated",
    "in_progress", "not_started", "overdue",
)  # fmt: skip


def completion(cursor, as_of: date = AT, **given: object) -> dict[str, dict]:
    rows = ask(cursor, "official_completion", unit=COMMUNE, year=2023, as_of=as_of, **given)
    return {row["official"]: row for row in rows}


def counts(row: dict) -> list[int]:
    return [row[name] for name in COUNTS]


@pytest.fixture
def plan(cursor):
    """Ông A: one of each state, two overdue; Bà B shares two of them."""
    a, both = {"leads": ["Ông A"]}, {"leads": ["Ông A", "Bà B"]}
    add_task(cursor, "đúng hạn", due=EARLY, done=EARLY, **both)
    add_task(cursor, "trễ", due=EARLY, done=AT, **a)
    add_task(cursor, "không ngày", due=EARLY, result_h1="Hoàn thành", **a)
    add_task(cursor, "đang làm", due=LATE, progress=0.5, **a)
    add_task(cursor, "chưa làm", due=LATE, **a)
    add_task(cursor, "quá hạn", due=EARLY, **both)
    add_task(cursor, "quá hạn 2", due=EARLY, progress=0.5, **a)
    add_task(cursor, "hủy", due=EARLY, cancelled=True, **a)
    return cursor


def test_every_state_is_counted_and_cancelled_left_out(plan):
    row = completion(plan)["Ông A"]
    assert counts(row) == [7, 1, 1, 1, 1, 1, 2]
    assert row["cancelled"] == 1


def test_done_is_on_time_and_late_and_undated(plan):
    (unit,) = ask(plan, "unit_completion", unit=COMMUNE, year=2023, as_of=AT)
    assert (completion(plan)["Ông A"]["done"], completion(plan)["Bà B"]["done"]) == (3, 1)
    assert unit["done"] == 3


def test_longest_overdue_is_the_one_of_all_open_ones(plan):
    """On 30 June: due 1 June 29 days, due 11 May 50 days; what is done late counts no more."""
    add_task(plan, "quá hạn lâu", due=date(2023, 5, 11), leads=["Bà B"])
    add_task(plan, "xong rất trễ", due=date(2023, 2, 1), done=AT, leads=["Bà B"])
    (unit,) = ask(plan, "unit_completion", unit=COMMUNE, year=2023, as_of=AT)
    assert unit["longest_overdue"] == 50


def test_completion_rate_is_done_over_assigned(plan):
    # (1 on time + 1 late + 1 undated) / 7
    assert completion(plan)["Ông A"]["completion_rate"] == pytest.approx(3 / 7, rel=1e-12)


def test_on_time_rate_leaves_out_undated_and_open_work(plan):
    # 1 on time / (1 on time + 1 late + 2 overdue)
    assert completion(plan)["Ông A"]["on_time_rate"] == 1 / 4


def test_task_of_two_leads_counts_for_each_and_once_for_the_unit(plan):
    assert counts(completion(plan)["Bà B"]) == [2, 1, 0, 0, 0, 0, 1]
    (unit,) = ask(plan, "unit_completion", unit=COMMUNE, year=2023, as_of=AT)
    assert counts(unit) == [7, 1, 1, 1, 1, 1, 2]
    assert (unit["completion_rate"], unit["on_time_rate"]) == (pytest.approx(3 / 7), 1 / 4)


def test_rate_of_nothing_is_missing(cursor):
    add_task(cursor, "hủy", cancelled=True, leads=["Ông A"])
    add_task(cursor, "chưa làm", due=LATE, leads=["Bà B"])
    rows = completion(cursor)
    assert (rows["Ông A"]["assigned"], rows["Ông A"]["completion_rate"]) == (0, None)
    assert (rows["Bà B"]["completion_rate"], rows["Bà B"]["on_time_rate"]) == (0, None)


def test_half_year_is_seen_at_its_own_end(cursor):
    add_task(cursor, "thường xuyên", recurring=True, progress=1.0, leads=["Ông A"])
    add_task(cursor, "mùa hè", due=date(2023, 7, 31), done=date(2023, 6, 15), leads=["Ông A"])
    row = completion(cursor, None, period="2023-H1")["Ông A"]
    # at 31/5: 100 % at the period's end is done; what is done on 15/6 is still under way
    assert counts(row) == [2, 0, 0, 1, 1, 0, 0]
    assert counts(completion(cursor, None)["Ông A"]) == [2, 1, 0, 1, 0, 0, 0]


def test_communes_of_one_name_are_kept_apart(cursor):
    for district in ("Huyện Hạ", "Huyện Thượng"):
        add_unit(cursor, district, "district", "Tỉnh Bắc")
    add_unit(cursor, "Tỉnh Bắc", "province")
    for commune, parent in (("Xã Tân Lập", "huyen-ha"), ("Xã Tân Lập 2", "huyen-thuong")):
        add_unit(cursor, commune, "commune")
        add_task(cursor, unit=commune, due=LATE, leads=["Chủ tịch"])
        place = [parent, commune]
        cursor.execute("update unit set parent_id = $1, name = 'Xã Tân Lập' where name = $2", place)
    rows = ask(cursor, "official_completion", unit="Tỉnh Bắc", year=2023)
    assert [(row["official"], row["unit"], row["assigned"]) for row in rows] == [
        ("Chủ tịch", "Xã Tân Lập (Huyện Hạ)", 1),
        ("Chủ tịch", "Xã Tân Lập (Huyện Thượng)", 1),
    ]


def test_every_unit_is_asked_about_when_none_is_named(cursor):
    for commune in ("Xã An", "Xã Bình"):
        add_unit(cursor, commune)
        add_task(cursor, unit=commune, due=LATE)
    rows = ask(cursor, "unit_completion", year=2023, as_of=AT)
    assert [(row["unit"], row["assigned"]) for row in rows] == [("Xã An", 1), ("Xã Bình", 1)]


def urged(cursor, **given: object) -> list[tuple]:
    rows = ask(cursor, "follow_up", **({"unit": COMMUNE, "year": 2023, "as_of": AT} | given))
    return [(row["task"], row["is_overdue"], row["days_late"], row["days_left"]) for row in rows]


def test_overdue_and_soon_due_work_is_urged_and_nothing_else(plan):
    for days in (0, 30, 31):
        add_task(plan, f"còn {days}", due=AT + timedelta(days), leads=["Bà B"])
    # due on 1/6 is 29 days ago; 1/8 is 32 days ahead
    assert urged(plan) == [
        ("quá hạn", True, 29, -29),
        ("quá hạn", True, 29, -29),
        ("quá hạn 2", True, 29, -29),
        ("còn 0", False, None, 0),
        ("còn 30", False, None, 30),
    ]
    assert [row[0] for row in urged(plan, days=0)][3:] == ["còn 0"]
    assert [row[0] for row in urged(plan, days=31)][3:] == ["còn 0", "còn 30", "còn 31"]


def test_urged_task_shows_its_newest_remark(cursor):
    add_task(cursor, due=EARLY)
    identity = "xa-an 2023 Việc"
    for hour, remark in ((9, "đã gọi"), (11, "hẹn thứ hai"), (10, "đã nhắn")):
        about = remarks.Subject("xa-an", 2023, "task", identity)
        at = datetime(2023, 6, 30, hour)  # the clock was set back once
        remarks.write(cursor, about, "note", remark, now=at)
    (row,) = ask(cursor, "follow_up", unit=COMMUNE, year=2023, as_of=AT)
    assert (row["remark"], row["official"]) == ("đã nhắn", "")
