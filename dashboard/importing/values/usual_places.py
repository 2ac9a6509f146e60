"""A village's cell that is like no other of its column, by the villages that the others name."""

import re
from collections.abc import Container

from dashboard.folding import fold
from dashboard.importing.values.place_shapes import TITLED
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.personal_shapes import is_of_person, is_prefixed

_WORD = re.compile(r"\w+")
_MOST_WORDS = 6
_KINDS = ("village_kind", "unit_kind")


def among_usual(said: str, found: str, usual: Container[str]) -> str:
    """The place in a cell that nobody else wrote so; found: what it is by itself.

    usual: folded places that several cells name, or that are known. One that stands in the cell
    ends where it ends elsewhere, whoever is named around it.

    >>> usual = {"thon trung", "thon ha"}
    >>> among_usual("Thôn Trung Giàng A X", "Thôn Trung Giàng A X", usual)
    'Thôn Trung'
    >>> among_usual("nhà bà X Thôn Hạ", "", usual), among_usual("Thôn Hạ Mới", "Thôn Hạ Mới", usual)
    ('Thôn Hạ', 'Thôn Hạ Mới')
    """
    span = _span(said, usual)
    if not span:
        return found
    begin, end = span
    if begin == 0:
        return said[:end] if found and _names_who(said[end:].strip()) else found
    is_other_place = has_kind(found) and not TITLED.match(found)
    return said[begin:end] if has_kind(said[begin:end]) and not is_other_place else found


def has_kind(said: str) -> bool:
    """Whether a text begins with Thôn, Bản, Xã or the like."""
    return any(vocabulary.beginning(kind, said)[1] for kind in _KINDS)


def _names_who(behind: str) -> bool:
    """Whether what stands behind a village is no part of its name: two words or more that are no
    place, or one without a capital."""
    words = _WORD.findall(behind)
    if is_prefixed(behind):
        return True
    if not words or has_kind(behind) or vocabulary.exact("side_of_place", words[0]):
        return False
    return len(words) > 1 or words[0][0].islower() or is_of_person(behind)


def _span(said: str, usual: Container[str]) -> tuple[int, int] | None:
    """Where the longest of the usual places stands in a text."""
    words = list(_WORD.finditer(said))
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        for first, last in zip(words, words[size - 1 :], strict=False):
            if fold(said[first.start() : last.end()]) in usual:
                return first.start(), last.end()
    return None
