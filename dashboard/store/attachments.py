"""Versions that this process has open for reading, all in one instance of DuckDB."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import duckdb

from dashboard.store import versions
from dashboard.store.connections import Cursor, connect, silent
from dashboard.store.versions import Version


class Attachments:
    """Each version is attached read-only once, and let go when nobody reads it any more."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._memory = connect(":memory:")
        self._readers: dict[Version, int] = {}  # -> readers using it now
        self._current: Version | None = None  # the one that a reader took last
        self._guard = threading.Lock()

    def take(self, newest: Callable[[], Version]) -> Version:
        """The newest version, attached and held until it is released."""
        with self._guard:
            while not self._open(version := newest(), newest):
                continue
            for file in version.files:
                self._readers[file] += 1
            self._current = version
            return version

    def cursor(self, version: Version) -> Cursor:
        """A cursor of its own, in a transaction on the whole version."""
        cursor = silent(self._memory.cursor())
        cursor.execute(f"use {version.whole.name}")
        return cursor.begin()

    def release(self, version: Version) -> None:
        """One reader less."""
        with self._guard:
            for file in version.files:
                self._readers[file] -= 1
            current = self._current.files if self._current else ()
            free = [v for v, readers in self._readers.items() if not readers]
            for old in free:
                if old not in current:
                    with suppress(duckdb.FatalException):  # an instance that is of no use any more
                        self._memory.execute(f"detach {old.name}")
                    del self._readers[old]

    def _open(self, version: Version, newest: Callable[[], Version]) -> bool:
        for file in version.files:
            if file not in self._readers:
                self._attach(file, newest)
        return all(file in self._readers for file in version.files)

    def _attach(self, version: Version, newest: Callable[[], Version]) -> None:
        """Not if somebody removes or replaces the file at this moment."""
        path = str(version.path(self._folder)).replace("'", "''")
        try:
            self._memory.execute(f"attach '{path}' as {version.name} (read_only)")
        except duckdb.IOException:
            if version in newest().files:
                raise
            return
        with suppress(FileNotFoundError):
            if versions.of_file(self._folder, version.number, version.on) == version:
                self._readers[version] = 0
                return
        self._memory.execute(f"detach {version.name}")
