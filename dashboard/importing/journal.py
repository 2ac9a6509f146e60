"""Which files a batch is about, on disk for as long as it runs: what a killed one leaves is told.

batch-<id>.json in the store's folder holds names and digests, never what the files say. A lock
beside it, which the system frees when its holder dies, tells one that runs from one that was cut
short.
"""

import json
import os
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.errors import DashboardError
from dashboard.store import refusals

if TYPE_CHECKING:
    from filelock import FileLock


@dataclass(frozen=True)
class Left:
    """A batch that was cut short. files: name and sha256 of each; began_at: seconds since 1970."""

    path: Path
    began_at: float
    files: tuple[tuple[str, str], ...]

    def forget(self) -> None:
        """It need not be told any more."""
        _remove(self.path)


class Journal:
    """Of a batch that runs, or waits to, in this process."""

    def __init__(self, folder: Path, files: list[tuple[str, str]]):
        """Write down the name and sha256 of each file. Raises DashboardError, as a store that
        can't be written to does: then nothing is begun."""
        self._path = folder / f"batch-{uuid.uuid4().hex[:12]}.json"
        written = {"began_at": time.time(), "files": files}
        if not folder.is_dir():  # the lock would make it anew
            raise DashboardError("store_gone", path=folder)
        try:
            self._lock = _lock(self._path)
            self._lock.acquire(timeout=0)
            new = self._path.with_suffix(".new")
            new.write_text(json.dumps(written), encoding="utf-8")
            os.replace(new, self._path)
        except OSError as error:
            raise refusals.in_writing(error, folder) or error from error

    def end(self) -> None:
        """Every file has become what it will."""
        _remove(self._path)
        with suppress(OSError):
            self._lock.release()
        _remove(self._path.with_suffix(".lock"))

    def leave(self) -> Left | None:
        """What is written stays, to be told."""
        with suppress(OSError):
            self._lock.release()
        return _read(self._path)


def left(folder: Path) -> list[Left]:
    """The batches of processes that died, the oldest first."""
    found = [_read(path) for path in folder.glob("batch-*.json") if not _runs(path)]
    return sorted((one for one in found if one), key=lambda one: one.began_at)


def _runs(path: Path) -> bool:
    from filelock import Timeout

    lock = _lock(path)
    try:
        with lock.acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # the folder is read-only: nobody runs one there
        return False


def _read(path: Path) -> Left | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(path.read_text(encoding="utf-8"))
        files = tuple((str(name), str(sha256)) for name, sha256 in said["files"])
        return Left(path, float(said["began_at"]), files)
    return None


def _lock(path: Path) -> "FileLock":
    from filelock import FileLock  # 55 ms that who only reads need not wait for

    # Taken by the thread of a page, given back by that of the batches.
    return FileLock(path.with_suffix(".lock"), fallback_to_soft=False, thread_local=False)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.with_suffix(".lock").unlink(missing_ok=True)
