"""Immutable versions: readers see one, writers lose nothing, a killed one leaves nothing torn."""

import errno
import fcntl
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from dashboard.config import ROOT
from dashboard.errors import DashboardError
from dashboard.store import retention
from dashboard.store import store as store_module
from dashboard.store.appending import append, digest
from dashboard.store.store import Discard, Store, open_store


def write_remark(cursor, text: str = "x") -> None:
    cursor.execute(
        "insert into remark select coalesce(max(record_id), 0) + 1, "
        "'u', 2023, 'k', 's', 'n', $1, false, '', current_date from remark",
        [text],
    )


def count(cursor) -> int:
    return cursor.execute("select count(*) from remark").fetchone()[0]


def counted(store: Store) -> int:
    with store.read() as cursor:
        return count(cursor)


def files(store: Store, pattern: str = "store-*.duckdb") -> list[str]:
    return sorted(file.name for file in store.folder.glob(pattern))


def attached(store: Store) -> set[str]:
    """Names of the version files that this process has open."""
    with store.read() as cursor:
        rows = cursor.execute(
            "select path from duckdb_databases() where path is not null"
        ).fetchall()
    return {Path(path).name for (path,) in rows}


# One transaction: prints "inside" while it is open, then works for as long as it is told.
WRITER = """
import sys, time
from pathlib import Path
from dashboard.store import store as module

def write_remark(cursor):
    row = "'u', 2023, 'k', 's', 'n', 'x', false, '', current_date"
    number = "coalesce(max(record_id), 0) + 1"
    cursor.execute(f"insert into remark select {number}, {row} from remark")

def say(word):
    print(word, flush=True)

def stop_at(place):
    say(place)
    time.sleep(60)
"""


def start(code: str, store: Store) -> subprocess.Popen:
    """A process of its own, with WRITER's helpers and the store as `store`."""
    whole = WRITER + f"store = module.Store(Path({str(store.folder)!r}))\n" + code
    return subprocess.Popen(
        [sys.executable, "-c", whole],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(process: subprocess.Popen, word: str) -> None:
    line = process.stdout.readline().strip()
    assert line == word, line + process.stderr.read()


def test_every_write_is_the_next_version(store):
    assert (store.version, files(store)) == (1, ["store-000001.duckdb"])
    store.write(write_remark)
    store.write(write_remark)
    assert (store.version, counted(store)) == (3, 2)


def test_write_gives_back_what_its_work_returns(store):
    assert store.write(lambda cursor: 42) == 42


def test_published_version_never_changes(store):
    before = (store.folder / "store-000001.duckdb").read_bytes()
    store.write(write_remark)
    with store.read():
        store.write(write_remark)
    assert (store.folder / "store-000001.duckdb").read_bytes() == before


def test_read_sees_one_version_while_a_write_publishes_another(store):
    with store.read() as cursor:
        assert count(cursor) == 0
        store.write(write_remark)
        assert count(cursor) == 0
        assert counted(store) == 1
        assert count(cursor) == 0


def test_reader_can_not_write(store):
    with store.read() as cursor, pytest.raises(duckdb.Error):
        write_remark(cursor)
    assert counted(store) == 0


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt()])
def test_write_that_raises_publishes_nothing(store, error):
    def work(cursor):
        write_remark(cursor)
        raise error

    with pytest.raises(type(error)):
        store.write(work)
    assert (store.version, counted(store), files(store, "writing*")) == (1, 0, [])
    store.write(write_remark)
    assert counted(store) == 1


def test_discard_gives_its_result_and_publishes_nothing(store):
    def work(cursor):
        write_remark(cursor)
        raise Discard("refused")

    assert store.write(work) == "refused"
    assert (store.version, counted(store)) == (1, 0)


def test_rehearsal_gives_the_result_and_keeps_nothing(store):
    def work(cursor):
        write_remark(cursor)
        return count(cursor)

    assert store.rehearse(work) == 1
    assert (store.version, counted(store), files(store, "rehears*")) == (1, 0, [])


def test_rehearsal_does_not_wait_for_a_writer(store):
    process = start("store.write(lambda cursor: stop_at('inside'))", store)
    try:
        wait_for(process, "inside")
        assert store.rehearse(lambda cursor: 1) == 1
    finally:
        process.kill()
        process.communicate()


def test_old_versions_go_and_the_last_ones_stay(store):
    for number in range(retention.LAST + 3):
        store.write(lambda cursor, number=number: write_remark(cursor, str(number)))
    newest = retention.LAST + 4
    kept = range(newest - retention.LAST + 1, newest + 1)
    assert files(store) == [f"store-{number:06}.duckdb" for number in kept]
    assert counted(store) == retention.LAST + 3


def test_reader_of_a_version_that_has_gone_reads_on(store):
    with store.read() as cursor:
        for _ in range(retention.LAST + 1):
            store.write(write_remark)
        assert "store-000001.duckdb" not in files(store)
        assert count(cursor) == 0
    assert counted(store) == retention.LAST + 1


def test_old_versions_are_let_go_once_nobody_reads_them(store):
    with store.read():
        store.write(write_remark)
        assert attached(store) == {"store-000001.duckdb", "store-000002.duckdb"}
    assert attached(store) == {"store-000002.duckdb"}
    store.write(write_remark)
    counted(store)
    assert attached(store) == {"store-000003.duckdb"}


def test_reader_that_fails_lets_its_version_go(store):
    with pytest.raises(ValueError), store.read() as cursor:
        cursor.execute("select * from range(100000)")
        raise ValueError
    store.write(write_remark)
    counted(store)
    assert attached(store) == {"store-000002.duckdb"}


def test_threads_read_whole_versions_while_one_writes(store):
    odd, seen, done = [], set(), threading.Event()

    def look():
        while not done.is_set():
            with store.read() as cursor:
                first, second = count(cursor), count(cursor)
                seen.add(first)
                if first % 2 or first != second:
                    odd.append((first, second))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(12):  # two rows a version
        store.write(lambda cursor: (write_remark(cursor), write_remark(cursor)))
    done.set()
    for thread in threads:
        thread.join()
    assert (odd, counted(store)) == ([], 24)
    assert len(seen) > 3


def test_threads_that_write_lose_nothing(store):
    threads = [threading.Thread(target=store.write, args=[write_remark]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (counted(store), store.version) == (8, 9)


def test_two_processes_that_write_lose_nothing(store):
    code = "say('ready')\nfor number in range(8):\n    store.write(write_remark)\n"
    processes = [start(code, store) for _ in range(2)]
    for process in processes:
        wait_for(process, "ready")
    store.write(write_remark)
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert (counted(store), store.version) == (17, 18)


def test_two_processes_that_make_a_new_store_make_one(own_store_folder):
    store = Store(own_store_folder)
    processes = [start("store.write(write_remark)", store) for _ in range(2)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert counted(store) == 2


KILLED_AT = {
    "copy": "module.sealing.copy = lambda *paths: stop_at('copy')\nstore.write(write_remark)",
    "work": "store.write(lambda cursor: (write_remark(cursor), stop_at('work')))",
    "commit": "module.sealing.seal = lambda *given: stop_at('commit')\nstore.write(write_remark)",
    "rename": "module.os.replace = lambda *paths: stop_at('rename')\nstore.write(write_remark)",
    "clean": "module.versions.remove_old = lambda _: stop_at('clean')\nstore.write(write_remark)",
}


@pytest.mark.parametrize("place", KILLED_AT)
def test_killed_writer_leaves_a_whole_version_and_the_next_one_writes(store, place):
    process = start(KILLED_AT[place], store)
    wait_for(process, place)
    process.kill()
    process.communicate()
    published = 1 if place == "clean" else 0
    assert (counted(store), store.version) == (published, 1 + published)
    store.write(write_remark)
    assert counted(store) == published + 1
    assert files(store, "writing*") == []


def test_writer_killed_at_any_moment_leaves_a_whole_version(store):
    code = "for n in range(1, 10000):\n    store.write(write_remark)\n    say(n)\n"
    for milliseconds in (0, 9, 17, 29):
        before = counted(store)
        process = start(code, store)
        wait_for(process, "1")
        time.sleep(milliseconds / 1000)
        process.kill()
        said = 1 + len(process.stdout.read().split())
        process.communicate()
        assert before + said <= counted(store) <= before + said + 1
        assert counted(store) + 1 == store.version
    store.write(write_remark)


def test_whatever_stands_in_the_lock_file_stops_nobody(store):
    (store.folder / "writer.lock").write_bytes(b"left by somebody")
    Store(store.folder, lock_seconds=0.2).write(write_remark)
    assert counted(store) == 1


def test_folder_without_locks_of_the_system_is_not_written(store, monkeypatch):
    """A lock that is but a file would stay when its writer is killed."""

    def flock(*_):
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(DashboardError) as caught:
        store.write(write_remark)
    assert caught.value.code == "store_not_writable"
    monkeypatch.undo()
    store.write(write_remark)
    assert counted(store) == 1


def test_lock_is_free_as_soon_as_its_holder_dies(store):
    process = start("store.write(lambda cursor: stop_at('inside'))", store)
    wait_for(process, "inside")
    waiting = threading.Thread(target=store.write, args=[write_remark])
    waiting.start()
    time.sleep(0.2)
    assert store.version == 1
    process.kill()
    process.communicate()
    waiting.join(timeout=10)
    assert (counted(store), store.version) == (1, 2)


def test_writer_that_waited_too_long_says_that_the_store_is_busy(store):
    hasty = Store(store.folder, lock_seconds=0.2)
    process = start("store.write(lambda cursor: stop_at('inside'))", store)
    try:
        wait_for(process, "inside")
        with pytest.raises(DashboardError) as caught:
            hasty.write(write_remark)
        assert caught.value.code == "store_busy"
        assert counted(hasty) == 0  # reading goes on
    finally:
        process.kill()
        process.communicate()


def test_thread_that_waited_too_long_says_that_the_store_is_busy(store):
    hasty = Store(store.folder, lock_seconds=0.1)
    inside, leave = threading.Event(), threading.Event()
    slow = threading.Thread(
        target=hasty.write, args=[lambda cursor: (inside.set(), leave.wait(10))]
    )
    slow.start()
    inside.wait(10)
    with pytest.raises(DashboardError) as caught:
        hasty.write(write_remark)
    leave.set()
    slow.join()
    assert caught.value.code == "store_busy"


def test_folder_has_one_store_however_its_path_is_written(store):
    assert open_store() is store
    assert open_store(store.folder / ".." / store.folder.name) is store


def test_foreign_files_in_the_folder_are_left_alone(store):
    for name in ("ghi chú.txt", "store-12.duckdb", "store-000009.duckdb.bak"):
        (store.folder / name).write_text("của văn phòng")
    store.write(write_remark)
    assert store.version == 2
    assert (store.folder / "store-000009.duckdb.bak").read_text() == "của văn phòng"


def test_append_matches_columns_by_name_and_leaves_others_empty(cursor):
    append(cursor, "unit", {"name": ["Xã An"], "unit_id": ["xa-an"], "level": ["commune"]})
    append(cursor, "unit", {})
    rows = cursor.execute("select * from unit").fetchall()
    assert rows == [("xa-an", "commune", "Xã An", None)]


def test_digest_keeps_parts_apart_and_knows_either_writing():
    assert digest("a", "bc") != digest("ab", "c")
    assert digest("Hợp") == digest("Ho\u031b\u0323p")


def test_version_is_zero_where_nothing_is_yet(own_store_folder):
    assert store_module.Store(own_store_folder).version == 0


def test_nothing_is_printed_of_long_work(store):
    """DuckDB draws a bar on the standard output: a command's JSON stands there."""
    code = """
def work(cursor):
    cursor.execute("set progress_bar_time = 1")
    cursor.execute("select sum(sin(a.range * b.range)) from range(100000) a, range(100) b")
    return cursor.fetchall()

store.write(work)
with store.read() as cursor:
    work(cursor)
"""
    said, errors = start(code, store).communicate()
    assert (said, errors) == ("", "")
