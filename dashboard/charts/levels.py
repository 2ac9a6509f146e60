"""Levels of two years and their difference: a dumbbell on the full scale beside a zoomed axis.

On the full scale a difference of 0.1 to 0.3 is smaller than a dot: never one without the other.
"""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers, verdicts
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, room, safe, shorten, wrapped
from dashboard.charts.level_rows import Compared, LevelRow, level_rows
from dashboard.charts.look import Look, axis
from dashboard.rows import NAN
from dashboard.verdicts import Verdict
from dashboard.words import Words

FIGURE = 50  # pixels of one column of figures
NAME = 40  # letters of one line of a name
RIGHT, RIGHT_WITH_VERDICT = 62, 172  # room of the difference's figure, and of its verdict's words
TOP, BOTTOM = 30, 24
LEVELS_END, CHANGE_START = 0.44, 0.57  # the two panels
TICKS = {"dimension": [1, 4, 7, 10], "sub_dimension": [0, 1, 2, 3]}
# verdict, name of the trace, symbol, size: hollow diamonds wherever nothing may be said.
SIGNS: tuple[tuple[Verdict | None, str, str, int], ...] = (
    (None, "change", "diamond", 10),
    ("up", "change_up", "triangle-up", 13),
    ("down", "change_down", "triangle-down", 13),
)
RANGE = {"dimension": (0.6, 10.4), "sub_dimension": (-0.08, 3.45)}

EXAMPLE = (
    Compared("1", "Tham gia", "dimension", 2022, 2023, 5.33, 5.46, 0.13, "ok", "ok", 1, 10,
             "Tham gia của người dân ở cấp cơ sở", 0.05, 0.21, "up"),
    Compared("2", "Công khai", "dimension", 2022, 2023, 7.65, 7.36, -0.29, "ok", "ok", 1, 10,
             None, -0.4, -0.18, "down"),
    Compared("3", "Trách nhiệm", "dimension", 2022, 2023, 4.1, 4.2, 0.1, "ok", "caution", 1, 10,
             None, -0.1, 0.3, "unclear"),
    Compared("4", "Kiểm soát", "dimension", 2022, 2023, NAN, 7.1, NAN, "missing", "ok", 1, 10),
)  # fmt: skip


def levels_and_difference(
    frame: pd.DataFrame, words: Words, look: Look, phone: bool = False
) -> go.Figure:
    """The dashboard's main chart; the frame's order is the order from the top."""
    rows = level_rows(frame, words)
    if not rows:
        return Canvas.nothing(words, look)
    years = (frame.year_from.iloc[0], frame.year_to.iloc[0])
    if phone:
        return _phone(rows, years, words, look)
    # a question has its component's scale
    level = "dimension" if frame.level.iloc[0] == "dimension" else "sub_dimension"
    return _wide(rows, years, level, words, look)


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The highest and lowest level and the largest difference, in two or three sentences,
    then what may be said to have risen or fallen."""
    rows = level_rows(frame, words)
    if not rows:
        return words["chart.no_data"]
    years = {"year_from": frame.year_from.iloc[0], "year_to": frame.year_to.iloc[0]}
    said = [words.say("chart.levels.alt", count=len(rows), **years)]
    seen = [row for row in rows if numbers.is_number(row.estimate_to)]
    if seen:
        high = max(seen, key=lambda row: row.estimate_to)
        low = min(seen, key=lambda row: row.estimate_to)
        holes = dict(name=high.name, score=high.text_to, year_to=years["year_to"])
        holes |= dict(lowest_name=low.name, lowest_score=low.text_to)
        said.append(words.say("chart.levels.alt_highest", **holes))
    moved = [row for row in rows if numbers.is_number(row.change)]
    if moved:
        most = max(moved, key=lambda row: abs(row.change))
        holes = dict(name=most.name, difference=most.text_change)
        said.append(words.say("chart.levels.alt_difference", **holes))
    said += [
        words.say("chart.levels.alt_verdict", name=row.name, verdict=words[f"verdict.{row.clear}"])
        for row in rows
        if row.clear
    ]
    return " ".join(said)


def _wide(
    rows: list[LevelRow], years: tuple[int, int], level: str, words: Words, look: Look
) -> go.Figure:
    tall, lines = (36 if len(rows) <= 10 else 21), _names(rows)
    names = room([name for row in lines for name in row], most=290, least=120)
    names += 18 if tall == 36 else 28
    tall = max(tall, 17 * max(map(len, lines)) + 10 if max(map(len, lines)) > 1 else 0)
    left, last = names + 2 * FIGURE, rows[-1].y
    right = RIGHT_WITH_VERDICT if any(row.verdict for row in rows) else RIGHT
    canvas = Canvas(look, (last + 1) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    canvas.rows(last + 1).set(
        xaxis=axis(look, domain=[0, LEVELS_END], range=RANGE[level], tickvals=TICKS[level]),
        xaxis2=axis(look, domain=[CHANGE_START, 1]) | _zoomed(rows),
    )
    _heads(canvas, years, words, level)
    for row, name in zip(rows, lines, strict=True):
        _columns(canvas, row, "<br>".join(map(safe, name)), 14 if level == "dimension" else 30)
        _verdict(canvas, row, words)
    if tall >= 36:
        canvas.row_rules([row.y + 0.5 for row in rows])
    if level == "sub_dimension":
        _highest(canvas, rows)
    _dumbbells(canvas, rows)
    zero = dict(color=look.text, width=1.2)
    canvas.line(xref="x2", x0=0, x1=0, y0=-0.5, y1=last + 0.5, line=zero, layer="between")
    _differences(canvas, rows, xaxis="x2")
    return canvas.figure()


def _heads(canvas: Canvas, years: tuple[int, int], words: Words, level: str) -> None:
    canvas.head(words[f"chart.levels.scale_{level}"], 0, 0)
    canvas.head(f"○ {years[0]}", 0, -FIGURE - 16, "right")
    canvas.head(coloured(bold(f"● {years[1]}"), canvas.look.text), 0, -16, "right")
    canvas.head(words["chart.levels.difference_zoomed"], CHANGE_START, 0)


def _names(rows: list[LevelRow]) -> list[list[str]]:
    """Each name in lines: a question is read whole, a word without end is cut."""
    return [[shorten(line, NAME + 4) for line in wrapped(row.name, NAME)] or [""] for row in rows]


def _columns(canvas: Canvas, row: LevelRow, name: str, indent: float) -> None:
    """Code and name, and the two years' figures."""
    muted = canvas.look.muted
    canvas.at_row(coloured(safe(row.component), muted), row.y, 0, -canvas.left)
    canvas.at_row(name, row.y, 0, indent - canvas.left, align="left")
    canvas.at_row(coloured(row.text_from, muted), row.y, 0, -FIGURE - 16, "right")
    canvas.at_row(bold(row.text_to), row.y, 0, -16, "right")


def _verdict(canvas: Canvas, row: LevelRow, words: Words) -> None:
    """The difference at the far right, and what may be said of it."""
    weight = bold if row.clear else str
    canvas.at_row(weight(row.text_change), row.y, 1, 58, "right")
    if row.verdict:
        said = coloured(verdicts.text(row.verdict, words), canvas.look.verdict(row.verdict))
        canvas.at_row(weight(said), row.y, 1, 66)


def _zoomed(rows: list[LevelRow]) -> dict[str, Any]:
    """A symmetric axis just wide enough for the largest difference, in steps of 0.1."""
    known = [abs(x) for row in rows for x in (row.change, row.ci_low, row.ci_high)]
    widest = max((x for x in known if numbers.is_number(x)), default=0)
    end = max(2, math.ceil(round(widest, 6) * 10)) / 10
    texts = [numbers.difference(-end, 1), "0", numbers.difference(end, 1)]
    return dict(range=[-end * 1.08, end * 1.08], tickvals=[-end, 0, end], ticktext=texts)


def _dumbbells(canvas: Canvas, rows: list[LevelRow]) -> None:
    """Ring and dot of the two years; the line between them only where both are known."""
    look = canvas.look
    _lines(canvas, rows, ("estimate_from", "estimate_to"), "span", xaxis="x")
    ring = dict(size=10, color=look.background, line=dict(color=look.year_from, width=2))
    dot = dict(size=10, color=look.year_to, line=dict(color=look.background, width=0.5))
    for end, marker in (("from", ring), ("to", dot)):
        _marks(canvas, rows, f"estimate_{end}", marker | dict(opacity=1), name=f"year_{end}")


def _marks(
    canvas: Canvas,
    rows: list[LevelRow],
    column: str,
    marker: dict[str, Any],
    shift: float = 0,
    **more: Any,
) -> None:
    seen = [row for row in rows if numbers.is_number(getattr(row, column))]
    canvas.marks(
        [getattr(row, column) for row in seen],
        [row.y + shift for row in seen],
        marker=marker,
        customdata=[[row.component] for row in seen],
        hovertext=[row.hover for row in seen],
        **more,
    )


def _differences(canvas: Canvas, rows: list[LevelRow], xaxis: str, shift: float = 0) -> None:
    """A mark for each verdict, with whiskers once the frame brings intervals."""
    if any(numbers.is_number(row.ci_low) for row in rows):
        _lines(canvas, rows, ("ci_low", "ci_high"), "interval", xaxis, shift)
    for verdict, name, symbol, size in SIGNS:
        theirs = [row for row in rows if row.clear == verdict and numbers.is_number(row.change)]
        line = dict(color=canvas.look.verdict(verdict), width=1.6)
        fill = line["color"] if verdict else canvas.look.background
        marker = dict(symbol=symbol, size=size, opacity=1, color=fill, line=line)
        if theirs or not verdict:
            _marks(canvas, theirs, "change", marker, shift, xaxis=xaxis, name=name)


def _lines(
    canvas: Canvas,
    rows: list[LevelRow],
    ends: tuple[str, str],
    name: str,
    xaxis: str,
    shift: float = 0,
) -> None:
    """Lines between two columns, clear verdicts in their colour and thicker."""
    for verdict in (None, *verdicts.CLEAR):
        theirs = [
            [(getattr(row, end), row.y + shift) for end in ends]
            for row in rows
            if row.clear == verdict and all(numbers.is_number(getattr(row, e)) for e in ends)
        ]
        if theirs or not verdict:
            line = dict(color=canvas.look.verdict(verdict), width=2.5 if verdict else 1.6)
            trace = f"{name}_{verdict}" if verdict else name
            canvas.paths(theirs, line=line, xaxis=xaxis, name=trace)


def _highest(canvas: Canvas, rows: list[LevelRow]) -> None:
    """A dash at the highest score possible: 2.50 or 3.33, so equal dots are not equal merit."""
    line = dict(color=canvas.look.year_from, width=1.2)
    marker = dict(symbol="line-ns", size=10, opacity=1, line=line)
    x, y = [row.scale_high for row in rows], [row.y for row in rows]
    canvas.trace(
        "scatter", x=x, y=y, mode="markers", marker=marker, hoverinfo="skip", name="highest"
    )


def _phone(rows: list[LevelRow], years: tuple[int, int], words: Words, look: Look) -> go.Figure:
    """One panel: name and figures on a line, the difference below, zero as a tick in each row."""
    rows = [row._replace(y=y) for y, row in enumerate(rows)]
    canvas = Canvas(look, len(rows) * 46 + TOP + BOTTOM, (4, 4, TOP, BOTTOM))
    canvas.rows(len(rows)).set(xaxis=axis(look, showgrid=False) | _zoomed(rows))
    for row in rows:
        _phone_row(canvas, row, words)
    said = words.say("chart.levels.difference_phone", year_from=years[0], year_to=years[1])
    canvas.head(said, 0, -4)
    canvas.head(bold(str(years[1])), 1, -62, "right")
    _differences(canvas, rows, xaxis="x", shift=0.22)
    return canvas.figure()


def _phone_row(canvas: Canvas, row: LevelRow, words: Words) -> None:
    look = canvas.look
    code = coloured(safe(row.component), look.muted)
    canvas.at_row(f"{code} {safe(shorten(row.name, 40))}", row.y - 0.2, 0, -4)
    canvas.at_row(bold(row.text_to), row.y - 0.2, 1, -62, "right")
    sign = f"{verdicts.sign(row.clear, words)} " if row.clear else ""
    ink = look.verdict(row.clear) if row.clear else look.muted
    canvas.at_row(coloured(sign + row.text_change, ink), row.y - 0.2, 1, 4, "right")
    line = dict(color=look.text, width=1.6)
    canvas.line(x0=0, x1=0, y0=row.y + 0.06, y1=row.y + 0.4, line=line)
