"""Processes as the system knows them (/proc), and one that says what it likes."""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def children(process: int | str = "self") -> list[str]:
    """Processes that this one started and that are there still."""
    found: list[str] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        # A thread that ended since the folder was listed has no file, or gives none of it.
        with suppress(FileNotFoundError, ProcessLookupError):
            found += task.read_text().split()
    return found


def wait_until(true: Callable[[], bool], seconds: float = 10) -> None:
    """Return when it is so; an error when that takes too long."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)


def saying(answer: Path, endlessly: bool = False) -> tuple[str, ...]:
    """In place of apart.COMMAND: a child under the same limits that asks for no task, and says
    what the file holds; endlessly: again and again, until 2 MiB are all that it may say."""
    code = (
        "import sys\nfrom dashboard import apart\n"
        "apart.MOST_ANSWERED = 2**21\napart._limit(2**30, 60)\n"
        f"said = open({str(answer)!r}, 'rb').read()\n"
        "sys.stdout.buffer.write(said)\n"
        f"while {endlessly}: sys.stdout.buffer.write(said)"
    )
    return sys.executable, "-c", code
