"""How a question was answered: a bar for the later year's share, a ring for the earlier's."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten_apart
from dashboard.charts.look import Look, axis
from dashboard.rows import NAN, rows_of
from dashboard.words import Words

ROW, TOP, BOTTOM, RIGHT = 32, 26, 24, 124
LETTERS = 30


class Answer(NamedTuple):
    """An answer with its shares (0..1) and counts; empty where a year has none."""

    label: str
    share_from: float
    share_to: float
    count_from: float
    count_to: float


EXAMPLE = (Answer("Có", 0.4, 0.55, 40, 66), Answer("Không", 0.6, 0.45, 60, NAN))


def shares(
    frame: pd.DataFrame,
    words: Words,
    look: Look,
    phone: bool = False,
    *,
    years: tuple[int, int],
) -> go.Figure:
    """A row an answer, in the order of the scale."""
    rows = list(rows_of(frame, Answer))
    if not rows:
        return Canvas.nothing(words, look)
    names = shorten_apart([row.label for row in rows], LETTERS)
    left = room(names, most=130 if phone else 230)
    right = 96 if phone else RIGHT
    canvas = Canvas(look, len(rows) * ROW + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    percents = dict(tickvals=[0, 0.5, 1], ticktext=[numbers.percent(x) for x in (0, 0.5, 1)])
    canvas.rows(len(rows)).set(xaxis=axis(look, range=[0, 1], **percents))
    _marks(canvas, rows, years, words)
    canvas.head(f"○ {years[0]}", 1, 56, "right")
    canvas.head(coloured(bold(f"▪ {years[1]}"), look.text), 1, right - 2, "right")
    for y, (row, name) in enumerate(zip(rows, names, strict=True)):
        canvas.at_row(safe(name), y, 0, -left)
        before = coloured(numbers.percent(row.share_from), look.muted)
        canvas.at_row(before, y, 1, 56, "right")
        canvas.at_row(bold(numbers.percent(row.share_to)), y, 1, right - 2, "right")
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words, *, years: tuple[int, int]) -> str:
    """Each answer with its share in both years."""
    said = [
        " ".join([f"{row.label}:", *_by_year(row, years, words)]) for row in rows_of(frame, Answer)
    ]
    return " ".join(said) or words["chart.no_data"]


def _marks(canvas: Canvas, rows: list[Answer], years: tuple[int, int], words: Words) -> None:
    look, ys = canvas.look, list(range(len(rows)))
    hovers = [hover_lines(bold(safe(row.label)), *_by_year(row, years, words)) for row in rows]
    canvas.trace(
        "bar",
        orientation="h",
        x=[row.share_to for row in rows],
        y=ys,
        width=0.5,
        marker=dict(color=look.grey),
        hovertext=hovers,
        hoverinfo="text",
        name="year_to",
    )
    ring = dict(size=10, opacity=1, color=look.background, line=dict(color=look.text, width=2))
    shares_from = [row.share_from for row in rows]
    canvas.marks(shares_from, ys, marker=ring, hovertext=hovers, name="year_from")


def _by_year(row: Answer, years: tuple[int, int], words: Words) -> list[str]:
    """Share and count of each year."""
    given = zip(years, (row.share_from, row.share_to), (row.count_from, row.count_to), strict=True)
    return [
        words.say(
            "chart.answers.year",
            year=year,
            share=numbers.percent(share),
            count=numbers.count(int(count) if numbers.is_number(count) else 0),
        )
        for year, share, count in given
    ]
