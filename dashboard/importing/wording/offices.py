"""Officials and bodies by any of their spellings: VP-TK is Công chức Văn phòng - Thống kê.

Abbreviations are written out (words.csv, office_short), words of address and of rank go from
the beginning (office_word), and "xã" with the unit's own name from the end.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.folding import tidy, toned, without_accents
from dashboard.importing.wording import spelling, vocabulary
from dashboard.importing.wording.spelling import Spelling, words_of
from dashboard.place_kinds import level_of

_DOTTED = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\b)")  # U.B.N.D is UBND
_JOINING = (toned("và"), "va")
_SHORTEST_RUN = 4  # letters: VPTK is VP and TK
_VOWELS = re.compile("[aeiouy]")


@dataclass(frozen=True)
class _Short:
    words: tuple[str, ...]
    full: tuple[str, ...]
    in_capitals: bool  # "CA" is công an, "ca" may be a shift


@lru_cache(maxsize=50_000)
def office(name: str, unit: str = "") -> Spelling:
    """The spelling of an official or body of the unit of that name.

    >>> office("CC VP-TK xã") == office("Công chức Văn phòng - Thống kê")
    True
    """
    words = written_out(_DOTTED.sub(r"\1", tidy(name)))
    words = [word for word in words if word not in _JOINING]
    own = list(spelling.place(unit, False).words)
    if own and len(words) > len(own) and words[-len(own) :] == own:
        words = words[: -len(own)] if _without_end(words[: -len(own)], "unit_kind") else words
    words = _without_end(words, "unit_kind") or words
    while shorter := _without_start(words, "office_word"):
        words = shorter
    return Spelling("", tuple(words))


def written_out(name: str) -> list[str]:
    """The words of a name, abbreviations written out, in lower case with tones at their end."""
    capitals = [word.isupper() for word in re.findall(r"\d+|[^\W\d_]+", name)]
    found = list(words_of(name.lower()))
    words: list[str] = []
    place = 0
    while place < len(found):
        full, length = _longest(found[place:], capitals[place:])
        words += full
        place += length
    return words


def _longest(words: list[str], capitals: list[bool]) -> tuple[tuple[str, ...], int]:
    """What the words begin with, written out, and of how many words it was written."""
    for short in _shorts():
        head = words[: len(short.words)]
        fits = len(head) == len(short.words) and all(map(_is_word, head, short.words))
        if fits and (capitals[0] or not short.in_capitals):
            return short.full, len(head)
    if capitals[0] or not _VOWELS.search(without_accents(words[0])):
        return _run(words[0]) or (words[0],), 1
    return (words[0],), 1


def _is_word(written: str, word: str) -> bool:
    return written == word or (written.isascii() and written == without_accents(word))


@lru_cache(maxsize=10_000)
def _run(word: str) -> tuple[str, ...]:
    """Abbreviations written as one word, each written out; nothing when they don't fill it."""
    if len(without_accents(word)) < _SHORTEST_RUN:
        return ()
    for short in _shorts():
        part = short.words[0]
        if len(short.words) == 1 and len(word) > len(part) and _is_word(word[: len(part)], part):
            rest = word[len(part) :]
            after = next((s.full for s in _shorts() if s.words == (rest,)), ()) or _run(rest)
            if after:
                return short.full + after
    return ()


def _without_end(words: list[str], list_name: str) -> list[str]:
    """The words without one of the list at their end; nothing when it has none, or no more."""
    return _without(words[::-1], [mark[::-1] for mark in _marks(list_name)])[::-1]


def _without_start(words: list[str], list_name: str) -> list[str]:
    return _without(words, _marks(list_name))


def _without(words: list[str], marks: list[tuple[str, ...]]) -> list[str]:
    for mark in marks:
        head = words[: len(mark)]
        if len(words) > len(mark) and all(map(_is_word, head, mark)):
            return words[len(mark) :]
    return []


@cache
def _marks(list_name: str) -> list[tuple[str, ...]]:
    """The words of a list, the longest first; of the kinds of units those of a commune."""
    pairs = vocabulary.pairs(list_name)
    if list_name == "unit_kind":
        pairs = [pair for pair in pairs if pair[0] == pair[1] and level_of(pair[1]) == "commune"]
    return sorted((words_of(word) for word, _ in pairs), key=len, reverse=True)


@cache
def _shorts() -> tuple[_Short, ...]:
    """Abbreviations and what they stand for, the longest first."""
    found = [
        _Short(words_of(word.lower()), words_of(full), word.isupper())
        for word, full in vocabulary.pairs("office_short")
    ]
    return tuple(sorted(found, key=lambda s: -len("".join(s.words)) - 100 * len(s.words)))
