"""Levels of two years and their difference: a dumbbell on the full scale beside a zoomed axis.

On the full scale a difference of 0.1 to 0.3 is smaller than a dot: never one without the other.
frame: component, name, level, year_from, year_to, estimate_from, estimate_to, change,
status_from, status_to, scale_low, scale_high; optional full_name, ci_low, ci_high (of change)
and verdict: without one a difference is a number and a hollow grey diamond, nothing more.
"""

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts import verdicts
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, room, safe, shorten
from dashboard.charts.level_rows import level_rows
from dashboard.charts.look import Look, axis
from dashboard.words import Words

FIGURE = 50  # pixels of one column of figures
RIGHT, RIGHT_WITH_VERDICT = 62, 172  # room of the difference's figure, and of its verdict's words
TOP, BOTTOM = 30, 24
LEVELS_END, CHANGE_START = 0.44, 0.57  # the two panels
TICKS = {"dimension": [1, 4, 7, 10], "sub_dimension": [0, 1, 2, 3]}
# verdict, name of the trace, symbol, size: hollow diamonds wherever nothing may be said.
SIGNS = (
    (None, "change", "diamond", 10),
    ("up", "change_up", "triangle-up", 13),
    ("down", "change_down", "triangle-down", 13),
)
RANGE = {"dimension": (0.6, 10.4), "sub_dimension": (-0.08, 3.45)}


def levels_and_difference(
    frame: pd.DataFrame, words: Words, look: Look, phone: bool = False
) -> go.Figure:
    """The dashboard's main chart; the frame's order is the order from the top."""
    rows = level_rows(frame, words)
    return _phone(rows, words, look) if phone else _wide(rows, words, look)


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The highest and lowest level and the largest difference, in two or three sentences,
    then what may be said to have risen or fallen."""
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
    said += [
        words.say("chart.levels.alt_verdict", name=row["name"], verdict=row.text_verdict[2:])
        for _, row in rows[_are_clear(rows)].iterrows()
    ]
    return " ".join(said)


def _wide(rows: pd.DataFrame, words: Words, look: Look) -> go.Figure:
    tall = 36 if len(rows) <= 10 else 21
    names = room(list(rows["name"]), most=262, least=120) + (18 if tall == 36 else 28)
    left = names + 2 * FIGURE
    last = rows.y.max() if len(rows) else 0
    right = RIGHT_WITH_VERDICT if rows.verdict.notna().any() else RIGHT
    canvas = Canvas(look, (last + 1) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    is_whole = rows.empty or rows.level.iloc[0] == "dimension"
    level = "dimension" if is_whole else "sub_dimension"  # a question has its component's scale
    canvas.set(
        xaxis=axis(look, domain=[0, LEVELS_END], range=RANGE[level], tickvals=TICKS[level]),
        xaxis2=axis(look, domain=[CHANGE_START, 1], **_zoomed(rows)),
        yaxis=axis(look, range=[last + 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    _heads(canvas, rows, words, look, level)
    for row in rows.itertuples():
        _columns(canvas, row, look, left)
        _verdict(canvas, row, look)
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
    indent = 14 if row.level == "dimension" else 30
    canvas.at_row(code, row.y, 0, -left)
    canvas.at_row(safe(shorten(row.name, 40)), row.y, 0, indent - left)
    canvas.at_row(coloured(row.text_from, look.muted), row.y, 0, -FIGURE - 16, "right")
    canvas.at_row(bold(row.text_to), row.y, 0, -16, "right")


def _verdict(canvas: Canvas, row: tuple, look: Look) -> None:
    """The difference at the right, and what may be said of it."""
    is_clear = row.verdict in verdicts.CLEAR
    canvas.at_row(bold(row.text_change) if is_clear else row.text_change, row.y, 1, 58, "right")
    if row.verdict:
        said = coloured(row.text_verdict, verdicts.colour(row.verdict, look))
        canvas.at_row(bold(said) if is_clear else said, row.y, 1, 66)


def _zoomed(rows: pd.DataFrame) -> dict:
    """A symmetric axis just wide enough for the largest difference, in steps of 0.1."""
    columns = [c for c in ("change", "ci_low", "ci_high") if c in rows]
    widest = rows[columns].abs().max().max() if len(rows) else 0
    end = max(2, math.ceil(round(0 if math.isnan(widest) else widest, 6) * 10)) / 10
    texts = [numbers.difference(-end, 1), "0", numbers.difference(end, 1)]
    return dict(range=[-end * 1.08, end * 1.08], tickvals=[-end, 0, end], ticktext=texts)


def _dumbbells(canvas: Canvas, rows: pd.DataFrame, look: Look) -> None:
    """Ring and dot of the two years; the line between them only where both are known."""
    spans = rows.dropna(subset=["estimate_from", "estimate_to"])
    _lines(canvas, spans, ("estimate_from", "estimate_to"), look, "span", xaxis="x")
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
    """A mark for each verdict, with whiskers once the frame brings intervals."""
    if zero:
        line = dict(color=look.text, width=1.2)
        canvas.line(xref=xaxis, x0=0, x1=0, y0=zero[0], y1=zero[1], line=line, layer="between")
    placed = rows.assign(y=rows.y + shift).dropna(subset="change")
    if "ci_low" in placed:
        ends = ("ci_low", "ci_high")
        _lines(canvas, placed.dropna(subset=list(ends)), ends, look, "interval", xaxis)
    for verdict, name, symbol, size in SIGNS:
        theirs = placed[placed.verdict == verdict if verdict else ~_are_clear(placed)]
        line = dict(color=verdicts.colour(verdict, look), width=1.6)
        fill = line["color"] if verdict else look.background
        marker = dict(symbol=symbol, size=size, opacity=1, color=fill, line=line)
        if len(theirs) or not verdict:
            _marks(canvas, theirs, "change", marker, xaxis=xaxis, name=name)


def _are_clear(rows: pd.DataFrame) -> pd.Series:
    return rows.verdict.isin(verdicts.CLEAR)


def _lines(
    canvas: Canvas,
    rows: pd.DataFrame,
    ends: tuple[str, str],
    look: Look,
    name: str,
    xaxis: str,
) -> None:
    """Lines between two columns, clear verdicts in their colour and thicker."""
    for verdict in (None, *verdicts.CLEAR):
        theirs = rows[rows.verdict == verdict if verdict else ~_are_clear(rows)]
        if verdict and theirs.empty:
            continue
        points = [
            (x, y)
            for start, end, y in zip(theirs[ends[0]], theirs[ends[1]], theirs.y, strict=True)
            for x, y in ((start, y), (end, y), (None, None))
        ]
        canvas.trace(
            "scatter",
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="lines",
            line=dict(color=verdicts.colour(verdict, look), width=2.5 if verdict else 1.6),
            hoverinfo="skip",
            xaxis=xaxis,
            name=f"{name}_{verdict}" if verdict else name,
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
        canvas.head(bold(years["year_to"]), 1, -62, "right")
    _differences(canvas, rows, look, xaxis="x", zero=None, shift=0.22)
    return canvas.figure()


def _phone_row(canvas: Canvas, row: tuple, look: Look) -> None:
    code = coloured(safe(row.component), look.muted)
    canvas.at_row(f"{code} {safe(shorten(row.name, 40))}", row.y - 0.2, 0, -4)
    canvas.at_row(bold(row.text_to), row.y - 0.2, 1, -62, "right")
    said = f"{row.sign} {row.text_change}" if row.verdict in verdicts.CLEAR else row.text_change
    ink = verdicts.colour(row.verdict, look) if row.verdict in verdicts.CLEAR else look.muted
    canvas.at_row(coloured(said, ink), row.y - 0.2, 1, 4, "right")
    line = dict(color=look.text, width=1.6)
    canvas.line(x0=0, x1=0, y0=row.y + 0.06, y1=row.y + 0.4, line=line)
