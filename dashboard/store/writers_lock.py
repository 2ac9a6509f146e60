"""One writer of a store at a time, of all threads and processes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.errors import DashboardError


class WritersLock:
    """The lock of one folder, waited for so many seconds."""

    def __init__(self, file: Path, seconds: float):
        self._file = file
        self._seconds = seconds
        self._writing = threading.Lock()  # held by the thread of this process that writes

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else writes meanwhile. Raises DashboardError store_busy."""
        from filelock import FileLock, Timeout  # 55 ms that who only reads need not wait for

        # The kind that the system frees, or none: a soft one would outlive a killed writer.
        lock = FileLock(self._file, timeout=self._seconds, fallback_to_soft=False)
        if not self._writing.acquire(timeout=self._seconds):
            raise DashboardError("store_busy")
        try:
            with lock:
                yield
        except Timeout:
            raise DashboardError("store_busy") from None
        finally:
            self._writing.release()

    def end(self, seconds: float) -> bool:
        """Wait for a write under way in this process and let none begin after it; did it end?"""
        return self._writing.acquire(timeout=seconds)
