"""The log of communication and supervision: whom it reached, how often, what is still open.

Expected values are counted by hand in the rows below.
"""

from datetime import date

import pytest

from tests.queries.rows import (
    COMMUNE,
    activity,
    add,
    add_adults,
    add_task,
    add_unit,
    ask,
    log_import,
)

YEAR_END = {"unit": COMMUNE, "year": 2023, "as_of": "2023-10-25"}
# day, channel, component, area, minutes, times
TOLD = [
    ("2022-10-31", "Loa", "1.1", "Thôn Tây", 10, 1),  # the day before the period begins
    ("2022-11-01", "Loa", "1.1", "Toàn xã", 10, 3),
    ("2023-02-01", "Họp", "1.2", "Thôn Đông; thon tay", 60, None),
    ("2023-02-28", "Họp", "1.2", "Bắc và Thôn Lạ", None, 1),
    ("2023-03-01", "Tờ gấp", None, "", None, 2),
    ("2023-10-26", "Loa", "1.1", "Thôn Nam", 10, 1),  # the day after the date looked at
]
# body, day, finding, remedy
FOUND = [
    ("UB MTTQ xã", "2023-01-10", "Chậm niêm yết", "Đã khắc phục ngày 20/1/2023"),
    ("UB MTTQ xã", "2023-02-10", "Thu sai", "Chưa khắc phục"),
    ("Hội Nông dân", "2023-03-10", "Thiếu thùng rác", ""),
    ("Hội Nông dân", "2022-10-01", "Thiếu đèn", "Kiến nghị UBND xã lắp đèn"),
    ("Hội Nông dân", "2023-04-10", "", ""),
]


@pytest.fixture
def logged(cursor):
    """The commune of four villages with its log."""
    log_import(cursor, 1)
    names = ("Thôn Bắc", "Thôn Đông", "Thôn Nam", "Thôn Tây")
    add_adults(cursor, dict.fromkeys(names, 100))
    add_unit(cursor, COMMUNE)
    told = [
        activity(
            row, day, "Truyền thông", channel=channel, component=component, area=area,
            minutes=minutes, times=times,
        )
        for row, (day, channel, component, area, minutes, times) in enumerate(TOLD, 4)
    ]  # fmt: skip
    found = [
        activity(row, day, "Giám sát", performer=body, finding=finding, remedy=remedy)
        for row, (body, day, finding, remedy) in enumerate(FOUND, 40)
    ]
    add(cursor, "activity", *told, *found)
    return cursor


def test_reach_counts_what_names_a_village_and_what_is_for_all(logged):
    rows = ask(logged, "activity_reach", **YEAR_END)
    assert [(row["village"], row["own"], row["whole"]) for row in rows] == [
        ("Thôn Bắc", 1, 1), ("Thôn Đông", 1, 1), ("Thôn Nam", 0, 1), ("Thôn Tây", 1, 1),
    ]  # fmt: skip
    later = ask(logged, "activity_reach", **YEAR_END | {"as_of": "2023-10-26"})
    assert [row["own"] for row in later] == [1, 1, 1, 1]


def test_counts_take_times_and_minutes_of_the_days_looked_at(logged):
    rows = ask(logged, "activity_counts", **YEAR_END)
    told = {r["grouped"]: (r["activities"], r["times"], r["minutes"]) for r in rows}
    assert told == {"Họp": (2, 2, 60), "Loa": (1, 3, 30), "Tờ gấp": (1, 2, 0)}
    months = ask(logged, "activity_counts", by="month", **YEAR_END)
    assert [(r["grouped"], r["activities"]) for r in months] == [
        ("2022-11", 1), ("2023-02", 2), ("2023-03", 1),
    ]  # fmt: skip
    half = ask(logged, "activity_counts", period="2023-H1", by="component", **YEAR_END)
    assert {r["grouped"]: r["activities"] for r in half} == {"1.1": 1, "1.2": 2, "": 1}


def test_what_is_not_counted_and_not_placed_is_said(logged):
    rows = {row["source_row"]: row for row in ask(logged, "activities", **YEAR_END)}
    assert [rows[n]["span"] for n in (4, 5, 9)] == ["before", "counted", "after"]
    assert (rows[6]["villages"], rows[6]["unknown_area"]) == ("Thôn Tây; Thôn Đông", "")
    assert (rows[7]["villages"], rows[7]["unknown_area"]) == ("Thôn Bắc", "Thôn Lạ")
    assert rows[5]["whole_unit"] and not rows[8]["whole_unit"]
    assert rows[5]["unknown_area"] == "" and rows[5]["villages"] == ""


def test_findings_are_open_until_their_remedy_says_otherwise(logged):
    rows = {row["source_row"]: row for row in ask(logged, "activities", **YEAR_END)}
    seen = [(rows[n]["remedy_state"], rows[n]["days_open"]) for n in range(40, 45)]
    # 10/2 to 25/10: 18 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 25 days
    assert seen == [("remedied", None), ("open", 257), ("open", 229), ("unsaid", 389), (None, None)]
    assert rows[40]["remedied_on"] == date(2023, 1, 20)


@pytest.mark.parametrize(
    ("area", "is_whole"),
    [
        ("Toàn xã", True), ("toàn thị trấn", True), ("Các thôn trong xã", True),
        ("8/8 thôn", True), ("6/8 thôn", False), ("Trên địa bàn xã", True), ("100% thôn", True),
        ("Thôn Bắc", False), ("", False), ("Các thôn: Bắc, Hạ", False), ("Nhà văn hóa", False),
        ("Thôn Bắc; toàn xã", True),
    ],
)  # fmt: skip
def test_whole_unit(cursor, area, is_whole):
    said = "select len(list_filter(area_pieces($1), lambda p: is_whole_area(p))) > 0"
    assert cursor.execute(said, [area]).fetchone() == (is_whole,)


@pytest.mark.parametrize(
    ("area", "pieces"),
    [
        ("Thôn Bắc, Hạ và Đoài", ["Thôn Bắc", "Hạ", "Đoài"]),
        ("Các thôn: Bắc, Hạ", ["thôn Bắc", "Hạ"]),
        ("Thôn Hạ (xóm 1, xóm 2)", ["Thôn Hạ"]),
    ],
)
def test_pieces_of_an_area(cursor, area, pieces):
    assert cursor.execute("select area_pieces($1)", [area]).fetchone() == (pieces,)


@pytest.mark.parametrize(
    ("remedy", "state"),
    [
        ("Đã xử lý xong", "remedied"), ("Hoàn thành", "remedied"), ("Đang khắc phục", "open"),
        ("Đã khắc phục một phần", "open"), ("Đề nghị công khai lại", "unsaid"), ("", "open"),
        ("Chưa được xử lý", "open"), ("Được khắc phục ngày 3/4/2023", "remedied"),
    ],
)  # fmt: skip
def test_remedy(cursor, remedy, state):
    assert cursor.execute("select remedy_state($1)", [remedy]).fetchone() == (state,)


def test_the_plan_s_tasks_of_communication_stand_beside_the_log(cursor):
    for component, name, due in (
        ("1.1", "Tuyên truyền quyền công dân ít nhất 02 lần/tháng", "Thường xuyên"),
        ("2", "Phát thanh công khai ngân sách", "Hằng quý"),
        ("3.1", "Cấp tờ gấp", "30/6/2023"),
        ("4.1", "Giữ truyền thống đoàn kết", "30/6/2023"),
    ):
        add_task(cursor, name, component=component, due_text=due)
    held = [
        ("2022-11-05", "1.1", 2),
        ("2022-11-20", "1.1", None),
        ("2023-01-02", "2.3", 1),
        ("2023-10-26", "2.3", 1),  # after the date
    ]
    rows = [
        activity(row, day, "Truyền thông", component=component, times=times)
        for row, (day, component, times) in enumerate(held, 4)
    ]
    add(cursor, "activity", *rows)
    rows = ask(cursor, "communication_tasks", **YEAR_END)
    figures = ("component", "asked_times", "asked_per", "activities", "times", "months_held")
    assert [tuple(row[name] for name in figures) for row in rows] == [
        ("2", 1, "quý", 1, 1, 1),
        ("1.1", 2, "tháng", 2, 3, 1),
        ("3.1", None, None, 0, 0, 0),
    ]
    assert {row["months"] for row in rows} == {12}  # 11/2022 to 10/2023
