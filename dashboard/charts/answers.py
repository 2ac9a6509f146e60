"""How a question was answered: a bar for the later year's share, a ring for the earlier's.

frame: label, share_from, share_to (0..1, empty where the year has none), count_from, count_to.
"""

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten
from dashboard.charts.look import Look, axis
from dashboard.words import Words

ROW, TOP, BOTTOM, RIGHT = 32, 26, 24, 124
LETTERS = 30


def shares(
    frame: pd.DataFrame, years: tuple[int, int], words: Words, look: Look, phone: bool = False
) -> go.Figure:
    """A row an answer, in the order of the scale."""
    rows = frame.reset_index(drop=True)
    left = room([shorten(label, LETTERS) for label in rows.label], most=130 if phone else 230)
    right = 96 if phone else RIGHT
    canvas = Canvas(look, len(rows) * ROW + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    percents = dict(tickvals=[0, 0.5, 1], ticktext=[numbers.percent(x) for x in (0, 0.5, 1)])
    canvas.set(
        xaxis=axis(look, range=[0, 1], **percents),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    hovers = [_hover(row, years, words) for row in rows.itertuples()]
    canvas.trace(
        "bar",
        orientation="h",
        x=list(rows.share_to),
        y=list(rows.index),
        width=0.5,
        marker=dict(color=look.grey),
        hovertext=hovers,
        hoverinfo="text",
        name="year_to",
    )
    ring = dict(size=10, opacity=1, color=look.background)
    canvas.trace(
        "scatter",
        x=list(rows.share_from),
        y=list(rows.index),
        mode="markers",
        marker=ring | dict(line=dict(color=look.text, width=2)),
        cliponaxis=False,
        hovertext=hovers,
        hoverinfo="text",
        name="year_from",
    )
    canvas.head(f"○ {years[0]}", 1, 56, "right")
    canvas.head(coloured(bold(f"▪ {years[1]}"), look.text), 1, right - 2, "right")
    for row in rows.itertuples():
        canvas.at_row(safe(shorten(row.label, LETTERS)), row.Index, 0, -left)
        before = coloured(numbers.percent(row.share_from), look.muted)
        canvas.at_row(before, row.Index, 1, 56, "right")
        canvas.at_row(bold(numbers.percent(row.share_to)), row.Index, 1, right - 2, "right")
    return canvas.figure()


def alt_text(frame: pd.DataFrame, years: tuple[int, int], words: Words) -> str:
    """Each answer with its share in both years."""
    return " ".join(_said(row, years, words, " ") for row in frame.itertuples())


def _hover(row: tuple, years: tuple[int, int], words: Words) -> str:
    return hover_lines(bold(safe(row.label)), *_said(row, years, words, "\n").split("\n")[1:])


def _said(row: tuple, years: tuple[int, int], words: Words, gap: str) -> str:
    lines = [f"{row.label}:"]
    for year, share, count in zip(
        years, (row.share_from, row.share_to), (row.count_from, row.count_to), strict=True
    ):
        answered = 0 if pd.isna(count) else int(count)
        holes = {"year": year, "share": numbers.percent(share), "count": numbers.count(answered)}
        lines.append(words.say("chart.answers.year", **holes))
    return gap.join(lines)
