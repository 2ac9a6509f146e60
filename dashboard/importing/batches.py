"""Several files imported as one act, by a thread of this process, whoever may look on.

A batch is begun and goes on by itself: it belongs to no page. One runs at a time, the others
wait. Each file is kept in a transaction of its own if it becomes what it was seen to become; one
that fails does not stop the others.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import duckdb

from dashboard.errors import DashboardError
from dashboard.importing import journal, samples
from dashboard.importing.import_file import import_reading
from dashboard.importing.journal import Journal, Left
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.together import Checked, Numbered
from dashboard.store import sql
from dashboard.store.store import Store

Result = Receipt | DashboardError  # what became of a file, or why nothing did
TOLD = 3  # batches that are done and that nobody has seen yet

_log = logging.getLogger("dashboard")


class Batch:
    """Files on their way into the store. at: the position of the one under way; results: of the
    first of them, in their order."""

    def __init__(
        self, names: Sequence[str], work: "Callable[[Batch], None]", known: Journal | None
    ):
        self.names = tuple(names)
        self.at = 0
        self.results: list[Result] = []
        self.is_seen = False
        self.is_samples = known is None
        self.is_stopped = False
        self._work = work
        self._journal = known
        self._done = threading.Event()

    @property
    def is_done(self) -> bool:
        """Every file has its result."""
        return self._done.is_set()

    @property
    def is_whole(self) -> bool:
        """Every file became what it was seen to become: none need be tried again."""
        return self.is_done and not self.failures

    @property
    def receipts(self) -> list[Receipt]:
        """Of the files that were dealt with as they were seen."""
        return [one for one in self.results if isinstance(one, Receipt)]

    @property
    def failures(self) -> list[tuple[str, DashboardError]]:
        """The files of which nothing was stored though it should have been, and why."""
        pairs = zip(self.names, self.results, strict=False)
        return [(name, one) for name, one in pairs if isinstance(one, DashboardError)]

    def wait(self, seconds: float) -> bool:
        """Is it done, at the latest after so many seconds?"""
        return self._done.wait(seconds)

    def end(self) -> None:
        """Tell those who wait."""
        self._done.set()

    def run(self) -> Left | None:
        """Do it, in the thread of batches; what is left of it if it was stopped."""
        try:
            self._work(self)
        except DashboardError as error:
            self._fail(error)
        except Exception:
            _log.exception("a batch of imports failed")
            self._fail(DashboardError("file_failed"))
        if not self._journal:
            return None
        if self.is_stopped and len(self.results) < len(self.names):
            return self._journal.leave()
        self._journal.end()
        return None

    def _fail(self, error: DashboardError) -> None:
        self.results += [error] * (len(self.names) - len(self.results))


class Batches:
    """The batches of a store in this process."""

    def __init__(self, store: Store):
        self._store = store
        self._lock = threading.Lock()
        self._waiting: deque[Batch] = deque()
        self._thread: threading.Thread | None = None
        self._done: deque[Batch] = deque(maxlen=TOLD)
        self._current: Batch | None = None
        self._left = journal.left(store.folder)

    @property
    def current(self) -> Batch | None:
        """The one that runs."""
        current = self._current
        return None if current and current.is_done else current

    @property
    def waiting(self) -> int:
        """How many come after the one that runs."""
        return len(self._waiting)

    @property
    def done(self) -> list[Batch]:
        """Those that are done and not put away yet, the newest first."""
        return list(reversed(self._done))

    def begin(self, files: Sequence[Checked], complete: bool = False) -> Batch:
        """Import these files as they were checked. Raises DashboardError, as a store
        that cannot be written to does."""
        to_come = [(file.receipt.file, file.receipt.sha256) for file in files if _is_to_come(file)]
        known = Journal(self._store.folder, to_come)
        names = [file.receipt.file for file in files]
        return self._begin(
            Batch(names, lambda batch: self._each(batch, list(files), complete), known)
        )

    def begin_samples(self) -> Batch:
        """Import the simulated data: all files in one transaction."""
        return self._begin(Batch([name for name, _ in samples.FILES], self._samples, None))

    def put_away(self) -> None:
        """What is done need not be shown any more."""
        self._done.clear()

    def left_over(self, cursor: duckdb.DuckDBPyConnection) -> list[tuple[Left, list[str]]]:
        """The batches that were cut short, each with the names of its files that are not in the
        store; one of which all are there is forgotten."""
        found = []
        for left in list(self._left):
            digests = [sha256 for _, sha256 in left.files]
            stored = sql.run(cursor, "stored_of", "write", sha256=digests).fetchall()
            missing = [name for name, sha256 in left.files if (sha256,) not in stored]
            if missing:
                found.append((left, missing))
            else:
                self.forget(left)
        return found

    def forget(self, left: Left) -> None:
        """The person has read it."""
        left.forget()
        self._left = [one for one in self._left if one != left]

    def stop(self, seconds: float) -> bool:
        """Finish the file under way, leave the others; did it end in time?"""
        with self._lock:
            for batch in (*self._waiting, self._current):
                if batch:
                    batch.is_stopped = True
            thread = self._thread
        if thread:
            thread.join(seconds)
        return not (thread and thread.is_alive())

    def _begin(self, batch: Batch) -> Batch:
        with self._lock:
            self._waiting.append(batch)
            if not self._thread:
                self._thread = threading.Thread(target=self._run, name="batches", daemon=True)
                self._thread.start()
        return batch

    def _run(self) -> None:
        """Until there is none left; a later one finds a new thread."""
        while batch := self._next():
            if left := batch.run():
                self._left.append(left)
            else:
                self._done.append(batch)
                batch.end()

    def _next(self) -> Batch | None:
        with self._lock:
            self._current = self._waiting.popleft() if self._waiting else None
            if not self._current:
                self._thread = None
            return self._current

    def _each(self, batch: Batch, files: list[Checked], complete: bool) -> None:
        """Each file by itself; what it was read as is let go with it."""
        numbered = Numbered()
        while files and not batch.is_stopped:
            batch.results.append(self._one(files.pop(0), complete, numbered))
            batch.at = len(batch.results)

    def _one(self, file: Checked, complete: bool, numbered: Numbered) -> Result:
        if not _is_to_come(file):
            return file.receipt

        def agreed(cursor: duckdb.DuckDBPyConnection, receipt: Receipt) -> None:
            _be_as_seen(file, receipt)
            numbered.mark(cursor, receipt)

        try:
            receipt = import_reading(self._store, file.answered, complete, agreed=agreed)
            _be_as_seen(file, receipt)
        except DashboardError as error:
            return error
        except Exception:
            _log.exception("a file of a batch failed")
            return DashboardError("file_failed")
        numbered.kept()
        return receipt

    def _samples(self, batch: Batch) -> None:
        """All of them or none: nothing is left of a batch that is stopped."""

        def tell(_: Receipt) -> None:
            batch.at = min(batch.at + 1, len(batch.names) - 1)

        batch.results += samples.load(self._store, tell)


def _is_to_come(file: Checked) -> bool:
    """Was it seen as one that would be stored?"""
    return file.receipt.status == "imported"


def _be_as_seen(file: Checked, receipt: Receipt) -> None:
    if receipt.as_shown() != file.receipt.as_shown():
        raise DashboardError("file_changed_since_shown")


def batches_of(store: Store) -> Batches:
    """The one Batches of a store in this process."""
    return _of_folder(store.folder, store)


@cache
def _of_folder(_: Path, store: Store) -> Batches:
    return Batches(store)
