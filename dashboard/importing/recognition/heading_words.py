"""How well a heading's words speak for each field: data/reference/heading_words.csv.

A heading is the path of its levels, the group's words before its own. Words carry weights, for
a field and against it; the longest phrases count first and each word once. Units in brackets
are words like others, joined words are cut (MaPhieu, gioitinh), and words written with accents
must have the phrase's own.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard import config
from dashboard.importing.recognition.synonyms import fields, is_former, ranked
from dashboard.importing.wording.vocabulary import Token, tokens

Path = tuple[str, ...]  # a heading's words, level by level, its own the last

EXACT = 12.0  # a heading that is known letter for letter
PARTLY = 5.0  # one in which a known heading stands
UPPER, UPPER_AGAINST = 0.5, 0.25  # words of a group's heading beside those of a column's own
INSIDE, INSIDE_ALONE = 0.85, 0.45  # a phrase that others stand before; a single such word
STRANGE, STRANGE_MOST = 0.4, 2.0  # taken off for each word that says nothing, and at most
FORMER = "former_unit"
LONGEST = 16  # words: a question's text is no heading of a field
_NUMBERED = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{2})")
_SHORTEST_JOINED = 4  # letters
_BEFORE_FIRST = frozenset("(/[:;")
_SIGNS = frozenset("%+#≥>=")


@dataclass(frozen=True)
class Phrase:
    """Words with what they weigh for a field of a kind."""

    words: tuple[Token, ...]
    weight: float


@lru_cache(maxsize=50_000)
def scores(kind: str, path: Path) -> dict[str, float]:
    """field -> how well a heading speaks for it, from 0 (says nothing) to EXACT."""
    own = ranked(kind, path[-1])
    found: dict[str, float] = {}
    for name in fields(kind):
        is_exact, letters = own.get(name, (False, 0))
        if is_exact:
            found[name] = EXACT + 0.01 * letters
            continue
        worth = _former(name, path[-1], _worth(kind, "unit" if name == FORMER else name, path))
        if letters:  # the longer of two known headings that stand in one tells more
            worth = max(worth, min(worth, 0.0) + PARTLY + 0.05 * letters)
        if worth:
            found[name] = min(worth, EXACT - 1)
    return found


def _former(name: str, label: str, worth: float) -> float:
    """A unit before a merger is none of today's; a village's old name tells it where it has no
    other."""
    if not is_former(label):
        return 0.0 if name == FORMER else worth
    return 0.0 if name == "unit" else min(worth, PARTLY) if name == "village" else worth


def speaks(kind: str, path: Path) -> bool:
    """Whether a heading says something of a field of the kind."""
    return max(scores(kind, path).values(), default=0.0) >= PARTLY - 1


def names(kind: str, path: Path) -> bool:
    """Whether a heading, read alone, clearly names a field."""
    return max(scores(kind, path).values(), default=0.0) >= PARTLY + 1


def _worth(kind: str, name: str, path: Path) -> float:
    own = _weighed(kind, name, path[-1])
    if own is None:
        return 0.0
    upper = (_weighed(kind, name, level) or 0.0 for level in path[:-1])
    return own + sum(UPPER * worth if worth > 0 else UPPER_AGAINST * worth for worth in upper)


@lru_cache(maxsize=50_000)
def _weighed(kind: str, name: str, label: str) -> float | None:
    """What the words of one level weigh; None where they are too many."""
    said, firsts = _said(label)
    if len(said) > LONGEST:
        return None
    begun = _phrases(kind, name)
    found = [p for word in {word for word, _ in said} if word in begun for p in begun[word]]
    if not found:
        return 0.0
    free = [True] * len(said)
    total = 0.0
    for phrase in sorted(found, key=lambda p: (-len(p.words), -p.weight, p.words)):
        for at in _places(said, phrase.words, free):
            size = len(phrase.words)
            free[at : at + size] = [False] * size
            is_first = at in firsts or phrase.weight < 0
            total += phrase.weight * (1.0 if is_first else INSIDE if size > 1 else INSIDE_ALONE)
    strange = sum(f and not _is_filler(word) for f, (word, _) in zip(free, said, strict=True))
    return total - min(STRANGE * strange, STRANGE_MOST) if total > 0 else total


def _places(said: tuple[Token, ...], words: tuple[Token, ...], free: list[bool]) -> Iterator[int]:
    size = len(words)
    for at in range(len(said) - size + 1):
        if all(free[at : at + size]) and all(map(_same, said[at : at + size], words)):
            yield at


def _same(said: Token, word: Token) -> bool:
    """A word written with accents must carry the phrase's own."""
    return said[0] == word[0] and (not said[1] or said[1] == word[1])


@lru_cache(maxsize=50_000)
def _said(label: str) -> tuple[tuple[Token, ...], frozenset[int]]:
    """The words of a heading, joined ones cut, of signs those that say something; and the places
    of what stands first, in the heading or in brackets or behind a slash: what it is about."""
    found: list[Token] = []
    firsts = {0}
    for token in tokens(_humps_apart(label)):
        word, _ = token
        if word in _SIGNS or word.isalnum():
            for part in [token] if word in _known() else _cut(token):
                found += _abbreviations().get(part[0], (part,))
        elif word in _BEFORE_FIRST:
            firsts.add(len(found))
    return tuple(found), frozenset(firsts)


def _humps_apart(label: str) -> str:
    """MaPhieu, ma_phieu, Tu18 as two words."""
    parts = zip(label, " " + label, strict=False)
    spaced = "".join(f" {c}" if c.isupper() and before.islower() else c for c, before in parts)
    return _NUMBERED.sub(" ", spaced.replace("_", " "))


def _cut(token: Token) -> list[Token]:
    """A joined word as the known words that it is made of; itself where it is none."""
    word, _ = token
    if len(word) < _SHORTEST_JOINED or not word.isalpha():
        return [token]
    ways: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 9), end):
            before = ways[start]
            better = before is not None and word[start:end] in _known()
            if better and before is not None and _is_fewer(before, ways[end]):
                ways[end] = [*before, word[start:end]]
    whole = ways[-1]
    return [(part, ()) for part in whole] if whole else [token]


def _is_fewer(before: list[str], found: list[str] | None) -> bool:
    return found is None or len(before) + 1 < len(found)


def _is_filler(word: str) -> bool:
    return word in _fillers() or not word.isalnum()


@cache
def _fillers() -> frozenset[str]:
    return frozenset(word for kind, name, p in _rows() if name == "*" for word, _ in p.words)


@cache
def _abbreviations() -> dict[str, tuple[Token, ...]]:
    """TG is thời gian."""
    pairs = (row["words"].split("|") for row in _table() if row["field"] == "=")
    found = (pair.split("=") for row in pairs for pair in row)
    return {tokens(short)[0][0]: tokens(full) for short, full in found}


@cache
def _known() -> frozenset[str]:
    """Every word of the table that joined words may be cut into."""
    words = {word for _, _, phrase in _rows() for word, _ in phrase.words}
    return frozenset(word for word in words | _abbreviations().keys() if len(word) > 1)


@cache
def _phrases(kind: str, name: str) -> dict[str, list[Phrase]]:
    """The phrases of a field by their first word."""
    found: dict[str, list[Phrase]] = {}
    for kinds, field, phrase in _rows():
        if field == name and (kind in kinds or "*" in kinds):
            found.setdefault(phrase.words[0][0], []).append(phrase)
    return found


@cache
def _rows() -> list[tuple[frozenset[str], str, Phrase]]:
    return [
        (frozenset(row["kinds"].split()), row["field"], Phrase(said, float(row["weight"])))
        for row in _table()
        if row["field"] != "="
        for words in row["words"].split("|")
        if (said := tuple(t for t in tokens(words) if t[0] in _SIGNS or t[0].isalnum()))
    ]


@cache
def _table() -> list[dict[str, str]]:
    with (config.REFERENCE / "heading_words.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
