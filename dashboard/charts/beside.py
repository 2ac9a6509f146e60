"""Our own survey's score of each component and, beside it, the published ones of another survey.

The marks differ in shape and are not joined: nothing here is a difference, for the two surveys
ask other people other questions. A whole above the others, on a scale of its own, stands as
figures only.
"""

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

ROW, PHONE_ROW, TOP, BOTTOM = 36, 46, 24, 24
COLUMN = 62  # pixels of each column of figures
NAME_LETTERS = 36
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
    """A row a component: a dot of our own, a square of the province, a tick of the country."""
    rows = list(rows_of(frame, Beside))
    if not rows:
        return Canvas.nothing(words, look)
    level = "sub_dimension" if any(r.level == "sub_dimension" for r in rows) else "dimension"
    drawn = [(y, row) for y, row in enumerate(rows) if row.level == level]
    names = {"own": unit, "province": province, "median": words["compare.median_country"]}
    canvas = _stage(rows, drawn, words, look, phone)
    for series in SERIES[::-1]:
        _marks(canvas, drawn, series, names[series], words)
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
    rows: list[Beside], drawn: list[Placed], words: Words, look: Look, phone: bool
) -> Canvas:
    names = [shorten(row.name, NAME_LETTERS) for row in rows]
    left = 8 if phone else room(names, 262) + 26
    right = 8 if phone else 3 * COLUMN + 12
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, len(rows) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    low = min((row.scale_low for _, row in drawn), default=1.0)
    high = max((row.scale_high for _, row in drawn), default=10.0)
    ticks, digits = ([1, 4, 7, 10], 0) if high == 10 else ([low, high], 2)
    pad = (high - low) * 0.03
    texts = [numbers.score(tick, digits) for tick in ticks]
    span = axis(look, range=[low - pad, high + pad], tickvals=ticks, ticktext=texts)
    canvas.rows(len(rows)).set(xaxis=span)
    if not phone:
        for number, series in enumerate(SERIES, start=1):
            canvas.head(words[f"chart.beside.head_{series}"], 1, number * COLUMN + 6, "right")
    return canvas


def _marks(canvas: Canvas, drawn: list[Placed], series: str, name: str, words: Words) -> None:
    look = canvas.look
    some = [(y, row) for y, row in drawn if numbers.is_number(row.value(series))]
    thin = dict(color=look.year_from, width=2)
    thick = dict(color=look.year_from, width=2.5)
    marker = {
        "own": dict(symbol="circle", size=11, color=look.year_to),
        "province": dict(symbol="square-open", size=10, color=look.year_from, line=thin),
        "median": dict(symbol="line-ns", size=12, line=thick),
    }[series]
    canvas.marks(
        [row.value(series) for _, row in some],
        [y for y, _ in some],
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
    )


def _label(row: Beside, phone: bool, is_drawn: bool, look: Look) -> str:
    """Code and name, a whole in bold."""
    code = "" if row.level == "total" else f"{coloured(safe(row.component), look.muted)} "
    name = safe(shorten(row.name, 30 if phone else NAME_LETTERS))
    return code + (name if is_drawn else bold(name))


def _row(canvas: Canvas, y: int, row: Beside, label: str, words: Words) -> None:
    canvas.at_row(label, y, 0, -canvas.left)
    for number, series in enumerate(SERIES, start=1):
        text = row.text(series, words)
        text = bold(text) if series == "own" else text
        canvas.at_row(text, y, 1, number * COLUMN + 6, "right")


def _phone_row(canvas: Canvas, y: int, row: Beside, label: str, words: Words) -> None:
    """The texts above the marks."""
    raised: dict[str, Any] = dict(yshift=17, font=dict(size=SMALL))
    canvas.at_row(label, y, 0, -canvas.left, **raised)
    own, province, median = (row.text(series, words) for series in SERIES)
    canvas.at_row(f"{bold(own)} · {province} · {median}", y, 1, canvas.right, "right", **raised)
