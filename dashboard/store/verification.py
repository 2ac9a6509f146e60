"""Is all of a store as it was written? Its versions, the files imported, the reference tables."""

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.store import migrations, soundness, sql, table_sums, versions
from dashboard.store.connections import Cursor, connect
from dashboard.store.store import Store
from dashboard.words import Words


class Fault(NamedTuple):
    """One thing that is not as it was written; code names its sentence, what fills it."""

    code: str
    what: str

    def sentence(self, words: Words) -> str:
        """What is wrong, in the language of words."""
        return words.say(f"verify.{self.code}", what=self.what)


def faults(store: Store) -> Iterator[Fault]:
    """What is wrong, the versions first. Raises DashboardError as store.read() does."""
    yield from _versions(store)
    with store.read() as cursor:
        yield from _originals(cursor)
        yield from _reference(cursor)
        for rule, identity in sql.run(cursor, "verify").fetchall():
            yield Fault("rule", f"{rule}: {identity}")


def _versions(store: Store) -> Iterator[Fault]:
    """Read anew, also those that this process knows."""
    for aside in versions.aside(store.folder):
        yield Fault("damaged", aside.file)
    looking = soundness.Soundness(store.folder)
    for number, on in versions.places(store.folder):
        try:
            version = versions.of_file(store.folder, number, on)
            if not looking.of(version):
                yield Fault("damaged", version.file)
        except FileNotFoundError:  # it gave way to a newer one
            continue


def _originals(cursor: Cursor) -> Iterator[Fault]:
    for _, file in sql.run(cursor, "changed_originals", "write").fetchall():
        yield Fault("original", file)


def _reference(cursor: Cursor) -> Iterator[Fault]:
    """Beside tables made of the program's files at this moment."""
    with connect(":memory:") as fresh:
        migrations.read_reference(fresh)
        for table, expected in table_sums.of_all(fresh).items():
            if table_sums.of(cursor, table) != expected:
                yield Fault("reference", table)
