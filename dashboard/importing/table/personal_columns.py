"""Columns of an answers sheet that are dropped by their headings: what names a respondent, and
what survey tools add of their own. The headings stand in data/reference/columns.csv."""

from collections.abc import Mapping
from functools import lru_cache

from dashboard.importing.kinds import ANSWERS
from dashboard.importing.recognition.synonyms import (
    LONGEST_LABEL,
    ranked,
    stands_in,
    synonyms,
    words_of,
)
from dashboard.importing.table.columns import IGNORED

PRIVATE = frozenset(("personal", "person", "birth"))
ANYWHERE = ("personal", "birth")  # their words name a person wherever they stand in a heading


def by_heading(labels: Mapping[int, str], chosen: Mapping[int, str]) -> dict[int, str]:
    """column -> personal, person, birth (a date of birth), instance (the tool's own form
    number) or meta. What a person said of a column comes first, unless it is to be ignored.
    A choice of a question of several ("kenh/zalo" beside "kenh") is an answer."""
    whole = set(labels.values())
    free = {
        c: label
        for c, label in labels.items()
        if chosen.get(c, IGNORED) == IGNORED and label.rpartition("/")[0] not in whole
    }
    found = {column: dropped_as(label) for column, label in free.items()}
    return {column: kind for column, kind in found.items() if kind}


@lru_cache(maxsize=20_000)
def dropped_as(label: str) -> str | None:
    """What a heading names as a whole, or with some of its words; None when it is no such.

    >>> dropped_as("Họ và tên người trả lời"), dropped_as("Giới tính người trả lời")
    ('personal', None)
    """
    words = words_of(label)
    whole = (words, words_of(label.rpartition("/")[2]))
    aliases = synonyms()["dropped"]
    if kind := next((kind for kind, alias in aliases if alias in whole), None):
        return kind
    if len(words) > LONGEST_LABEL or label.rstrip().endswith("?"):
        return None
    field = max((letters for _, letters in ranked(ANSWERS.name, label).values()), default=0)
    return next(
        (
            kind
            for kind, alias in aliases
            if kind in ANYWHERE and stands_in(alias, words) and sum(map(len, alias)) > field
        ),
        None,
    )
