"""How long documents take: the state and its papers, then each form alone, warm, beside an empty
workbook saved by openpyxl; then whole commands with their start, beside what they may take."""

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from dashboard.config import ROOT
from dashboard.importing import samples
from dashboard.papers import catalogue, writers
from dashboard.papers.state import State, frozen_state
from dashboard.store.store import Store

UNIT, PERIOD = "Xã Đức Hợp", "2023-H1"
KEPT = 100  # documents of one process
DISTRICT, YEAR = "Huyện mô phỏng", 2023  # 17 communes
# What is exported of whom, its file, and the seconds that it may take on two cores.
COMMANDS = (
    *(
        (what, UNIT, f"{what}{ending}", 3)
        for what, ending in (
            ("slides", ".pptx"),
            ("report", ".docx"),
            ("minutes", ".docx"),
            ("brief", ".pdf"),
            ("bulletin", ".pdf"),
            ("reminders", ".docx"),
            ("workbook", ".xlsx"),
            ("tasks", ".xlsx"),
        )
    ),
    ("all", DISTRICT, "all", 40),
)


def compare(runs: int) -> None:
    """Fill a store with the samples, make every form, print a line each."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        samples.load(store)
        with store.read() as cursor:
            yardstick = _fastest(_empty_workbook, runs)
            _line("an empty workbook, the yardstick", yardstick, yardstick)
            state, seconds = _timed(lambda: frozen_state(cursor, UNIT, PERIOD))
            _line(f"state, {len(state.figures)} figures", seconds, yardstick)
            _forms(state, runs, yardstick)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        for form in writers.FORMS * (1 + KEPT // len(writers.FORMS)):
            writers.written(catalogue.make(form.what, state), form.ending)
        more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  peak memory {peak:,.0f} MiB, after {KEPT} documents more {more:,.0f} MiB")
        for what, unit, name, most in COMMANDS:
            times = [_command(store.folder, what, unit, name) for _ in range(runs)]
            seconds, cpu = map(min, zip(*times, strict=True))
            load = os.getloadavg()[0]
            print(
                f"  export {name:<29}{seconds:8.2f} s of {most:2} {cpu:8.2f} s cpu"
                f"{cpu / yardstick:8.0f} times, load {load:.1f}"
            )


def _command(store: Path, what: str, unit: str, name: str) -> tuple[float, float]:
    """Seconds by the clock and of the processor, its children's too. Modules are kept compiled, as
    at a user's: of several runs the first only compiles them."""
    variables = os.environ | {"PYTHONPYCACHEPREFIX": str(store / "compiled")}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    about = ["--store", str(store), "--unit", unit, "--year", str(YEAR)]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dashboard", "export", what, *about, "--out"]
        before, start = os.times(), time.perf_counter()
        subprocess.run(
            [*command, f"{folder}/{name}"],
            cwd=ROOT,
            env=variables,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        seconds, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system
    return seconds, spent - before.children_user - before.children_system


def _forms(state: State, runs: int, yardstick: float) -> None:
    for what in catalogue.PAPERS:
        paper, seconds = _timed(lambda what=what: catalogue.make(what, state))
        _line(f"{what}, made of the state", seconds, yardstick)
        for ending in writers.endings(what):
            size = len(writers.written(paper, ending))
            fastest = _fastest(lambda paper=paper, end=ending: writers.written(paper, end), runs)
            _line(f"{what}{ending}, {size / 1024:,.0f} KiB", fastest, yardstick)


def _line(name: str, seconds: float, yardstick: float) -> None:
    print(f"  {name:<36}{1000 * seconds:8.1f} ms{seconds / yardstick:8.1f} times")


def _timed(work: Callable) -> tuple:
    start = time.perf_counter()
    made = work()
    return made, time.perf_counter() - start


def _fastest(work: Callable, runs: int) -> float:
    return min(_timed(work)[1] for _ in range(runs))


def _empty_workbook() -> None:
    Workbook().save(io.BytesIO())
