"""The component that a heading names in the words that offices use.

"Về công khai minh bạch trong việc ra quyết định", "Nhóm nhiệm vụ về kiểm soát tham nhũng",
"Lĩnh vực thủ tục hành chính (05 nhiệm vụ)": words around the name are taken off, and what is
left must be one component's name, official or usual.
"""

import re
from functools import lru_cache

from dashboard.folding import fold, tidy
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.component_names import wordings

_AFTER = re.compile(r"\s*(?:\([^()]*\)|[:;,.–-]\s*\d+\s+\w+(?:\s\w+)?)\s*$")
_SIGNS = re.compile(r"[\W_]+")
_EDGES = " .:;,–—-*+\"'“”‘’«»()/"
_WHOLE = "PAPI"


@lru_cache(maxsize=10_000)
def component_of(words: str, with_verbs: bool = False) -> str | None:
    """The component of which the words are a name; with_verbs: "Nâng cao …" may stand before."""
    lists = ("heading_word", "heading_verb") if with_verbs else ("heading_word",)
    left = _without_end(words)
    while left:
        if code := _named(left):
            return code
        length = max(vocabulary.beginning(name, left)[1] for name in lists)
        if not length:
            return None
        left = left[length:].strip(_EDGES)
    return None


@lru_cache(maxsize=10_000)
def component_inside(words: str) -> str | None:
    """The one component whose name, of two words at least, stands within the words; of a
    dimension and a part of it the part."""
    said = f" {_plain(words)} "
    found = {
        (name, code)
        for name, code in wordings().items()
        if " " in name and code != _WHOLE and f" {name} " in said
    }
    longest = {
        code
        for name, code in found
        if not any(name != other and f" {name} " in f" {other} " for other, _ in found)
    }
    codes = {code for code in longest if not any(c.startswith(f"{code}.") for c in longest)}
    return codes.pop() if len(codes) == 1 else None


def begins_name(words: str, code: str) -> bool:
    """Whether the words are how a name of the component begins: "Tham gia" of 1."""
    said = f"{_plain(_without_end(words))} "
    return " " in said.strip() and any(
        f"{name} ".startswith(said) for name, own in wordings().items() if own == code
    )


def is_like(words: str, code: str) -> bool:
    """Whether two words that stand together in a name of the component stand so in the words,
    and make up more than half of what they say."""
    left = words
    while (length := vocabulary.beginning("heading_word", left)[1]) and length < len(left):
        left = left[length:].strip(_EDGES)
    said = _plain(_without_end(left)).split()
    own = {name for name, of in wordings().items() if of == code}
    pairs = {pair for name in own for pair in _pairs(name.split())}
    shared = {
        place + step for place, pair in enumerate(_pairs(said)) if pair in pairs for step in (0, 1)
    }
    return bool(shared) and 2 * len(shared) > len(said)


def begins_task(words: str) -> bool:
    """Whether the words begin as those of a task do: with what is to be done."""
    return vocabulary.start("task_verb", words) is not None


def begins_heading(words: str) -> bool:
    """Whether the words begin as those of a heading do: "Nhóm nhiệm vụ", "Công tác"."""
    return vocabulary.start("heading_start", words) is not None


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    return list(zip(words, words[1:], strict=False))


def _without_end(words: str) -> str:
    before, left = "", tidy(words)
    while before != left:
        before, left = left, _AFTER.sub("", left)
    return left.strip(_EDGES)


def _named(words: str) -> str | None:
    code = wordings().get(_plain(words))
    return None if code == _WHOLE else code


def _plain(written: str) -> str:
    return _SIGNS.sub(" ", fold(written)).strip()
