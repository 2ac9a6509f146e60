"""Whether a text says one of the words of a list, anywhere in it.

Of a text written with accents each word must carry its own: "chờ" is not in "cho ý kiến",
nor "dừng" in "nội dung". (vocabulary.inside takes a word without accents for either.)
"""

import re
import unicodedata
from functools import cache, lru_cache

from dashboard.folding import fold, tidy, toned
from dashboard.importing.wording import vocabulary

_MARKS = "\u0300-\u036f"


@lru_cache(maxsize=20_000)
def says(name: str, said: str) -> bool:
    """Whether one of the words of that list stands in the text."""
    key = fold(said) if said.isascii() else _key(said)
    return _pattern(name, said.isascii()).search(key) is not None


def _key(said: str) -> str:
    words = re.sub(r"\w+", lambda word: toned(word[0]), tidy(said).lower())
    return unicodedata.normalize("NFC", words)


@cache
def _pattern(name: str, plain: bool) -> re.Pattern[str]:
    words = (word for word, _ in vocabulary.pairs(name))
    keys = map(re.escape, map(fold if plain else _key, words))
    return re.compile(rf"(?<![\w{_MARKS}])(?:{'|'.join(keys)})(?![\w{_MARKS}])")
