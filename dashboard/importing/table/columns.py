"""The columns of a table -> the fields they are: what people said, then what headings and
contents together speak for."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.folding import fold
from dashboard.importing.model.sheet import letter
from dashboard.importing.recognition import assignment, likelihood
from dashboard.importing.recognition.assignment import TAKEN, Taken
from dashboard.importing.recognition.heading_words import EXACT, Path
from dashboard.importing.recognition.likelihood import Profiles
from dashboard.importing.recognition.synonyms import fields
from dashboard.importing.wording import vocabulary

_DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
IGNORED = "ignore"  # what a person may say of a column, or a sheet, that is to be left out
SHEET = "*"  # in place of a heading: what is said of it is the kind of the whole sheet


def is_ours(heading: str) -> bool:
    """Whether the program itself wrote a column, in filling in a task table: what it worked out
    as of a day is nothing that the office says.

    >>> is_ours("Tình trạng đến 31/05/2023"), is_ours("Tình trạng đến nay")
    (True, False)
    """
    found, length = vocabulary.beginning("own_column", heading)
    return bool(found) and _DAY.fullmatch(heading[length:].strip()) is not None


@dataclass(frozen=True)
class Meanings:
    """What people said headings mean: of this file, and before of tables with the same headings.

    said: heading as written, or a column's letter where headings repeat -> field. saved:
    layout -> the same, folded; under SHEET the kind. kinds: name or layout of a
    sheet -> kind. names: what the store knows, folded -> what it is (contents.spoken).
    """

    said: Mapping[str, str] = field(default_factory=dict)
    saved: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, labels: Mapping[int, str]) -> dict[int, str]:
        """Column -> field for a table with these headings; what is said now wins."""
        said = {fold(key): name for key, name in self.said.items()}
        chosen = {**self.saved.get(layout(labels.values()), {}), **said}
        found = {column: chosen.get(fold(letter(column))) for column in labels}
        found |= {c: chosen[fold(label)] for c, label in labels.items() if fold(label) in chosen}
        return {column: name for column, name in found.items() if name}

    def kind_of(self, sheet: str, labels: Mapping[int, str]) -> str:
        """The kind that a person said a sheet is, or one with the same headings; "" for none."""
        said, own = {fold(name): kind for name, kind in self.kinds.items()}, layout(labels.values())
        return said.get(own) or said.get(fold(sheet)) or self.saved.get(own, {}).get(SHEET, "")


def layout(labels: Iterable[str]) -> str:
    """What tables with the same headings in the same order have in common."""
    return hashlib.md5("\x1f".join(map(fold, labels)).encode()).hexdigest()


@dataclass(frozen=True)
class Assigned:
    """Which column each field has. said: those that a person gave; taken: the others."""

    said: dict[str, int]
    taken: dict[str, Taken]

    @property
    def columns(self) -> dict[str, int]:
        return self.said | {name: one.column for name, one in self.taken.items()}

    @property
    def total(self) -> float:
        """How well the whole table is spoken for as one of the kind."""
        said = len(self.said) * EXACT
        return said + sum(one.score for one in self.taken.values())


def assign(
    kind: str,
    paths: Mapping[int, Path],
    chosen: Mapping[int, str],
    profiles: Profiles | None = None,
    least: float = TAKEN,
) -> Assigned:
    """Each field one column, each column one field. chosen is what a person said, column ->
    field, and comes before all else. least: what makes a column a field."""
    said: dict[str, int] = {}
    for column in sorted(paths.keys() & chosen.keys()):
        if chosen[column] in fields(kind):
            said.setdefault(chosen[column], column)
    free = {c: path for c, path in paths.items() if c not in chosen and not is_ours(path[-1])}
    scores = {
        column: {name: score for name, score in found.items() if name not in said}
        for column, found in likelihood.scores(kind, free, profiles).items()
    }
    return Assigned(said, assignment.best(scores, least))
