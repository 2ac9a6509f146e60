"""Lists of Vietnamese words and the values they stand for: data/reference/words.csv, and the
kinds of place (lists village_kind and unit_kind).

A word matches without regard to case and accents, but a text written with accents must
carry the word's own: "đúng" is never "dừng", while "dung" may be either.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dashboard import config
from dashboard.folding import fold, tidy
from dashboard.place_kinds import written_kinds

_TOKENS = re.compile(r"\w+|[^\w\s]")

Token = tuple[str, tuple[str, ...]]


def tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of a text, each folded, with its accents beside it.

    The accents of a word are sorted, so that "hòa" and "hoà" are one.
    """
    return tuple((fold(part), _accents(part)) for part in _TOKENS.findall(tidy(text).lower()))


def _accents(part: str) -> tuple[str, ...]:
    if part.isascii():
        return ()
    marks = sorted(c for c in unicodedata.normalize("NFD", part) if unicodedata.combining(c))
    return tuple(marks + ["đ"] * part.count("đ"))


def _same(found: Iterable[Token], word: tuple[Token, ...]) -> bool:
    return all(
        f == w and (not accents or accents == own)
        for (f, accents), (w, own) in zip(found, word, strict=True)
    )


@dataclass(frozen=True)
class Lexicon:
    """Words with the values they stand for, the longest first."""

    words: tuple[tuple[tuple[Token, ...], str], ...]

    @cached_property
    def _begun(self) -> dict[str, list[tuple[tuple[Token, ...], str]]]:
        """The words by their first part, in their order."""
        found: dict[str, list[tuple[tuple[Token, ...], str]]] = {}
        for word in self.words:
            found.setdefault(word[0][0][0], []).append(word)
        return found

    def beginning_with(self, found: tuple[Token, ...]) -> list[tuple[tuple[Token, ...], str]]:
        """The words that a text of these parts may begin with, the longest first."""
        return self._begun.get(found[0][0], []) if found else []

    def exact(self, text: str) -> str | None:
        """The value of the word that is the whole text."""
        found = tokens(text)
        own = self.beginning_with(found)
        return self._first(w for w in own if len(w[0]) == len(found) and _same(found, w[0]))

    def start(self, text: str) -> str | None:
        """The value of the longest word the text begins with."""
        found = tokens(text)
        return self._first(
            w
            for w in self.beginning_with(found)
            if len(w[0]) <= len(found) and _same(found[: len(w[0])], w[0])
        )

    def inside(self, text: str) -> str | None:
        """The value of the longest word that stands anywhere in the text."""
        found = tokens(text)
        return self._first(w for w in self.words if _within(found, w[0]))

    @staticmethod
    def _first(matches: Iterable[tuple[tuple[Token, ...], str]]) -> str | None:
        return next((value for _, value in matches), None)


def _within(found: tuple[Token, ...], word: tuple[Token, ...]) -> bool:
    size = len(word)
    return any(_same(found[i : i + size], word) for i in range(len(found) - size + 1))


@cache
def lexicon(name: str) -> Lexicon:
    """The list of that name in words.csv."""
    words = [(tokens(row["word"]), row["value"]) for row in _rows() if row["list"] == name]
    if not words:
        raise KeyError(f"words.csv has no list {name}")
    return Lexicon(tuple(sorted(words, key=lambda word: -sum(len(t) for t, _ in word[0]))))


@cache
def _rows() -> list[dict[str, str]]:
    with (config.REFERENCE / "words.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    kinds = [
        {"list": f"{row.tier}_kind", "value": row.kind, "word": row.spelling}
        for row in written_kinds()
    ]
    return rows + kinds


def pairs(name: str) -> list[tuple[str, str]]:
    """(word, value) of the list of that name, in its order."""
    return [(row["word"], row["value"]) for row in _rows() if row["list"] == name]


@lru_cache(maxsize=50_000)
def beginning(name: str, text: str) -> tuple[str, int]:
    """The value of the longest word that the text begins with, and how long that beginning
    is in the text; ("", 0) when it begins with none."""
    found = tokens(text)
    ends = [part.end() for part in _TOKENS.finditer(text)]
    for word, value in lexicon(name).beginning_with(found):
        if len(word) <= len(found) and _same(found[: len(word)], word):
            return value, ends[len(word) - 1]
    return "", 0


@lru_cache(maxsize=50_000)
def exact(name: str, text: str) -> str | None:
    """lexicon(name).exact(text), remembered."""
    return lexicon(name).exact(text)


@lru_cache(maxsize=50_000)
def start(name: str, text: str) -> str | None:
    """lexicon(name).start(text), remembered."""
    return lexicon(name).start(text)


@lru_cache(maxsize=50_000)
def inside(name: str, text: str) -> str | None:
    """lexicon(name).inside(text), remembered."""
    return lexicon(name).inside(text)
