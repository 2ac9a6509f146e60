"""Tasks by official and month of their due date, by hand."""

from datetime import date

from tests.queries.rows import COMMUNE, add_task, ask

AT = date(2023, 6, 30)


def load(cursor, **given) -> dict[tuple, tuple]:
    rows = ask(cursor, "workload", unit=COMMUNE, year=2023, as_of=AT, **given)
    names = ("assigned", "overdue", "due_by_now", "due_done")
    return {(row["official"], row["month"]): tuple(row[n] for n in names) for row in rows}


def test_each_official_s_tasks_stand_in_the_month_they_are_due(cursor):
    may, august = date(2023, 5, 31), date(2023, 8, 15)
    add_task(cursor, "xong", due=may, done=may, leads=["Ông A", "Bà B"])
    add_task(cursor, "trễ", due=date(2023, 5, 1), leads=["Ông A"])
    add_task(cursor, "sớm", due=august, done=may, leads=["Ông A"])  # ahead of its time
    add_task(cursor, "hôm nay", due=AT, leads=["Ông A"])  # due, and not overdue yet
    add_task(cursor, "hủy", due=may, cancelled=True, leads=["Ông A"])
    add_task(cursor, "của ai", due=may)
    add_task(cursor, "chưa có hạn", leads=["Bà B"])
    add_task(cursor, "thường xuyên", recurring=True, leads=["Bà B"])  # to the period's end
    assert load(cursor) == {
        ("", date(2023, 5, 1)): (1, 1, 1, 0),
        ("Ông A", date(2023, 5, 1)): (2, 1, 2, 1),
        ("Ông A", date(2023, 6, 1)): (1, 0, 1, 0),
        ("Ông A", date(2023, 8, 1)): (1, 0, 0, 0),
        ("Bà B", date(2023, 5, 1)): (1, 0, 1, 1),
        ("Bà B", date(2023, 10, 1)): (1, 0, 0, 0),
        ("Bà B", None): (1, 0, 0, 0),
    }


def test_filters_hold(cursor):
    add_task(cursor, "a", component="5.1", supports=["Ông A"], villages=["Thôn Đông"],
             whole_unit=False, due=AT)  # fmt: skip
    add_task(cursor, "b", component="1.1", leads=["Bà B"], due=AT)
    june = date(2023, 6, 1)
    assert set(load(cursor, role="support")) == {("Ông A", june), ("", june)}
    assert set(load(cursor, component="5")) == {("", june)}
    assert set(load(cursor, village="Thôn Đông")) == {("", june), ("Bà B", june)}
