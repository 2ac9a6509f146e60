"""One piece of work measured in a Python process of its own: seconds and peak memory."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LOOKED_EVERY = 0.01  # seconds


@dataclass(frozen=True)
class Measured:
    """seconds: by the clock. cpu: seconds of the processor, children included. memory: the
    greatest sum of resident bytes of the process and its children, 0 where the system has no
    /proc. result: what the work gave."""

    seconds: float
    cpu: float
    memory: int
    result: object


def measured(ready: Callable[[Path], Callable[[], object]], file: Path) -> Measured:
    """The work that ready(file) gives, in a fresh process. ready is a function of a module."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run, (ready, file))


def _run(ready: Callable[[Path], Callable[[], object]], file: Path) -> Measured:
    work = ready(file)
    peak = _Peak()
    peak.start()
    cpu, start = _cpu(), time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    return Measured(seconds, _cpu() - cpu, peak.stop(), result)


def _cpu() -> float:
    return sum(os.times()[:4])


class _Peak(threading.Thread):
    """Looks at the memory of the process and its children until it is stopped."""

    def __init__(self):
        super().__init__(daemon=True)
        self._stopped = threading.Event()
        self._greatest = 0

    def run(self) -> None:
        while True:
            self._greatest = max(self._greatest, sum(map(_resident, _with_children(os.getpid()))))
            if self._stopped.wait(LOOKED_EVERY):
                return

    def stop(self) -> int:
        self._stopped.set()
        self.join()
        return self._greatest


def _with_children(process: int) -> list[int]:
    found = [process]
    for parent in found:
        for file in Path(f"/proc/{parent}/task").glob("*/children"):
            with suppress(OSError):  # it has just ended
                found += map(int, file.read_text().split())
    return found


def _resident(process: int) -> int:
    try:
        pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    except OSError:  # it has just ended
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
