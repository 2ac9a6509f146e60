"""One file into the store, or only looked at: the same code for the page and the command line.

A file is read once: what was understood of it can be looked at, asked about and stored, as long
as the store knows nothing new that reading it would need.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from dashboard import temporary
from dashboard.importing.model.reading import Known, Options, Reading
from dashboard.importing.outcome.receipt import Receipt, receipt_of
from dashboard.importing.storing.commit import commit
from dashboard.importing.storing.prepare import known
from dashboard.importing.understand import understand
from dashboard.store.store import Discard, Store


@dataclass(frozen=True)
class Understood:
    """A file as it was read, with the options and the knowledge it was read by.

    content: the file's bytes; none of a file that is refused.
    """

    reading: Reading
    content: bytes
    options: Options
    known: Known

    def answered(self, same: dict[str, str], prefer: dict[str, str]) -> "Understood":
        """With other answers about names and records: they bear on what is stored, not on the
        reading."""
        return replace(self, options=replace(self.options, same=same, prefer=prefer))


# Asked in the transaction that would keep an import; it may write there too, and an error that it
# raises keeps nothing.
Agreed = Callable[[duckdb.DuckDBPyConnection, Receipt], None]


def as_it_is(cursor: duckdb.DuckDBPyConnection, receipt: Receipt) -> None:
    """Whatever it is."""


class _KnowsMore(Exception):
    """The store has learnt what the file must be read by."""


def import_file(
    store: Store,
    path: Path,
    options: Options = Options(),
    complete: bool = False,
    name: str | None = None,
    keep: bool = True,
    agreed: Agreed = as_it_is,
) -> Receipt:
    """Read a workbook and commit it in one transaction; bad files give a refused Receipt.

    name: the file's own name where path is a temporary copy. complete: the file holds all
    rows of its units and years. keep=False says what would become of it and stores nothing.
    """
    return import_reading(store, read_file(store, path, options, name), complete, keep, agreed)


def read_file(
    store: Store, path: Path, options: Options = Options(), name: str | None = None
) -> Understood:
    """What is understood of a workbook. It takes no lock: the slowest part of an import holds
    nobody up."""
    with store.read() as cursor:
        facts = known(cursor)
    return read_by(facts, path, options, name)


def read_by(facts: Known, path: Path, options: Options, name: str | None = None) -> Understood:
    """What is understood of a workbook by what is known. Raises DashboardError temp_full."""
    reading = understand(path, facts, options, name)
    return Understood(reading, b"" if reading.refused else path.read_bytes(), options, facts)


def read_content(facts: Known, content: bytes, options: Options, name: str) -> Understood:
    """The same of a file's bytes, which are a file on disk for as long as they are read.

    Raises DashboardError temp_full.
    """
    with temporary.file_of(content, f"upload{Path(name).suffix}") as path:
        return read_by(facts, path, options, name)


def import_reading(
    store: Store,
    understood: Understood,
    complete: bool = False,
    keep: bool = True,
    agreed: Agreed = as_it_is,
) -> Receipt:
    """Commit what was read, as import_file does; read again if the store knows more by now."""
    if understood.reading.refused:
        return receipt_of(understood.reading, "refused")

    def work(cursor: duckdb.DuckDBPyConnection) -> Receipt:
        if known(cursor) != understood.known:
            raise _KnowsMore
        receipt = commit(
            cursor, understood.reading, understood.content, understood.options, complete
        )
        if receipt.status != "imported":
            raise Discard(receipt)
        agreed(cursor, receipt)
        return receipt

    try:
        return store.write(work) if keep else store.rehearse(work)
    except _KnowsMore:
        return import_reading(store, _refreshed(store, understood), complete, keep, agreed)


def _refreshed(store: Store, understood: Understood) -> Understood:
    """The file read again, by what the store knows now."""
    with store.read() as cursor:
        facts = known(cursor)
    return read_content(facts, understood.content, understood.options, understood.reading.file)
