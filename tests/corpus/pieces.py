"""What a drawn sheet is made of, and what was meant by it."""

import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent


@cache
def pools() -> dict[str, Any]:
    """The texts that cells are filled with."""
    return tomllib.loads((HERE / "pools.toml").read_text(encoding="utf-8"))


class Shown(NamedTuple):
    """A cell as it is written into the workbook, and what it means (AnyOf: one of several)."""

    value: object
    format: str = "General"
    truth: object = None


class AnyOf(NamedTuple):
    """A cell that leaves open which of these it means: a year of birth and the age."""

    values: tuple[object, ...]


NOT_JUDGED = AnyOf(())  # a cell that is written for its column only
BLANK = Shown(None)


@dataclass
class Column:
    """A column: its field ("" for none of ours), the levels of its heading, its cells.

    may: fields that it may be taken for without harm. question: a question's code. spanned: a
    blank cell belongs to the one above it, and is merged with it.
    """

    field: str
    path: tuple[str, ...]
    cells: list[Shown]
    may: tuple[str, ...] = ()
    question: bool = False
    spanned: bool = False
    clear: bool = True


@dataclass
class Sheet:
    """A sheet before it is laid out. sections: index of a row -> (number, text) above it.

    kind: one of the program's kinds, or "none". key: the field whose text stands in sections
    and foot rows. foot: rows below the table as field -> cell. unseen: field -> what each row
    means where no column says it (the sections do).
    """

    name: str
    kind: str
    columns: list[Column]
    titles: list[str] = field(default_factory=list)
    sections: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    key: str = ""
    foot: list[dict[str, object]] = field(default_factory=list)
    unseen: dict[str, list[object]] = field(default_factory=dict)


@dataclass
class Heading:
    """Where a column's heading stands in its sheet, and how it reads."""

    letter: str
    text: str
    first_row: int
    last_row: int
    column: Column


@dataclass
class Truth:
    """What was meant by a sheet: its columns, its rows, and what these say in no column."""

    sheet: str
    kind: str
    headings: list[Heading] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    unseen: dict[str, list[object]] = field(default_factory=dict)


@dataclass
class Setting:
    """What the sheets of one workbook have in common."""

    rng: random.Random
    year: int
    commune: str
    villages: list[str]

    @staticmethod
    def drawn(rng: random.Random) -> "Setting":
        words = pools()
        return Setting(
            rng,
            rng.choice((2022, 2023)),
            rng.choice(words["communes"]),
            rng.sample(words["villages"], rng.randint(3, 7)),
        )
