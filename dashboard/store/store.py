"""The store: immutable numbered DuckDB files in one folder, one way to read, one to write.

store-000031.duckdb is a whole store and never changes. A writer takes the writers' lock (the
system's own, on writer.lock: free again as soon as the writer dies), copies the newest version,
works on the copy in one transaction, seals it and renames it to the next number; a small write
leaves an overlay on the whole store instead (small_writes.py). Readers attach the newest version
read-only and look for a newer one at each read, so the command line, the upload page and any
number of servers work at once.

A version that is not what was sealed is passed over, for the newest sound one; the next writer
sets it aside. So nothing is read of a damaged one, and nothing is built on it.
"""

import os
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import duckdb

from dashboard.config import store_folder
from dashboard.errors import DashboardError
from dashboard.store import forgetting, migrations, refusals, sealing, small_writes, versions
from dashboard.store.attachments import Attachments
from dashboard.store.connections import Cursor as Cursor
from dashboard.store.connections import connect as connect
from dashboard.store.connections import silent
from dashboard.store.damage import Damage
from dashboard.store.lookout import Lookout
from dashboard.store.versions import Version
from dashboard.store.writers_lock import WritersLock

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
        self._writers = WritersLock(folder / "writer.lock", lock_seconds)
        self._lookout = Lookout(folder)
        self._attachments = Attachments(folder)
        self._up_to_date: Version | None = None  # the one that was seen to be so last

    @property
    def newest(self) -> Version | None:
        """The newest sound version, None when there is no store yet: the key of caches.

        Raises DashboardError as Lookout.look() does.
        """
        return self._lookout.look().newest

    @property
    def version(self) -> int:
        """The newest sound version's number, 0 when there is no store yet."""
        return newest.number if (newest := self.newest) else 0

    @property
    def damage(self) -> Damage | None:
        """Damaged versions in the folder, as of the last look for the newest one."""
        return self._lookout.damage

    def prepare(self, first: Callable[[Cursor], object] | None = None) -> bool:
        """Make the store or bring it up to date; True when it was made new.

        first: what a new one is filled with as it is made: it is there with that or not at all.
        Raises DashboardError store_too_new when a newer program made it, and those of newest.
        """
        newest = self.newest
        is_new = newest is None
        if newest is None or self._may_be_outdated(newest) and self._is_outdated():
            try:
                self._write(lambda cursor: self._made(cursor, first))
            except _Changed:
                return self.prepare(first)
            newest = self.newest
        self._up_to_date = newest
        return is_new

    def _made(self, cursor: Cursor, first: Callable[[Cursor], object] | None) -> object:
        result = migrations.bring_up_to_date(cursor)
        if first and not self.version:  # nobody made it while we waited for the lock
            first(cursor)
        return result

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
        with self._cursor() as (cursor, version), self._explaining_reads(version):
            small_writes.lay(cursor, version)
            yield cursor

    @contextmanager
    def _cursor(self) -> Iterator[tuple[Cursor, Version]]:
        """On the newest version, in a transaction that is given up at the end."""
        attachments = self._attachments
        with self._explaining_reads(None):
            version = attachments.take(self._lookout.there)
        try:
            with closing(attachments.cursor(version)) as cursor:
                yield cursor, version
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
            if not all(self._lookout.is_still_whole(file) for file in version.files):
                raise DashboardError("store_damaged", file=version.file) from error
            refusals.newer_format(error, version.path(self.folder))
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

    def write_small(self, work: Callable[[Cursor], T], tables: Collection[str]) -> T:
        """As write(), of work that changes a few rows of these tables (small_writes.HELD) alone:
        publishes what it changed. duckdb.Error when it changes another table."""
        return _kept(lambda: self._on_sound(lambda: self._write(work, tables)))

    def rehearse(self, work: Callable[[Cursor], T]) -> T:
        """What write(work) would give, without keeping it; needs no lock."""

        def act() -> T:
            base = self.newest
            with self._explaining(), self._file("rehearsal") as copy:
                return self._run(copy, base, work)

        return _kept(lambda: self._on_sound(act))

    def _on_sound(self, act: Callable[[], T]) -> T:
        while True:
            self.prepare()
            with suppress(_Changed):
                return act()

    def end_writing(self, seconds: float) -> bool:
        """Wait for a write under way in this process and let none begin after it; did it end?"""
        return self._writers.end(seconds)

    def _write(self, work: Callable[[Cursor], T], tables: Collection[str] = ()) -> T:
        """tables: those of a small write."""
        with self._explaining(), self._writers.held():
            versions.remove_left_behind(self.folder)
            while True:
                try:
                    return self._publish(work, tables)
                except refusals.WRITING as error:
                    if not refusals.is_full(error) or not versions.give_way(self.folder):
                        raise

    def _publish(self, work: Callable[[Cursor], T], tables: Collection[str]) -> T:
        base, damaged = self._lookout.look()
        below = base.whole if base and tables and small_writes.may_follow(base) else None
        with self._file("writing") as file:
            if base and below:
                result = self._run_small(file, base, work, tables)
            else:
                result = self._run(file, base, work)
            if forgets := isinstance(result, forgetting.Forgotten):
                forgetting.write_afresh(file)
            sealing.seal(file, self._sum_of(below))
            for version in damaged:  # before a number above theirs is given: they stay known
                versions.set_aside(self.folder, version, base)
            number, on = versions.next_number(self.folder), below and below.number
            if forgets:
                forgetting.note(self.folder, number - 1)
            os.replace(file, versions.path_of(self.folder, number, on))
            sealing.folder_to_disk(self.folder)
            self._lookout.vouch(number, on)
        forgetting.remove_noted(self.folder)
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
    def _file(self, purpose: str) -> Iterator[Path]:
        """A place for a new file, removed at the end unless it was renamed."""
        file = self.folder / f"{purpose}-{os.getpid()}-{threading.get_ident()}.duckdb"
        file.unlink(missing_ok=True)
        try:
            yield file
        finally:
            versions.remove(file)
            versions.remove(file.with_name(file.name + ".wal"))

    def _run(self, file: Path, base: Version | None, work: Callable[[Cursor], T]) -> T:
        """The work on a copy of a version, checked in copying; an overlay is folded in."""
        if base and not self._lookout.copied(base.whole, file):
            raise _Changed
        with closing(silent(connect(str(file)))) as database:
            if base and base.base:
                if not self._lookout.is_still_whole(base):
                    raise _Changed
                small_writes.fold(database, base.path(self.folder))
            database.begin()
            result = work(database)
            database.commit()
            database.execute("checkpoint")
            return result

    def _run_small(
        self, file: Path, base: Version, work: Callable[[Cursor], T], tables: Collection[str]
    ) -> T:
        """The work on a version where it is; what it changed goes into the file."""
        with self._cursor() as (cursor, version):
            if version != base:
                raise _Changed
            with self._explaining_reads(version):
                result, sources = small_writes.run(cursor, version, work, tables)
            small_writes.write(cursor, file, sources)
        return result

    def _sum_of(self, below: Version | None) -> bytes:
        """What the seal of an overlay is keyed with: the sum of the version that it leans on."""
        if below is None:
            return b""
        told = sealing.told(below.path(self.folder))
        if versions.of_file(self.folder, below.number) == below:
            return told
        raise _Changed


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
