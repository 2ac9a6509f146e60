"""Figures as Vietnamese readers write them: decimal comma, real minus, 31/05/2023.

Rounding is half up on the decimal text of the number, as an office rounds by hand.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from dashboard.thresholds import thresholds
from dashboard.words import Words

if TYPE_CHECKING:
    import pandas as pd  # who writes figures need not load it

MINUS = "\u2212"
NO_BREAK = "\u00a0"
_VIETNAMESE = str.maketrans({",": ".", ".": ",", "-": MINUS})
NOTHING = "–"
Value = TypeVar("Value")


def is_number(value: Value | None) -> TypeGuard[Value]:
    """Whether there is a figure to show: not None, NA, NaN or NaT.

    >>> is_number(float("nan"))
    False
    """
    try:
        return value is not None and bool(value == value)
    except TypeError:  # NA neither equals itself nor does not
        return False


def rounded(value: float | Decimal, digits: int = 0) -> Decimal:
    """Half up, away from zero: 0.125 gives 0.13, 62.5 gives 63.

    Nine decimals first: sums carry noise, and 0.17499999999999998 is 0.175.
    """
    return Decimal(str(round(value, 9))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def score(value: float | None, digits: int = 2) -> str:
    """A score, a dash where there is none.

    >>> score(7.355), score(7140.5)
    ('7,36', '7.140,50')
    """
    return _written(rounded(value, digits)) if is_number(value) else NOTHING


def _written(number: Decimal) -> str:
    return f"{number:,f}".translate(_VIETNAMESE)


def difference(value: float | None, digits: int = 2) -> str:
    """A difference with its sign; none where it rounds to zero.

    >>> difference(0.134)
    '+0,13'
    """
    number = rounded(value, digits) if is_number(value) else None
    if number == 0:
        return score(0.0, digits)
    return ("+" if number and number > 0 else "") + score(value, digits)


def between(earlier: float, later: float, change: float | None, digits: int = 2) -> str:
    """The difference of two figures as they are shown, so that it adds up beside them; change is
    the exact one, and without it nothing may be said.

    >>> between(5.325, 5.445, 0.12), between(5.334, 5.446, 0.112)
    ('+0,12', '+0,12')
    """
    if not (is_number(change) and is_number(earlier) and is_number(later)):
        return NOTHING
    return difference(float(rounded(later, digits) - rounded(earlier, digits)), digits)


def plain(value: float) -> str:
    """A number as it was answered, without needless decimals.

    >>> plain(1.0), plain(2.5)
    ('1', '2,5')
    """
    return f"{value:g}".replace(".", ",").replace("-", MINUS)


def count(value: int) -> str:
    """A whole number with points between thousands: 1.234."""
    return f"{int(value):,}".replace(",", ".").replace("-", MINUS)


def percent(share: float | None, digits: int = 0) -> str:
    """A share of 0..1 as per cent, the sign never alone on the next line."""
    if not is_number(share):
        return NOTHING
    return f"{_written(rounded(Decimal(str(share)) * 100, digits))}{NO_BREAK}%"


def share(part: int, whole: int) -> str:
    """Per cent; of few tasks, where one would be 20 points, the two counts."""
    if whole < thresholds().min_tasks_for_share:
        return f"{part}/{whole}"
    return f"{rounded(Decimal(int(part)) * 100 / Decimal(int(whole)))}{NO_BREAK}%"


def done_of(part: int, whole: int) -> str:
    """The counts, and of five or more the share: "5/8 · 63 %", "3/4"."""
    counts = f"{count(part)}/{count(whole)}"
    return (
        counts if whole < thresholds().min_tasks_for_share else f"{counts} · {share(part, whole)}"
    )


def day(value: date | None) -> str:
    """A date in full: 31/05/2023."""
    return f"{value:%d/%m/%Y}" if is_number(value) else NOTHING


def short_day(value: date) -> str:
    """A date as a tick of an axis: 31/5."""
    return f"{value.day}/{value.month}"


def is_hidden(status: object) -> bool:
    """Whether a status keeps the figure from being shown (too few respondents)."""
    return isinstance(status, str) and status.startswith("hidden")


def hidden(statuses: "pd.Series") -> "pd.Series":
    """is_hidden of a column; of an empty one too, where map would lose the type."""
    return statuses.map(is_hidden).astype(bool)


def shown(text: str, value: float | None, *statuses: str, words: Words) -> str:
    """The text of a figure, or why there is none: hidden goes before missing."""
    if any(is_hidden(status) for status in statuses):
        return words["chart.hidden"]
    return text if is_number(value) else NOTHING


def reason(*statuses: str, words: Words) -> str:
    """Why a figure is not shown, or has to be read with care; nothing if it is sound."""
    for known in ("hidden_n", "hidden_complement", "hidden_no_se", "missing", "caution"):
        if known in statuses:
            return words[f"chart.why.{known}"]
    return ""
