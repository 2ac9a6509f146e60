"""The versions that this process has open for reading: the newest, and those still read.

All are attached read-only to one database in memory; a reader has a cursor of its own on it.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from dashboard.store import versions
from dashboard.store.versions import Version

Cursor = duckdb.DuckDBPyConnection


class Attached:
    """Those of one folder."""

    def __init__(self, folder: Path, memory: Cursor):
        self.folder = folder
        self._memory = memory
        self._readers: dict[Version, int] = {}  # of each file that is open
        self._current: Version | None = None  # the one that a read took last
        self._guard = threading.Lock()

    @contextmanager
    def newest(self) -> Iterator[Version]:
        """The newest version, open for as long as it is used; FileNotFoundError if all went."""
        version = self._take()
        try:
            yield version
        finally:
            self._release(version)

    def _take(self) -> Version:
        with self._guard:
            while (version := versions.newest(self.folder)) is None or not self._open(version):
                if version is None:
                    raise FileNotFoundError(f"every version was removed from {self.folder}")
            for file in version.files:
                self._readers[file] += 1
            self._current = version
            return version

    def _open(self, version: Version) -> bool:
        """Not if somebody removes or replaces a file of it at this moment."""
        for file in version.files:
            if file in self._readers:
                continue
            path = str(versions.path_of(self.folder, file.number, file.on)).replace("'", "''")
            try:
                self._memory.execute(f"attach '{path}' as {file.name} (read_only)")
            except duckdb.IOException:
                if versions.newest(self.folder) == version:
                    raise
                return False
            if not self._is_there(file):
                self._memory.execute(f"detach {file.name}")
                return False
            self._readers[file] = 0
        return True

    def _is_there(self, file: Version) -> bool:
        with suppress(FileNotFoundError):
            return versions.of_file(self.folder, file.number, file.on) == file
        return False

    def _release(self, version: Version) -> None:
        with self._guard:
            for file in version.files:
                self._readers[file] -= 1
            current = self._current.files if self._current else ()
            free = [file for file, readers in self._readers.items() if not readers]
            for old in free:
                if old not in current:
                    self._memory.execute(f"detach {old.name}")
                    del self._readers[old]
