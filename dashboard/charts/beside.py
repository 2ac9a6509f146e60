"""Our own survey's score of each component and, beside it, the published ones of another survey.

The marks differ in shape and are not joined: nothing here is a difference, for the two surveys
ask other people other questions.
frame: component, name, level, estimate, status, score_to (of the province), median, scale_low,
scale_high; a whole above the others, on a scale of its own, stands as figures only.
"""

from html import escape

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten
from dashboard.charts.look import SMALL, Look, axis
from dashboard.words import Words

ROW, PHONE_ROW, TOP, BOTTOM = 36, 46, 24, 24
COLUMN = 62  # pixels of each column of figures
NAME_LETTERS = 36
SERIES = ("own", "province", "median")
VALUES = {"own": "estimate", "province": "score_to", "median": "median"}


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
    rows = _rows(frame)
    names = {"own": unit, "province": province, "median": words["compare.median_country"]}
    canvas = _stage(rows, words, look, phone)
    for series in SERIES[::-1]:
        _marks(canvas, rows, series, names[series], words, look)
    for row in rows.itertuples():
        _labels(canvas, row, words, look, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words, *, unit: str, province: str) -> str:
    """The three figures of every row, named by their survey."""
    rows = _rows(frame)
    if rows.empty:
        return words["chart.no_data"]
    said = [words.say("chart.beside.alt", unit=unit, province=province)]
    for row in rows.itertuples():
        texts = {series: _text(row, series, words) for series in SERIES}
        said.append(words.say("chart.beside.alt_row", name=row.name, **texts))
    return " ".join(said)


def key_line(words: Words, look: Look, *, unit: str, province: str) -> str:
    """The three marks as HTML for st.html."""
    marks = {
        "own": (f"width:11px;height:11px;border-radius:50%;background:{look.year_to}", unit),
        "province": (f"width:10px;height:10px;border:2px solid {look.year_from}", province),
        "median": (f"width:2.5px;height:14px;background:{look.year_from}", ""),
    }
    signs = [
        f'<span><i style="{style}"></i>'
        f"{escape(words.say(f'chart.beside.key_{series}', name=name))}</span>"
        for series, (style, name) in marks.items()
    ]
    return f'<div class="papi-key">{"".join(signs)}</div>'


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with their places from above; what is hidden is blank whoever asked."""
    own = frame.estimate.astype(float).mask(numbers.hidden(frame.status))
    drawn = "sub_dimension" if (frame.level == "sub_dimension").any() else "dimension"
    rows = frame.assign(estimate=own, y=range(len(frame)), is_drawn=frame.level == drawn)
    return rows.reset_index(drop=True)


def _stage(rows: pd.DataFrame, words: Words, look: Look, phone: bool) -> Canvas:
    left = 8 if phone else room(list(rows.name.map(lambda n: shorten(n, NAME_LETTERS))), 262) + 26
    right = 8 if phone else 3 * COLUMN + 12
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, max(1, len(rows)) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    marked = rows[rows.is_drawn]
    ends = [marked.scale_low.min(), marked.scale_high.max()] if len(marked) else [1.0, 10.0]
    digits = 0 if ends[1] == 10 else 2
    ticks = [*ends] if digits else [1, 4, 7, 10]
    pad = (ends[1] - ends[0]) * 0.03
    texts = [numbers.score(tick, digits) for tick in ticks]
    canvas.set(
        xaxis=axis(look, range=[ends[0] - pad, ends[1] + pad], tickvals=ticks, ticktext=texts),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    if not phone:
        for number, series in enumerate(SERIES, start=1):
            canvas.head(words[f"chart.beside.head_{series}"], 1, number * COLUMN + 6, "right")
    return canvas


def _marks(
    canvas: Canvas, rows: pd.DataFrame, series: str, name: str, words: Words, look: Look
) -> None:
    some = rows[rows.is_drawn & rows[VALUES[series]].notna()]
    thin = dict(color=look.year_from, width=2)
    marker = {
        "own": dict(symbol="circle", size=11, color=look.year_to),
        "province": dict(symbol="square-open", size=10, color=look.year_from, line=thin),
        "median": dict(symbol="line-ns", size=12, line=dict(color=look.year_from, width=2.5)),
    }[series]
    canvas.trace(
        "scatter",
        x=list(some[VALUES[series]]),
        y=list(some.y),
        mode="markers",
        marker=marker | dict(opacity=1),
        cliponaxis=False,
        customdata=[[code] for code in some.component],
        hovertext=[
            hover_lines(
                bold(safe(f"{row.component} {row.name}")),
                safe(words.say(f"chart.beside.key_{series}", name=name)),
                words.say("chart.ranking.hover_score", score=_text(row, series, words)),
            )
            for row in some.itertuples()
        ],
        hoverinfo="text",
        name=series,
    )


def _text(row: tuple, series: str, words: Words) -> str:
    value = getattr(row, VALUES[series])
    if series == "own":
        return numbers.shown(numbers.score(value), value, row.status, words=words)
    return numbers.score(value)


def _labels(canvas: Canvas, row: tuple, words: Words, look: Look, phone: bool) -> None:
    code = "" if row.level == "total" else f"{coloured(safe(row.component), look.muted)} "
    name = safe(shorten(row.name, 30 if phone else NAME_LETTERS))
    said = {series: _text(row, series, words) for series in SERIES}
    label = code + (name if row.is_drawn else bold(name))
    if phone:
        raised = dict(yshift=17, font=dict(size=SMALL))
        canvas.at_row(label, row.y, 0, -canvas.left, **raised)
        figures = f"{bold(said['own'])} · {said['province']} · {said['median']}"
        canvas.at_row(figures, row.y, 1, canvas.right, "right", **raised)
        return
    canvas.at_row(label, row.y, 0, -canvas.left)
    for number, series in enumerate(SERIES, start=1):
        text = bold(said[series]) if series == "own" else said[series]
        canvas.at_row(text, row.y, 1, number * COLUMN + 6, "right")
