"""Packages of one period in every order, each taken back in turn: one holds, and the right one."""

from itertools import permutations

import pytest

from dashboard.importing.storing.undo import undo
from dashboard.store import closings
from dashboard.store.store import Store
from tests.packages.offices import AN, PERIOD, made
from tests.packages.test_package_import import asked, imported
from tests.seen import seen

# Tasks done in each: a first closing (one of two), what was not closed after that (both), a second.
DONE = {"first": 1, "open": 2, "second": 2}
# A closing goes before what was not closed, the later before the earlier.
ORDER = ("second", "first", "open")


@pytest.fixture(scope="module")
def packages(both_folder, tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("office")
    for path in both_folder.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    office = Store(folder)
    with office.read() as cursor:
        about = closings.about("xa-an", closings.period_named(cursor, PERIOD))
    closings.close(office, about)
    first = made(office, AN, closing=1)
    office.write(
        lambda cursor: cursor.execute(
            "update task set done = date '2023-05-20' where unit = 'xa-an' and done is null"
        )
    )
    plain = made(office, AN)
    closings.close(office, about)
    return {"first": first, "open": plain, "second": made(office, AN, closing=2)}


@pytest.mark.long
@pytest.mark.parametrize("order", list(permutations(DONE)))
def test_of_those_that_stand_one_holds(store, packages, order):
    numbers = {}
    for name in order:
        imported(store, packages[name], f"{name}.zip")
        numbers[name] = max(row["import_id"] for row in asked(store, "packages"))
    standing = list(ORDER)
    while standing:
        (row,) = asked(store, "unit_completion", year=2023, period=PERIOD)
        assert (row["assigned"], row["done"], row["by_package"]) == (2, DONE[standing[0]], True)
        holding = [one for one in asked(store, "packages") if one["tasks"] == "package"]
        assert [one["import_id"] for one in holding] == [numbers[standing[0]]]
        undo(store, seen(store, "import", numbers[standing.pop(0)]))
    assert asked(store, "unit_completion", year=2023, period=PERIOD) == []
