"""The store: immutable numbered DuckDB files in one folder, one way to read, one to write.

store-000031.duckdb is a whole store and never changes. A writer takes the writers' lock
(DuckDB's own, on writer.lock.duckdb: the system frees it when the writer dies), copies the
newest version, works on the copy in one transaction and renames it to the next number.
Readers attach the newest version read-only and look for a newer one at each read, so the
command line, the upload page and any number of servers work at once.
"""

import hashlib
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import duckdb

from dashboard import migrations
from dashboard.config import store_folder
from dashboard.errors import DashboardError

T = TypeVar("T")
Cursor = duckdb.DuckDBPyConnection

KEPT_VERSIONS = 8  # the newest and seven backups
LOCK_SECONDS = 120.0
_VERSION = re.compile(r"store-(\d{6,})\.duckdb")


class Store:
    """One store's folder. Every number on one page comes from one read()."""

    def __init__(self, folder: Path, lock_seconds: float = LOCK_SECONDS):
        self.folder = folder
        self._lock_seconds = lock_seconds
        self._memory = duckdb.connect(":memory:")
        self._attached: dict[int, int] = {}  # version -> readers using it now
        self._guard = threading.Lock()
        self._writing = threading.Lock()

    @property
    def version(self) -> int:
        """The newest version's number, 0 when there is no store yet: the key of caches."""
        try:
            found = [_VERSION.fullmatch(entry.name) for entry in os.scandir(self.folder)]
        except FileNotFoundError:
            return 0
        return max((int(match[1]) for match in found if match), default=0)

    def prepare(self) -> bool:
        """Make the store or bring it up to date; True when it was made new.

        Raises DashboardError store_too_new when a newer program made it.
        """
        is_new = self.version == 0
        if is_new or self._is_outdated():
            self._write(migrations.bring_up_to_date)
        return is_new

    def _is_outdated(self) -> bool:
        with self._reading() as cursor:
            return migrations.is_outdated(cursor)

    @contextmanager
    def read(self) -> Iterator[Cursor]:
        """A cursor on the newest version inside one transaction; made new if there is none."""
        if self.version == 0:
            self.prepare()
        with self._reading() as cursor:
            yield cursor

    @contextmanager
    def _reading(self) -> Iterator[Cursor]:
        version = self._attach_newest()
        cursor = self._memory.cursor()
        try:
            cursor.execute(f"use v{version}")
            cursor.begin()
            yield cursor
            cursor.rollback()
        finally:
            cursor.close()
            self._release(version)

    def _attach_newest(self) -> int:
        with self._guard:
            version = self.version
            if version not in self._attached:
                path = str(self._path(version)).replace("'", "''")
                self._memory.execute(f"attach '{path}' as v{version} (read_only)")
                self._attached[version] = 0
            self._attached[version] += 1
            return version

    def _release(self, version: int) -> None:
        with self._guard:
            self._attached[version] -= 1
            newest = max(self._attached)
            for old in [v for v, readers in self._attached.items() if readers == 0 and v < newest]:
                self._memory.execute(f"detach v{old}")
                del self._attached[old]

    def write(self, work: Callable[[Cursor], T]) -> T:
        """Run work in one transaction on a copy and publish it as the next version.

        work may be run again and must only write through its cursor. When it raises,
        nothing is published and the error goes on to the caller.
        """
        self.prepare()
        return self._write(work)

    def rehearse(self, work: Callable[[Cursor], T]) -> T:
        """What write(work) would give, without keeping it; needs no lock."""
        self.prepare()
        with self._copy("rehearsal") as copy:
            return self._run(copy, work)

    def _write(self, work: Callable[[Cursor], T]) -> T:
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._writers_lock():
            self._remove_left_behind()
            with self._copy("writing") as copy:
                result = self._run(copy, work)
                _to_disk(copy)
                os.replace(copy, self._path(self.version + 1))
            self._remove_old()
        return result

    @contextmanager
    def _writers_lock(self) -> Iterator[None]:
        """The thread lock first: within a process DuckDB lets a second connection in."""
        if not self._writing.acquire(timeout=self._lock_seconds):
            raise DashboardError("store_busy")
        try:
            lock = self._connect_lock()
            try:
                yield
            finally:
                lock.close()
        finally:
            self._writing.release()

    def _connect_lock(self) -> Cursor:
        until = time.monotonic() + self._lock_seconds
        while True:
            try:
                return duckdb.connect(str(self.folder / "writer.lock.duckdb"))
            except duckdb.IOException:
                if time.monotonic() > until:
                    raise DashboardError("store_busy") from None
                time.sleep(0.05)

    @contextmanager
    def _copy(self, purpose: str) -> Iterator[Path]:
        """A copy of the newest version, removed at the end unless it was renamed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        copy = self.folder / f"{purpose}-{os.getpid()}-{threading.get_ident()}.duckdb"
        copy.unlink(missing_ok=True)
        if newest := self.version:
            shutil.copyfile(self._path(newest), copy)
        try:
            yield copy
        finally:
            _remove(copy)
            _remove(copy.with_name(copy.name + ".wal"))

    def _run(self, copy: Path, work: Callable[[Cursor], T]) -> T:
        database = duckdb.connect(str(copy))
        try:
            database.begin()
            result = work(database)
            database.commit()
            database.execute("checkpoint")
            return result
        finally:
            database.close()

    def _remove_left_behind(self) -> None:
        """Copies of writers that were killed: with the lock held nobody else writes."""
        for file in self.folder.glob("writing-*"):
            _remove(file)

    def _remove_old(self) -> None:
        files = sorted(f for f in self.folder.iterdir() if _VERSION.fullmatch(f.name))
        for file in files[:-KEPT_VERSIONS]:
            _remove(file)

    def _path(self, version: int) -> Path:
        return self.folder / f"store-{version:06d}.duckdb"


@cache
def _store_of(folder: Path) -> Store:
    return Store(folder)


def open_store(folder: Path | None = None) -> Store:
    """The one Store of a folder in this process: PAPI_STORE, else data/store."""
    return _store_of((folder or store_folder()).resolve())


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _to_disk(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def _remove(file: Path) -> None:
    with suppress(PermissionError):  # Windows: a reader still has it open; next time
        file.unlink(missing_ok=True)
