"""What the templates hold, from data/templates and data/reference; light, for the command line."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard import config


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its field and heading, how wide, what may stand in it, its note."""

    field: str
    heading: str
    width: float
    input: str
    note: str
    example: str = ""


@dataclass(frozen=True)
class Form:
    """A sheet to be filled in. asks: whether it has places for the unit and the year."""

    kind: str
    sheet: str
    asks: bool
    columns: tuple[Column, ...]


def kinds() -> list[str]:
    """The templates that there are."""
    return list(dict.fromkeys(row["template"] for row in _rows("sheets")))


def forms(template: str) -> list[Form]:
    """The sheets of a template."""
    return [
        Form(row["kind"], row["sheet"], bool(row["asks"]), _columns(row["kind"]))
        for row in _rows("sheets")
        if row["template"] == template
    ]


def _columns(kind: str) -> tuple[Column, ...]:
    return tuple(
        Column(
            row["field"],
            row["heading"],
            float(row["width"]),
            row["input"],
            row["note"],
            row["example"],
        )
        for row in _rows("columns")
        if row["kind"] == kind
    )


@cache
def choices() -> dict[str, list[str]]:
    """What may be chosen, by list; of components those of today's index, "1.1 Tri thức..."."""
    found = {"component": _components()}
    for row in _rows("choices"):
        found.setdefault(row["list"], []).append(row["choice"])
    return found


def _components() -> list[str]:
    return [
        f"{row['code']} {row['name_vi']}"
        for row in _read(config.REFERENCE / "components.csv")
        if row["level"] == "sub_dimension" and not row["last_year"]
    ]


@cache
def _rows(name: str) -> list[dict[str, str]]:
    return _read(config.TEMPLATES / f"{name}.csv")


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
