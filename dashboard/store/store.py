"""The store: immutable numbered DuckDB files in one folder, one way to read, one to write.

store-000031.duckdb is a whole store and never changes. A writer takes the writers' lock
(DuckDB's own, on writer.lock.duckdb: the system frees it when the writer dies), copies the
newest version, works on the copy in one transaction and renames it to the next number.
Readers attach the newest version read-only and look for a newer one at each read, so the
command line, the upload page and any number of servers work at once.
"""

import errno
import hashlib
import os
import re
import shutil
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import duckdb
import pyarrow as pa

from dashboard.config import store_folder
from dashboard.errors import DashboardError
from dashboard.store import migrations, sql, student

T = TypeVar("T")
Cursor = duckdb.DuckDBPyConnection

KEPT_VERSIONS = 8  # the newest and seven backups
LOCK_SECONDS = 120.0
WRECKED = ("not a valid DuckDB database", "Could not read enough bytes")
# What the system says when waiting for the lock is of no use.
REFUSED = tuple(map(os.strerror, (errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EFBIG)))
_VERSION = re.compile(r"store-(\d{6,})\.duckdb")


class Discard(Exception):
    """Raised by a writer's work whose result, args[0], leaves nothing to keep."""


class Store:
    """One store's folder. Every number on one page comes from one read()."""

    def __init__(self, folder: Path, lock_seconds: float = LOCK_SECONDS):
        self.folder = folder
        self._lock_seconds = lock_seconds
        self._memory = connect(":memory:")
        self._attached: dict[int, int] = {}  # version -> readers using it now
        self._guard = threading.Lock()
        self._writing = threading.Lock()
        self._is_ready = False

    @property
    def version(self) -> int:
        """The newest version's number, 0 when there is no store yet: the key of caches."""
        try:
            found = [_VERSION.fullmatch(entry.name) for entry in os.scandir(self.folder)]
        except FileNotFoundError:
            return 0
        except NotADirectoryError:
            raise DashboardError("store_not_a_folder", path=self.folder) from None
        return max((int(match[1]) for match in found if match), default=0)

    def prepare(self) -> bool:
        """Make the store or bring it up to date; True when it was made new.

        Raises DashboardError store_too_new when a newer program made it.
        """
        is_new = self.version == 0
        if is_new or not self._is_ready and self._is_outdated():
            self._write(migrations.bring_up_to_date)
        self._is_ready = True
        return is_new

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
                _to_disk(copy)
                os.replace(copy, self._path(self.version + 1))
            self._remove_old()
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
        file = self.folder / "writer.lock.duckdb"
        until = time.monotonic() + self._lock_seconds
        while True:
            self._make_lock(file)
            try:
                return duckdb.connect(str(file))
            except duckdb.IOException as error:
                if any(sign in str(error) for sign in WRECKED):
                    _remove(file)  # a full disk left it half made: nobody can hold it
                if any(sign in str(error) for sign in REFUSED):
                    raise
                if time.monotonic() > until:
                    raise DashboardError("store_busy") from None
                time.sleep(0.05)

    def _make_lock(self, file: Path) -> None:
        """The lock's file appears whole: two makers can't each hold a lock of their own."""
        if file.exists():
            return
        own = file.with_name(f"writer.lock-{os.getpid()}-{threading.get_ident()}.duckdb")
        try:
            duckdb.connect(str(own)).close()
            _place(own, file)
        finally:
            _remove(own)

    @contextmanager
    def _copy(self, purpose: str) -> Iterator[Path]:
        """A copy of the newest version, removed at the end unless it was renamed."""
        copy = self.folder / f"{purpose}-{os.getpid()}-{threading.get_ident()}.duckdb"
        copy.unlink(missing_ok=True)
        try:
            if newest := self.version:
                shutil.copyfile(self._path(newest), copy)
            yield copy
        finally:
            _remove(copy)
            _remove(copy.with_name(copy.name + ".wal"))

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

        Rehearsals and makers of the lock hold none; theirs go when they are an hour old.
        """
        for file in self.folder.glob("writing-*"):
            _remove(file)
        for file in [*self.folder.glob("rehearsal-*"), *self.folder.glob("writer.lock-*")]:
            with suppress(FileNotFoundError):
                if time.time() - file.stat().st_mtime > 3600:
                    _remove(file)

    def _remove_old(self) -> None:
        files = sorted(f for f in self.folder.iterdir() if _VERSION.fullmatch(f.name))
        for file in files[:-KEPT_VERSIONS]:
            _remove(file)

    def _path(self, version: int) -> Path:
        return self.folder / f"store-{version:06d}.duckdb"


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


def append(
    cursor: Cursor, table: str, columns: dict[str, list] | pa.Table | pa.RecordBatchReader
) -> None:
    """Add rows given as columns of equal length; a column that is not given is NULL."""
    rows = pa.table(columns) if isinstance(columns, dict) else columns
    if isinstance(rows, pa.Table) and not rows.num_rows:
        return
    cursor.register("incoming", rows)
    cursor.execute(f"insert into {table} by name select * from incoming")
    cursor.unregister("incoming")


def remove_imports(cursor: Cursor, import_ids: list[int]) -> None:
    """Take out every row of these imports, and files that no import needs any more."""
    for (table,) in sql.run(cursor, "imported_tables", "write").fetchall():
        cursor.execute(f"delete from {table} where list_contains($1, import_id)", [import_ids])
    sql.run(cursor, "remove_unneeded_files", "write")


def as_columns(rows: list[dict[str, object]]) -> dict[str, list]:
    """Rows with the same keys as columns."""
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def digest(*parts: object) -> str:
    """The md5 of parts joined so that no two lists of parts give the same text."""
    joined = chr(31).join(unicodedata.normalize("NFC", str(part)) for part in parts)
    return hashlib.md5(joined.encode()).hexdigest()


def sha256(content: bytes) -> str:
    """The digest by which a file's bytes are known."""
    return hashlib.sha256(content).hexdigest()


def _kept(run: Callable[[], T]) -> T:
    try:
        return run()
    except Discard as kept:
        return kept.args[0]


def _silent(cursor: Cursor) -> Cursor:
    """Without the bar that DuckDB prints after two seconds of work, amid the JSON of a command."""
    cursor.execute("set enable_progress_bar_print = false")
    return cursor


def _to_disk(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def _place(own: Path, file: Path) -> None:
    """Give a finished file its name unless somebody else was first."""
    try:
        os.link(own, file) if os.name == "posix" else os.rename(own, file)
    except FileExistsError:
        return
    except OSError:  # a disk without hard links
        if not file.exists():
            os.replace(own, file)


def _remove(file: Path) -> None:
    with suppress(PermissionError):  # Windows: a reader still has it open; next time
        file.unlink(missing_ok=True)
