"""What is measured: the import, and what it is compared with.

Each is a function that makes all ready and gives the work to be measured.
"""

import gc
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from dashboard.importing import import_file, understand
from dashboard.importing.model.reading import Options
from dashboard.importing.storing import commit, judge, prepare, write
from dashboard.importing.workbook import read
from dashboard.importing.workbook.container import Limits
from dashboard.store.store import Store
from tests.bench.workbooks import write_tasks

Work = Callable[[], object]

# What is timed -> its name; the time of one that stands inside another is not counted twice.
STAGES = {
    (import_file, "understand"): "process apart: start, reading, answer",
    (judge, "checked"): "checked against the store",
    (commit, "write"): "rows written",
    (write, "changes_of"): "rows compared with those before",
    (write, "_log"): "file and findings logged",
    (write.stored_scores, "fill"): "scores",
    (Store, "_run"): "units placed, commit, checkpoint",
    (Store, "write"): "store copied, put on disk, renamed",
}

# The same of the reading, which is done in a process apart.
READING = {
    (read, "objection"): "looked at before parsing",
    (read, "parsed"): "parsed and encoded",
    (read, "decode"): "rows decoded",
    (understand, "understand_book"): "understood: headings, every row",
}


def importing(file: Path) -> Work:
    """A file into the committed rows of a new store, in a program that is already running: it
    has imported a small table before. Gives the seconds of each stage."""
    folder = Path(tempfile.mkdtemp(dir=file.parent))
    store = Store(folder / "store")
    write_tasks(folder / "nho.xlsx", 5)
    import_file.import_file(store, folder / "nho.xlsx")

    def work() -> dict[str, float]:
        with _timed(STAGES) as seconds:
            receipt = import_file.import_file(store, file)
        if not receipt.is_whole or receipt.all_findings():
            raise AssertionError(f"{file.name}: {receipt.status}, {receipt.all_findings()}")
        return seconds

    return work


def reading(file: Path) -> Work:
    """What the process apart does, in this one. Gives the seconds of each stage."""
    store = Store(Path(tempfile.mkdtemp(dir=file.parent)))
    with store.read() as cursor:
        known = prepare.known(cursor)

    def work() -> dict[str, float]:
        gc.disable()  # as there
        with _timed(READING) as seconds:
            understand.understand_here(file, known, Options(), file.name, Limits())
        return seconds

    return work


def calamine(file: Path) -> Work:
    """The yardstick: every sheet's cells by python-calamine alone."""
    from python_calamine import CalamineWorkbook

    def work() -> None:
        book = CalamineWorkbook.from_path(file)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()

    return work


def pandas(file: Path) -> Work:
    """Every sheet as a frame by pandas with openpyxl."""
    import openpyxl  # noqa: F401 (its loading is not measured)
    from pandas import read_excel

    def work() -> None:
        read_excel(file, sheet_name=None, engine="openpyxl")

    return work


@contextmanager
def _timed(stages: dict[tuple[object, str], str]):
    """Seconds by stage, of what runs inside."""
    seconds: dict[str, float] = defaultdict(float)
    inside = [0.0]  # seconds of the stages within each one that is running

    def timed(function, name):
        def call(*given, **named):
            inside.append(0.0)
            start = time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                took = time.perf_counter() - start
                seconds[name] += took - inside.pop()
                inside[-1] += took

        return call

    with ExitStack() as stack:
        for (owner, attribute), name in stages.items():
            stack.enter_context(
                patch.object(owner, attribute, timed(getattr(owner, attribute), name))
            )
        yield seconds
