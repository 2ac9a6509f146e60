"""Headings that are known letter for letter: the synonyms in data/reference/columns.csv, where
kind is the name of a kind of sheet."""

import csv
import re
from functools import cache, lru_cache

from dashboard import config
from dashboard.folding import fold
from dashboard.importing.kinds import kind_of
from dashboard.importing.wording import vocabulary

LONGEST_LABEL = 10  # words: in longer texts a synonym stands by chance
LONGEST_FOR_ONE_WORD = 5  # and it must stand first: "Thôn (nơi ở)", but not "Công an xã"

# "thong_tin/tuoi": survey tools write the name of the group before that of the question.
_GROUPED = re.compile(r"[A-Za-z0-9_]+(?:/[A-Za-z0-9_]+)+")

Rank = tuple[bool, int]
NO_RANK: Rank = (False, 0)


@cache
def synonyms() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """kind -> (field, words of a synonym), as many as columns.csv has."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for kind, name, alias in _aliases():
        found.setdefault(kind, []).append((name, words_of(alias)))
    return found


@cache
def _begun(kind: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The synonyms of a kind by their first word."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, alias in synonyms()[kind]:
        found.setdefault(alias[0], []).append((name, alias))
    return found


@cache
def headings(kind: str) -> dict[str, str]:
    """field -> the heading that people know it by: its first synonym."""
    found: dict[str, str] = {}
    for _, name, alias in (row for row in _aliases() if row[0] == kind):
        found.setdefault(name, alias)
    return found


@cache
def fields(kind: str) -> frozenset[str]:
    """The fields that a kind of table may have."""
    return frozenset(name for name, _ in synonyms().get(kind, []))


@cache
def _aliases() -> list[tuple[str, str, str]]:
    with (config.REFERENCE / "columns.csv").open(encoding="utf-8", newline="") as stream:
        return [(row["kind"], row["field"], row["alias"]) for row in csv.DictReader(stream)]


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
    if _GROUPED.fullmatch(label) and kind_of(kind).has_answers:
        words = words_of(label.rpartition("/")[2])
    begun = _begun(kind)
    for name, alias in (one for word in words for one in begun.get(word, ())):
        if rank := _rank(words, alias):
            found[name] = max(rank, found.get(name, rank))
    if "unit" in found and is_former(label):
        found["former_unit"] = max(found.pop("unit"), found.get("former_unit", NO_RANK))
    if "village" in found and is_former(label):
        found["village"] = NO_RANK  # "Thôn cũ" only where no other column is the village
    return found


def is_former(label: str) -> bool:
    """Whether the heading of a unit says that it is the one before a merger.

    >>> is_former("Xã (trước 1/7/2025)"), is_former("Xã mới")
    (True, False)
    """
    return vocabulary.inside("former", label.replace("_", " ")) is not None


def is_known(kind: str, label: str) -> bool:
    """Whether a heading is a field's letter for letter."""
    return any(is_exact for is_exact, _ in ranked(kind, label).values())


def _rank(words: tuple[str, ...], alias: tuple[str, ...]) -> Rank | None:
    letters = sum(len(word) for word in alias)
    if words == alias:
        return True, letters
    if len(alias) == 1:
        return (
            (False, letters) if words[:1] == alias and len(words) <= LONGEST_FOR_ONE_WORD else None
        )
    if len(words) <= LONGEST_LABEL and stands_in(alias, words):
        return False, letters
    return None


def stands_in(alias: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words of the one stand side by side in the other."""
    size = len(alias)
    return any(words[i : i + size] == alias for i in range(len(words) - size + 1))
