"""The store: immutable numbered DuckDB files in one folder, one way to read, one to write.

store-000031.duckdb is a whole store and never changes. A writer takes the writers' lock (the
system's own, on writer.lock: free again as soon as the writer dies), copies the newest version,
works on the copy in one transaction and renames it to the next number. Readers attach the
newest version read-only and look for a newer one at each read, so the command line, the upload
page and any number of servers work at once.
"""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import duckdb

from dashboard.config import store_folder
from dashboard.errors import DashboardError
from dashboard.store import forgetting, migrations, student, versions
from dashboard.store.versions import Version

T = TypeVar("T")
Cursor = duckdb.DuckDBPyConnection

LOCK_SECONDS = 120.0


class Discard(Exception):
    """Raised by a writer's work whose result, args[0], leaves nothing to keep."""


class Store:
    """One store's folder. Every number on one page comes from one read()."""

    def __init__(self, folder: Path, lock_seconds: float = LOCK_SECONDS):
        self.folder = folder
        self._lock_seconds = lock_seconds
        self._memory = connect(":memory:")
        self._attached: dict[Version, int] = {}  # -> readers using it now
        self._current: Version | None = None  # the one that a read took last
        self._up_to_date: Version | None = None  # the one that was seen to be so last
        self._guard = threading.Lock()
        self._writing = threading.Lock()  # held by the thread of this process that writes

    @property
    def newest(self) -> Version | None:
        """The newest version, None when there is no store yet: the key of caches."""
        return versions.newest(self.folder)

    @property
    def version(self) -> int:
        """The newest version's number, 0 when there is no store yet."""
        newest = self.newest
        return newest.number if newest else 0

    def prepare(self) -> bool:
        """Make the store or bring it up to date; True when it was made new.

        Raises DashboardError store_too_new when a newer program made it.
        """
        newest = self.newest
        is_new = newest is None
        if newest is None or self._may_be_outdated(newest) and self._is_outdated():
            self._write(migrations.bring_up_to_date)
            newest = self.newest
        self._up_to_date = newest
        return is_new

    def _may_be_outdated(self, newest: Version) -> bool:
        """At first, and once somebody went back to a file that an older program may have written.

        Not at every new version: two programs at work at once would take turns without end.
        """
        seen = self._up_to_date
        return seen is None or (newest != seen and newest.number <= seen.number)

    def _is_outdated(self) -> bool:
        with self._reading() as cursor:
            return migrations.is_outdated(cursor)

    @contextmanager
    def read(self) -> Iterator[Cursor]:
        """A cursor on the newest version inside one transaction; made new if there is none."""
        self.prepare()
        with self._reading() as cursor:
            yield cursor

    @contextmanager
    def _reading(self) -> Iterator[Cursor]:
        version = self._attach_newest()
        cursor = _silent(self._memory.cursor())
        try:
            cursor.execute(f"use {version.name}")
            cursor.begin()
            yield cursor
            cursor.rollback()
        finally:
            cursor.close()
            self._release(version)

    def _attach_newest(self) -> Version:
        with self._guard:
            while (version := self.newest) not in self._attached:
                if version is None:
                    raise FileNotFoundError(f"every version was removed from {self.folder}")
                self._attach(version)
            self._attached[version] += 1
            self._current = version
            return version

    def _attach(self, version: Version) -> None:
        """Not if somebody removes or replaces the file at this moment."""
        path = str(versions.path_of(self.folder, version.number)).replace("'", "''")
        try:
            self._memory.execute(f"attach '{path}' as {version.name} (read_only)")
        except duckdb.IOException:
            if self.newest == version:
                raise
            return
        if versions.of_file(self.folder, version.number) == version:
            self._attached[version] = 0
        else:
            self._memory.execute(f"detach {version.name}")

    def _release(self, version: Version) -> None:
        with self._guard:
            self._attached[version] -= 1
            free = [v for v, readers in self._attached.items() if not readers]
            for old in free:
                if old != self._current:
                    self._memory.execute(f"detach {old.name}")
                    del self._attached[old]

    def write(self, work: Callable[[Cursor], T]) -> T:
        """Run work in one transaction on a copy and publish it as the next version.

        work may be run again and must only write through its cursor. When it raises,
        nothing is published and the error goes on to the caller, except Discard.
        """
        self.prepare()
        return _kept(lambda: self._write(work))

    def rehearse(self, work: Callable[[Cursor], T]) -> T:
        """What write(work) would give, without keeping it; needs no lock."""
        self.prepare()
        with self._explaining(), self._copy("rehearsal") as copy:
            return _kept(lambda: self._run(copy, work))

    def end_writing(self, seconds: float) -> bool:
        """Wait for a write under way in this process and let none begin after it; did it end?"""
        return self._writing.acquire(timeout=seconds)

    def _write(self, work: Callable[[Cursor], T]) -> T:
        with self._explaining(), self._writers_lock():
            self._remove_left_behind()
            with self._copy("writing") as copy:
                result = self._run(copy, work)
                if isinstance(result, forgetting.Forgotten):
                    forgetting.write_afresh(copy)
                    forgetting.note(self.folder, self.version)
                _to_disk(copy)
                os.replace(copy, versions.path_of(self.folder, self.version + 1))
            forgetting.remove_noted(self.folder)
            versions.remove_old(self.folder)
        return result

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """What the disk refuses (full, read-only, not ours) in a sentence; nothing is published."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            yield
        except (OSError, duckdb.IOException, duckdb.FatalException) as error:
            if isinstance(error, duckdb.FatalException) and "write file" not in str(error):
                raise
            raise DashboardError("store_not_writable", path=self.folder) from error

    @contextmanager
    def _writers_lock(self) -> Iterator[None]:
        """One writer at a time, of all threads and processes."""
        from filelock import FileLock, Timeout  # 55 ms that who only reads need not wait for

        # The kind that the system frees, or none: a soft one would outlive a killed writer.
        lock = FileLock(
            self.folder / "writer.lock", timeout=self._lock_seconds, fallback_to_soft=False
        )
        if not self._writing.acquire(timeout=self._lock_seconds):
            raise DashboardError("store_busy")
        try:
            with lock:
                yield
        except Timeout:
            raise DashboardError("store_busy") from None
        finally:
            self._writing.release()

    @contextmanager
    def _copy(self, purpose: str) -> Iterator[Path]:
        """A copy of the newest version, removed at the end unless it was renamed."""
        copy = self.folder / f"{purpose}-{os.getpid()}-{threading.get_ident()}.duckdb"
        copy.unlink(missing_ok=True)
        try:
            if newest := self.version:
                shutil.copyfile(versions.path_of(self.folder, newest), copy)
            yield copy
        finally:
            versions.remove(copy)
            versions.remove(copy.with_name(copy.name + ".wal"))

    def _run(self, copy: Path, work: Callable[[Cursor], T]) -> T:
        database = _silent(connect(str(copy)))
        try:
            database.begin()
            result = work(database)
            database.commit()
            database.execute("checkpoint")
            return result
        finally:
            database.close()

    def _remove_left_behind(self) -> None:
        """Copies of writers that were killed: with the lock held nobody else writes.

        Rehearsals hold none; theirs go when they are an hour old.
        """
        for file in self.folder.glob("writing-*"):
            versions.remove(file)
        for file in self.folder.glob("rehearsal-*"):
            with suppress(FileNotFoundError):
                if time.time() - file.stat().st_mtime > 3600:
                    versions.remove(file)


def connect(database: str) -> Cursor:
    """A connection with the functions that the queries need."""
    connection = duckdb.connect(database)
    student.register(connection)
    return connection


@cache
def _store_of(folder: Path) -> Store:
    return Store(folder)


def open_store(folder: Path | None = None) -> Store:
    """The one Store of a folder in this process: PAPI_STORE, else data/store."""
    return _store_of((folder or store_folder()).resolve())


def _kept(run: Callable[[], T]) -> T:
    try:
        return run()
    except Discard as kept:
        result: T = kept.args[0]
        return result


def _silent(cursor: Cursor) -> Cursor:
    """Without the bar that DuckDB prints after two seconds of work, amid the JSON of a command."""
    cursor.execute("set enable_progress_bar_print = false")
    return cursor


def _to_disk(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())
