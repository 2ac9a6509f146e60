"""Several files as one act: seen as what they will be, imported by themselves, undone together."""

import errno
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from openpyxl import Workbook

from dashboard import temporary
from dashboard.config import ROOT
from dashboard.errors import DashboardError
from dashboard.importing import batches, import_file, journal, together
from dashboard.importing.batches import Batches
from dashboard.importing.model.reading import Options
from dashboard.importing.storing.undo import redo_batch, undo_batch
from dashboard.importing.together import Given
from dashboard.importing.understand import understand_here
from dashboard.importing.workbook.container import Limits
from dashboard.store.store import Store
from tests.queries.rows import ask
from tests.seen import seen

SECONDS = 60


def read_here(path, known, options, name):
    """In this very process: a child of its own would take half a second."""
    return understand_here(path, known, options, name or path.name, Limits())


@pytest.fixture(autouse=True)
def quick(monkeypatch) -> None:
    monkeypatch.setattr(import_file, "understand", read_here)


def plan(tmp_path: Path, unit: str, **done: str) -> Given:
    """A plan of three tasks of a commune; done: date by task."""
    book = Workbook()
    for row in [
        [f"UBND {unit}"],
        ["KẾ HOẠCH NĂM 2023"],
        ["STT", "Nhiệm vụ", "Mã nội dung", "Chủ trì", "Thời hạn", "Ngày hoàn thành"],
        *([n, task, "2.2", "Trưởng thôn", "31/3/2023", done.get(task)]
          for n, task in enumerate(("Niêm yết", "Họp dân", "Đối thoại"), 1)),
    ]:  # fmt: skip
        book.active.append(row)
    book.save(tmp_path / "tệp.xlsx")
    content = (tmp_path / "tệp.xlsx").read_bytes()
    return Given(f"{unit} {' '.join(done)}.xlsx".replace(" .", "."), content, Options(), {})


BAD = Given("ảnh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64), Options(), {})


def checked(store, *files):
    return together.check(store, files, False, lambda position, done: None)


def imports(store) -> list[tuple[str, int | None, bool]]:
    """(file, batch, taken back), the oldest first."""
    with store.read() as cursor:
        return cursor.execute("select file, batch, undone from import_log order by 1").fetchall()


def test_a_file_is_seen_as_what_it_is_after_those_before_it(store, tmp_path):
    files = plan(tmp_path, "Xã An"), plan(tmp_path, "Xã An", Niêm="x"), BAD
    later = plan(tmp_path, "Xã An", **{"Họp dân": "5/3/2023"})
    first, _, bad, changed = checked(store, *files, later)
    assert vars(first.receipt.changed()) == {"new": 3, "changed": 0, "same": 0, "absent": 0}
    assert vars(changed.receipt.changed()) == {"new": 0, "changed": 1, "same": 2, "absent": 0}
    assert bad.receipt.status == "refused"
    assert imports(store) == []


def test_a_bad_file_and_one_that_changed_stop_nothing(store, tmp_path):
    """Five files, one bad; meanwhile somebody imports what makes the fourth another."""
    names = [f"Xã {letter}" for letter in ("An", "Bình", "Cường", "Dương")]
    files = checked(store, plan(tmp_path, names[0]), BAD, *(plan(tmp_path, n) for n in names[1:]))
    (other,) = checked(store, plan(tmp_path, "Xã Cường", **{"Họp dân": "5/3/2023"}))
    Batches(store).begin([other]).wait(SECONDS)
    own = Batches(store)
    batch = own.begin(files)
    assert batch.wait(SECONDS) and not batch.is_whole and own.current is None
    assert [r.status for r in batch.receipts] == ["imported", "refused", "imported", "imported"]
    ((name, error),) = batch.failures
    assert name == "Xã Cường.xlsx" and error.code == "file_changed_since_shown"
    assert imports(store) == [
        ("Xã An.xlsx", 2, False),
        ("Xã Bình.xlsx", 2, False),
        ("Xã Cường Họp dân.xlsx", 1, False),
        ("Xã Dương.xlsx", 2, False),
    ]
    assert own.done == [batch] and not list(store.folder.glob("batch-*"))


def test_a_batch_is_taken_back_whole_and_stands_again(store, tmp_path):
    Batches(store).begin(checked(store, plan(tmp_path, "Xã Cũ"))).wait(SECONDS)
    files = checked(store, plan(tmp_path, "Xã An"), plan(tmp_path, "Xã Bình"))
    Batches(store).begin(files).wait(SECONDS)
    was = seen(store, "batch", 2)
    undo_batch(store, was)
    assert [undone for *_, undone in imports(store)] == [True, True, False]
    with store.read() as cursor:
        assert ask(cursor, "tasks", unit="Xã An", year=2023) == []
    with pytest.raises(DashboardError, match="changed_since_shown"):
        undo_batch(store, was)
    redo_batch(store, seen(store, "batch", 2))
    with store.read() as cursor:
        assert len(ask(cursor, "tasks", unit="Xã An", year=2023)) == 3
    assert [undone for *_, undone in imports(store)] == [False, False, False]


@pytest.fixture
def held(monkeypatch):
    """The second file waits until it is let go; (it is under way, let it go)."""
    began, let_go, times = threading.Event(), threading.Event(), []
    act = batches.import_reading

    def importing(*given, **more):
        times.append(1)
        if len(times) == 2:
            began.set()
            assert let_go.wait(SECONDS)
        return act(*given, **more)

    monkeypatch.setattr(batches, "import_reading", importing)
    yield began, let_go
    let_go.set()


def test_what_a_stop_leaves_is_told_at_the_next_start(store, tmp_path, held):
    began, let_go = held
    files = [plan(tmp_path, f"Xã {letter}") for letter in ("An", "Bình", "Cường")]
    own = Batches(store)
    batch = own.begin(checked(store, *files))
    later = own.begin(checked(store, plan(tmp_path, "Xã Dương")))
    assert began.wait(SECONDS) and own.current is batch and own.waiting == 1 and batch.at == 1
    assert Batches(store)._left == []  # another server: that one runs
    stopping = threading.Thread(target=own.stop, args=(SECONDS,))
    stopping.start()
    let_go.set()
    stopping.join()
    assert not batch.is_done and not later.is_done and own.done == []
    assert [file for file, *_ in imports(store)] == ["Xã An.xlsx", "Xã Bình.xlsx"]
    (text, _) = sorted(path.read_text() for path in store.folder.glob("batch-*.json"))
    assert "Trưởng thôn" not in text  # nothing of what the files say
    again = Batches(store)
    with store.read() as cursor:
        told = {tuple(missing) for _, missing in again.left_over(cursor)}
    assert told == {("Xã Cường.xlsx",), ("Xã Dương.xlsx",)}
    again.begin(checked(store, files[2])).wait(SECONDS)
    with store.read() as cursor:
        ((left, missing),) = again.left_over(cursor)
    assert missing == ["Xã Dương.xlsx"]
    again.forget(left)
    assert Batches(store)._left == [] and not list(store.folder.glob("batch-*"))


def test_nothing_is_begun_where_it_cannot_be_written_down(store, tmp_path, monkeypatch):
    files = checked(store, plan(tmp_path, "Xã An"))

    def full(*given, **more):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(DashboardError, match="store_"):
        Batches(store).begin(files)
    monkeypatch.undo()
    assert imports(store) == [] and journal.left(store.folder) == []


def test_a_write_that_fails_is_the_file_s_result(store, tmp_path, monkeypatch):
    files = checked(store, plan(tmp_path, "Xã An"), plan(tmp_path, "Xã Bình"))
    write, times = Store.write, []

    def failing(self, work):
        times.append(1)
        if len(times) == 1:
            raise DashboardError("store_busy")
        return write(self, work)

    monkeypatch.setattr(Store, "write", failing)
    batch = Batches(store).begin(files)
    assert batch.wait(SECONDS)
    assert [(name, error.code) for name, error in batch.failures] == [("Xã An.xlsx", "store_busy")]
    assert imports(store) == [("Xã Bình.xlsx", 1, False)]


def test_no_room_for_temporary_files_is_said_and_no_fault_of_the_file(store, monkeypatch):
    def full(*given, **more):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(temporary.tempfile, "TemporaryDirectory", full)
    with pytest.raises(DashboardError, match="temp_full"):
        checked(store, BAD)


# A start that dies once a number of samples are in; it reads in its own process.
START = """
import os, signal, sys
from dashboard import cli
from dashboard.importing import import_file, samples
from tests.importing.test_batches import read_here
import_file.understand = read_here
samples.FILES = [one for one in samples.FILES if "huyen" not in one[0]]
fill, most = samples.fill, int(sys.argv[2])
def dying(cursor, done):
    told = []
    def tell(receipt):
        told.append(receipt)
        if len(told) == most:
            os.kill(os.getpid(), signal.SIGKILL)
    return fill(cursor, tell)
samples.fill = dying
sys.exit(cli.main(["prepare", "--samples", "--store", sys.argv[1]]))
"""
SAMPLES = 6  # of FILES, without those of the district


def test_a_first_start_that_is_killed_is_made_good_by_the_next(tmp_path):
    """All samples or none, and never twice: whichever file it died after."""

    def start(dies_after: int) -> int:
        command = [sys.executable, "-c", START, str(tmp_path / "kho"), str(dies_after)]
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL).returncode

    for dies_after in random.sample(range(1, SAMPLES + 1), 2):
        assert start(dies_after) == -signal.SIGKILL
        assert not list((tmp_path / "kho").glob("store-*"))
    assert start(0) == 0 and start(0) == 0
    store = Store(tmp_path / "kho")
    found = imports(store)
    assert len(found) == len(set(found)) == SAMPLES and {batch for _, batch, _ in found} == {1}
    assert store.version == 1
    with store.read() as cursor:
        assert ask(cursor, "verify") == []
