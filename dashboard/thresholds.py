"""What parts shown from hidden and sure from unsure: data/reference/thresholds.csv.

The queries read the same file as the table threshold; texts name {threshold.min_shown}.
"""

import csv
import re
from functools import cache
from typing import NamedTuple

from dashboard.config import REFERENCE

_NO_BREAK = "\u00a0"  # the sign is never alone on the next line
# {threshold.min_shown}, or as per cent {threshold.confidence:%}
_HOLE = re.compile(r"\{threshold\.(\w+)(:%)?\}")


class Thresholds(NamedTuple):
    """Counts, and shares of 0 to 1; what each is for stands in the file."""

    min_shown: int
    caution_respondents: int
    caution_df: int
    caution_width: float
    confidence: float
    significance: float
    min_grouped: int
    notable_change: float
    min_tasks_for_share: int
    days_ahead: int


@cache
def thresholds() -> Thresholds:
    """The file's values; a TypeError where its names are not those of Thresholds."""
    with (REFERENCE / "thresholds.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["name"]: row["value"] for row in csv.DictReader(stream)}
    kinds = Thresholds.__annotations__
    return Thresholds(**{name: kinds.get(name, str)(value) for name, value in rows.items()})


def filled(text: str, decimal_mark: str) -> str:
    r"""The text with thresholds in its holes of that kind; AttributeError for one that is not known.

    >>> filled("{threshold.confidence:%} when p < {threshold.significance}, not {other}", ",")
    '95\xa0% when p < 0,05, not {other}'
    """

    def written(hole: re.Match[str]) -> str:
        value, is_percent = getattr(thresholds(), hole[1]), hole[2]
        number = f"{value * 100:.10g}{_NO_BREAK}%" if is_percent else f"{value:.10g}"
        return number.replace(".", decimal_mark)

    return _HOLE.sub(written, text)
