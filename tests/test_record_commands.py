"""record on the command line: every kind, what the queries then say, and what is refused."""

import json
import shutil
from datetime import date

import pytest

from dashboard import cli
from dashboard.store.store import Store
from tests.queries.rows import COMMUNE, add_adults, add_task, ask

PLAN = ("--unit", COMMUNE, "--year", "2023")
TASK = "xa-an 2023 Họp thôn"


@pytest.fixture(scope="module")
def commune(prepared, tmp_path_factory):
    """With a village, an official in charge and a task due on 30/6."""

    def rows(cursor):
        add_task(cursor, "Họp thôn", due=date(2023, 6, 30), leads=["Công chức Tư pháp - Hộ tịch"])
        add_adults(cursor, {"Thôn Đông": 100, "Thôn Tây": 100})

    folder = tmp_path_factory.mktemp("commune")
    shutil.copy(prepared, folder)
    Store(folder).write(rows)
    return folder


@pytest.fixture
def office(commune, copy_of):
    return copy_of(commune)


def record(capsys, *given: str) -> dict:
    assert cli.main(["record", given[0], *PLAN, *given[1:], "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    return row


def asked(store, query: str, **given) -> list[dict]:
    with store.read() as cursor:
        return ask(cursor, query, unit=COMMUNE, year=2023, **given)


def task(store, name: str = "Họp thôn") -> dict:
    return next(row for row in asked(store, "tasks", as_of="2023-10-25") if row["task"] == name)


@pytest.mark.parametrize(
    ("share", "expected"), [("0", 0), ("62,5", 0.625), ("80%", 0.8), ("100", 1)]
)
def test_progress_is_recorded(office, capsys, share, expected):
    written = record(capsys, "progress", "--task", TASK, "--progress", share, "--by", "Văn phòng")
    assert written == {"id": 1, "task_id": TASK, "withdrawn": False}
    assert (task(office)["progress"], task(office)["said_by"]) == (expected, "record")
    (typed,) = asked(office, "progress_records")
    assert typed["written_by"] == "Văn phòng"


@pytest.mark.parametrize(
    "day", ["2023-06-29", "29/6/2023", " 29/06/2023 ", "29/6/23", "29-6-2023", "29.6.2023"]
)
def test_done_date_is_recorded_and_withdrawn(office, capsys, day):
    record(capsys, "progress", "--task", TASK, "--done", day, "--evidence", "Tủ 2, ngăn 3")
    now = task(office)
    assert (now["state"], now["done"], now["evidence"]) == (
        "done_on_time",
        date(2023, 6, 29),
        "Tủ 2, ngăn 3",
    )
    assert record(capsys, "progress", "--task", TASK, "--withdraw")["withdrawn"]
    assert (task(office)["state"], task(office)["said_by"]) == ("overdue", "import")


ABOUT = {
    "component:5.3": "component:5.3",
    "component:papi": "component:PAPI",
    "official:tư pháp - hộ tịch": "official:Công chức Tư pháp - Hộ tịch",
    "village:đông": "village:Thôn Đông",
    f"task:{TASK}": f"task:{TASK}",
}


KINDS = ["shortcoming", "cause", "responsibility", "remedy", "note"]
ONCE = list(zip(ABOUT, KINDS, strict=True))
REST = [
    pytest.param(about, kind, marks=pytest.mark.long)
    for about in ABOUT
    for kind in KINDS
    if (about, kind) not in ONCE
]


@pytest.mark.parametrize(("about", "kind"), ONCE + REST)
def test_remark_is_recorded_corrected_and_withdrawn(office, capsys, about, kind):
    def holding() -> list[str]:
        return [r["text"] for r in asked(office, "remarks", about=about) if r["holds"]]

    given = ("remark", "--about", about, "--kind", kind)
    record(capsys, *given, "--text", "Cũ")
    record(capsys, *given, "--text", "Mới", "--by", "Trưởng thôn")
    assert holding() == ["Mới"]
    record(capsys, *given, "--withdraw")
    assert holding() == []
    rows = asked(office, "remarks")
    assert [(r["id"], r["about"], r["kind"], r["text"], r["withdrawn"]) for r in rows] == [
        (3, ABOUT[about], kind, "", True),
        (2, ABOUT[about], kind, "Mới", False),
        (1, ABOUT[about], kind, "Cũ", False),
    ]
    assert [r["written_by"] for r in rows] == ["", "Trưởng thôn", ""]


def test_remarks_are_asked_by_what_they_are_about(office, capsys):
    for about in ABOUT:
        record(capsys, "remark", "--about", about, "--kind", "cause", "--text", about)
    for about in ABOUT:
        assert [r["text"] for r in asked(office, "remarks", about=about)] == [about]
    assert len(asked(office, "remarks", about="component")) == 2
    assert asked(office, "remarks", about="village:Tây") == []
    assert len(asked(office, "remarks")) == 5


def test_decision_is_a_task_of_the_plan(office, capsys):
    given = ("decision", "--text", "Niêm yết lại", "--component", "5.1", "--slide", "4")
    official = ("--official", "Tư pháp - Hộ tịch", "--due", "30.9.23")
    written = record(capsys, *given, *official, "--by", "Chủ tịch")
    own = task(office, "Niêm yết lại")
    assert own["task_id"] == written["task_id"]
    assert (own["component"], own["lead"], own["due"], own["state"], own["days_late"]) == (
        "5.1",
        "Công chức Tư pháp - Hộ tịch",
        date(2023, 9, 30),
        "overdue",
        25,
    )
    assert (own["said_by"], own["source_file"], own["source_row"]) == ("decision", None, None)
    (row,) = asked(office, "official_completion", as_of="2023-10-25")
    assert (row["assigned"], row["overdue"]) == (2, 2)
    record(capsys, "progress", "--task", own["task_id"], "--done", "2023-09-30")
    assert (task(office, "Niêm yết lại")["state"], task(office, "Niêm yết lại")["said_by"]) == (
        "done_on_time",
        "record",
    )


def test_decision_is_corrected_by_its_text_and_withdrawn_by_its_id(office, capsys):
    given = ("decision", "--text", "Niêm yết lại", "--official")
    first = record(capsys, *given, "Chủ tịch UBND", "--due", "2023-09-30")
    again = record(capsys, *given, "Trưởng thôn Đông", "--due", "2023-10-05")
    assert again["task_id"] == first["task_id"]
    assert (task(office, "Niêm yết lại")["lead"], task(office, "Niêm yết lại")["due"]) == (
        "Trưởng thôn Đông",
        date(2023, 10, 5),
    )
    record(capsys, "decision", "--withdraw", "--task", first["task_id"])
    assert [row["task"] for row in asked(office, "tasks")] == ["Họp thôn"]
    rows = asked(office, "decisions")
    assert [(r["official"], r["withdrawn"], r["holds"]) for r in rows] == [
        ("Trưởng thôn Đông", True, False),
        ("Trưởng thôn Đông", False, False),
        ("Chủ tịch UBND", False, False),
    ]


def test_numbers_rise_over_all_kinds(office, capsys):
    record(capsys, "progress", "--task", TASK, "--note", "a")
    record(capsys, "remark", "--about", "component:1.1", "--kind", "note", "--text", "b")
    made = record(capsys, "decision", "--text", "c", "--official", "d", "--due", "1/9/2023")
    assert made["id"] == 3


REFUSED = {
    "no task": ("progress", "--task", "x", "--progress", "10"),
    "task of no plan": ("progress", "--task", TASK, "--year", "2022", "--progress", "10"),
    "no number": ("progress", "--task", TASK, "--progress", "nhiều"),
    "not a number": ("progress", "--task", TASK, "--progress", "nan"),
    "too much": ("progress", "--task", TASK, "--progress", "101"),
    "no day": ("progress", "--task", TASK, "--done", "31/6/2023"),
    "a day to come": ("progress", "--task", TASK, "--done", "2999-01-01"),
    "nothing": ("progress", "--task", TASK),
    "nothing typed": ("progress", "--task", TASK, "--withdraw"),
    "no component": ("remark", "--about", "component:9.9", "--kind", "note", "--text", "a"),
    "no official": ("remark", "--about", "official:Ai đó", "--kind", "note", "--text", "a"),
    "no village": ("remark", "--about", "village:Thôn X", "--kind", "note", "--text", "a"),
    "no subject": ("remark", "--about", "5.3", "--kind", "note", "--text", "a"),
    "another subject": ("remark", "--about", "year:2023", "--kind", "note", "--text", "a"),
    "no text": ("remark", "--about", "component:5.3", "--kind", "note", "--text", " "),
    "long text": ("remark", "--about", "component:5.3", "--kind", "note", "--text", "a" * 2001),
    "no unit": ("remark", "--unit", "Xã B", "--about", "component:1.1", "--kind", "note"),
    "nobody": ("decision", "--text", "a", "--due", "1/9/2023"),
    "no due date": ("decision", "--text", "a", "--official", "b"),
    "unknown decision": ("decision", "--withdraw", "--task", TASK),
    "decision of no component": (
        *("decision", "--text", "a", "--official", "b", "--due", "1/9/2023", "--component", "9.9"),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_not_be_is_one_sentence_and_no_version(office, capsys, name):
    version, given = office.version, REFUSED[name]
    assert cli.main(["record", given[0], *PLAN, *given[1:]]) == 2
    said = capsys.readouterr()
    assert said.out == "" and len(said.err.strip().splitlines()) == 1
    assert office.version == version
