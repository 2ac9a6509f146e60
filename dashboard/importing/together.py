"""Several files as one act: what each becomes once those before it are in the store.

They are taken in their order, on one copy of the store, so that the second of two files about
one plan is seen as what it will be: a change of the first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import duckdb

from dashboard.importing.import_file import Understood, read_content
from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.storing.commit import commit
from dashboard.importing.storing.prepare import known
from dashboard.store import sql
from dashboard.store.store import Store

Cursor = duckdb.DuckDBPyConnection
Tell = Callable[[int, float], None]  # the position of the file, and how much of it is done


@dataclass(frozen=True)
class Given:
    """A file as it was given. same, prefer: answers as in Options; they need no reading.
    before: how it was understood last, which saves reading it again where nothing has changed."""

    name: str
    content: bytes
    options: Options
    same: dict[str, str]
    before: Understood | None = None
    prefer: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """A file as it was understood, and what it would become."""

    understood: Understood
    same: dict[str, str]
    receipt: Receipt
    prefer: dict[str, str] = field(default_factory=dict)

    @property
    def answered(self) -> Understood:
        """With the answers about names and records."""
        return self.understood.answered(self.same, self.prefer)


def check(store: Store, files: Sequence[Given], complete: bool, tell: Tell) -> list[Checked]:
    """What each file would become if all were imported in this order; nothing is kept."""
    if not files:
        return []
    return store.rehearse(
        lambda cursor: [
            _checked(cursor, file, complete, partial(tell, position))
            for position, file in enumerate(files)
        ]
    )


def _checked(cursor: Cursor, file: Given, complete: bool, tell: Callable[[float], None]) -> Checked:
    tell(0.0)
    facts, understood = known(cursor), file.before
    if not understood or understood.options != file.options or understood.known != facts:
        understood = read_content(facts, file.content, file.options, file.name)
    tell(0.6)
    answered = understood.answered(file.same, file.prefer)
    receipt = commit(cursor, answered.reading, answered.content, answered.options, complete)
    return Checked(understood, file.same, receipt, file.prefer)


class Numbered:
    """The imports of one batch get one number: the next of the store when the first is kept."""

    def __init__(self) -> None:
        self._tried: int | None = None
        self._number: int | None = None

    def mark(self, cursor: Cursor, receipt: Receipt) -> None:
        """Inside the transaction of the import; kept() once that has ended well."""
        self._tried = self._number or sql.value(cursor, "next_batch", "write")
        given = {"import_id": receipt.import_id, "batch": self._tried}
        sql.run(cursor, "mark_batch", "write", **given)

    def kept(self) -> None:
        """What was marked last is in the store."""
        self._number = self._tried
