"""How many of each: a bar a row, its name at the left, its count and a note at the right."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten_apart
from dashboard.charts.look import SMALL, Look, axis
from dashboard.rows import rows_of
from dashboard.words import Words

ROW, RIGHT = 30, 150
PHONE_ROW, PHONE_RIGHT = 44, 40  # the note stands below the name
LETTERS, PHONE_LETTERS = 34, 22


class Tally(NamedTuple):
    """A name with its count, and what is to be known besides."""

    label: str
    amount: int
    note: str


EXAMPLE = (Tally("Đài truyền thanh xã", 40, "65 lần"), Tally("Thôn Hạ", 0, ""))


def bars(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A bar a row in the order of the frame; a count of 0 needs somebody: it is orange."""
    rows = list(rows_of(frame, Tally))
    if not rows:
        return Canvas.nothing(words, look)
    letters = PHONE_LETTERS if phone else LETTERS
    names = shorten_apart([row.label for row in rows], letters)
    height = (PHONE_ROW if phone else ROW) * len(rows) + 8
    beside = [*names, *(row.note for row in rows if phone)]
    left, right = room(beside, 170 if phone else 260), PHONE_RIGHT if phone else RIGHT
    canvas = Canvas(look, height, (left, right, 4, 4)).rows(len(rows))
    highest = max(row.amount for row in rows) or 1
    canvas.set(xaxis=axis(look, range=[0, highest], visible=False), bargap=0.38)
    canvas.trace(
        "bar",
        orientation="h",
        x=[row.amount or None for row in rows],  # a bar of no length would draw a line
        y=list(range(len(rows))),
        marker=dict(color=look.grey),
        hoverinfo="text",
        hovertext=[
            hover_lines(safe(row.label), numbers.count(row.amount), safe(row.note)) for row in rows
        ],
    )
    canvas.row_rules(y + 0.5 for y in range(len(rows) - 1))
    for y, (row, name) in enumerate(zip(rows, names, strict=True)):
        figure = bold(numbers.count(row.amount))
        canvas.at_row(safe(name), y, 0, -left, yshift=9 if phone and row.note else 0)
        canvas.at_row(figure if row.amount else coloured(figure, look.orange), y, 1, 34, "right")
        note = coloured(safe(row.note), look.muted)
        if phone:
            canvas.at_row(note, y, 0, -left, yshift=-9, font=dict(size=SMALL))
        else:
            canvas.at_row(note, y, 1, 42)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """Each name with its count and note."""
    said = [
        words.say("chart.count_bars.alt", label=row.label, count=numbers.count(row.amount))
        for row in rows_of(frame, Tally)
    ]
    return "; ".join(said) + "." if said else words["chart.no_data"]
