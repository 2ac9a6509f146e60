"""Is a name perhaps another one mistyped? What is asked about; nothing is decided here."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from dashboard.importing.wording.spelling import Spelling

Words = tuple[str, ...]
Key = tuple[str] | tuple[int, Words]  # all words as one; all but that of a place
Item = TypeVar("Item", bound=Hashable)

_NUMBER = re.compile(r"\d+|[ivx]+|\w")  # a number, a Roman one or a letter tells two apart
_SHORTEST = 4  # letters of a word in which one letter may be a slip: Hòa and Hợp are two


def is_near(one: Words, other: Words) -> bool:
    """Whether names, as words without accents, differ by what slips while typing.

    In one word two letters changed places, or one is missing, added or another; or a space
    is missing or too many. Names told apart by a number or letter are two names.

    >>> is_near(("dogn",), ("dong",)), is_near(("dong",), ("dong", "1"))
    (True, False)
    """
    if _numbers(one) != _numbers(other):
        return False
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and _is_slip(*pairs[0])


def _numbers(words: Words) -> list[str]:
    return [word for word in words if _NUMBER.fullmatch(word)]


def _is_slip(one: str, other: str) -> bool:
    if OSA.distance(one, other) != 1:
        return False
    return max(len(one), len(other)) >= _SHORTEST or sorted(one) == sorted(other)


class Neighbours(Generic[Item]):
    """Names among which near ones are looked up: by all words but one, or all as one word,
    so that a country's communes are not each compared with each."""

    def __init__(self) -> None:
        self._found: dict[Key, list[tuple[Words, str, Item]]] = defaultdict(list)

    def add(self, spelling: Spelling, item: Item) -> None:
        """Put a name in."""
        for words in _forms(spelling):
            for key in _keys(words):
                self._found[key].append((words, spelling.kind, item))

    def near(self, spelling: Spelling) -> list[Item]:
        """Those that are near, or the same but for accents; of another kind is another name."""
        found = (
            item
            for words in _forms(spelling)
            for key in _keys(words)
            for other, kind, item in self._found.get(key, ())
            if (not spelling.kind or not kind or spelling.kind == kind)
            and (words == other or is_near(words, other))
        )
        return list(dict.fromkeys(found))


def _forms(spelling: Spelling) -> Iterator[Words]:
    """The words without the kind, and with it: it may be glued to them or mistyped."""
    yield spelling.bare
    kind = Spelling("", tuple(spelling.kind.split())).bare
    if kind:
        yield (*kind, *spelling.bare)


def _keys(words: Words) -> Iterator[Key]:
    yield ("".join(words),)
    for place in range(len(words)):
        yield place, words[:place] + words[place + 1 :]
