"""An import killed on its way, and a disk that is full: the store stays as it was.

Real processes, killed with -9 at every step of their writing, in moments between the steps, and
while a child of theirs reads. What the store holds is compared in every table, but for times.
"""

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import openpyxl
import pytest

from dashboard.config import ROOT
from dashboard.errors import DashboardError
from dashboard.importing.import_file import import_file
from dashboard.store.store import Store
from dashboard.words import words
from tests.queries.rows import ask
from tests.store.stopping import PLACES
from tests.store.test_store import write_remark

KILLS = 6
FORMS = 300
QUESTIONS = [
    ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất"],
    *([f"C{n:02}", "1.1", f"Câu thứ {n}", 1, 5] for n in range(1, 11)),
]


def survey(path: Path, year: int, forms: int) -> Path:
    """A survey of one commune; its answers follow from the form's number."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([f"PHIẾU KHẢO SÁT UBND xã An năm {year}"])
    sheet.append(["Mã phiếu", "Thôn", "Tuổi", *(row[0] for row in QUESTIONS[1:])])
    for n in range(forms):
        sheet.append(
            [f"{year}-{n}", f"Thôn {n % 4}", 20 + n % 50, *((n + q) % 5 + 1 for q in range(10))]
        )
    asked = book.create_sheet("Câu hỏi")
    for row in QUESTIONS:
        asked.append(row)
    book.save(path)
    return path


def contents(store: Store) -> dict[str, str]:
    """Table -> digest of all its rows in the newest version, without columns of times.

    Numbers are rounded: a sum in two threads differs in its last digits from run to run.
    """
    with store.read() as cursor:
        tables = cursor.execute(
            "select table_name from information_schema.tables"
            " where table_catalog = current_database() and table_type = 'BASE TABLE'"
        ).fetchall()
        return {table: _digest(cursor, table) for (table,) in tables}


def _digest(cursor, table: str) -> str:
    columns = cursor.execute(f"describe {table}").fetchall()
    listed = ", ".join(
        f'round("{column}", 9)' if kind == "DOUBLE" else f'"{column}"'
        for column, kind, *_ in columns
        if kind != "TIMESTAMP"
    )
    return str(
        cursor.execute(
            f"select count(*), sum(hash(r)::hugeint) from (select {listed} from {table}) as r"
        ).fetchone()
    )


def imports_in(store: Store) -> int:
    with store.read() as cursor:
        return len(ask(cursor, "imports"))


def start(store: Store, file: Path, **more) -> subprocess.Popen:
    command = [sys.executable, "-m", "dashboard", "import", str(file), "--store", str(store.folder)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, **quiet, **more)


def processes_of(group: int) -> list[int]:
    """Living processes of a session, by its id."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == group and fields[0] != "Z":
            found.append(int(folder.name))
    return found


def wait_until(true: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.002)


@pytest.fixture(scope="module")
def surveyed(prepared, tmp_path_factory) -> Path:
    """The newest file of a store with a survey in it."""
    folder = tmp_path_factory.mktemp("surveyed")
    shutil.copy(prepared, folder)
    receipt = import_file(Store(folder), survey(folder / "a.xlsx", 2022, 100))
    assert receipt.status == "imported"
    return folder / "store-000002.duckdb"


@pytest.fixture
def base(store, surveyed) -> Path:
    """The store has that survey; its newest version's file, kept aside."""
    shutil.copy(surveyed, store.folder)
    return surveyed


class Imports:
    """Imports of one file into one store, each in a process that stops or dies on its way."""

    def __init__(self, store: Store, file: Path):
        command = [sys.executable, "-m", "tests.store.stopping", str(store.folder), str(file)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, cwd=ROOT, **pipes)

    def until(self, place: str) -> str:
        """stopped, dead or finished."""
        self.process.stdin.write(f"{place}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def kill(self) -> str:
        """The one that stopped."""
        return self.until("")


@pytest.fixture
def imports(store, base, tmp_path) -> Iterator[Imports]:
    running = Imports(store, survey(tmp_path / "b.xlsx", 2023, FORMS))
    yield running
    running.process.stdin.close()
    running.process.wait()


def back_to(store: Store, base: Path) -> None:
    """The store as it was at base; what killed processes left beside it stays."""
    for file in store.folder.glob("store-*.duckdb"):
        file.unlink()
    shutil.copy(base, store.folder)


def test_import_killed_at_every_step(store, base, imports):
    """Beside one that stands still all is read; killed there it leaves the store as before, or
    as after, and nobody waits for it."""
    before = contents(store)
    assert imports.until("60") == "finished"
    after = contents(store)
    assert after != before
    for place in PLACES:
        back_to(store, base)
        assert imports.until(place) == "stopped", place
        is_published = PLACES.index(place) >= PLACES.index("after rename")
        assert imports_in(store) == 1 + is_published, place
        assert imports.kill() == "dead"
        assert_sound(store, {place: after if is_published else before})


def test_import_killed_at_random_moments(store, base, imports):
    """Within what DuckDB does by itself there are no places with names."""
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # shown when the test fails
    chance = random.Random(seed)
    before = contents(store)
    assert imports.until("60") == "finished"  # the first one loads the modules, too
    after = contents(store)
    back_to(store, base)
    began = time.monotonic()
    assert imports.until("60") == "finished"
    took = time.monotonic() - began
    ends = []
    for n in range(KILLS):  # one moment in every part of the way
        back_to(store, base)
        ends.append(imports.until(f"{took * chance.uniform(n, n + 1) / KILLS:.4f}"))
        assert_sound(store, {"before": before, "after": after})
    assert "dead" in ends


def assert_sound(store: Store, allowed: dict[str, dict[str, str]]) -> None:
    """Whole, in one of these states, and free for the next writer, who tidies up."""
    left = Store(store.folder, lock_seconds=5)
    assert contents(left) in allowed.values(), list(allowed)
    with left.read() as cursor:
        assert ask(cursor, "verify") == []
    left.write(write_remark)
    assert not list(store.folder.glob("writing-*"))
    assert len(list(store.folder.iterdir())) <= 5


def test_killed_while_a_child_reads_the_file(store, base, tmp_path):
    before = contents(store)
    process = start(store, survey(tmp_path / "b.xlsx", 2023, FORMS))
    wait_until(lambda: len(processes_of(process.pid)) > 1)
    process.kill()
    process.wait()
    wait_until(lambda: not processes_of(process.pid))
    assert_sound(store, {"before": before})


# -- a disk that is full, a folder that is not ours ---------------------------------------------


def run_limited(store: Store, file: Path, limit: Callable[[], None]) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "dashboard", "import", str(file), "--store", str(store.folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, preexec_fn=limit)


def small_files(limit: int) -> Callable[[], None]:
    """In the child: no file may grow beyond so many bytes, as on a full disk."""

    def apply() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return apply


@pytest.mark.parametrize("share", [0.1, 1.02], ids=["copying", "writing"])
def test_full_disk_is_one_sentence_and_the_store_as_before(share, store, base, tmp_path):
    file, before = survey(tmp_path / "b.xlsx", 2023, FORMS), contents(store)
    names = {f.name for f in store.folder.iterdir()} | {"writer.lock"}
    run = run_limited(store, file, small_files(int(base.stat().st_size * share)))
    assert run.returncode == 2
    assert run.stderr.strip() == words("vi").say("error.store_not_writable", path=store.folder)
    assert contents(store) == before
    assert {f.name for f in store.folder.iterdir()} == names
    assert import_file(store, file).status == "imported"


@pytest.mark.parametrize("fault", ["sealing.copy", "os.replace", "os.fsync", "connect"])
def test_folder_that_may_not_be_written_is_one_sentence(fault, store, tmp_path, monkeypatch):
    """Every way in which the system says no, whoever runs the tests."""
    file = survey(tmp_path / "b.xlsx", 2023, 20)
    before, names = contents(store), sorted(f.name for f in store.folder.iterdir())

    def refuse(*arguments):
        if fault == "connect":
            raise duckdb.IOException(f"IO Error: Cannot open file: {os.strerror(errno.EACCES)}")
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as patched:
        patched.setattr(f"dashboard.store.store.{fault}", refuse)
        with pytest.raises(DashboardError) as caught:
            import_file(store, file)
    assert caught.value.code == "store_read_only"
    assert contents(store) == before
    left = {f.name for f in store.folder.iterdir()} - set(names)
    assert left <= {"writer.lock"}
    assert import_file(store, file).status == "imported"
