"""A change's verdict as people see it: sign and word; none without a test to back it."""

from typing import TYPE_CHECKING, Literal, get_args

from dashboard import numbers
from dashboard.words import Words

if TYPE_CHECKING:
    import pandas as pd  # colours ask for the names of verdicts, in documents too

Verdict = Literal["up", "down", "unclear", "not_comparable"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
CLEAR: tuple[Verdict, ...] = ("up", "down")
# Of a village against the rest of its commune.
Against = Literal["above", "below", "unclear"]
APART: tuple[Against, ...] = ("above", "below")


def against(verdict: object, words: Words) -> str:
    """Sign and word of a village's verdict: "▲ cao hơn rõ rệt"; nothing without one."""
    if verdict not in get_args(Against):
        return ""
    mark = f"{words[f'against_mark.{verdict}']} " if verdict in APART else ""
    return mark + words[f"against.{verdict}"]


def shown(verdict: object, *statuses: object) -> Verdict | None:
    """The verdict that may be said: none of a figure that is hidden or not there."""
    if any(numbers.is_hidden(status) for status in statuses):
        return None
    return next((known for known in VERDICTS if known == verdict), None)


def of(rows: "pd.DataFrame") -> list[Verdict | None]:
    """The verdicts that may be said of a frame of changes; none in a frame that brings none."""
    if "verdict" not in rows:
        return [None] * len(rows)
    return [
        shown(verdict, *statuses)
        for verdict, *statuses in zip(rows.verdict, rows.status_from, rows.status_to, strict=True)
    ]


def text(verdict: Verdict | None, words: Words) -> str:
    """Sign and word: "▲ tăng rõ rệt"; nothing without a verdict."""
    return f"{sign(verdict, words)} {words[f'verdict.{verdict}']}" if verdict else ""


def sign(verdict: Verdict | None, words: Words) -> str:
    """The sign alone."""
    return words[f"verdict_mark.{verdict}"] if verdict else ""
