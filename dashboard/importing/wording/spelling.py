"""How a name is written, made comparable: its kind and its words, whatever signs stand between.

Two names are the same without regard to case, signs, spaces, leading zeros and where a tone
is placed; they agree when each word is the same or one of the two is written without accents.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from dashboard.folding import tidy, toned, without_accents
from dashboard.importing.wording import vocabulary

Known = TypeVar("Known")

_WORDS = re.compile(r"\d+|[^\W\d_]+")
_NUMBER_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d)")  # Thôn1
_NUMBER_WORDS = (toned("số"), "so")


@dataclass(frozen=True)
class Spelling:
    """kind: "thôn", "xã" ..., "" without one; words: in lower case, with their accents."""

    kind: str
    words: tuple[str, ...]

    @property
    def bare(self) -> tuple[str, ...]:
        """The words without accents."""
        return tuple(map(without_accents, self.words))

    def is_same(self, other: "Spelling") -> bool:
        """The same words, and the same kind where both are written with one."""
        return self.words == other.words and self._same_kind(other)

    def is_alike(self, other: "Spelling") -> bool:
        """The same but for accents."""
        return self.bare == other.bare and self._same_kind(other)

    def agrees(self, other: "Spelling") -> bool:
        """Alike, and no word is written with other accents than its fellow has."""
        pairs = zip(self.words, other.words, strict=False)
        return self.is_alike(other) and all(a == b or a.isascii() or b.isascii() for a, b in pairs)

    def _same_kind(self, other: "Spelling") -> bool:
        return self.kind == other.kind or not (self.kind and other.kind)


@lru_cache(maxsize=50_000)
def place(name: str, is_village: bool) -> Spelling:
    """The spelling of a village or of a unit above the villages.

    >>> place("T. Đông", True) == place("thôn ĐÔNG", True), place("Thôn 01", True).words
    (True, ('1',))
    """
    written = _NUMBER_GLUED.sub(" ", tidy(name).lower())
    kind, length = vocabulary.beginning("village_kind" if is_village else "unit_kind", written)
    rest = _numbered(words_of(written[length:]))
    if kind and rest:
        return Spelling(kind, rest)
    return Spelling("", _numbered(words_of(written)))


def words_of(written: str) -> tuple[str, ...]:
    """The words and numbers of a lower-case text, with each tone at its word's end."""
    return tuple(map(_word, _WORDS.findall(written)))


@lru_cache(maxsize=50_000)
def _word(written: str) -> str:
    return written.lstrip("0") or "0" if written.isdigit() else toned(written)


def _numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a place: "số 1" is 1."""
    pairs = zip(words, (*words[1:], ""), strict=False)
    return tuple(w for w, after in pairs if not (w in _NUMBER_WORDS and after.isdigit()))


def is_plain(name: str) -> bool:
    """Written without any accent."""
    return without_accents(tidy(name)) == tidy(name)


def alike(
    written: Spelling,
    known: Iterable[Known],
    spelling_of: Callable[[Known], Spelling],
    beside: Iterable[Spelling],
) -> list[Known]:
    """Those with the name's spelling; failing that, the only one but for accents.

    Two names of one sheet (beside) that differ by an accent are two; a name typed without
    accents is the accented one.
    """
    known = list(known)
    if exact := [k for k in known if spelling_of(k).is_same(written)]:
        return exact
    found = [k for k in known if spelling_of(k).is_alike(written)]
    if len(found) != 1 or spelling_of(found[0]).agrees(written):
        return found
    spellings = {other.words for other in beside if other.is_alike(written)}
    return found if spellings <= {written.words} else []
