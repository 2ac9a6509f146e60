"""How small a small write is: a note and a name on a store of some size, beside its copy."""

import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from dashboard.importing.storing import name_actions
from dashboard.store import remarks, versions
from dashboard.store.store import Store
from tests.bench import scores
from tests.bench.workbooks import YEAR
from tests.queries.rows import add_task, unit_id
from tests.seen import seen

SURVEYED = (17, 10_200)  # communes and respondents; the bytes of files make up the rest
PIECE = 1 << 20
TASKS = 100  # of one commune
A, B = (f"village xa-mau-1 xa-mau-1/Thôn {number}" for number in (1, 2))
TASK = f"{unit_id(scores.COMMUNE)} {YEAR} Việc 1"


def compare(megabytes: int, surveyed: tuple[int, int], runs: int) -> None:
    """Make the store, write into it, print a line each."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.write(lambda cursor: _fill(cursor, megabytes, surveyed))
        file = versions.path_of(store.folder, store.version)
        print(f"a store of {file.stat().st_size / 2**20:,.0f} MiB")
        yardstick = min(_copied(file) for _ in range(runs))
        print(f"  {'copied, the yardstick':<24}{1000 * yardstick:8.1f} ms")
        for name, act in (("note", _note), ("name joined", _join), ("name parted", _part)):
            _line(name, store, act, runs, yardstick)


def _fill(cursor: duckdb.DuckDBPyConnection, megabytes: int, surveyed: tuple[int, int]) -> None:
    scores.fill(cursor, *surveyed)
    for number in range(TASKS):
        add_task(cursor, f"Việc {number}", scores.COMMUNE, YEAR, leads=["Tư pháp"])
    for number in range(megabytes):
        content = random.Random(number).randbytes(PIECE)
        cursor.execute("insert into source_file values ($1, $2)", [f"tệp {number}", content])


def _copied(file: Path) -> float:
    target = file.with_name("copied")
    start = time.perf_counter()
    shutil.copyfile(file, target)
    with target.open("rb+") as handle:
        os.fsync(handle.fileno())
    seconds = time.perf_counter() - start
    target.unlink()
    return seconds


def _note(store: Store) -> Callable[[], None]:
    about = seen(store, "task", TASK)
    return lambda: remarks.add(store, unit_id(scores.COMMUNE), YEAR, about, "Đã nhắc lần một")


def _join(store: Store) -> Callable[[], None]:
    name, into = seen(store, "name", A), seen(store, "name", B)
    return lambda: name_actions.join(store, name, into)


def _part(store: Store) -> Callable[[], None]:
    name_actions.join(store, seen(store, "name", A), seen(store, "name", B))
    joined = seen(store, "name", A)
    return lambda: name_actions.part(store, joined)


def _line(
    name: str,
    store: Store,
    ready: Callable[[Store], Callable[[], None]],
    runs: int,
    yardstick: float,
) -> None:
    """The fastest of several on the store as it was, after one that warms up."""
    before, seconds, size = set(store.folder.iterdir()), [], 0
    for _ in range(runs + 1):
        act = ready(store)
        known = set(store.folder.iterdir())
        start = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - start)
        size = sum(file.stat().st_size for file in set(store.folder.iterdir()) - known)
        for file in set(store.folder.glob("store-*")) - before:
            file.unlink()
    least = min(seconds[1:])
    times = f"{least / yardstick:7.3f} times the copy"
    print(f"  {name:<24}{1000 * least:8.1f} ms {times} {size / 1000:9,.0f} kB")
