"""The four groups by quartile: their names, and the scores from which they reach."""

from collections.abc import Sequence
from typing import Literal, get_args

from dashboard import numbers
from dashboard.words import Words

Group = Literal["low", "medium_low", "medium_high", "high"]
GROUPS: tuple[Group, ...] = get_args(Group)  # the lowest first


def name(group: object, words: Words) -> str:
    """The group in words, a dash for who is in none."""
    return words[f"group.{group}"] if group in GROUPS else numbers.NOTHING


def spans(cuts: Sequence[float], words: Words) -> dict[Group, str]:
    """group -> "Cao: từ 7,86", the highest first; cuts are the three of quartile_cuts()."""
    low, middle, high = (numbers.score(cut) for cut in cuts)
    ends: dict[Group, tuple[str, dict[str, str]]] = {
        "high": ("from", {"low": high}),
        "medium_high": ("between", {"low": middle, "high": high}),
        "medium_low": ("between", {"low": low, "high": middle}),
        "low": ("below", {"high": low}),
    }
    return {
        group: words.say(f"group.{kind}", name=name(group, words), **holes)
        for group, (kind, holes) in ends.items()
    }
