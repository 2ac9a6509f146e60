"""What people type about a task: kept apart from imports, the newest shown."""

import pytest

from dashboard.errors import DashboardError
from dashboard.store import remarks
from dashboard.store.remarks import Remark, Subject
from tests.queries.rows import COMMUNE, add_forms, add_task, ask, unit_id, village_id
from tests.seen import seen

TASK = f"{unit_id(COMMUNE)} 2023 Họp thôn"


@pytest.fixture
def office(store):
    store.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["A", "B"]))
    return store


def write(store, text: str, subject: str = TASK) -> None:
    remarks.add(store, unit_id(COMMUNE), 2023, seen(store, "task", subject), text)


def urgent(store) -> list[dict]:
    with store.read() as cursor:
        return ask(cursor, "follow_up", unit=COMMUNE, year=2023, as_of="2023-10-25")


def test_newest_remark_stands_with_each_lead(office):
    write(office, "Đã nhắc lần một")
    write(office, "Đã nhắc lần hai")
    assert [(row["official"], row["remark"]) for row in urgent(office)] == [
        ("A", "Đã nhắc lần hai"),
        ("B", "Đã nhắc lần hai"),
    ]
    assert all(row["remarked_at"] for row in urgent(office))


def test_remark_of_another_task_stands_nowhere_else(office):
    office.write(lambda cursor: add_task(cursor, "Niêm yết", leads=["B"]))
    write(office, "Đã nhắc", f"{unit_id(COMMUNE)} 2023 Niêm yết")
    assert [row["remark"] for row in urgent(office) if row["task"] == "Họp thôn"] == [None, None]


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u00a0"])
def test_empty_remark_makes_no_version(office, text):
    version = office.version
    write(office, text)
    assert office.version == version


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Đã   nhắc ", "Đã nhắc"),
        ("Đã nh\u0103\u0301c", "Đã nhắc"),  # composed as the imports are
        ("'; drop table task; --", "'; drop table task; --"),
        ("<b>gấp</b>", "<b>gấp</b>"),
    ],
)
def test_remark_is_tidied_and_taken_as_text(office, typed, kept):
    write(office, typed)
    assert {row["remark"] for row in urgent(office)} == {kept}


FALL = Subject(unit_id(COMMUNE), 2023, "component", "5.3")


def holding(store) -> list[tuple]:
    """about, kind, text, number of what holds, the newest first."""
    with store.read() as cursor:
        rows = ask(cursor, "remarks", unit=COMMUNE, year=2023)
    return [(r["about"], r["kind"], r["text"], r["id"]) for r in rows if r["holds"]]


def test_several_are_saved_at_once_and_an_empty_text_withdraws(office):
    office.write(lambda cursor: add_forms(cursor, {"Thôn Đông": []}))
    village = Subject(unit_id(COMMUNE), 2023, "village", village_id(COMMUNE, "Thôn Đông"))
    typed = [
        Remark(FALL, "cause", " Thiếu  người ", 0),
        Remark(FALL, "remedy", "Cử thêm", 0),
        Remark(village, "shortcoming", "Chưa họp", 0),
        Remark(FALL, "responsibility", "  ", 0),  # an empty cell left empty is nothing
    ]
    assert remarks.save(office, typed, "Văn phòng") == 3
    assert holding(office) == [
        ("village:Thôn Đông", "shortcoming", "Chưa họp", 3),
        ("component:5.3", "remedy", "Cử thêm", 2),
        ("component:5.3", "cause", "Thiếu người", 1),
    ]
    again = [Remark(FALL, "cause", "", 1), Remark(FALL, "remedy", "Cử thêm ", 2)]
    assert remarks.save(office, again) == 1  # what says the same is no record
    assert [row[3] for row in holding(office)] == [3, 2]
    with office.read() as cursor:
        told = ask(cursor, "remarks", unit=COMMUNE, year=2023, about="component:5.3")
    assert [(r["id"], r["withdrawn"], r["holds"]) for r in told] == [
        (4, True, False),
        (2, False, True),
        (1, False, False),
    ]


def test_what_somebody_said_meanwhile_is_not_written_over(office):
    remarks.save(office, [Remark(FALL, "cause", "Thiếu người", 0)])
    before = holding(office)
    both = [Remark(FALL, "remedy", "Cử thêm", 0), Remark(FALL, "cause", "Mưa nhiều", 0)]
    with pytest.raises(DashboardError, match="changed_since_shown"):
        remarks.save(office, both)
    assert holding(office) == before


@pytest.mark.parametrize("kind", ["task", "village", "component"])
def test_what_is_gone_is_not_spoken_about(office, kind):
    gone = FALL._replace(kind=kind, key="9.9")
    with pytest.raises(DashboardError, match="changed_since_shown"):
        remarks.save(office, [Remark(gone, "cause", "Thiếu người", 0)])
    assert holding(office) == []
