"""How long documents take: the state and its papers, then each form alone, warm, beside an empty
workbook saved by openpyxl."""

import io
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from dashboard.importing import samples
from dashboard.papers import catalogue, writers
from dashboard.papers.state import State, frozen_state
from dashboard.store.store import Store

UNIT, PERIOD = "Xã Đức Hợp", "2023-H1"
KEPT = 100  # documents of one process


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
