"""Levels of two years and their difference: a dumbbell on the full scale beside a zoomed axis.

On the full scale a difference of 0.1 to 0.3 is smaller than a dot: never one without the other.
frame: component, name, level, year_from, year_to, estimate_from, estimate_to, change,
status_from, status_to, scale_low, scale_high; optional full_name, ci_low, ci_high (of change).
"""

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, room, safe, shorten
from dashboard.charts.level_rows import level_rows
from dashboard.charts.look import Look, axis
from dashboard.words import Words

FIGURE = 50  # pixels of one column of figures
RIGHT = 62  # room of the difference's figure; a verdict's words will need 150
TOP, BOTTOM = 30, 24
LEVELS_END, CHANGE_START = 0.44, 0.57  # the two panels
TICKS = {"dimension": [1, 4, 7, 10], "sub_dimension": [0, 1, 2, 3]}
RANGE = {"dimension": (0.6, 10.4), "sub_dimension": (-0.08, 3.45)}


def levels_and_difference(
    frame: pd.DataFrame, words: Words, look: Look, phone: bool = False
) -> go.Figure:
    """The dashboard's main chart; the frame's order is the order from the top."""
    rows = level_rows(frame, words)
    return _phone(rows, words, look) if phone else _wide(rows, words, look)


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The highest and lowest level and the largest difference, in two or three sentences."""
    rows = level_rows(frame, words)
    if rows.empty:
        return words["chart.no_data"]
    years = {"year_from": rows.year_from.iloc[0], "year_to": rows.year_to.iloc[0]}
    said = [words.say("chart.levels.alt", count=len(rows), **years)]
    seen = rows.dropna(subset="estimate_to")
    if len(seen):
        high, low = seen.loc[seen.estimate_to.idxmax()], seen.loc[seen.estimate_to.idxmin()]
        holes = dict(name=high["name"], score=high.text_to, lowest_name=low["name"])
        holes |= dict(lowest_score=low.text_to, year_to=low.year_to)
        said.append(words.say("chart.levels.alt_highest", **holes))
    moved = rows.dropna(subset="change")
    if len(moved):
        most = moved.loc[moved.change.abs().idxmax()]
        holes = dict(name=most["name"], difference=most.text_change)
        said.append(words.say("chart.levels.alt_difference", **holes))
    return " ".join(said)


def _wide(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    tall = 36 if len(rows) <= 10 else 21
    names = room(list(rows["name"]), most=262, least=120) + (18 if tall == 36 else 28)
    left = names + 2 * FIGURE
    last = rows.y.max() if len(rows) else 0
    canvas = Canvas(look, (last + 1) * tall + TOP + BOTTOM, (left, RIGHT, TOP, BOTTOM))
    level = rows.level.iloc[0] if len(rows) else "dimension"
    canvas.set(
        xaxis=axis(look, domain=[0, LEVELS_END], range=RANGE[level], tickvals=TICKS[level]),
        xaxis2=axis(look, domain=[CHANGE_START, 1], **_zoomed(rows)),
        yaxis=axis(look, range=[last + 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    _heads(canvas, rows, words, look, level)
    for row in rows.itertuples():
        _columns(canvas, row, look, left)
    if tall == 36:
        canvas.row_rules([y + 0.5 for y in rows.y])
    if level == "sub_dimension":
        _highest(canvas, rows, look)
    _dumbbells(canvas, rows, look)
    _differences(canvas, rows, look, xaxis="x2", zero=(-0.5, last + 0.5))
    return canvas.figure()


def _heads(canvas: Canvas, rows: pd.DataFrame, words: Words, look: Look, level: str) -> None:
    if rows.empty:
        return
    year_from, year_to = rows.year_from.iloc[0], rows.year_to.iloc[0]
    canvas.head(words[f"chart.levels.scale_{level}"], 0, 0)
    canvas.head(f"○ {year_from}", 0, -FIGURE - 16, "right")
    canvas.head(coloured(bold(f"● {year_to}"), look.text), 0, -16, "right")
    canvas.head(words["chart.levels.difference_zoomed"], CHANGE_START, 0)


def _columns(canvas: Canvas, row: tuple, look: Look, left: float) -> None:
    """Code and name, the two years' figures, and the difference at the far right."""
    code = coloured(safe(row.component), look.muted)
    indent = 14 if row.level == "dimension" else 26
    canvas.at_row(code, row.y, 0, -left)
    canvas.at_row(safe(shorten(row.name, 40)), row.y, 0, indent - left)
    canvas.at_row(coloured(row.text_from, look.muted), row.y, 0, -FIGURE - 16, "right")
    canvas.at_row(bold(row.text_to), row.y, 0, -16, "right")
    canvas.at_row(row.text_change, row.y, 1, RIGHT - 4, "right")


def _zoomed(rows: pd.DataFrame) -> dict:
    """A symmetric axis just wide enough for the largest difference, in steps of 0.1."""
    columns = [c for c in ("change", "ci_low", "ci_high") if c in rows]
    widest = rows[columns].abs().max().max() if len(rows) else 0
    end = max(2, math.ceil(round(0 if math.isnan(widest) else widest, 6) * 10)) / 10
    texts = [numbers.difference(-end, 1), "0", numbers.difference(end, 1)]
    return dict(range=[-end * 1.08, end * 1.08], tickvals=[-end, 0, end], ticktext=texts)


def _dumbbells(canvas: Canvas, rows: pd.DataFrame, look: Look) -> None:
    """Ring and dot of the two years; the line between them only where both are known."""
    xs, ys = [], []
    for row in rows.dropna(subset=["estimate_from", "estimate_to"]).itertuples():
        xs += [row.estimate_from, row.estimate_to, None]
        ys += [row.y, row.y, None]
    line = dict(color=look.grey, width=2)
    canvas.trace("scatter", x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", name="span")
    ring = dict(size=10, color=look.background, line=dict(color=look.year_from, width=2))
    dot = dict(size=10, color=look.year_to, line=dict(color=look.background, width=0.5))
    for end, marker in (("from", ring), ("to", dot)):
        _marks(canvas, rows, f"estimate_{end}", marker | dict(opacity=1), name=f"year_{end}")


def _marks(canvas: Canvas, rows: pd.DataFrame, column: str, marker: dict, **more: object) -> None:
    seen = rows.dropna(subset=column)
    canvas.trace(
        "scatter",
        x=list(seen[column]),
        y=list(seen.y),
        mode="markers",
        marker=marker,
        cliponaxis=False,
        customdata=[[code] for code in seen.component],
        hovertext=list(seen.hover),
        hoverinfo="text",
        **more,
    )


def _differences(
    canvas: Canvas,
    rows: pd.DataFrame,
    look: Look,
    xaxis: str,
    zero: tuple[float, float] | None,
    shift: float = 0,
) -> None:
    """Hollow diamonds, with whiskers once the frame brings intervals; no verdict, no colour."""
    if zero:
        line = dict(color=look.text, width=1.2)
        canvas.line(xref=xaxis, x0=0, x1=0, y0=zero[0], y1=zero[1], line=line, layer="between")
    placed = rows.assign(y=rows.y + shift)
    if "ci_low" in placed:
        _whiskers(canvas, placed.dropna(subset=["ci_low", "ci_high"]), look, xaxis)
    diamond = dict(symbol="diamond", size=10, opacity=1, color=look.background)
    diamond["line"] = dict(color=look.grey, width=1.6)
    _marks(canvas, placed, "change", diamond, xaxis=xaxis, name="change")


def _whiskers(canvas: Canvas, rows: pd.DataFrame, look: Look, xaxis: str) -> None:
    xs = [x for row in rows.itertuples() for x in (row.ci_low, row.ci_high, None)]
    ys = [y for row in rows.itertuples() for y in (row.y, row.y, None)]
    line = dict(color=look.grey, width=1.6)
    canvas.trace(
        "scatter",
        x=xs,
        y=ys,
        mode="lines",
        line=line,
        hoverinfo="skip",
        xaxis=xaxis,
        name="interval",
    )


def _highest(canvas: Canvas, rows: pd.DataFrame, look: Look) -> None:
    """A dash at the highest score possible: 2.50 or 3.33, so equal dots are not equal merit."""
    marker = dict(symbol="line-ns", size=10, opacity=1, line=dict(color=look.year_from, width=1.2))
    x, y = list(rows.scale_high), list(rows.y)
    canvas.trace(
        "scatter", x=x, y=y, mode="markers", marker=marker, hoverinfo="skip", name="highest"
    )


def _phone(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    """One panel: name and figures on a line, the difference below, zero as a tick in each row."""
    rows = rows.assign(y=range(len(rows)))
    canvas = Canvas(look, len(rows) * 46 + TOP + BOTTOM, (4, 4, TOP, BOTTOM))
    canvas.set(
        xaxis=axis(look, showgrid=False, **_zoomed(rows)),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    for row in rows.itertuples():
        _phone_row(canvas, row, look)
    if len(rows):
        years = dict(year_from=rows.year_from.iloc[0], year_to=rows.year_to.iloc[0])
        canvas.head(words.say("chart.levels.difference_phone", **years), 0, -4)
        canvas.head(bold(years["year_to"]), 1, -52, "right")
    _differences(canvas, rows, look, xaxis="x", zero=None, shift=0.22)
    return canvas.figure()


def _phone_row(canvas: Canvas, row: tuple, look: Look) -> None:
    code = coloured(safe(row.component), look.muted)
    canvas.at_row(f"{code} {safe(shorten(row.name, 40))}", row.y - 0.2, 0, -4)
    canvas.at_row(bold(row.text_to), row.y - 0.2, 1, -48, "right")
    canvas.at_row(coloured(row.text_change, look.muted), row.y - 0.2, 1, 4, "right")
    line = dict(color=look.text, width=1.6)
    canvas.line(x0=0, x1=0, y0=row.y + 0.06, y1=row.y + 0.4, line=line)
