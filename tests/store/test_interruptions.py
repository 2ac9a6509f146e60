"""Long studies: kills at random moments, power cuts, full disks. The store is sound after each of
them and holds what it held before the write, or what it holds after it."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.config import ROOT
from dashboard.importing.import_file import import_file
from dashboard.importing.samples import FILES
from dashboard.store.store import Store
from tests.queries.rows import ask
from tests.store import test_kill
from tests.store.power import Power
from tests.store.test_kill import FORMS, Imports, contents, survey
from tests.store.test_store import write_remark

pytestmark = pytest.mark.long

base, imports, surveyed = test_kill.base, test_kill.imports, test_kill.surveyed  # fixtures
KILLS = 40


def assert_sound(store: Store, *allowed: dict[str, str]) -> None:
    """Whole, in one of these states, and free for the next writer."""
    left = Store(store.folder, lock_seconds=5)
    assert contents(left) in allowed
    with left.read() as cursor:
        assert ask(cursor, "verify") == []
    left.write(write_remark)
    assert not list(store.folder.glob("writing-*"))


def chance() -> random.Random:
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # shown when the test fails
    return random.Random(seed)


# -- kills -----------------------------------------------------------------------------------


def test_import_killed_at_forty_moments(store, base, imports):
    moments, before = chance(), contents(store)
    assert imports.until("60") == "finished"
    after = contents(store)
    test_kill.back_to(store, base)
    began = time.monotonic()
    assert imports.until("60") == "finished"
    took, ends = time.monotonic() - began, []
    for n in range(KILLS):
        test_kill.back_to(store, base)
        ends.append(imports.until(f"{took * moments.uniform(n, n + 1) / KILLS:.4f}"))
        assert_sound(store, before, after)
    assert ends.count("dead") > KILLS / 5  # the clock of a kill starts with the writing


class FirstStarts(Imports):
    """The samples loaded into one folder, each time killed on the way."""

    def __init__(self, folder: Path):
        command = [sys.executable, "-m", "tests.store.cutting", str(folder)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, cwd=ROOT, **pipes)


@pytest.fixture
def first_starts(own_store_folder) -> Iterator[FirstStarts]:
    running = FirstStarts(own_store_folder)
    yield running
    running.process.stdin.close()
    running.process.wait()


def files_in(store: Store) -> list[str]:
    """In the order of their imports."""
    with store.read() as cursor:
        return [row["file"] for row in reversed(ask(cursor, "imports"))]


def test_batch_of_samples_killed_at_forty_moments(own_store_folder, first_starts):
    """All of the files are in it, or none."""
    moments, names = chance(), [name for name, _ in FILES]
    assert first_starts.until("600") == "finished"  # the first one is slower
    shutil.rmtree(own_store_folder)
    began = time.monotonic()
    assert first_starts.until("600") == "finished"
    took, cut = time.monotonic() - began, 0
    whole = Path(shutil.move(own_store_folder, own_store_folder.with_name("whole")))
    assert files_in(Store(whole)) == names
    for n in range(KILLS):
        end = first_starts.until(f"{took * moments.uniform(n, n + 1) / KILLS:.4f}")
        assert end in ("dead", "finished")
        store = Store(own_store_folder, lock_seconds=5)
        found = files_in(store)
        assert found in ([], names)
        cut += end == "dead"
        with store.read() as cursor:
            assert ask(cursor, "verify") == []
        store.write(write_remark)
        shutil.rmtree(own_store_folder)
    assert cut > KILLS / 4


# -- power cuts ------------------------------------------------------------------------------


def write_and_look(store: Store, write, monkeypatch, tmp_path: Path) -> int:
    """How many different folders were looked at: of all that a power cut may leave of a write,
    each is sound; once the write has answered, it is there."""
    before = contents(store)
    with monkeypatch.context() as patched:
        power = Power(store.folder, patched)
        write()
        answered = power.cut("answered")
    after = contents(store)
    for number, left in enumerate(power.left):
        folder = left.put(tmp_path / f"left-{number}")
        said = f"{left.moment}: {left.disk}"
        try:
            assert_sound(Store(folder), before, after)
        except Exception as error:
            raise AssertionError(said) from error
        shutil.rmtree(folder)
    for number, left in enumerate(answered):
        folder = left.put(tmp_path / f"answered-{number}")
        assert contents(Store(folder)) == after, left.disk
    return len(power.left)


def test_power_cut_in_an_import(store, base, monkeypatch, tmp_path):
    file = survey(tmp_path / "b.xlsx", 2023, 50)
    looked = write_and_look(store, lambda: import_file(store, file), monkeypatch, tmp_path)
    assert looked >= 4


def test_power_cut_in_a_note_when_old_versions_go(store, base, monkeypatch, tmp_path):
    """The ninth and later writes remove an old version each."""
    for _ in range(8):
        store.write(write_remark)
    looked = write_and_look(store, lambda: store.write(write_remark), monkeypatch, tmp_path)
    assert looked >= 4


# -- a full disk -----------------------------------------------------------------------------

# On a disk of its own with so many bytes; the folder is copied out as it was left.
ON_SMALL_DISK = """
set -e
mount -t tmpfs -o size=$1 tmpfs "$2"
cp "$3"/* "$2"
set +e
"$5" -m dashboard import "$6" --store "$2" > "$4/said" 2>&1
echo $? > "$4/code"
mkdir "$4/store"
cp "$2"/* "$4/store"
"""


def on_disk_of(size: int, folder: Path, file: Path, out: Path) -> tuple[int, str, Store]:
    """Exit code and words of an import into a copy of the folder, and what it left."""
    disk = out.with_name("disk")
    disk.mkdir(exist_ok=True)
    out.mkdir()
    given = [str(size), str(disk), str(folder), str(out), sys.executable, str(file)]
    command = ["unshare", "-rm", "sh", "-c", ON_SMALL_DISK, "sh", *given]
    subprocess.run(command, cwd=ROOT, check=True)
    said = (out / "said").read_text(encoding="utf-8")
    return int((out / "code").read_text()), said, Store(out / "store")


def test_disk_full_at_every_step_of_an_import(store, base, tmp_path):
    """Bytes that are left when it begins: from none to more than it needs."""
    file, before = survey(tmp_path / "b.xlsx", 2023, FORMS), contents(store)
    after_folder = Path(shutil.copytree(store.folder, tmp_path / "after"))
    assert import_file(Store(after_folder), file).status == "imported"
    after = contents(Store(after_folder))
    held = sum(f.stat().st_size for f in store.folder.iterdir())
    needed = 2 * base.stat().st_size
    codes = []
    for step in range(13):
        size = held + 65_536 + needed * step // 12
        code, said, left = on_disk_of(size, store.folder, file, tmp_path / f"out-{step}")
        codes.append(code)
        print(step, code, said)
        assert "Traceback" not in said
        assert contents(left) == (before if code else after)
        assert (code == 0) == ("b.xlsx" in said)
        if code:
            assert code == 2 and len(said.splitlines()) == 1
        assert_sound(left, before if code else after)
    assert codes[-1] == 0


def test_disk_of_many_versions_is_full(store, base, tmp_path):
    """Earlier versions may give way; what holds never does."""
    for _ in range(4):
        store.write(write_remark)
    file, before = survey(tmp_path / "b.xlsx", 2023, FORMS), contents(store)
    held = sum(f.stat().st_size for f in store.folder.iterdir())
    for step in range(4):
        size = held + 65_536 + base.stat().st_size * step // 2
        code, said, left = on_disk_of(size, store.folder, file, tmp_path / f"out-{step}")
        print(step, code, said)
        assert "Traceback" not in said and code in (0, 2)
        assert (contents(left) == before) == (code == 2)
        assert_sound(left, contents(left))
