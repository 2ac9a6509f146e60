"""Going back: newer files of a store are removed, or replaced, while the program runs.

A version's number alone does not tell what stands in it. Real files, in one process that has
them open.
"""

import os
import shutil
from pathlib import Path

import pytest

from dashboard.readings.readings import Readings
from dashboard.store import versions
from dashboard.store.store import Store
from tests.queries.rows import add_task, add_unit
from tests.store.test_store import attached, counted, files, write_remark


def file_of(store: Store, number: int) -> Path:
    return versions.path_of(store.folder, number)


def units(store: Store) -> list[str]:
    """As pages read them: remembered by the version."""
    with store.read() as cursor:
        return list(Readings(cursor).units().unit)


def name_unit(store: Store, name: str) -> None:
    def work(cursor):
        add_unit(cursor, name)
        add_task(cursor, "Họp thôn", unit=name)

    store.write(work)


def test_removed_version_is_seen_no_more(store):
    name_unit(store, "Xã An")
    name_unit(store, "Xã Bình")
    assert units(store) == ["Xã An", "Xã Bình"]
    file_of(store, 3).unlink()
    assert units(store) == ["Xã An"]
    assert attached(store) == {"store-000002.duckdb"}


def test_number_given_anew_is_another_version(store):
    name_unit(store, "Xã An")
    assert units(store) == ["Xã An"]
    file_of(store, 2).unlink()
    name_unit(store, "Xã Bình")
    assert (store.version, units(store)) == (2, ["Xã Bình"])


def test_number_given_anew_before_anybody_looked_is_another_version(store):
    for name in ("Xã An", "Xã Bình", "Xã Cao"):  # a file system may use the same place again
        name_unit(store, name)
        assert units(store) == [name]
        file_of(store, 2).unlink()


def test_file_put_in_the_place_of_the_newest_is_read(store, tmp_path):
    name_unit(store, "Xã An")
    backup = shutil.copy(file_of(store, 2), tmp_path)
    file_of(store, 2).unlink()
    name_unit(store, "Xã Bình")
    assert units(store) == ["Xã Bình"]
    os.replace(backup, file_of(store, 2))
    assert (store.version, units(store)) == (2, ["Xã An"])


def test_reader_reads_on_in_what_was_removed(store):
    store.write(write_remark)
    with store.read() as cursor:
        file_of(store, 2).unlink()
        assert counted(store) == 0
        store.write(lambda inner: (write_remark(inner), write_remark(inner)))
        assert counted(store) == 2
        assert cursor.execute("select count(*) from remark").fetchone() == (1,)
    assert counted(store) == 2
    assert attached(store) == {"store-000002.duckdb"}


def test_going_back_and_forth_again_shows_each_time_what_is_there(store, tmp_path):
    name_unit(store, "Xã An")
    aside = tmp_path / "store-000002.duckdb"
    for _ in range(2):
        os.rename(file_of(store, 2), aside)
        assert units(store) == []
        os.rename(aside, file_of(store, 2))
        assert units(store) == ["Xã An"]


def test_older_file_is_brought_up_to_date_as_at_the_start(store):
    def forget(cursor):
        cursor.execute("update store_fingerprint set fingerprint = 'of an older program'")

    store.write(forget)
    newcomer = Store(store.folder)
    newcomer.prepare()
    assert newcomer.version == 3
    file_of(store, 3).unlink()
    newcomer.prepare()
    assert files(store)[-1] == "store-000003.duckdb"


def test_newer_file_of_another_program_is_not_written_over(store):
    """Two programs at work at once do not take turns in making the store theirs."""
    store.prepare()
    other = Store(store.folder)
    other.write(lambda cursor: cursor.execute("update store_fingerprint set fingerprint = 'x'"))
    assert counted(store) == 0
    assert store.version == 2


@pytest.mark.parametrize("change", ["size", "time"])
def test_size_and_time_alone_tell_files_apart(store, change):
    """Where a file system has no inodes nothing else does."""
    file = file_of(store, 1)
    before = versions.of_file(store.folder, 1)
    if change == "size":
        file.write_bytes(file.read_bytes() + b"x")
        os.utime(file, ns=(before.written_ns, before.written_ns))
    else:
        os.utime(file, ns=(before.written_ns, before.written_ns + 1))
    after = versions.of_file(store.folder, 1)
    assert (before.inode, before.device) == (after.inode, after.device)
    assert before.name != after.name
