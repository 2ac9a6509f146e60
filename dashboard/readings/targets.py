"""How far to a goal: the gap, and how it would be shared over the parts by their room.

Arithmetic on one year's figures and no forecast: it does not say which part is easier to raise.
Scores are points of the component's own scale.
"""

import math
import re
from dataclasses import dataclass

import pandas as pd

KINDS = ("climb", "score", "place", "points")
NOISE = 9  # decimals: sums carry noise below


@dataclass(frozen=True)
class Goal:
    """A score now, the score wanted and the end of the scale; None where there is none."""

    now: float | None
    target: float | None
    highest: float

    @property
    def gap(self) -> float | None:
        """Points still wanting; 0 at the goal and beyond."""
        if self.now is None or self.target is None:
            return None
        return max(0.0, round(self.target - self.now, NOISE))

    @property
    def state(self) -> str:
        """unknown, reached, impossible (beyond the scale) or open."""
        if self.gap is None or self.target is None:
            return "unknown"
        if self.gap == 0:
            return "reached"
        return "impossible" if round(self.target - self.highest, NOISE) > 0 else "open"


def target(kind: str, number: float, now: float | None, others: pd.Series) -> float | None:
    """The score that a goal of a kind means; others are the scores of the other units.

    >>> target("points", 1.5, 44.0, pd.Series(dtype=float))
    45.5
    """
    if kind in ("place", "climb"):
        return score_of_place(others, int(number))
    if kind == "points":
        return None if now is None else now + number
    return number


def score_of_place(others: pd.Series, place: int) -> float | None:
    """The least score that takes the place while the others stay as they are: equals share one.

    The last place of all needs no score: None.

    >>> score_of_place(pd.Series([40.0, 46.0, 43.0]), 2)
    43.0
    """
    ordered = sorted(others.dropna(), reverse=True)
    return float(ordered[place - 1]) if 1 <= place <= len(ordered) else None


def place_of(others: pd.Series, now: float) -> int:
    """1 + the others with a higher score."""
    return 1 + int((others.dropna().round(NOISE) > round(now, NOISE)).sum())


def place_above(rank_before: float | None, places: int) -> int | None:
    """The place of who stands higher than the year before, the first if that was the first; None
    where no place is known. places: of this year.

    >>> place_above(12, 18), place_above(1, 18)
    (11, 1)
    """
    if rank_before is None or math.isnan(rank_before):
        return None
    return min(max(1, int(rank_before) - 1), places)


def example(kind: str, now: float, highest: float, others: pd.Series) -> float:
    """A goal to name beside the box: the next whole point, the next place, 1 point."""
    if kind == "place":
        return max(1, place_of(others, now) - 1)
    return 1.0 if kind == "points" else min(highest, math.floor(round(now, NOISE)) + 1.0)


def parsed(text: str, kind: str, places: int) -> float | None:
    """A typed number, comma or point before the decimals; None where it is no goal of the kind.

    >>> parsed("45,5", "score", 18)
    45.5
    """
    if not re.fullmatch(r"\+?\d{1,3}([.,]\d{1,4})?", text.strip()):
        return None
    number = float(text.strip().replace(",", "."))
    if kind == "place":
        return number if number.is_integer() and 1 <= number <= places else None
    return number if number > 0 else None


def rooms(parts: pd.DataFrame, gap: float | None) -> pd.DataFrame:
    """The parts, most room first, with room, share (of all the room), needed and reach.

    parts: estimate and scale_high in points. The gap is shared in proportion to the room, so
    each part fills the same share of its room. A part without a figure has no room; where the
    others' room is less than the gap, nothing is shared.
    """
    room = parts.scale_high - parts.estimate
    whole = room.sum()
    share = room / whole if whole > 0 else room * math.nan
    shared = gap if gap is not None and round(gap - whole, NOISE) <= 0 else math.nan
    needed = share * shared
    found = parts.assign(room=room, share=share, needed=needed, reach=parts.estimate + needed)
    return found.sort_values("room", ascending=False, kind="stable").reset_index(drop=True)


def filled(parts: pd.DataFrame, gap: float | None) -> float | None:
    """The share of its room that every part would fill."""
    whole = (parts.scale_high - parts.estimate).sum()
    return None if gap is None or whole <= 0 or gap > whole else gap / whole
