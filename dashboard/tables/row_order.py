"""The rows of a table sorted by what its cells say, and searched."""

from collections.abc import Sequence

import pandas as pd

from dashboard.folding import tidy, toned, without_accents
from dashboard.shown_values import order_of
from dashboard.tables.text_columns import Columns


def ordered(frame: pd.DataFrame, columns: Columns, by: str, falling: bool = False) -> pd.DataFrame:
    """The rows by what a column's cells say: dates as dates, figures as figures, texts by the
    Vietnamese alphabet with "Thôn 2" before "Thôn 10".

    Words among dates or figures (no due date, hidden) come after them and what is missing last,
    whichever way; rows that are alike keep their order.
    """
    is_figure = columns[by][1]
    keys = [order_of(text, is_figure) for text in frame[by]]
    places = range(len(keys))
    if not falling:
        return frame.iloc[sorted(places, key=keys.__getitem__)]
    told = [key[0] for key in keys]
    turned = sorted(places, key=keys.__getitem__, reverse=True)
    turned.sort(key=told.__getitem__)
    return frame.iloc[turned]


def found(frame: pd.DataFrame, fields: Sequence[str], query: str) -> pd.DataFrame:
    """The rows that have every word of the query somewhere, case left aside.

    A word typed without accents is found whatever accents it has there; one typed with accents
    only with the same ones (chưa is not chữa), on whichever vowel the tone is put (hòa, hoà).
    """
    words = tidy(query).lower().split()
    if not words:
        return frame
    said = [
        tidy(" ".join(cell for cell in row if isinstance(cell, str))).lower()
        for row in frame[list(fields)].itertuples(index=False, name=None)
    ]
    return frame[[_has_all(text, words) for text in said]]


def _has_all(text: str, words: Sequence[str]) -> bool:
    plain, whole = without_accents(text), set(toned(text).split())
    return all(
        word in plain if word == without_accents(word) else word in text or toned(word) in whole
        for word in words
    )
