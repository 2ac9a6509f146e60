"""An import killed at random moments, and a disk that is full: the store stays as it was.

Real processes of the command line, killed with -9, half of them in the moments of writing.
What the store holds afterwards is compared in every table, but for times.
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
from collections.abc import Callable
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

KILLS = 20
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


def plan(path: Path) -> Path:
    """A plan of one task: the least that can be imported."""
    lines = ["KẾ HOẠCH UBND xã An năm 2024;;;", "STT;Nhiệm vụ;Chủ trì;Thời hạn"]
    path.write_text("\n".join([*lines, "1;Niêm yết công khai;Văn phòng;Quý II/2024"]), "utf-8")
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
    return cursor.execute(
        f"select md5(coalesce(string_agg(r::varchar, '|' order by r::varchar), ''))"
        f" from (select {listed} from {table}) as r"
    ).fetchone()[0]


def start(store: Store, file: Path, **more) -> subprocess.Popen:
    command = [sys.executable, "-m", "dashboard", "import", str(file), "--store", str(store.folder)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, **quiet, **more)


def wait_for_writing(store: Store, process: subprocess.Popen) -> None:
    """Until it writes, or has written faster than we looked."""
    wait_until(lambda: any(store.folder.glob("writing-*")) or process.poll() is not None)


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


@pytest.fixture
def base(store, tmp_path) -> Path:
    """A store with a survey in it; the newest version's file, kept aside."""
    receipt = import_file(store, survey(tmp_path / "a.xlsx", 2022, 100))
    assert receipt.status == "imported"
    return Path(shutil.copy(store.folder / f"store-{store.version:06}.duckdb", tmp_path))


def back_to(store: Store, base: Path) -> None:
    """The store as it was at base; what killed processes left beside it stays."""
    for file in store.folder.glob("store-*.duckdb"):
        file.unlink()
    shutil.copy(base, store.folder)


def test_import_killed_at_random_moments(store, base, tmp_path):
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # shown when the test fails
    chance = random.Random(seed)
    file, other = survey(tmp_path / "b.xlsx", 2023, FORMS), plan(tmp_path / "c.csv")
    before = contents(Store(store.folder))

    began = time.monotonic()
    process = start(store, file)
    wait_for_writing(store, process)
    reading = time.monotonic() - began
    process.wait()
    writing = time.monotonic() - began - reading
    after = contents(Store(store.folder))
    assert process.returncode == 0 and after != before

    moments = [(False, chance.uniform(0, reading + writing)) for _ in range(KILLS // 2)]
    moments += [(True, chance.uniform(0, writing)) for _ in range(KILLS // 2)]
    kept = []
    for number, (at_writing, seconds) in enumerate(moments):
        back_to(store, base)
        process = start(store, file)
        if at_writing:
            wait_for_writing(store, process)
        time.sleep(seconds)
        if number % 2:
            os.killpg(process.pid, signal.SIGKILL)  # the process and its children
        else:
            process.kill()
        process.wait()
        wait_until(lambda group=process.pid: not processes_of(group))

        left = Store(store.folder, lock_seconds=5)
        found = contents(left)
        assert found in (before, after), f"kill {number} at {at_writing, seconds}"
        kept.append(found == after)
        with left.read() as cursor:
            assert ask(cursor, "verify") == []
        assert import_file(left, other).status == "imported"
        assert not list(store.folder.glob("writing-*"))
        assert len(list(store.folder.iterdir())) <= 5
    assert not all(kept)  # some were killed in time


def test_reading_goes_on_beside_a_killed_writer(store, base, tmp_path):
    # so many forms that the writer is still at work when all has been read
    process = start(store, survey(tmp_path / "b.xlsx", 2023, 10 * FORMS))
    wait_for_writing(store, process)
    before = contents(Store(store.folder))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert contents(Store(store.folder)) == before


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
    names = sorted(f.name for f in store.folder.iterdir())
    run = run_limited(store, file, small_files(int(base.stat().st_size * share)))
    assert run.returncode == 2
    assert run.stderr.strip() == words("vi").say("error.store_not_writable", path=store.folder)
    assert contents(store) == before
    assert sorted(f.name for f in store.folder.iterdir()) == names
    assert import_file(store, file).status == "imported"


@pytest.mark.parametrize("fault", ["shutil.copyfile", "os.replace", "os.fsync", "duckdb.connect"])
def test_folder_that_may_not_be_written_is_one_sentence(fault, store, tmp_path, monkeypatch):
    """Every way in which the system says no, whoever runs the tests."""
    file = survey(tmp_path / "b.xlsx", 2023, 20)
    before, names = contents(store), sorted(f.name for f in store.folder.iterdir())

    def refuse(*arguments):
        if fault == "duckdb.connect":
            raise duckdb.IOException(f"IO Error: Cannot open file: {os.strerror(errno.EACCES)}")
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as patched:
        patched.setattr(f"dashboard.store.store.{fault}", refuse)
        with pytest.raises(DashboardError) as caught:
            import_file(store, file)
    assert caught.value.code == "store_not_writable"
    assert contents(store) == before
    left = {f.name for f in store.folder.iterdir()} - set(names)
    assert left <= {"writer.lock"}
    assert import_file(store, file).status == "imported"
