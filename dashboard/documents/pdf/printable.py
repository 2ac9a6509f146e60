"""A text as our fonts can print it: PDF/A takes no letter that has no shape, and a word that is
wider than its room would run over what stands beside it."""

import re
import unicodedata
from functools import cache

from dashboard.documents.text_widths import is_drawn

LONGEST_WORD = 20  # letters; longer ones may be broken anywhere
NO_SHAPE = "□"
# Signs of ours that no free font of these widths has.
_SIGNS = {"◆": "◊", "◇": "◊", "✔": "√", "◷": "○", "★": "*"}
_LONG_WORD = re.compile(f"[^ ]{{{LONGEST_WORD + 1},}}")
BREAK = "\u200b"


def printable(text: str, longest: int) -> str:
    """The text with a shape for each letter, at most longest letters and then "…", and with
    places to break (U+200B) in words that are too long for a line.

    >>> printable("Sửa đường 𝛼 \\U0001f600", 100)
    'Sửa đường α □'
    >>> printable("Sửa đường liên thôn", 10)
    'Sửa đường…'
    """
    cut = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return _LONG_WORD.sub(lambda word: breakable(word[0]), shaped(cut))


def shaped(text: str) -> str:
    """The text with a shape for each letter."""
    return text if text.isascii() else "".join(map(_shaped, text))


def breakable(text: str) -> str:
    """The text, to be broken anywhere."""
    return "".join(map(_breaking, text.replace(BREAK, "")))


def _breaking(letter: str) -> str:
    return letter if unicodedata.combining(letter) else BREAK + letter


@cache
def _shaped(letter: str) -> str:
    if letter.isascii() or is_drawn(letter):
        return letter
    like = _SIGNS.get(letter) or unicodedata.normalize("NFKC", letter)
    if all(other.isascii() or is_drawn(other) for other in like):
        return like
    return " " if letter.isspace() else NO_SHAPE
