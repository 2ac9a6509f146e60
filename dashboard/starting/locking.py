"""One at a time: a second start waits for the first."""

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dashboard.starting.failures import TEXTS
from dashboard.starting.processes import tell


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Hold a lock on a file of the program while two at once would be in each other's way.

    Each would remove the other's .venv or take its port. The lock goes with the process.
    Where the file system has no locks we go on without.
    """
    with path.open("rb") as file:
        if not try_lock(file):
            tell(TEXTS["starting.waiting"])
            while not try_lock(file):
                time.sleep(0.5)
        yield


def try_lock(file: BinaryIO) -> bool:
    """Whether the lock is ours now, or cannot be had on this file system."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # behind the text, which stays readable
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True
