"""The simulated sample data: loaded at the first run, removed by one button."""

from collections.abc import Callable

import duckdb

from dashboard.config import SAMPLES
from dashboard.importing.import_file import read_by
from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.storing import joins
from dashboard.importing.storing.commit import commit
from dashboard.importing.storing.prepare import known
from dashboard.importing.together import Numbered
from dashboard.store import shown, sql, stored_scores
from dashboard.store.appending import remove_imports
from dashboard.store.shown import Shown
from dashboard.store.store import Discard, Store

Done = Callable[[Receipt], None]


def _nothing(receipt: Receipt) -> None:
    """Nobody is to be told."""


# In this order: the units first, so that villages and communes find their parents.
FILES: tuple[tuple[str, str | None], ...] = (
    ("don-vi.xlsx", None),
    ("khao-sat-2022.xlsx", None),
    ("khao-sat-2023.xlsx", None),
    ("bieu-nhiem-vu-2022.xlsx", None),
    ("bieu-nhiem-vu-2023.xlsx", None),
    ("khao-sat-huyen-2022.xlsx", None),
    ("khao-sat-huyen-2023.xlsx", None),
    ("bieu-nhiem-vu-huyen-2022.xlsx", None),
    ("bieu-nhiem-vu-huyen-2023.xlsx", None),
    ("truyen-thong-2023.xlsx", "Xã Đức Hợp"),  # this log names no commune
)

TYPED = ("decisions_without_plan", "progress_without_task", "remarks_without_data")


def load(store: Store, done: Done = _nothing) -> list[Receipt]:
    """Import every sample as one act: all files or none; done is told of each file."""

    def work(cursor: duckdb.DuckDBPyConnection) -> list[Receipt]:
        receipts = fill(cursor, done)
        if all(receipt.import_id is None for receipt in receipts):
            raise Discard(receipts)
        return receipts

    return store.write(work)


def fill(cursor: duckdb.DuckDBPyConnection, done: Done = _nothing) -> list[Receipt]:
    """The same inside the transaction of a writer, as when a store is made with them."""
    batch, receipts = Numbered(), []
    for name, unit in FILES:
        read = read_by(known(cursor), SAMPLES / name, Options(unit=unit))
        receipts.append(commit(cursor, read.reading, read.content, read.options, complete=False))
        if receipts[-1].import_id:
            batch.mark(cursor, receipts[-1])
            batch.kept()
        done(receipts[-1])
    return receipts


def remove(store: Store, seen: Shown) -> None:
    """Take out every row that came from simulated files, and units nobody names any more.

    What was typed of nothing but them is withdrawn: it must not hold of an office's own plan.
    Raises DashboardError unless the sample data are as they were seen (subject samples).
    """
    store.write(lambda cursor: _remove(cursor, seen))


def _remove(cursor: duckdb.DuckDBPyConnection, seen: Shown) -> None:
    shown.check(cursor, seen)
    imports = [row[0] for row in sql.run(cursor, "simulated_imports", "write").fetchall()]
    scopes = sql.run(cursor, "scopes_of_imports", "write", import_ids=imports).fetchall()
    published = stored_scores.have_published(cursor, imports)
    remove_imports(cursor, imports)
    for what in TYPED:
        sql.run(cursor, f"withdraw_{what}", "write")
    joins.settle(cursor)
    stored_scores.fill(cursor, scopes)  # an office's own rows of the same unit and year stay
    if published:
        stored_scores.fill_published(cursor)
    sql.run(cursor, "remove_unnamed_units", "write")
