"""Hostile files: refused in one sentence or read, in 10 s and 1 GiB, and nothing else happens.

Each goes the whole way of an import, that of the page and of the command line alike. A harmless
file that only looks hostile is read.
"""

import pickle
import resource
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from dashboard import apart
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options, Reading
from dashboard.importing.outcome.messages import message
from dashboard.words import words
from tests.importing import hostile
from tests.processes import children, saying

pytestmark = pytest.mark.process_apart
GIGABYTE = 2**30
OTHERS: list[str] = []
SECONDS = 10
REFUSED = {
    hostile.zip_bomb: "file_too_large",
    hostile.zip_bomb_that_lies: "file_broken",
    hostile.row_bomb_that_lies: "file_broken",
    hostile.shared_bomb_that_lies: "file_broken",
    hostile.nested_zips: "file_foreign",
    hostile.thousands_of_entries: "file_too_large",
    hostile.truncated: "file_broken",
    hostile.random_zip: "file_broken",
    hostile.random_sheet: "file_broken",
    hostile.billion_laughs: "file_broken",
    hostile.billion_laughs_shared: "file_broken",
    hostile.external_entity: "file_broken",
    hostile.deep_nesting: "file_broken",
    hostile.wide_and_full: "file_too_large",
    hostile.wide_headings: "file_too_large",
    hostile.huge_text: "file_too_large",
    hostile.one_text_everywhere: "file_too_large",
    hostile.many_sheets: "file_too_large",
    hostile.far_mark: "file_too_large",
    hostile.sheet_outside: "file_broken",
    hostile.ods_repeated_rows: "file_broken",
    hostile.ods_repeated_more: "file_broken",
    hostile.ods_laughs: "file_broken",
    hostile.xls_garbage: "file_broken",
    hostile.xls_loop: "file_too_large",
    hostile.csv_one_line: "file_too_large",
    hostile.csv_one_field: "file_too_large",
    hostile.csv_delimiters: "file_too_large",
    hostile.csv_short_lines: "file_too_large",
    hostile.csv_quotes: "file_too_large",
}
READ = {
    hostile.huge_shared_table: 5,
    hostile.merges: 2000,
    hostile.formatted_rows: 5,
    hostile.blank_texts: 5,
    hostile.formatted_columns: 5,
    hostile.lying_dimension: 5,
    hostile.far_column: 300,
    hostile.formula_loop: 5,
    hostile.commands: 5,
    hostile.ods_empty_rows: 5,
}


# Each another way to the same fault as one beside it.
LONG = {
    hostile.row_bomb_that_lies,
    hostile.billion_laughs_shared,
    hostile.wide_headings,
    hostile.csv_short_lines,
    hostile.csv_one_field,
    hostile.ods_repeated_more,
    hostile.formatted_columns,
}


def each(builders) -> list:
    marks = {build: pytest.mark.long if build in LONG else () for build in builders}
    return [pytest.param(one, id=one.__name__, marks=mark) for one, mark in marks.items()]


@pytest.fixture
def imported(tmp_path, store, monkeypatch):
    """imported(build) is the receipt of the file; holds for each: time, memory, no leftovers."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))

    def run(build, keep=True):
        file = tmp_path / "tep.xlsx"
        build(file)
        assert file.stat().st_size <= 200 * 2**20
        before, own = time.monotonic(), peak()
        with watched() as seen:
            receipt = import_file(store, file, Options(), keep=keep)
        assert time.monotonic() - before < SECONDS
        assert 0 < max(seen, default=1) < GIGABYTE
        assert peak() - own < GIGABYTE / 4
        assert list(scratch.iterdir()) == [] and not new_children()
        file.unlink()
        return receipt

    return run


@pytest.fixture(autouse=True)
def others() -> None:
    """Children of earlier tests, such as a browser's driver, are none of ours."""
    OTHERS[:] = children()


@contextmanager
def watched() -> Iterator[list[int]]:
    """The largest memory of each child while the block runs, looked at all the time: what the
    system sums up of ended children holds those of earlier tests too."""
    seen: list[int] = []
    ended = threading.Event()
    own = Path("/proc/self/cmdline").read_bytes()

    def watch() -> None:
        while not ended.wait(0.01):
            for child in new_children():
                with suppress(OSError, StopIteration):
                    if Path(f"/proc/{child}/cmdline").read_bytes() == own:
                        continue  # it is about to become the reader, and is this process's copy
                    lines = Path(f"/proc/{child}/status").read_text().splitlines()
                    most = next(line for line in lines if line.startswith("VmHWM"))
                    seen.append(int(most.split()[1]) * 1024)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()


def new_children() -> set[str]:
    """Processes that this test started and that are there still."""
    return set(children()) - set(OTHERS)


def peak() -> int:
    """The largest memory that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.parametrize("build", each(REFUSED))
def test_hostile_file_is_refused_in_one_sentence(build, imported, store):
    before = store.version
    receipt = imported(build)
    (finding,) = receipt.all_findings()
    assert (receipt.status, finding.code) == ("refused", REFUSED[build])
    assert (finding.severity, receipt.sheets) == ("error", ())
    assert len(message(finding, "tep.xlsx", words("vi"))) < 300
    assert store.version == before


@pytest.mark.parametrize("build", each(READ))
def test_harmless_file_that_looks_hostile_is_read(build, imported):
    receipt = imported(build, keep=False)
    assert (receipt.status, receipt.counted("tasks")) == ("imported", READ[build])


def test_nothing_that_a_file_asks_for_is_done(imported, tmp_path, store):
    """Formulas, macros, links, paths outside: what is stored are the values, nothing else runs."""
    before = sorted(tmp_path.parent.iterdir())
    imported(hostile.commands)
    with store.read() as cursor:
        tasks = cursor.execute("select task from task order by row").fetchall()
    assert [task for (task,) in tasks] == [f"Việc thứ {n}" for n in range(5)]
    assert sorted(tmp_path.parent.iterdir()) == before
    assert not list(tmp_path.glob("**/thoat.txt"))


def test_a_device_is_no_file(store):
    receipt = import_file(store, Path("/dev/zero"))
    assert [finding.code for finding in receipt.all_findings()] == ["file_not_found"]


@pytest.mark.parametrize("answer", [b"", pickle.dumps(Reading("tep.xlsx", "")), b"\x00" * 99])
def test_a_reader_taken_over_is_not_believed(answer, store, tmp_path, monkeypatch):
    """What it says is no reading: the file is refused, and nothing it says is run."""
    (tmp_path / "answer").write_bytes(answer)
    monkeypatch.setattr(apart, "COMMAND", saying(tmp_path / "answer"))
    hostile.lying_dimension(tmp_path / "tep.xlsx")
    receipt = import_file(store, tmp_path / "tep.xlsx")
    assert [finding.code for finding in receipt.all_findings()] == ["file_broken"]
