"""One file into the store, or only looked at: the same code for the page and the command line."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.storing.commit import commit
from dashboard.importing.storing.prepare import known
from dashboard.importing.understand import understand
from dashboard.store.store import Discard, Store


def import_file(
    store: Store,
    path: Path,
    options: Options = Options(),
    complete: bool = False,
    name: str | None = None,
    keep: bool = True,
    on_stage: Callable[[float], None] = lambda done: None,
) -> Receipt:
    """Read a workbook and commit it in one transaction; bad files give a refused Receipt.

    name: the file's own name where path is a temporary copy. complete: the file holds all
    rows of its units and years. keep=False says what would become of it and stores nothing.
    on_stage is told how much is done, 0 to 1.
    """
    on_stage(0.0)
    with store.read() as cursor:
        facts = known(cursor)
    # Reading takes no lock: the slowest part of an import holds nobody up.
    reading = understand(path, facts, options, name)
    if reading.refused:
        return Receipt(
            reading.file,
            reading.sha256,
            "refused",
            sheets=tuple(reading.sheets),
            findings=tuple(reading.findings),
        )
    on_stage(0.6)
    content = path.read_bytes()

    def work(cursor: duckdb.DuckDBPyConnection) -> Receipt:
        receipt = commit(cursor, reading, content, options, complete)
        if receipt.status != "imported":
            raise Discard(receipt)
        return receipt

    return store.write(work) if keep else store.rehearse(work)
