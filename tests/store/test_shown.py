"""An action holds for what the page showed: gone or changed since, nothing is done, and it is said.

Each case: what the person saw, what somebody did meanwhile, the action. The store afterwards
is as that somebody left it.
"""

import pytest

from dashboard.config import SAMPLES
from dashboard.errors import DashboardError
from dashboard.importing import samples
from dashboard.importing.import_file import import_file
from dashboard.importing.storing.undo import original, redo, undo
from dashboard.store import remarks
from dashboard.store.store import Store
from dashboard.words import words
from tests.queries.rows import COMMUNE, add_task, unit_id
from tests.seen import seen

TASK = f"{unit_id(COMMUNE)} 2023 Họp thôn"
OTHER = f"{unit_id(COMMUNE)} 2023 Niêm yết"

ACTIONS = {
    "undo": ("import", 1, undo),
    "redo": ("import", 1, redo),
    "original": ("import", 1, original),
    "remove samples": ("samples", "", samples.remove),
    "remark": ("task", TASK, lambda store, task: remarks.add(store, "xa-an", 2023, task, "Nhắc")),
}


def remove_import(store: Store) -> None:
    """And another gets its number, as after going back to an older file of the store."""
    store.write(lambda cursor: cursor.execute("delete from import_log"))
    store.write(lambda cursor: cursor.execute("delete from task"))
    store.write(lambda cursor: add_task(cursor, "Niêm yết"))


def take_back(store: Store) -> None:
    undo(store, seen(store, "import", 1))


def import_newer_task(store: Store) -> None:
    store.write(lambda cursor: add_task(cursor, "Họp thôn", progress=0.5, import_id=2))


def import_more_samples(store: Store) -> None:
    store.write(lambda cursor: add_task(cursor, "Khác", import_id=3))
    store.write(lambda cursor: cursor.execute("update import_log set simulated = true"))


CASES = [
    ("undo", remove_import),
    ("undo", take_back),
    ("redo", remove_import),
    ("original", remove_import),
    ("original", take_back),
    ("remove samples", remove_import),
    ("remove samples", take_back),
    ("remove samples", import_more_samples),
    ("remark", remove_import),
    ("remark", take_back),
    ("remark", import_newer_task),
]


@pytest.fixture
def office(store):
    """One import, of simulated data, with one task."""
    store.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["A", "B"]))
    store.write(lambda cursor: cursor.execute("update import_log set simulated = true"))
    return store


@pytest.mark.parametrize("name", ACTIONS)
def test_action_on_what_was_seen_is_done(office, name):
    subject, key, act = ACTIONS[name]
    act(office, seen(office, subject, key))


@pytest.mark.parametrize(("name", "meanwhile"), CASES)
def test_action_on_what_is_gone_or_changed_does_nothing_and_says_so(office, name, meanwhile):
    subject, key, act = ACTIONS[name]
    before = seen(office, subject, key)
    meanwhile(office)
    version = office.version
    with pytest.raises(DashboardError) as caught:
        act(office, before)
    assert "không có gì được thực hiện" in caught.value.sentence(words("vi"))
    assert "nothing was done" in caught.value.sentence(words("en"))
    assert office.version == version


def test_same_task_of_a_newer_import_is_the_same(office):
    before = seen(office, "task", TASK)
    office.write(lambda cursor: add_task(cursor, "Họp thôn", leads=["A", "B"], import_id=2))
    remarks.add(office, unit_id(COMMUNE), 2023, before, "Đã nhắc")


def test_each_thing_has_a_state_of_its_own(office):
    office.write(lambda cursor: add_task(cursor, "Niêm yết", leads=["A", "B"]))
    assert seen(office, "task", TASK) != seen(office, "task", OTHER)
    store_of = import_file(office, SAMPLES / "don-vi.xlsx")
    assert seen(office, "import", 1) != seen(office, "import", store_of.import_id)
