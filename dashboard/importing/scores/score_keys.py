"""What a heading or the first cells of a row say of the scores beside them.

A published score is that of a province, a component and a year: each is said by the score's
column, by its row or by the title, whichever way the table lies.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from dashboard.folding import fold, tidy
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.component_names import LONGEST, Named, component_named
from dashboard.importing.wording.other_tables import names_papi, other_index
from dashboard.importing.wording.provinces import province

YEARS = range(2000, 2101)
_YEAR = re.compile(r"(?<![^\W_])(?:năm\s+|nam\s+)?((?:20)\d\d)(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True)
class Key:
    """What one text says. is_score: it is a word such as "Điểm", which says no more."""

    province: str | None = None
    component: Named | None = None
    year: int | None = None
    is_score: bool = False
    is_other: bool = False  # ranks, changes, errors: no scores
    is_summary: bool = False  # highest, median, the whole country: no province

    @property
    def says(self) -> bool:
        """Whether it says anything of a score."""
        return bool(self.province or self.component or self.year or self.is_score)

    def under(self, group: "Key") -> "Key":
        """This key with what the heading above it says more; the deeper component holds."""
        return replace(
            self,
            province=self.province or group.province,
            component=deeper(self.component, group.component),
            year=self.year or group.year,
            is_score=self.is_score or group.is_score,
            is_other=self.is_other or group.is_other,
            is_summary=self.is_summary or group.is_summary,
        )


NOTHING = Key()


def deeper(own: Named | None, above: Named | None) -> Named | None:
    """Of two the smaller part of the index; of equals the one said in words."""
    if own is None or above is None:
        return own or above
    return max(own, above, key=lambda named: (named.depth, named.by == "name"))


def joined(keys: Iterable[Key]) -> Key:
    """What several cells say together, the last the nearest to the scores."""
    found = NOTHING
    for key in keys:
        found = key.under(found)
    return found


def key_of(value: object) -> Key:
    """What one cell says."""
    if value is None or isinstance(value, bool):
        return NOTHING
    if isinstance(value, (int, float)):
        return _key_of_number(float(value))
    if not isinstance(value, str):
        return Key(component=component_named(value))
    written = tidy(value)
    return _key_of_text(written) if len(written) <= LONGEST else NOTHING


def _key_of_number(value: float) -> Key:
    if value.is_integer() and int(value) in YEARS:
        return Key(year=int(value))
    is_code = 1 <= value < 10 and round(value, 1) == value
    return Key(component=component_named(value) if is_code else None, is_summary=value == 999)


def _key_of_text(written: str) -> Key:
    years = _YEAR.findall(written)
    rest = _YEAR.sub(" ", written).strip(" _-–:,()") if years else written
    year = int(years[0]) if len(years) == 1 else None
    if code := province(rest):
        return Key(province=code, year=year)
    if other_index(rest) and not names_papi(rest):
        return Key(is_other=True)
    named = component_named(rest) or (component_named(written) if years else None)
    folded = fold(rest)
    is_score = _words("score_word").fullmatch(folded) is not None
    if named is None or named.by != "name":
        if _words("score_summary").match(folded):
            return Key(is_summary=True)
        if _words("score_other").search(folded):
            return Key(is_other=True)
        is_score = is_score or (year is not None and not rest)
    return Key(component=named, year=year if named or is_score else None, is_score=is_score)


@cache
def _words(name: str) -> re.Pattern[str]:
    """A list of words.csv, folded, as one pattern: it is asked of every cell that is looked at."""
    words = vocabulary.lexicon(name).words
    ways = (r"\W*".join(re.escape(part) for part, _ in word) for word, _ in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")
