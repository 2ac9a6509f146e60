"""A period is closed; then imports, typed records, an undo and a removed sample come: the closing
stays byte for byte, and what is otherwise now is told exactly, as worked out by hand here."""

from datetime import date

from dashboard.importing import samples
from dashboard.importing.storing.undo import undo
from dashboard.store import closings, remarks, typed_rows
from dashboard.store.remarks import Remark, Subject
from dashboard.store.typed_rows import TypedRow
from tests.queries.rows import activity, add, add_task, log_import, sub_dimensions
from tests.seen import seen
from tests.store.test_closings import (
    ABOUT,
    MEETING,
    NOTICE,
    UNIT,
    asked,
    differences,
    finish_meeting,
    first,
)

SAMPLE = f"{UNIT} 2023 Việc mẫu"
COMPONENT = Subject(UNIT, 2023, "component", "1.1")
GONE = ""  # as a missing value is printed


def samples_too(cursor) -> None:
    """Beside the office's two tasks (one late by 30 days, one in time) a simulated one, late by
    as much, and a simulated activity."""
    log_import(cursor, 8, simulated=True)
    add_task(cursor, "Việc mẫu", due=date(2023, 5, 1), leads=["C"], import_id=8)
    told = activity(5, "2023-05-01", "Truyền thông", channel="Loa", minutes=10, people=50)
    add(cursor, "activity", told | {"import_id": 8})


def rows(query: str, key: object, **columns: tuple[str, str]) -> set[tuple]:
    return {(query, key, column, *values) for column, values in columns.items()}


# The notice was done a day before its day; a person typed 10/5, nine days after it, and where the
# paper lies. Of the causes the newer one holds; ids run on, 2 is the typed progress.
TYPED = (
    rows(
        "tasks",
        NOTICE,
        state=("done_on_time", "done_late"),
        done=("2023-04-30", "2023-05-10"),
        days_late=(GONE, "9"),
        progress=(GONE, "1.0"),
        evidence=(GONE, "Tủ 2"),
        said_by=("import", "record"),
    )
    | rows(
        "official_completion",
        "B",
        done_on_time=("1", "0"),
        done_late=("0", "1"),
        on_time_rate=("1.0", "0.0"),
    )
    | rows("workload", "B", done_on_time=("1", "0"), done_late=("0", "1"))
    | rows("remarks", 1, holds=("true", "false"))
)
for number, kind, said in ((3, "cause", "Mưa nhiều"), (4, "remedy", "Họp bù")):
    TYPED |= rows(
        "remarks",
        number,
        about=(GONE, "component:1.1"),
        subject=(GONE, "1.1"),
        kind=(GONE, kind),
        text=(GONE, said),
        withdrawn=(GONE, "false"),
        holds=(GONE, "true"),
        written_by=(GONE, "Bí thư"),
    )

# The newer file: the meeting was held on 20/5, 19 days late, and is not urged any more. Of three
# tasks one was done in time and two were late; now two are done, both late, and one is late.
HELD = (
    rows(
        "tasks",
        MEETING,
        state=("overdue", "done_late"),
        done=(GONE, "2023-05-20"),
        days_late=("30", "19"),
        progress=("0.5", "1.0"),
    )
    | rows(
        "official_completion",
        "A",
        overdue=("1", "0"),
        done=("0", "1"),
        done_late=("0", "1"),
        completion_rate=("0.0", "1.0"),
    )
    | rows("workload", "A", overdue=("1", "0"), done_late=("0", "1"), due_done=("0", "1"))
    | rows(
        "unit_completion",
        UNIT,
        overdue=("2", "1"),
        done=("1", "2"),
        done_on_time=("1", "0"),
        done_late=("0", "2"),
        completion_rate=("0.333333333333", "0.666666666667"),
        on_time_rate=("0.333333333333", "0.0"),
    )
    | rows("component_tasks", "1.1", open=("2", "1"), overdue=("2", "1"), done=("1", "2"))
)

# The sample goes: its task, its official, its activity. Of two tasks left one is done, late.
REMOVED = (
    rows(
        "unit_completion",
        UNIT,
        assigned=("3", "2"),
        due_by_now=("3", "2"),
        overdue=("2", "1"),
        done_on_time=("1", "0"),
        done_late=("0", "1"),
        completion_rate=("0.333333333333", "0.5"),
        on_time_rate=("0.333333333333", "0.0"),
    )
    | rows(
        "component_tasks",
        "1.1",
        assigned=("3", "2"),
        open=("2", "1"),
        overdue=("2", "1"),
        officials=("A; B; C", "A; B"),
    )
    | {("component_tasks", code, "planned", "3", "2") for code in sub_dimensions(2023)}
    | rows(
        "activity_counts",
        "Loa",
        activities=("1", GONE),
        times=("1.0", GONE),
        minutes=("10.0", GONE),
        with_minutes=("1", GONE),
        people=("50.0", GONE),
        with_people=("1", GONE),
        last_held=("2023-05-01", GONE),
    )
)


def told(capsys) -> set[tuple]:
    """Without the times of writing; of rows that are gone or new as a whole see below."""
    found = {row for row in differences(capsys) if row[2] != "written_at"}
    assert len({row[1] for row in differences(capsys) if row[2] == "written_at"}) == 2
    return found


def whole(found: set[tuple], query: str, key: str) -> set[tuple]:
    """The differences of a row that was there and is gone."""
    return {row for row in found if row[:2] == (query, key)}


def test_closing_keeps_its_bytes_and_the_differences_are_what_was_done(store, capsys):
    store.write(lambda cursor: (first(cursor), samples_too(cursor)))
    remarks.save(store, [Remark(COMPONENT, "cause", "Thiếu người", 0)], "Văn phòng")
    code = closings.close(store, ABOUT).fingerprint
    before = asked(capsys, "closing_figures"), asked(capsys, "closings")

    store.write(lambda cursor: finish_meeting(cursor, 4))
    done = TypedRow(seen(store, "task", NOTICE), None, date(2023, 5, 10), "Tủ 2")
    typed_rows.save(store, [done], "Văn phòng")
    newer = [Remark(COMPONENT, "cause", "Mưa nhiều", 1), Remark(COMPONENT, "remedy", "Họp bù", 0)]
    remarks.save(store, newer, "Bí thư")
    found = told(capsys)
    urged = whole(found, "follow_up", MEETING)
    assert found - urged == TYPED | HELD
    assert ("follow_up", MEETING, "days_late", "30", GONE) in urged
    assert {row[4] for row in urged} == {GONE}

    undo(store, seen(store, "import", 4))
    samples.remove(store, seen(store, "samples"))
    found = told(capsys)
    gone = [("tasks", SAMPLE), ("follow_up", SAMPLE), ("official_completion", "C")]
    gone += [("workload", "C"), ("activities", "Xã An 5")]
    parts = [whole(found, *row) for row in gone]
    assert found - set().union(*parts) == TYPED | REMOVED
    assert all(part and {row[4] for row in part} == {GONE} for part in parts)

    assert (asked(capsys, "closing_figures"), asked(capsys, "closings")) == before
    assert f",{code}," in before[1]
