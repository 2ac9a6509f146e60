"""Texts typed for the fonts of before Unicode: TCVN3 (.VnTime, ABC) and VNI (VNI-Times).

Such letters come as Western ones: "Céng hßa" is Cộng hòa in TCVN3, "Coäng hoøa" in VNI.
Whether a sheet is so written is judged from all its words together: those that are no
Vietnamese syllables as they stand must become such. One cell never decides.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from dashboard import config
from dashboard.folding import capital, toned_apart

_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff]*[\u00a1-\u00ff][A-Za-z\u00a1-\u00ff]*")
_BEYOND = re.compile(r"[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")  # letters of Unicode only
_CAPITALS = re.compile(r"[A-Z]{2}")
_LOWER = re.compile(r"[a-z]")
LOOKED_AT = 20_000  # texts; more tell nothing new
FEWEST = 3  # words made whole: fewer may be chance
MOST_BECOME_WORDS = 0.7  # of the words with such letters
MANY_ARE_MENDED = 0.4  # the rest are syllables both ways, as "Céng" is


@dataclass(frozen=True)
class Judged:
    """How a sheet is written: encoding is "" for Unicode. mixed: some cells are Unicode."""

    encoding: str = ""
    mixed: bool = False


def judged(texts: Iterable[str], fewest: int = FEWEST) -> Judged:
    """How the texts of a sheet are written, by at least so many words made whole.

    >>> judged(["NhiÖm vô", "Chñ tr×", "Thêi h¹n"]).encoding
    'TCVN3'
    >>> judged(["Nhiệm vụ", "Chủ trì", "Café ® § µ"]).encoding
    ''
    """
    western: set[str] = set()
    unicode: set[str] = set()
    for text in islice((text for text in texts if not text.isascii()), LOOKED_AT):
        (unicode if _BEYOND.search(text) else western).update(_words(text))
    if not western:
        return Judged()
    found = max(tables(), key=lambda encoding: _mended(western, encoding))
    mended = _mended(western, found)
    whole = sum(is_syllable(decoded(word, found)) for word in western)
    if mended < max(fewest, MANY_ARE_MENDED * len(western)):
        return Judged()
    if whole < MOST_BECOME_WORDS * len(western):
        return Judged()
    return Judged(found, mixed=bool(unicode))


def is_suspected(texts: Iterable[str]) -> bool:
    """Whether some of a whole book's words may be of before Unicode: worth judging its sheets."""
    words = {word for text in islice(_western(texts), LOOKED_AT) for word in _words(text)}
    return any(_mended(words, encoding) for encoding in tables())


def restored(text: str, how: Judged) -> str:
    """The text in Unicode, where the sheet is written so; a cell in Unicode stays as it is."""
    if not how.encoding or text.isascii() or _BEYOND.search(text):
        return text
    words = _words(text)
    before, after = _sense(words), _sense([decoded(word, how.encoding) for word in words])
    if after < before or (how.mixed and after == before):
        return text
    found = decoded(text, how.encoding)
    # TCVN3 has no capitals with tones: where all others are capitals these were meant so too.
    capitals = _CAPITALS.search(text) and not _LOWER.search(text)
    return found.upper() if capitals else found


def decoded(text: str, encoding: str) -> str:
    """The text with each letter of the encoding as Unicode has it.

    >>> decoded("Céng hßa x· héi", "TCVN3"), decoded("Coäng hoøa xaõ hoäi", "VNI")
    ('Cộng hòa xã hội', 'Cộng hòa xã hội')
    """
    pattern, letters = tables()[encoding]
    return pattern.sub(lambda match: letters[match[0]], text)


@cache
def tables() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """encoding -> its letters as written, longest first, and what each is in Unicode."""
    letters: dict[str, dict[str, str]] = {}
    for row in _rows("legacy_encodings"):
        letters.setdefault(row["encoding"], {})[row["written"]] = row["letter"]
    # In VNI the mark's case may differ from its letter's: "Ñoâng Aù".
    for written, letter in list(letters["VNI"].items()):
        letters["VNI"].setdefault(capital(written), letter.upper())
    return {
        encoding: (re.compile("|".join(sorted(own, key=len, reverse=True))), own)
        for encoding, own in letters.items()
    }


def _western(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if not (text.isascii() or _BEYOND.search(text)))


def _words(text: str) -> list[str]:
    """Words with Western letters or signs; a sign by itself (® µ §) tells nothing."""
    return [word for word in _WORD.findall(text) if len(word) > 1]


def _mended(words: Iterable[str], encoding: str) -> int:
    """Words that are syllables by this encoding only."""
    return sum(is_syllable(decoded(w, encoding)) and not is_syllable(w) for w in words)


def _sense(words: list[str]) -> tuple[int, int]:
    """How many of the words are syllables, and how many are common ones: "xã", "công"."""
    common = _common()
    return sum(map(is_syllable, words)), sum(word.lower() in common for word in words)


@cache
def _common() -> frozenset[str]:
    texts = [row["word"] for row in _rows("words")]
    texts += [row["alias"] for row in _rows("columns")]
    texts += [row["name_vi"] for row in _rows("components")]
    return frozenset(word for text in texts for word in re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether a word is built like a Vietnamese one: onset, rime, at most one tone."""
    plain, tones = toned_apart(word.lower())
    if len(tones) > 1:
        return False
    onsets, rimes = _parts()
    return any(
        plain[:size] in onsets and plain[size:] in rimes for size in range(min(4, len(plain)))
    )


@cache
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    parts: dict[str, set[str]] = {"onset": {""}, "rime": set()}
    for row in _rows("syllables"):
        parts[row["part"]].add(row["spelling"])
    return frozenset(parts["onset"]), frozenset(parts["rime"])


def _rows(name: str) -> list[dict[str, str]]:
    with (config.REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
