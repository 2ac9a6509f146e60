"""A closed period keeps its figures, whatever comes later; what differs since is told exactly."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
from datetime import date, timedelta

import pytest

from dashboard.cli import main
from dashboard.config import ROOT
from dashboard.errors import DashboardError
from dashboard.importing import samples
from dashboard.importing.storing.undo import redo, undo
from dashboard.store import closings, frozen, remarks
from dashboard.store.frozen import About
from dashboard.store.store import Store, open_store
from tests.queries.rows import COMMUNE, Form, add_scope, add_task, store_scores, survey, unit_id
from tests.seen import seen

UNIT = unit_id(COMMUNE)
ABOUT = About(UNIT, 2023, "2023-H1", date(2023, 5, 31))
MEETING, NOTICE = (f"{UNIT} 2023 {name}" for name in ("Họp thôn", "Niêm yết"))
ASKED = {"Q1": ("1.1", 0, 1)}
RETOLD = ("follow_up", "remarks")  # where a remark stands
HALF = [Form({"Q1": 1.0}), Form({"Q1": 0.0})] * 20


def first(cursor) -> None:
    """Half of forty say yes; one task is late by 30 days on 31/5, one was done in time."""
    survey(cursor, {"Thôn": HALF}, ASKED, {"Thôn": 400})
    store_scores(cursor)
    add_scope(cursor, 1, "answers")
    add_task(cursor, "Họp thôn", due=date(2023, 5, 1), leads=["A"], progress=0.5)
    add_task(
        cursor, "Niêm yết", due=date(2023, 5, 1), done=date(2023, 4, 30), leads=["B"],
        result_h1="Hoàn thành", import_id=2,
    )  # fmt: skip


@pytest.fixture(scope="module")
def closed_folder(prepared, tmp_path_factory):
    """The office's store in which the half year was closed."""
    folder = tmp_path_factory.mktemp("closed")
    shutil.copy(prepared, folder)
    store = Store(folder)
    store.write(first)
    closings.close(store, ABOUT, " báo cáo  6 tháng ", "Văn phòng")
    return folder


@pytest.fixture
def office(closed_folder, own_store_folder) -> Store:
    shutil.copytree(closed_folder, own_store_folder)
    return open_store()


def asked(capsys, name: str, *params: str) -> str:
    given = [
        part for param in ("unit=Xã An", "period=2023-H1", *params) for part in ("--param", param)
    ]
    assert main(["query", name, *given]) == 0
    return capsys.readouterr().out


def differences(capsys, *params: str) -> set[tuple[str, ...]]:
    """query, the one value of its key that matters, column, reported, now."""
    rows = csv.DictReader(io.StringIO(asked(capsys, "closing_differences", *params)))
    return {
        (
            row["query"],
            next(iter(json.loads(row["key"]).values())),
            row["column"],
            row["reported"],
            row["now"],
        )
        for row in rows
    }


def code(store: Store, about: About = ABOUT) -> str:
    with store.read() as cursor:
        return frozen.fingerprint(about, frozen.state(cursor, about))


def finish_meeting(cursor, import_id: int = 3) -> None:
    """A newer file: the meeting was held on 20/5, 19 days late."""
    add_task(
        cursor, "Họp thôn", due=date(2023, 5, 1), done=date(2023, 5, 20), leads=["A"],
        progress=1.0, import_id=import_id,
    )  # fmt: skip


def test_closing_says_when_what_and_who(office, capsys):
    (row,) = csv.DictReader(io.StringIO(asked(capsys, "closings")))
    assert (row["period"], row["closing"], row["as_of"]) == ("2023-H1", "1", "2023-05-31")
    assert (row["note"], row["by"], row["simulated"]) == ("báo cáo 6 tháng", "Văn phòng", "false")
    assert row["fingerprint"] == code(office)
    figures = list(csv.DictReader(io.StringIO(asked(capsys, "closing_figures"))))
    assert len(figures) == int(row["figures"])
    found = {(f["query"], f["key"], f["column"]): f["value"] for f in figures}
    task = json.dumps({"task_id": MEETING}, ensure_ascii=False, separators=(",", ":"))
    assert found["tasks", task, "state"] == "overdue" and found["tasks", task, "days_late"] == "30"
    total = '{"level":"sub_dimension","component":"1.1"}'
    # half of the way from 1/4 to 10/4: the dimension has four parts
    assert float(found["component_scores", total, "estimate"]) == 11 / 8


def test_nothing_later_changes_a_closing_and_what_changed_is_told_exactly(office, capsys):
    before = asked(capsys, "closing_figures")
    assert differences(capsys) == set()

    remarks.add(office, UNIT, 2023, seen(office, "task", MEETING), "Đã nhắc")
    found = differences(capsys)
    reminded = {row[2]: row[4] for row in found if row[:2] == ("remarks", 1)}
    assert len(reminded.pop("written_at")) == 26  # to the microsecond
    assert reminded == {
        "about": f"task:{MEETING}", "subject": "Họp thôn", "kind": "note", "text": "Đã nhắc",
        "written_by": "", "withdrawn": "false", "holds": "true",
    }  # fmt: skip
    ((query, task, column, reported, now), at) = sorted(
        (row for row in found if row[0] != "remarks"), key=lambda row: row[2]
    )
    assert (query, task, column, reported, now) == ("follow_up", MEETING, "remark", "", "Đã nhắc")
    assert at[:4] == ("follow_up", MEETING, "remarked_at", "")

    office.write(finish_meeting)
    expected = {
        ("tasks", MEETING, "done", "", "2023-05-20"),
        ("tasks", MEETING, "progress", "0.5", "1.0"),
        ("tasks", MEETING, "state", "overdue", "done_late"),
        ("tasks", MEETING, "days_late", "30", "19"),
        ("official_completion", "A", "done_late", "0", "1"),
        ("official_completion", "A", "overdue", "1", "0"),
        ("official_completion", "A", "done", "0", "1"),
        ("official_completion", "A", "completion_rate", "0.0", "1.0"),
        ("workload", "A", "done_late", "0", "1"),
        ("workload", "A", "overdue", "1", "0"),
        ("workload", "A", "due_done", "0", "1"),
        ("unit_completion", UNIT, "done_late", "0", "1"),
        ("unit_completion", UNIT, "overdue", "1", "0"),
        ("unit_completion", UNIT, "done", "1", "2"),
        ("unit_completion", UNIT, "completion_rate", "0.5", "1.0"),
        ("unit_completion", UNIT, "longest_overdue", "30", ""),
        ("component_tasks", "1.1", "open", "1", "0"),
        ("component_tasks", "1.1", "overdue", "1", "0"),
        ("component_tasks", "1.1", "done", "1", "2"),
    }
    found = differences(capsys)
    assert {row for row in found if row[0] not in RETOLD} == expected
    assert {(row[1], row[4]) for row in found if row[0] == "follow_up"} == {(MEETING, "")}
    assert asked(capsys, "closing_figures") == before

    undo(office, seen(office, "import", 3))
    assert {row[0] for row in differences(capsys)} == set(RETOLD)
    redo(office, seen(office, "import", 3))
    assert {row for row in differences(capsys) if row[0] not in RETOLD} == expected

    closed = closings.close(office, ABOUT)
    assert closed.closing == 2 and differences(capsys) == set()
    again = differences(capsys, "closing=1")
    assert {row for row in again if row[0] not in RETOLD} == expected
    assert asked(capsys, "closing_figures", "closing=1") == before


def test_removed_samples_leave_the_closing_and_its_unit(office, capsys):
    before = asked(capsys, "closing_figures")
    office.write(lambda cursor: cursor.execute("update import_log set simulated = true"))
    assert closings.close(office, ABOUT).fingerprint == code(office)
    assert '"simulated": true' in query_json(capsys, "closings")
    samples.remove(office, seen(office, "samples"))
    assert asked(capsys, "closing_figures", "closing=1") == before
    gone = differences(capsys)
    assert ("tasks", MEETING, "state", "overdue", "") in gone
    reported = {row[3] for row in gone if row[0] == "tasks" and row[4]}
    assert reported == set()  # of what is gone nothing is left


def query_json(capsys, name: str) -> str:
    assert main(["query", name, "--param", "unit=Xã An", "--format", "json"]) == 0
    return capsys.readouterr().out


def test_fingerprint_changes_when_the_state_does_and_then_only(office):
    before = code(office)
    again = (
        lambda cursor: add_task(
            cursor, "Họp thôn", due=date(2023, 5, 1), leads=["A"], progress=0.5, row=99, import_id=3
        ),  # the same of another file
        lambda cursor: add_task(cursor, "Việc khác", unit="Xã Bình", import_id=4),
        lambda cursor: add_task(cursor, "Năm khác", year=2022, import_id=5),
    )
    for work in again:
        office.write(work)
        assert code(office) == before
    assert code(office, ABOUT._replace(as_of=date(2023, 5, 30))) != before
    assert code(office, ABOUT._replace(period="2023-Y")) != before
    office.write(lambda cursor: finish_meeting(cursor, 6))
    assert code(office) != before
    undo(office, seen(office, "import", 6))
    assert code(office) == before


def test_another_process_and_order_of_rows_give_the_same_fingerprint(office):
    for table in ("task", "respondent", "answer", "filled_score", "task_party"):
        office.write(
            lambda cursor, table=table: cursor.execute(
                f"create or replace table {table} as from {table} order by hash({table}) desc"
            )
        )
    program = (
        "from datetime import date; from dashboard.store import frozen\n"
        "from dashboard.store.store import open_store\n"
        f"about = frozen.About({UNIT!r}, 2023, '2023-H1', date(2023, 5, 31))\n"
        "with open_store().read() as cursor:\n"
        "    cursor.execute('set threads = 1')\n"
        "    print(frozen.fingerprint(about, frozen.state(cursor, about)))\n"
    )
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    with office.read() as cursor:
        (kept,) = cursor.execute("select distinct fingerprint from closing").fetchall()[0]
    assert (said.stdout.strip(), code(office)) == (kept, kept), said.stderr


def test_what_a_page_showed_is_what_is_closed(office):
    with office.read() as cursor:
        shown = closings.preview(cursor, ABOUT).seen
    office.write(finish_meeting)
    version = office.version
    with pytest.raises(DashboardError, match="changed_since_shown"):
        closings.close(office, ABOUT, seen=shown)
    assert office.version == version
    with office.read() as cursor:
        shown = closings.preview(cursor, ABOUT).seen
    closings.close(office, ABOUT, seen=shown)
    with pytest.raises(DashboardError, match="changed_since_shown"):  # a second click
        closings.close(office, ABOUT, seen=shown)


def test_the_data_code_can_be_worked_out_from_the_figures_that_are_printed(office, capsys):
    """As docs/formats.md says, by other means."""
    given = ("--param", "unit=Xã An", "--param", "period=2023-H1", "--format", "json")
    assert main(["query", "closing_figures", *given]) == 0
    rows = json.loads(capsys.readouterr().out)
    lines = [[UNIT, 2023, "2023-H1", "2023-05-31"]]
    lines += [[row[name] for name in ("query", "params", "key", "column", "value")] for row in rows]
    text = "".join(
        json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines
    )
    digits = hashlib.sha256(text.encode()).hexdigest()
    assert f"{digits[:4]}-{digits[4:8]}" == code(office)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1 / 3, "0.333333333333"),
        (2.5, "2.5"),
        (-0.0, "0.0"),
        (1e-20, "1e-20"),
        (3, "3"),
        (True, "true"),
        (None, None),
        ("", ""),
        (date(2023, 5, 31), "2023-05-31"),
        (["Ông A"], '["Ông A"]'),
    ],
)
def test_values_are_written_as_query_prints_them(value, written):
    assert frozen.written(value) == written


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"--unit": "Xã Không Có"}, "Không có đơn vị"),
        ({"--period": "2023-H9"}, "Các kỳ: 2023-H1, 2023-Y"),
        ({"--period": "1999-Y"}, "2011-H1 … 2040-Y"),
        ({"--as-of": "31/6/2023"}, "không đọc được"),
        ({"--as-of": str(date.today() + timedelta(1))}, "chưa đến"),
        ({"--as-of": "2022-10-31"}, "một ngày từ 01/11/2022 đến"),  # the plan year's eve
    ],
)
def test_command_refuses_in_one_sentence(office, capsys, wrong, said):
    version = office.version
    given = {"--unit": "Xã An", "--period": "2023-H1"} | wrong
    assert main(["close", *(part for pair in given.items() for part in pair)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and said in err and len(err.splitlines()) == 1
    assert office.version == version


def test_command_closes_at_the_period_s_end_unless_told(office, capsys):
    assert main(["close", "--unit", "xa an", "--period", "2023-h1", "--note", "lần hai"]) == 0
    said = capsys.readouterr().out
    assert "2023-H1 của Xã An, lần 2" in said and f"31/05/2023, mã số liệu {code(office)}." in said
    given = ["--unit", "Xã An", "--period", "2023-H1", "--as-of", "30/4/2023"]
    assert main(["close", *given]) == 0 and "tính đến 30/04/2023" in capsys.readouterr().out


def test_a_closing_that_is_not_there_is_no_empty_answer(office, capsys):
    given = ("--param", "unit=Xã An", "--param", "period=2023-Y")
    assert main(["query", "closing_differences", *given]) == 2
    assert "chưa có lần chốt" in capsys.readouterr().err


def test_a_unit_without_data_has_nothing_to_close(store):
    with store.read() as cursor, pytest.raises(DashboardError, match="nothing_to_close"):
        closings.preview(cursor, ABOUT)


def test_queries_and_columns_that_were_not_frozen_are_no_difference(office, capsys):
    """As a closing of an older program: it had no list to follow up and no product of a task."""

    def older(cursor) -> None:
        cursor.execute(
            "delete from closing_figure where query = 'follow_up' or \"column\" = 'product'"
        )
        cursor.execute(
            "update closing set questions = list_filter(questions, q -> q <> 'follow_up')"
        )

    office.write(older)
    assert differences(capsys) == set()
