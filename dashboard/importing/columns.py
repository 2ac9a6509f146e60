"""Headings -> the fields they mean, by the synonyms in data/reference/columns.csv."""

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from dashboard import config
from dashboard.folding import fold

LONGEST_LABEL = 10  # words: in longer texts a synonym stands by chance
LONGEST_FOR_ONE_WORD = 5  # and it must stand first: "Thôn (nơi ở)", but not "Công an xã"

Rank = tuple[bool, int]


@cache
def synonyms() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """kind -> (field, words of a synonym), as many as columns.csv has."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    with (config.REFERENCE / "columns.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(row["kind"], []).append((row["field"], words_of(row["alias"])))
    return found


def words_of(label: str) -> tuple[str, ...]:
    """The folded words of a heading; the percent sign is one.

    >>> words_of("Tiến độ (%)")
    ('tien', 'do', 'phan', 'tram')
    """
    return tuple(re.findall(r"\w+", fold(label).replace("%", " phan tram ")))


@lru_cache(maxsize=20_000)
def ranked(kind: str, label: str) -> dict[str, Rank]:
    """The fields of a kind that a heading may mean, with how well: exactly, how many letters."""
    words = words_of(label)
    found: dict[str, Rank] = {}
    for field, alias in synonyms()[kind]:
        if rank := _rank(words, alias):
            found[field] = max(rank, found.get(field, rank))
    return found


def _rank(words: tuple[str, ...], alias: tuple[str, ...]) -> Rank | None:
    letters = sum(len(word) for word in alias)
    if words == alias:
        return True, letters
    if len(alias) == 1:
        return (
            (False, letters) if words[:1] == alias and len(words) <= LONGEST_FOR_ONE_WORD else None
        )
    if len(words) <= LONGEST_LABEL and _stands_in(alias, words):
        return False, letters
    return None


def _stands_in(alias: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(alias)
    return any(words[i : i + size] == alias for i in range(len(words) - size + 1))


def fields(kind: str) -> frozenset[str]:
    """The fields that a kind of table may have."""
    return frozenset(field for field, _ in synonyms()[kind])


def assign(kind: str, labels: Mapping[int, str], chosen: Mapping[str, str]) -> dict[str, int]:
    """field -> column: each field one column, the best heading first, then the leftmost.

    chosen is what the person said, heading -> field, and comes before every synonym.
    """
    found = _chosen(kind, labels, chosen)
    taken = set(found.values()) | _renamed(labels, chosen)
    bids = [
        (rank, -column, field)
        for column, label in labels.items()
        if column not in taken
        for field, rank in ranked(kind, label).items()
    ]
    for _, column, field in sorted(bids, reverse=True):
        if field not in found and -column not in taken:
            found[field] = -column
            taken.add(-column)
    return found


def _chosen(kind: str, labels: Mapping[int, str], chosen: Mapping[str, str]) -> dict[str, int]:
    named = {fold(label): field for label, field in chosen.items() if field in fields(kind)}
    found: dict[str, int] = {}
    for column, label in labels.items():
        if field := named.get(fold(label)):
            found.setdefault(field, column)
    return found


def _renamed(labels: Mapping[int, str], chosen: Mapping[str, str]) -> set[int]:
    """Columns the person gave a meaning: no synonym may give them another."""
    named = {fold(label) for label in chosen}
    return {column for column, label in labels.items() if fold(label) in named}
