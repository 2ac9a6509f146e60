"""What a line of a sheet says the sheet is about: PAPI, another index, a table of an office."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dashboard.folding import fold
from dashboard.importing.wording import vocabulary

# A year may be glued to the name: "2011_PAPI", "Un-weighted2015PAPI".
_PAPI = re.compile(
    r"(?<![a-z])papi(?![a-z])|hieu qua quan tri va hanh chinh cong"
    r"|public administration performance index"
)
_GLUE = re.compile(r"[\d_]+")


def names_papi(line: str) -> bool:
    """Whether the line names PAPI, or spells its name out."""
    return _PAPI.search(fold(line)) is not None


def other_index(line: str) -> str:
    """The other index that the line names, as the texts know it (looks.<name>); "" for none."""
    return _first("other_index", line)


def looks_like(lines: Iterable[str]) -> str:
    """What a sheet with these lines is about, as the texts know it (looks.<name>); "" for
    nothing that is known. An index before a table: "Kinh phí nâng cao chỉ số PCI" says both."""
    said = list(lines)
    found = (_first(name, line) for name in ("other_index", "other_table") for line in said)
    return next(filter(None, found), "")


@lru_cache(maxsize=10_000)
def _first(name: str, line: str) -> str:
    """The value of the longest word of the list that stands in the line, years beside it or
    not. Most lines hold none: they are told by one pattern, and only the others looked at."""
    bare = _GLUE.sub(" ", line)
    if not _words(name).search(fold(bare)):
        return ""
    return vocabulary.lexicon(name).inside(bare) or ""


@cache
def _words(name: str) -> re.Pattern[str]:
    parts = (re.findall(r"\w+", fold(word)) for word, _ in vocabulary.pairs(name))
    ways = (r"\W*".join(map(re.escape, words)) for words in parts)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")
