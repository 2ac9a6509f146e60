"""The headings by which tables of published scores name a component: words, codes, places.

Words decide: a component keeps one code for one meaning, while the codes of the tables of
2011 to 2017 are positions (data/reference/component_positions.csv).
"""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from dashboard import config
from dashboard.folding import fold, tidy
from dashboard.importing.model.sheet import typed
from dashboard.importing.wording import vocabulary

LONGEST = 120  # letters of a heading; the names of indicators may be longer
LONGEST_PREFIX = 40  # letters before a code
_SIGNS = re.compile(r"[\W_]+")
_SCALE = re.compile(r"\([^()]*(?:\d|diem|thang|point|scale)[^()]*\)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_CODE = re.compile(
    r"(?P<word>[^\W\d_]*(?:[ -][^\W\d_]+)*)[\s._:-]*(?P<code>0?\d(?:[.,]x?\d)?|[1-9]\d)"
    r"(?P<end>\s*[.):/–_-]+\s*|\s+|$)(?P<rest>(?!\d).*)",
    re.IGNORECASE,
)
_SCORE_OF = re.compile(r"(?:điểm(?:\s+số)?|scores?)\s+(?:của\s+|of\s+)?", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+\s*[.):/–-]+\s*(?P<rest>.+)")


@dataclass(frozen=True)
class Named:
    """A component as a heading names it. by: "name"; "code" where the code stands as in the
    index tree (1.1); "position" for codes of columns (SC11); "digit" for a bare 1 or C01,
    which may be anything where no province stands beside it."""

    code: str
    by: str = "name"

    @property
    def depth(self) -> int:
        """0 the total, 1 a dimension, 2 a sub-dimension."""
        return 0 if self.code == "PAPI" else 1 + ("." in self.code)


def component_named(value: object) -> Named | None:
    """The component that a heading's cell names; a date is what Excel makes of a typed 1.2."""
    if isinstance(value, date):
        value = f"{value.day}.{value.month}"
    return _named(typed(value)) if value is not None else None


@lru_cache(maxsize=20_000)
def _named(written: str) -> Named | None:
    written = tidy(written)
    if not written or len(written) > LONGEST:
        return None
    if code := _by_words(written):
        return Named(code)
    if match := _ROMAN.fullmatch(written):
        code = _by_words(match["rest"])
        return Named(code) if code else None
    if match := _SCORE_OF.match(written):
        return _named(written[match.end() :])
    match = _CODE.fullmatch(written) if _DIGIT.search(written[:LONGEST_PREFIX]) else None
    return _by_code(match) if match else None


def component_within(line: str) -> Named | None:
    """The component whose name stands within a title: the longest, of two words at least; the
    total where PAPI alone is named, and no part of it."""
    if named := names_within(line):
        return Named(names()[named[0]])
    is_whole = " papi " in f" {_plain(line)} " and not vocabulary.inside("code_prefix", line)
    return Named("PAPI") if is_whole else None


def names_within(line: str) -> list[str]:
    """The names of components, of two words at least, that stand within a title, the longest
    first."""
    words = f" {_plain(line)} "
    named = [name for name in names() if " " in name and f" {name} " in words]
    return sorted(named, key=len, reverse=True)


def _by_code(match: re.Match[str]) -> Named | None:
    """The words after a code, else the code: "2.2: Danh sách hộ nghèo", "SC11", "Dim1"."""
    word, rest = match["word"].strip(" -"), match["rest"]
    if word and not (
        vocabulary.exact("score_prefix", word) or vocabulary.exact("code_prefix", word)
    ):
        return None
    if rest and (code := _by_words(rest)):
        return Named(code)
    code = _normal(match["code"])
    is_bare = fold(word) in ("", "c") and "." not in code
    if code not in codes() or (is_bare and rest):
        return None
    return Named(code, "digit" if is_bare else "position" if fold(word) == "sc" else "code")


def _normal(code: str) -> str:
    code = code.replace(",", ".").lower().removeprefix("0")
    return f"{code[0]}.{code[1]}" if re.fullmatch(r"\d\d", code) else code


def _by_words(written: str) -> str | None:
    """The component of these words, whatever scale or year stands beside them; a year glued to
    a word is none ("Un-weighted2015PAPI")."""
    bare = _SCALE.sub(" ", fold(written))
    found = names().get(_SIGNS.sub(" ", bare).strip())
    if found or not _DIGIT.search(bare):
        return found
    return names().get(_SIGNS.sub(" ", _YEAR.sub(" ", bare)).strip())


def _plain(written: str) -> str:
    return _SIGNS.sub(" ", fold(written)).strip()


@cache
def codes() -> frozenset[str]:
    """Every code of the index tree."""
    return frozenset(row["code"] for row in _rows("components"))


@cache
def wordings() -> dict[str, str]:
    """names, and the words in which plans speak of components: other indices have them too
    ("Cải cách thủ tục hành chính"), so they prove nothing of a table of scores."""
    return {_plain(row["alias"]): row["code"] for row in _rows("component_wordings")} | names()


@cache
def names() -> dict[str, str]:
    """Every name, official, short or usual, folded and without signs -> the component."""
    found = {_plain(row["alias"]): row["code"] for row in _rows("component_aliases")}
    for table, columns in (
        ("component_short_names", ("short_vi", "short_en")),
        ("components", ("name_vi", "name_en")),
    ):
        found |= {_plain(row[key]): row["code"] for row in _rows(table) for key in columns}
    return found


@cache
def positions(year: int) -> dict[str, str]:
    """position -> code, for the components that stood in other places in that year."""
    return {
        row["position"]: row["code"]
        for row in _rows("component_positions")
        if int(row["first_year"]) <= year <= int(row["last_year"])
    }


@cache
def _rows(name: str) -> list[dict[str, str]]:
    with (config.REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
