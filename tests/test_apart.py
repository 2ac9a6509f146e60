"""A process apart: whatever it does and says, the program goes on and runs nothing of it."""

import os
import pickle
import random
import resource
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from dashboard import apart, wire
from dashboard.config import ROOT
from tests import processes, works
from tests.processes import children, wait_until

pytestmark = pytest.mark.process_apart
GIGABYTE = 2**30
LIMITS = {"memory": GIGABYTE, "seconds": 10}


@pytest.fixture(autouse=True)
def nothing_stays(tmp_path, monkeypatch):
    """No child and no file is left, however it ends."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    before = set(children())
    yield
    assert set(children()) <= before
    assert list(scratch.iterdir()) == []


def cause(work, *given, **limits) -> str:
    """Why there was no answer."""
    with pytest.raises(apart.Failed) as failure:
        apart.run(work, *given, **(LIMITS | limits))
    return failure.value.args[0]


def test_work_that_does_not_end_is_stopped():
    before = time.monotonic()
    assert cause(works.sleeps, 60.0, seconds=0.5) == "time"
    assert time.monotonic() - before < 5


@pytest.mark.parametrize(
    ("work", "given", "why"),
    [
        (works.eats, [GIGABYTE], "memory"),
        (works.ends, [7], "fault"),
        (works.aborts, [], "fault"),
        (works.fails, [], "fault"),
    ],
)
def test_work_that_fails_says_why(work, given, why):
    assert cause(work, *given, memory=GIGABYTE // 2) == why


def test_answer_is_not_spoilt_by_what_a_library_prints():
    said = "!" * 100_000
    assert apart.run(works.prints, said, **LIMITS) == said


@pytest.mark.parametrize("signal", ["kill", "terminate"])
def test_child_ends_with_its_parent(signal):
    code = (
        "from dashboard import apart\nfrom tests import works\n"
        "apart.run(works.sleeps, 60.0, memory=2**30, seconds=60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    wait_until(lambda: bool(children(parent.pid)))
    (child,) = children(parent.pid)
    time.sleep(0.3)  # it is asleep in its work
    getattr(parent, signal)()
    parent.wait()
    wait_until(lambda: not Path(f"/proc/{child}").exists())


# -- what a child may answer ------------------------------------------------------------------


class Evil:
    """A pickle that makes a file where it is loaded."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.fixture
def saying(tmp_path, monkeypatch):
    """saying(content) makes every child answer those bytes; saying(content, endlessly=True)
    again and again until it is stopped."""

    def child(content: bytes, endlessly: bool = False) -> None:
        answer = tmp_path / "answer"
        answer.write_bytes(content)
        monkeypatch.setattr(apart, "COMMAND", processes.saying(answer, endlessly))

    return child


def test_an_answer_is_what_was_said(saying):
    saying(wire.packed(7, int))
    assert apart.run(works.eats, 7, **LIMITS) == 7


def test_a_pickle_is_never_run(saying, tmp_path):
    evil = tmp_path / "evil"
    content = pickle.dumps(Evil(evil))
    pickle.loads(content)
    assert evil.is_dir()  # it would
    evil.rmdir()
    as_json = struct.pack("<Q", 4) + b"[0,0" + content
    for answer in (content, as_json, struct.pack("<Q", len(content)) + content):
        saying(answer)
        assert cause(works.eats, 1) == "fault"
    assert not evil.exists()


def test_garbage_is_refused(saying):
    chance = random.Random(7)
    for size in (0, 3, 8, 100, 10_000):
        saying(chance.randbytes(size))
        assert cause(works.eats, 1) == "fault"


def test_an_answer_cut_off_is_refused(saying):
    whole = wire.packed(b"\x00" * 100, bytes)
    saying(whole)
    assert apart.run(works.floods, 100, **LIMITS) == bytes(100)
    for length in range(0, len(whole), 13):
        saying(whole[:length])
        assert cause(works.floods, 100) == "fault"


def test_an_answer_of_another_type_is_refused():
    assert apart.run(works.answers, 7, **LIMITS) == 7
    for value in ("7", 7.5, True, None):
        assert cause(works.answers, value) == "fault"


def test_an_answer_without_end_is_stopped_and_not_read(saying):
    saying(b"[" * 2**20, endlessly=True)
    before, start = peak(), time.monotonic()
    assert cause(works.eats, 1) == "fault"
    assert peak() - before < 2**20 and time.monotonic() - start < 5


def test_an_answer_too_large_is_refused(saying, monkeypatch):
    saying(wire.packed(bytes(2**20), bytes))
    assert len(apart.run(works.floods, 1, **LIMITS)) == 2**20
    monkeypatch.setattr(apart, "MOST_ANSWERED", 2**20)
    assert cause(works.floods, 1) == "fault"


def test_of_a_long_complaint_only_the_end_is_looked_at(caplog):
    before = peak()
    assert cause(works.complains, 50 * 2**20) == "fault"
    assert peak() - before < 2**20 and len(caplog.text) < 200


def test_the_log_says_where_a_child_failed_and_quotes_no_cell(caplog):
    assert cause(works.quotes, "Nguyễn Văn A") == "fault"
    assert "works.py" in caplog.text and "ValueError" in caplog.text
    assert "Nguyễn" not in caplog.text and "int(" not in caplog.text


def peak() -> int:
    """The largest memory that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
