"""Short names of officials and bodies for charts: the full name stays in tables and hovers."""

import csv
from collections import Counter
from collections.abc import Iterable
from functools import cache

from dashboard.config import REFERENCE

LETTERS = 26


@cache
def short_name(name: str) -> str:
    """The name without "Công chức", abbreviated phrase by phrase until it is short enough.

    >>> short_name("Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường")
    'Địa chính - NN - XD và MT'
    """
    for phrase, abbreviation in _abbreviations():
        if len(name) <= LETTERS and abbreviation:
            continue
        name = name.replace(phrase, abbreviation)
    return name


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Each name with its short name, or itself where others would be called the same.

    >>> short_names(["Công chức Tư pháp", "Tư pháp", "Công an xã"])["Tư pháp"]
    'Tư pháp'
    """
    every = list(dict.fromkeys(names))
    seen = Counter(map(short_name, every))
    return {name: name if seen[short_name(name)] > 1 else short_name(name) for name in every}


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    with (REFERENCE / "abbreviations.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["phrase"], row["abbreviation"]) for row in csv.DictReader(file))
