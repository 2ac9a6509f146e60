"""What people type about a task: kept apart from imports, the newest shown."""

import pytest

from dashboard.store import remarks
from tests.queries.rows import COMMUNE, add_task, ask, unit_id
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
