"""The rows of a table sorted by what its cells say, and searched."""

from collections.abc import Sequence

import pandas as pd

from dashboard.folding import fold, tidy, without_accents
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
    """The rows that have every word of the query somewhere, accents and case left aside."""
    words = fold(query).split()
    if not words:
        return frame
    said = [
        without_accents(tidy(" ".join(cell for cell in row if isinstance(cell, str))).lower())
        for row in frame[list(fields)].itertuples(index=False, name=None)
    ]
    return frame[[all(word in text for word in words) for text in said]]
