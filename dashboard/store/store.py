"""The store: immutable numbered DuckDB files in one folder, one way to read, one to write.

store-000031.duckdb is a whole store and never changes. A writer takes the writers' lock (the
system's own, on writer.lock: free again as soon as the writer dies), copies the newest version,
works on the copy in one transaction, seals it and renames it to the next number. Readers attach
the newest version read-only and look for a newer one at each read, so the command line, the
upload page and any number of servers work at once.

A version that is not what was sealed is passed over, for the newest sound one; the next writer
sets it aside. So nothing is read of a damaged one, and nothing is built on it.
"""

import os
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
from dashboard.store import migrations, refusals, sealing, versions
from dashboard.store.attachments import Attachments
from dashboard.store.connections import Cursor as Cursor
from dashboard.store.connections import connect as connect
from dashboard.store.connections import silent
from dashboard.store.damage import Damage
from dashboard.store.lookout import Lookout
from dashboard.store.versions import Version

T = TypeVar("T")

LOCK_SECONDS = 120.0


class Discard(Exception):
    """Raised by a writer's work whose result, args[0], leaves nothing to keep."""


class _Changed(Exception):
    """The version to build on went, or turned out damaged in copying: look again."""


class Store:
    """One store's folder. Every number on one page comes from one read()."""

    def __init__(self, folder: Path, lock_seconds: float = LOCK_SECONDS):
        self.folder = folder
        self._lock_seconds = lock_seconds
        self._lookout = Lookout(folder)
        self._attachments = Attachments(folder)
        self._up_to_date: Version | None = None  # the one that was seen to be so last
        self._writing = threading.Lock()  # held by the thread of this process that writes

    @property
    def newest(self) -> Version | None:
        """The newest sound version, None when there is no store yet: the key of caches.

        Raises DashboardError as Lookout.look() does.
        """
        return self._lookout.look().newest

    @property
    def version(self) -> int:
        """The newest sound version's number, 0 when there is no store yet."""
        newest = self.newest
        return newest.number if newest else 0

    @property
    def damage(self) -> Damage | None:
        """Damaged versions in the folder, as of the last look for the newest one."""
        return self._lookout.damage

    def prepare(self) -> bool:
        """Make the store or bring it up to date; True when it was made new.

        Raises DashboardError store_too_new when a newer program made it, and those of newest.
        """
        newest = self.newest
        is_new = newest is None
        if newest is None or self._may_be_outdated(newest) and self._is_outdated():
            try:
                self._write(migrations.bring_up_to_date)
            except _Changed:
                return self.prepare()
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
        """A cursor on the newest version inside one transaction; made new if there is none.

        Raises DashboardError as prepare() does, store_damaged when the version turns out so while
        it is read (the next read goes on with a sound one), and store_temp_full.
        """
        self.prepare()
        with self._reading() as cursor:
            yield cursor

    @contextmanager
    def _reading(self) -> Iterator[Cursor]:
        attachments = self._attachments
        with self._explaining_reads(None):
            version = attachments.take(self._lookout.there)
        try:
            with self._explaining_reads(version):
                cursor = attachments.cursor(version)
                try:
                    yield cursor
                    cursor.rollback()
                finally:
                    cursor.close()
        finally:
            attachments.release(version)

    @contextmanager
    def _explaining_reads(self, version: Version | None) -> Iterator[None]:
        """What DuckDB says of a file that changed below it, or of a full disk, in a sentence."""
        try:
            yield
        except refusals.READING as error:
            if not isinstance(error, duckdb.IOException):  # the instance may be of no use now
                self._attachments = Attachments(self.folder)
            version = version or self._lookout.there()
            if not self._lookout.is_still_whole(version):
                raise DashboardError("store_damaged", file=version.file) from error
            refusals.newer_format(error, versions.path_of(self.folder, version.number))
            if refusal := refusals.in_reading(error, self.folder):
                raise refusal from error
            raise

    def write(self, work: Callable[[Cursor], T]) -> T:
        """Run work in one transaction on a copy and publish it as the next version.

        work may be run again and must only write through its cursor. When it raises,
        nothing is published and the error goes on to the caller, except Discard. On a full disk
        old versions give way.
        """
        return _kept(lambda: self._on_sound(lambda: self._write(work)))

    def rehearse(self, work: Callable[[Cursor], T]) -> T:
        """What write(work) would give, without keeping it; needs no lock."""

        def act() -> T:
            with self._explaining(), self._copy("rehearsal", self.newest) as copy:
                return self._run(copy, work)

        return _kept(lambda: self._on_sound(act))

    def _on_sound(self, act: Callable[[], T]) -> T:
        while True:
            self.prepare()
            with suppress(_Changed):
                return act()

    def end_writing(self, seconds: float) -> bool:
        """Wait for a write under way in this process and let none begin after it; did it end?"""
        return self._writing.acquire(timeout=seconds)

    def _write(self, work: Callable[[Cursor], T]) -> T:
        with self._explaining(), self._writers_lock():
            self._remove_left_behind()
            while True:
                try:
                    return self._publish(work)
                except refusals.WRITING as error:
                    if not refusals.is_full(error) or not versions.give_way(self.folder):
                        raise

    def _publish(self, work: Callable[[Cursor], T]) -> T:
        base, damaged = self._lookout.look()
        with self._copy("writing", base) as copy:
            result = self._run(copy, work)
            sealing.seal(copy)
            for version in damaged:  # before a number above theirs is given: they stay known
                versions.set_aside(self.folder, version, base)
            number = versions.next_number(self.folder)
            os.replace(copy, versions.path_of(self.folder, number))
            sealing.folder_to_disk(self.folder)
            self._lookout.vouch(number)
        versions.remove_old(self.folder)
        return result

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """What the disk refuses (full, read-only, not ours) in a sentence; nothing is published."""
        try:
            if not self._lookout.saw_any:
                self.folder.mkdir(parents=True, exist_ok=True)
            yield
        except refusals.WRITING as error:
            if refusal := refusals.in_writing(error, self.folder):
                raise refusal from error
            raise

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
    def _copy(self, purpose: str, base: Version | None) -> Iterator[Path]:
        """A copy of a version, checked in copying; removed at the end unless it was renamed."""
        copy = self.folder / f"{purpose}-{os.getpid()}-{threading.get_ident()}.duckdb"
        copy.unlink(missing_ok=True)
        try:
            if base and not self._lookout.copied(base, copy):
                raise _Changed
            yield copy
        finally:
            versions.remove(copy)
            versions.remove(copy.with_name(copy.name + ".wal"))

    def _run(self, copy: Path, work: Callable[[Cursor], T]) -> T:
        database = silent(connect(str(copy)))
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
