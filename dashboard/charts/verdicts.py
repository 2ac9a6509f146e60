"""A change's verdict as people see it: sign, word and colour; none without a test to back it."""

import pandas as pd

from dashboard import numbers
from dashboard.charts.look import Look
from dashboard.words import Words

VERDICTS = ("up", "down", "unclear", "not_comparable")
CLEAR = ("up", "down")


def shown(verdict: object, *statuses: str) -> str | None:
    """The verdict that may be said: none of a figure that is hidden or not there."""
    if verdict not in VERDICTS or any(numbers.is_hidden(status) for status in statuses):
        return None
    return verdict


def of(rows: pd.DataFrame) -> list[str | None]:
    """The verdicts that may be said of a frame of changes; none in a frame that brings none."""
    if "verdict" not in rows:
        return [None] * len(rows)
    return [
        shown(verdict, *statuses)
        for verdict, *statuses in zip(rows.verdict, rows.status_from, rows.status_to, strict=True)
    ]


def text(verdict: str | None, words: Words) -> str:
    """Sign and word: "▲ tăng rõ rệt"; nothing without a verdict."""
    return f"{words[f'verdict_mark.{verdict}']} {words[f'verdict.{verdict}']}" if verdict else ""


def sign(verdict: str | None, words: Words) -> str:
    """The sign alone."""
    return words[f"verdict_mark.{verdict}"] if verdict else ""


def colour(verdict: str | None, look: Look) -> str:
    """Blue is favourable, orange needs you, grey is not enough evidence."""
    return {"up": look.accent, "down": look.orange}.get(verdict, look.grey)
