"""How many in each month: an upright bar a month, the count above it."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import safe
from dashboard.charts.look import Look, axis
from dashboard.rows import rows_of
from dashboard.words import Words


class MonthCount(NamedTuple):
    """A month as it is written, and how many."""

    month: str
    amount: int


EXAMPLE = (MonthCount("11/2022", 13), MonthCount("12/2022", 0))


def bars(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A bar a month, in the order of the frame; on a phone every month's number alone."""
    rows = list(rows_of(frame, MonthCount))
    if not rows:
        return Canvas.nothing(words, look)
    canvas = Canvas(look, 170, (4, 4, 22, 28))
    ticks = [row.month.split("/")[0] if phone else row.month for row in rows]
    places = list(range(len(rows)))
    canvas.set(
        xaxis=axis(look, tickvals=places, ticktext=[safe(t) for t in ticks], showgrid=False),
        yaxis=axis(look, visible=False, rangemode="tozero"),
        bargap=0.35,
    )
    canvas.trace(
        "bar",
        x=places,
        y=[row.amount for row in rows],
        text=[numbers.count(row.amount) for row in rows],
        textposition="outside",
        cliponaxis=False,
        marker=dict(color=look.grey),
        hoverinfo="text",
        hovertext=[f"{safe(row.month)}: {numbers.count(row.amount)}" for row in rows],
    )
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """Each month with its count."""
    said = [
        words.say("chart.count_bars.alt", label=row.month, count=numbers.count(row.amount))
        for row in rows_of(frame, MonthCount)
    ]
    return "; ".join(said) + "." if said else words["chart.no_data"]
