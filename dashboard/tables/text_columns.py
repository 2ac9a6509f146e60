"""Columns of finished texts, which the tables of every subject are made of.

Figures are texts, right-aligned: Streamlit's own number columns follow the browser's
language, which need not be Vietnamese.
"""

from collections.abc import Iterable

import pandas as pd

from dashboard import numbers
from dashboard.words import Words

ZONE = "Asia/Ho_Chi_Minh"
Columns = dict[str, tuple[str, bool]]  # field -> heading, is a figure (right-aligned)
Table = tuple[pd.DataFrame, Columns]


def headed(words: Words, *fields: str, right: Iterable[str] = (), **headings: str) -> Columns:
    """The fields with their headings: those given, else column.<field> of the texts."""
    figures = set(right)
    return {
        field: (headings.get(field) or words[f"column.{field}"], field in figures)
        for field in fields
    }


def figures(rows: pd.DataFrame, value: str, status: str, words: Words) -> list[str]:
    """Scores; why there is none where the status says so."""
    return [
        numbers.shown(numbers.score(v), v, s, words=words)
        for v, s in zip(rows[value], rows[status], strict=True)
    ]


def differences(rows: pd.DataFrame, words: Words) -> list[str]:
    """The change of each row, of its figures as shown; hidden where either year is."""
    said = map(numbers.between, rows.estimate_from, rows.estimate_to, rows.change)
    about = zip(said, rows.change, rows.status_from, rows.status_to, strict=True)
    return [numbers.shown(text, v, a, b, words=words) for text, v, a, b in about]


def intervals(rows: pd.DataFrame) -> list[str]:
    """The 95 % interval of each difference; blank where the difference is."""
    ends = zip(rows.ci_low, rows.ci_high, strict=True)
    return [
        f"{numbers.difference(low)} … {numbers.difference(high)}"
        if numbers.is_number(low)
        else numbers.NOTHING
        for low, high in ends
    ]


def published(values: Iterable[float], words: Words, digits: int = 2) -> list[str]:
    """Published scores; one that was withheld says so."""
    return [
        numbers.score(value, digits) if numbers.is_number(value) else words["chart.no_data"]
        for value in values
    ]


def counts(values: Iterable[float]) -> list[str]:
    """Whole numbers, a dash where there is none."""
    return [numbers.count(int(v)) if numbers.is_number(v) else numbers.NOTHING for v in values]


def days(values: Iterable[pd.Timestamp]) -> list[str]:
    """Dates in full, a dash where there is none."""
    return [numbers.day(value) for value in values]


def local(moments: "pd.Series[pd.Timestamp]") -> "pd.Series[pd.Timestamp]":
    """Times of the store, which are UTC, as they are here."""
    return pd.to_datetime(moments, utc=True).dt.tz_convert(ZONE)
