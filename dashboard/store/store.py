"""The store: immutable numbered DuckDB files in one folder, one way to read, one to write.

store-000031.duckdb is a whole store and never changes. A writer takes the writers' lock (the
system's own, on writer.lock: free again as soon as the writer dies), copies the newest version,
works on the copy in one transaction and renames it to the next number; a small write leaves an
overlay on the whole store instead (small_writes.py). Readers attach the newest version read-only
and look for a newer one at each read, so the command line, the upload page and any number of
servers work at once.
"""

import os
import shutil
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import duckdb

from dashboard.config import store_folder
from dashboard.errors import DashboardError
from dashboard.store import migrations, small_writes, student, versions
from dashboard.store.attached import Attached
from dashboard.store.versions import Version

T = TypeVar("T")
Cursor = duckdb.DuckDBPyConnection

LOCK_SECONDS = 120.0

# How DuckDB says so, by the step that fails.
_NOT_WRITTEN = (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException)


class Discard(Exception):
    """Raised by a writer's work whose result, args[0], leaves nothing to keep."""


class Store:
    """One store's folder. Every number on one page comes from one read()."""

    def __init__(self, folder: Path, lock_seconds: float = LOCK_SECONDS):
        self.folder = folder
        self._lock_seconds = lock_seconds
        self._memory = connect(":memory:")
        self._attached = Attached(folder, self._memory)
        self._up_to_date: Version | None = None  # the one that was seen to be so last
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
        with self._attached.newest() as version, self._cursor(version) as cursor:
            small_writes.lay(cursor, version)
            yield cursor

    @contextmanager
    def _cursor(self, version: Version) -> Iterator[Cursor]:
        """One that uses the whole version, in a transaction that is given up at the end."""
        cursor = _silent(self._memory.cursor())
        try:
            cursor.execute(f"use {version.whole.name}")
            cursor.begin()
            yield cursor
        finally:
            cursor.close()

    def write(self, work: Callable[[Cursor], T]) -> T:
        """Run work in one transaction on a copy and publish it as the next version.

        work may be run again and must only write through its cursor. When it raises,
        nothing is published and the error goes on to the caller, except Discard.
        """
        self.prepare()
        return _kept(lambda: self._write(work))

    def write_small(self, work: Callable[[Cursor], T], tables: Collection[str]) -> T:
        """The same, of work that changes but a few rows of these tables (small_writes.HELD):
        publishes these rows alone. duckdb.Error when it changes another table."""
        self.prepare()
        return _kept(lambda: self._write_small(work, tables))

    def rehearse(self, work: Callable[[Cursor], T]) -> T:
        """What write(work) would give, without keeping it; needs no lock."""
        self.prepare()
        with self._explaining(), self._file("rehearsal") as copy:
            return _kept(lambda: self._run(copy, work))

    def end_writing(self, seconds: float) -> bool:
        """Wait for a write under way in this process and let none begin after it; did it end?"""
        return self._writing.acquire(timeout=seconds)

    def _write(self, work: Callable[[Cursor], T]) -> T:
        with self._explaining(), self._writers_lock():
            self._remove_left_behind()
            return self._publish_whole(work)

    def _write_small(self, work: Callable[[Cursor], T], tables: Collection[str]) -> T:
        with self._explaining(), self._writers_lock():
            self._remove_left_behind()
            with self._attached.newest() as version:
                if version.base and version.size > small_writes.LARGEST:
                    return self._publish_whole(work)
                with self._file("writing") as file, self._cursor(version) as cursor:
                    result = small_writes.run(cursor, version, file, work, tables)
                    self._publish(file, version.whole.number)
        return result

    def _publish_whole(self, work: Callable[[Cursor], T]) -> T:
        with self._file("writing") as file:
            result = self._run(file, work)
            self._publish(file)
        return result

    def _publish(self, file: Path, base: int | None = None) -> None:
        """Make a file the next version; base: the number that it leans on."""
        _to_disk(file)
        number = versions.next_number(self.folder)
        os.replace(file, versions.path_of(self.folder, number, base))
        versions.remove_old(self.folder)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """What the disk refuses (full, read-only, not ours) in a sentence; nothing is published."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            yield
        except (OSError, *_NOT_WRITTEN) as error:
            if not isinstance(error, OSError | duckdb.IOException) and "write file" not in str(
                error
            ):
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
    def _file(self, purpose: str) -> Iterator[Path]:
        """A place for a new file, removed at the end unless it was renamed."""
        file = self.folder / f"{purpose}-{os.getpid()}-{threading.get_ident()}.duckdb"
        file.unlink(missing_ok=True)
        try:
            yield file
        finally:
            versions.remove(file)
            versions.remove(file.with_name(file.name + ".wal"))

    def _run(self, copy: Path, work: Callable[[Cursor], T]) -> T:
        """The work in a copy of the newest version; an overlay's rows are among its own."""
        newest = self.newest
        if newest:
            shutil.copyfile(versions.path_of(self.folder, newest.whole.number), copy)
        database = _silent(connect(str(copy)))
        try:
            if newest and newest.base:
                overlay = versions.path_of(self.folder, newest.number, newest.on)
                small_writes.fold(database, overlay)
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
