"""The wordings of headings as offices write them, and the choice of one for each column."""

import csv
import random
import re
from dataclasses import dataclass
from functools import cache

from tests.corpus.pieces import HERE, Setting


@dataclass(frozen=True)
class Wording:
    """A heading of a field of a kind. under: the levels above it, joined by "|".

    clear: it tells the field without a look at the column.
    """

    kind: str
    field: str
    text: str
    under: tuple[str, ...]
    clear: bool


@dataclass(frozen=True)
class Extra:
    """A column that the program does not know: the levels above it, heading, what it holds."""

    kind: str
    under: tuple[str, ...]
    text: str
    values: str


def _levels(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


@cache
def wordings() -> tuple[Wording, ...]:
    with (HERE / "wordings.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Wording(
                row["kind"],
                row["field"],
                row["wording"].replace("\\n", "\n"),
                _levels(row["under"]),
                row["clear"] == "1",
            )
            for row in csv.DictReader(file)
        )


@cache
def extras() -> tuple[Extra, ...]:
    with (HERE / "extras.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Extra(row["kind"], _levels(row["under"]), row["heading"], row["values"])
            for row in csv.DictReader(file)
        )


def of_field(kind: str, field: str, under: tuple[str, ...] = ()) -> list[Wording]:
    return [w for w in wordings() if (w.kind, w.field, w.under) == (kind, field, under)]


def groups(kind: str) -> dict[tuple[str, ...], set[str]]:
    """The upper levels that this kind's headings stand under -> the fields they hold."""
    found: dict[tuple[str, ...], set[str]] = {}
    for wording in wordings():
        if wording.kind == kind and wording.under:
            found.setdefault(wording.under, set()).add(wording.field)
    return found


def drawn(
    place: Setting, kind: str, field: str, under: tuple[str, ...], taken: set[str]
) -> Wording:
    """A wording that no other column of the sheet has; taken grows by it."""
    choices = of_field(kind, field, under) if under else []
    if not choices or place.rng.random() < 0.3:
        choices = choices + of_field(kind, field)
    free = [w for w in choices if bare(w.text) not in taken] or choices
    # what is clear only by its contents is drawn half as often
    weights = [1.0 if w.clear else 0.5 for w in free]
    one = place.rng.choices(free, weights)[0]
    taken.add(bare(one.text))
    return one


def bare(text: str) -> str:
    """The text for telling headings apart."""
    return re.sub(r"\W+", "", text.lower())


def varied(rng: random.Random, text: str) -> str:
    """The heading with a line break where a column is narrow."""
    if "\n" not in text and len(text) > 14 and text.count(" ") > 2 and rng.random() < 0.2:
        words = text.split(" ")
        middle = len(words) // 2
        return " ".join(words[:middle]) + "\n" + " ".join(words[middle:])
    return text
