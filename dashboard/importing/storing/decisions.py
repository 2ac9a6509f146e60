"""What people answered when a name was near a known one: the same, or another?

Answers stand in a table of their own, so that the next file with the same spelling is not
asked about, and an undone import takes none of them away.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

import duckdb

from dashboard.folding import tidy
from dashboard.importing.storing.joins import Joins
from dashboard.importing.wording.offices import office
from dashboard.importing.wording.spelling import place
from dashboard.store import sql
from dashboard.store.appending import append, as_columns

KINDS = ("unit", "village", "official")
OF_FILE = "file:"  # in the place of a unit: the answer holds for one file, by its sha256
Key = tuple[str, str]


def key(kind: str, written: str) -> Key:
    """What an answer is about: a name of a kind without regard to case, spaces and signs."""
    spelled = office(written) if kind == "official" else place(written, kind == "village")
    return kind, " ".join([*spelled.kind.split(), *spelled.words])


class Decisions:
    """Remembered answers, and those just given: written -> the name it is, or itself.

    joins: what people joined and parted since.
    """

    def __init__(
        self,
        stored: Iterable[tuple[str, str, str, str]] = (),
        given: Mapping[str, str] | None = None,
        file: str = "",
        joins: Joins | None = None,
    ):
        self._here = f"{OF_FILE}{file}"
        self.joins = joins or Joins()
        rows = ((unit, (kind, written), name) for kind, unit, written, name in stored)
        self._stored = {(unit, about): name for unit, about, name in rows}  # the newest is last
        self._said = {tidy(written): tidy(name) for written, name in (given or {}).items()}
        self._given = {key(k, w): name for w, name in self._said.items() for k in KINDS}
        self._made: dict[tuple[str, Key], str] = {}

    @classmethod
    def of(
        cls, cursor: duckdb.DuckDBPyConnection, given: Mapping[str, str], file: str = ""
    ) -> "Decisions":
        """The answers in the store beside those given with a file, which its sha256 names."""
        stored = sql.run(cursor, "all_name_decisions", "write").fetchall()
        return cls(stored, given, file, Joins.of(cursor))

    @property
    def is_empty(self) -> bool:
        """Nobody has answered anything."""
        return not self._stored and not self._given

    def name(self, kind: str, unit: str, written: str) -> str | None:
        """The name that a spelling is said to be in a unit ('' for units), None if nobody said.

        An answer that was just given is remembered for where it was asked for.
        """
        said = self._said_of(kind, unit, written)
        if said is not None and said != self._stored.get((unit, key(kind, written))):
            self._made[unit, key(kind, written)] = said
        return said

    def _said_of(self, kind: str, unit: str, written: str) -> str | None:
        if self.is_empty:
            return None
        about = key(kind, written)
        return self._given.get(about, self._stored.get((unit, about)))

    def name_here(self, kind: str, written: str) -> str | None:
        """What was answered for this very file about a name that several bear: which of them
        another file means is not known by that."""
        return self.name(kind, self._here, written)

    def is_kept_apart(self, kind: str, unit: str, written: str) -> bool:
        """Whether somebody said that the name is no other."""
        said = self._said_of(kind, unit, written)
        return said is not None and key(kind, said) == key(kind, written)

    def news(self, names: set[Key]) -> bool:
        """Whether an answer given about one of the names is not remembered yet."""
        stored = {
            (about, name)
            for (unit, about), name in self._stored.items()
            if unit == self._here or not unit.startswith(OF_FILE)
        }
        return bool({given for given in self._given.items() if given[0] in names} - stored)

    def unused(self, names: set[Key]) -> list[str]:
        """Given answers about names that are not among these."""
        return [w for w in self._said if not any(key(kind, w) in names for kind in KINDS)]

    def remember(self, cursor: duckdb.DuckDBPyConnection, decided_at: datetime) -> None:
        """Write down the answers that this file made use of."""
        rows = [
            {
                "kind": kind,
                "unit": unit,
                "written": written,
                "name": name,
                "decided_at": decided_at,
            }
            for (unit, (kind, written)), name in self._made.items()
        ]
        append(cursor, "name_decision", as_columns(rows))
