"""The buttons that print, and what stands on paper only: tables with all their columns, where the
screen has scrolling ones."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.parts.pieces import plain_table
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

MOST_PRINTED = 200  # rows: a longer table is for a workbook


def buttons(words: Words, *kinds: str) -> None:
    """Buttons that print the page: page as it stands, each with every group of its grouped table
    on a sheet of its own (dashboard/server/shell.js)."""
    st.html(
        "".join(
            f'<button type="button" class="papi-print papi-{kind}">'
            f"{escape(words[f'page.print_{kind}'])}</button>"
            for kind in kinds
        ),
        width="content",
    )


def table(rows: pd.DataFrame, columns: Columns, words: Words) -> None:
    """The rows of a table that scrolls on the screen, seen on paper only; of many the first, and
    how many there are."""
    plain_table(rows.head(MOST_PRINTED), columns, css="papi-table papi-printed")
    if (more := len(rows) - MOST_PRINTED) > 0:
        said = words.say("page.not_printed", count=numbers.count(more))
        st.html(f'<p class="papi-source papi-printed">{escape(said)}</p>')
