"""Our own survey's score of each component and, beside it, the published ones of another survey.

Each survey has a panel and an axis of its own, and nothing joins them: nothing here is a
difference, for the two surveys ask other people other questions. A whole above the others, on a
scale of its own, stands as figures only.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts import keys
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten
from dashboard.charts.look import SMALL, Look, axis
from dashboard.rows import NAN, Figure, Level, Status, rows_of
from dashboard.words import Words

ROW, PHONE_ROW, TOP, BOTTOM = 36, 70, 44, 24
COLUMN = 62  # pixels of each column of figures
NAME_LETTERS = 36
HEAD = 40  # letters of a name above a panel
APART = 0.22  # of a row, between the province's mark and the median's: equal scores are both seen
AXES = ("xaxis", "xaxis2")
PANELS = ((0.0, 0.4), (0.56, 1.0))  # the two surveys, each on an axis of its own
PHONE_PANELS = ((0.0, 0.46), (0.54, 1.0))
SERIES = ("own", "province", "median")


class Beside(NamedTuple):
    """A component: our own estimate, the province's score and the median of the provinces."""

    component: str
    name: str
    level: Level
    estimate: Figure
    status: Status
    score_to: float
    median: float
    scale_low: float
    scale_high: float

    def value(self, series: str) -> float:
        """The figure of a series; none of our own where it is hidden."""
        own = NAN if numbers.is_hidden(self.status) else self.estimate
        return {"own": own, "province": self.score_to, "median": self.median}[series]

    def text(self, series: str, words: Words) -> str:
        """The figure of a series as text, or why there is none."""
        value = self.value(series)
        if series == "own":
            return numbers.shown(numbers.score(value), value, self.status, words=words)
        return numbers.score(value)


Placed = tuple[int, Beside]  # its row from the top
EXAMPLE = (
    Beside("PAPI", "Tổng điểm", "total", 44.0, "ok", 44.2282, 42.3265, 8.0, 80.0),
    Beside("1", "Tham gia", "dimension", 5.0, "ok", 5.5, 5.25, 1.0, 10.0),
    Beside("2", "Công khai", "dimension", 5.1, "caution", 6.5, 6.25, 1.0, 10.0),
    Beside("3", "Trách nhiệm", "dimension", NAN, "missing", NAN, NAN, 1.0, 10.0),
)


def scores(
    frame: pd.DataFrame,
    words: Words,
    look: Look,
    phone: bool = False,
    *,
    unit: str,
    province: str,
) -> go.Figure:
    """Two panels, one a survey: a dot of our own; a square of the province, a median's tick."""
    rows = list(rows_of(frame, Beside))
    if not rows:
        return Canvas.nothing(words, look)
    level = "sub_dimension" if any(r.level == "sub_dimension" for r in rows) else "dimension"
    drawn = [(y, row) for y, row in enumerate(rows) if row.level == level]
    names = {"own": unit, "province": province, "median": words["compare.median_country"]}
    canvas = _stage(rows, drawn, names, words, look, phone)
    low = 0.22 if phone else 0.0  # a phone's texts stand above
    for series, drop in zip(SERIES, (0, -APART, APART), strict=True):
        _marks(canvas, drawn, series, names[series], words, low + drop)
    for y, row in enumerate(rows):
        label = _label(row, phone, row.level == level, look)
        (_phone_row if phone else _row)(canvas, y, row, label, words)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words, *, unit: str, province: str) -> str:
    """The three figures of every row, named by their survey."""
    if frame.empty:
        return words["chart.no_data"]
    said = [words.say("chart.beside.alt", unit=unit, province=province)]
    for row in rows_of(frame, Beside):
        texts = {series: row.text(series, words) for series in SERIES}
        said.append(words.say("chart.beside.alt_row", name=row.name, **texts))
    return " ".join(said)


def key_line(words: Words, look: Look, *, unit: str, province: str) -> str:
    """The three marks."""
    edge = f"2px solid {look.year_from}"
    dot = {"width": "11px", "height": "11px", "border-radius": "50%", "background": look.year_to}
    marks = {
        "own": (dot, unit),
        "province": ({"width": "10px", "height": "10px", "border": edge}, province),
        "median": ({"width": "2.5px", "height": "14px", "background": look.year_from}, ""),
    }
    return keys.line(
        keys.entry(words.say(f"chart.beside.key_{series}", name=name), style, kind="")
        for series, (style, name) in marks.items()
    )


def _stage(
    rows: list[Beside],
    drawn: list[Placed],
    names: Mapping[str, str],
    words: Words,
    look: Look,
    phone: bool,
) -> Canvas:
    labels = [shorten(row.name, NAME_LETTERS) for row in rows]
    left = 8 if phone else room(labels, 262) + 26
    right = 8 if phone else 2 * COLUMN + 12
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, len(rows) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    low = min((row.scale_low for _, row in drawn), default=1.0)
    high = max((row.scale_high for _, row in drawn), default=10.0)
    ticks, digits = ([1, 4, 7, 10], 0) if high == 10 else ([low, high], 2)
    pad = (high - low) * 0.03
    texts = [numbers.score(tick, digits) for tick in ticks]
    span = axis(look, range=[low - pad, high + pad], tickvals=ticks, ticktext=texts)
    ends = PHONE_PANELS if phone else PANELS
    panels = {axis_: span | dict(domain=end) for axis_, end in zip(AXES, ends, strict=True)}
    canvas.rows(len(rows)).set(**panels)
    for (start, _), series in zip(ends, ("own", "province"), strict=True):
        head = words.say(f"chart.beside.panel_{series}", name=shorten(names[series], HEAD))
        head = words[f"chart.beside.phone_{series}"] if phone else head
        canvas.head(bold(safe(head)), start, 0, yshift=22, font=dict(size=SMALL, color=look.text))
    if not phone:
        canvas.head(words["chart.beside.head_own"], ends[0][1], COLUMN, "right")
        for number, series in enumerate(SERIES[1:], start=1):
            canvas.head(words[f"chart.beside.head_{series}"], 1, number * COLUMN + 6, "right")
    return canvas


def _marks(
    canvas: Canvas, drawn: list[Placed], series: str, name: str, words: Words, drop: float
) -> None:
    """The marks of a series in the panel of its survey; drop: rows below the row's middle."""
    look = canvas.look
    some = [(y, row) for y, row in drawn if numbers.is_number(row.value(series))]
    thin = dict(color=look.year_from, width=2)
    thick = dict(color=look.year_from, width=2.5)
    marker = {
        "own": dict(symbol="circle", size=11, color=look.year_to),
        "province": dict(symbol="square-open", size=9, color=look.year_from, line=thin),
        "median": dict(symbol="line-ns", size=7, line=thick),
    }[series]
    canvas.marks(
        [row.value(series) for _, row in some],
        [y + drop for y, _ in some],
        marker=marker | dict(opacity=1),
        customdata=[[row.component] for _, row in some],
        hovertext=[
            hover_lines(
                bold(safe(f"{row.component} {row.name}")),
                safe(words.say(f"chart.beside.key_{series}", name=name)),
                words.say("chart.ranking.hover_score", score=row.text(series, words)),
            )
            for _, row in some
        ],
        name=series,
        xaxis="x" if series == "own" else "x2",
    )


def _label(row: Beside, phone: bool, is_drawn: bool, look: Look) -> str:
    """Code and name, a whole in bold."""
    code = "" if row.level == "total" else f"{coloured(safe(row.component), look.muted)} "
    name = safe(shorten(row.name, 30 if phone else NAME_LETTERS))
    return code + (name if is_drawn else bold(name))


def _row(canvas: Canvas, y: int, row: Beside, label: str, words: Words) -> None:
    canvas.at_row(label, y, 0, -canvas.left)
    canvas.at_row(bold(row.text("own", words)), y, PANELS[0][1], COLUMN, "right")
    for number, series in enumerate(SERIES[1:], start=1):
        canvas.at_row(row.text(series, words), y, 1, number * COLUMN + 6, "right")


def _phone_row(canvas: Canvas, y: int, row: Beside, label: str, words: Words) -> None:
    """The texts above the marks, each survey's over its own panel."""
    font = dict(size=SMALL)
    canvas.at_row(label, y, 0, -canvas.left, yshift=30, font=font)
    below: dict[str, Any] = dict(yshift=15, font=font)
    canvas.at_row(bold(row.text("own", words)), y, PHONE_PANELS[0][1], 0, "right", **below)
    province, median = (row.text(series, words) for series in SERIES[1:])
    text = words.say("chart.beside.phone", province=province, median=median)
    canvas.at_row(text, y, 1, canvas.right, "right", **below)
