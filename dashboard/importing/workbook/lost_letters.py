"""Texts that lost letters on their way through a program that knew none of them: "X? ??c H?p".

Only letters beyond ASCII are lost, so what is left tells much: a text is made out where a
single known one fits. Known are the names that the program knows, the sound texts of the same
book and the words of the reference tables. Else it stays as it is: who reads it sees to that.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from dashboard import config
from dashboard.folding import tidy
from dashboard.importing.workbook.old_letters import is_syllable

LONGEST = 200  # characters of a text that may be a name or a phrase
REFERENCE = (("words", "word"), ("columns", "alias"), ("components", "name_vi"))

_GAP = "?\ufffd¿\u25a1\u25af"
_LOST = re.compile("[?¿]+(?=[^\\W\\d_])|\ufffd|(?<=[^\\W\\d_])[\u25a1\u25af]+(?=[^\\W\\d_])")
_END = re.compile(
    "(?<![^\\W_])(?:[A-ZĐ][b-df-hj-np-tvxđ]{0,2}|[b-df-hj-np-tvxđ]{1,3})[?¿](?![?\\w])"
)
_DIGITS = re.compile(r"[\d.,/%\s-]*\d[\d.,/%\s-]*[?\ufffd][\d.,/%\s?\ufffd-]*")  # 4??
_SIGNS = ';,.:()[]"“”'  # around a name
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"https?:|www\.|[=&]")
_OTHER = re.compile("[^\x00-\x7f\\W\\d_]")  # a letter beyond ASCII
_FIXED = re.compile(f"[{_GAP}]+|[^{_GAP}]+")


def has_lost(text: str) -> bool:
    """Whether letters of the text are lost: no question ends like that.

    >>> has_lost("X? ??c H?p"), has_lost("Thôn H?"), has_lost("Có biết không?")
    (True, True, False)
    """
    if not any(gap in text for gap in _GAP):
        return False
    if _DIGITS.fullmatch(text):
        return True
    return any(map(_is_broken, _TOKEN.findall(text)))


def _is_broken(token: str) -> bool:
    if "\ufffd" in token:
        return True
    if _ADDRESS.search(token) or not (_LOST.search(token) or _END.search(token)):
        return False
    said = [part for part in re.split(r"[?¿]+", token) if part]
    is_two = len(said) > 1 and said[1][0].isupper() and not token.isupper()
    return not (is_two and all(map(is_syllable, said)))  # "không?Có"


class Known:
    """Texts by which others are made out."""

    def __init__(self, texts: Iterable[str]):
        self._by_shape: dict[str, dict[str, str]] = defaultdict(dict)
        self._lengths: set[int] = set()
        for text in texts:
            if len(text) <= LONGEST and _OTHER.search(text) and not has_lost(text):
                said = tidy(text)
                self._by_shape[_shape(said.lower())].setdefault(said.lower(), said)
                self._lengths.add(said.count(" ") + 1)

    def whole(self, text: str) -> str | None:
        """The text with its letters: as a whole, or those of its phrases that are known.

        >>> Known(["Xã Đức Hợp", "Thôn Đông"]).whole("UBND x? ??c H?p")
        'UBND Xã Đức Hợp'
        """
        said = tidy(text)
        if len(said) > LONGEST:
            return None
        if found := self._only(said):
            return found
        for part in self._phrases(said.split(" ")):
            if part in said and (found := self._only(part)):
                said = said.replace(part, found)
        return None if said == tidy(text) else said

    def _phrases(self, words: list[str]) -> Iterator[str]:
        """Runs of two words and more that lost letters and have the shape of a known text, the
        longest first."""
        shapes = [_shape(word.lower()) for word in words]
        broken = [_is_broken(word) for word in words]
        for size in sorted(self._lengths.intersection(range(2, len(words))), reverse=True):
            for begin in range(len(words) - size + 1):
                shape = " ".join(shapes[begin : begin + size]).strip(_SIGNS)
                if shape in self._by_shape and any(broken[begin : begin + size]):
                    yield " ".join(words[begin : begin + size]).strip(_SIGNS)

    def _only(self, text: str) -> str | None:
        """The one known text that fits."""
        known = self._by_shape.get(_shape(text.lower()), {})
        for exact in (True, False) if known else ():
            pattern = _pattern(text.lower(), exact)
            found = [shown for lowered, shown in known.items() if pattern.fullmatch(lowered)]
            if found:
                return _in_case_of(text, found[0]) if len(found) == 1 else None
        return None


def _shape(text: str) -> str:
    """What texts have in common that may be one: their ASCII, a mark for all between."""
    return re.sub(f"(?:{_OTHER.pattern}|[{_GAP}])+", "?", text)


def _pattern(text: str, exact: bool) -> re.Pattern[str]:
    """What fits: a letter for each that is lost, or for up to three bytes of it."""
    found = ""
    for part in _FIXED.findall(text):
        if part[0] in _GAP:
            least = len(part) if exact else -(-len(part) // 3)
            found += f"(?:{_OTHER.pattern}){{{least},{len(part)}}}"
        else:
            found += re.escape(part)
    return re.compile(found)


def _in_case_of(text: str, found: str) -> str:
    return found.upper() if text.upper() == text and len(found.split()) > 1 else found


@cache
def reference() -> tuple[str, ...]:
    """The words and phrases of the reference tables."""
    found: list[str] = []
    for name, column in REFERENCE:
        with (config.REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            found += [row[column] for row in csv.DictReader(stream)]
    return tuple(dict.fromkeys(found))
