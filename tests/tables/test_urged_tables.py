"""What is to be urged in groups, and what was urged on a day."""

from datetime import date, timedelta, timezone

import pandas as pd

from dashboard.tables import urged_tables
from dashboard.words import words

VI = words("vi")
ROWS = pd.DataFrame(
    [
        ("a", "Ông A", "2023-05-31", "Thôn 10; Thôn 2", "2.1", False, "Xã An"),
        ("a", "Bà B", "2023-05-31", "Thôn 10; Thôn 2", "2.1", False, "Xã An"),
        ("b", "", None, "Toàn xã", "", True, "Xã An"),
        ("c", "Ông A", "2022-12-31", "", "5", True, "Xã Bình"),
    ],
    columns=["task_id", "official", "due", "area", "component", "is_overdue", "unit"],
).assign(due=lambda frame: pd.to_datetime(frame.due))


def groups(by: str, several: bool = False) -> dict[str, list[str]]:
    found = urged_tables.grouped(ROWS, by, several, {"2": "2 Công khai", "5": "5 Thủ tục"}, VI)
    return {group.heading: list(group.rows.task_id) for group in found}


def test_above_the_communes_officials_of_one_title_are_each_communes_own():
    assert groups("official", several=True) == {
        "Ông A (Xã An)": ["a"],
        "Bà B (Xã An)": ["a"],
        "Chưa ghi người chủ trì (Xã An)": ["b"],
        "Ông A (Xã Bình)": ["c"],
    }
    assert "Thôn 2 (Xã An)" in groups("village", several=True)


def test_by_dimension_each_task_stands_once_most_overdue_first():
    assert list(groups("dimension").items()) == [
        ("Chưa ghi thành phần", ["b"]),
        ("5 Thủ tục", ["c"]),
        ("2 Công khai", ["a"]),
    ]


def test_by_official_a_task_stands_with_each_of_its_leads():
    assert groups("official") == {
        "Ông A": ["a", "c"],
        "Bà B": ["a"],
        "Chưa ghi người chủ trì": ["b"],
    }


def test_by_month_each_task_stands_once_in_the_order_of_time():
    assert list(groups("month").items()) == [
        ("Hạn tháng 12/2022", ["c"]),
        ("Hạn tháng 05/2023", ["a"]),
        ("Chưa có hạn", ["b"]),
    ]
    assert urged_tables.months(ROWS) == ["12/2022", "05/2023", ""]


def test_by_village_a_task_stands_in_each_of_its_villages():
    assert list(groups("village").items()) == [
        ("Thôn 2", ["a"]),
        ("Thôn 10", ["a"]),
        ("Toàn xã", ["b"]),
        ("Chưa ghi địa bàn", ["c"]),
    ]


def test_overdue_tasks_are_counted_by_group_the_most_first():
    found = urged_tables.grouped(ROWS, "official", True, {}, VI)
    assert urged_tables.late(found, VI) == (
        "Quá hạn: Chưa ghi người chủ trì (Xã An) (1), Ông A (Xã Bình) (1)"
    )
    many = [
        urged_tables.Group(str(n), ROWS.assign(is_overdue=[True] * n + [False] * (4 - n)))
        for n in (1, 2, 3)
    ]
    many += [urged_tables.Group(f"n{n}", ROWS.tail(1)) for n in range(5)]
    assert (
        urged_tables.late(many, VI)
        == "Quá hạn: 3 (3), 2 (2), 1 (1), n0 (1), n1 (1), n2 (1) và 2 nhóm khác"
    )
    assert urged_tables.late([], VI) == ""


def said(number: int, moment: str, **more: object) -> dict[str, object]:
    row = {"id": number, "task_id": "a", "task": "Họp thôn", "written_by": "", "withdrawn": False}
    return row | {"written_at": pd.Timestamp(moment)} | more


def test_today_is_the_day_of_the_zone():
    remark = {"kind": "note", "about": "task:a", "subject": "Họp thôn"}
    remarks = pd.DataFrame(
        [
            said(1, "2023-06-09 16:59", text="hôm trước", **remark),
            said(2, "2023-06-09 17:00", text="Đã gọi", **remark),
            said(3, "2023-06-10 10:00", text="rút", **remark | {"withdrawn": True}),
            said(4, "2023-06-10 10:00", text="giải trình", **remark | {"kind": "cause"}),
            said(7, "2023-06-10 17:00", text="hôm sau", **remark),
        ]
    )
    typed = {"progress": 0.6, "done": None, "evidence": "Tủ 2", "note": ""}
    day = {"progress": 1.0, "done": pd.Timestamp("2023-06-08"), "evidence": "", "note": "ổn"}
    records = pd.DataFrame(
        [
            said(5, "2023-06-10 03:00", **typed),
            said(6, "2023-06-10 04:00", **day | {"task_id": "b", "written_by": "Chủ tịch"}),
        ]
    )
    zone = timezone(timedelta(hours=7))
    (rows, columns), tasks = urged_tables.urged_on(date(2023, 6, 10), zone, remarks, records, VI)
    assert rows[list(columns)].to_numpy().tolist() == [
        ["11:00", "Họp thôn", "xong ngày 08/06/2023; ổn", "Chủ tịch"],
        ["10:00", "Họp thôn", "tiến độ 60\u00a0%; Tủ 2", "không ghi người"],
        ["00:00", "Họp thôn", "Đã gọi", "không ghi người"],
    ]
    assert list(rows.task_id) == ["b", "a", "a"] and tasks == 2


def test_a_day_without_anything_has_no_rows():
    nothing = pd.DataFrame(
        [said(1, "2023-06-10", kind="note", about="task:a", subject="x", text="y")]
    )
    records = pd.DataFrame([said(2, "2023-06-10", progress=1.0, done=None, evidence="", note="")])
    zone = timezone(timedelta(hours=7))
    for remarks, typed in ((nothing, records), (nothing.head(0), records.head(0))):
        (rows, _), tasks = urged_tables.urged_on(date(2023, 6, 12), zone, remarks, typed, VI)
        assert rows.empty and tasks == 0
