"""Units in the order of their score, one marked among muted ones.

frame: unit, label, estimate, rank, marked, status; optional ci_low, ci_high, rank_low, rank_high
and group (by quartile, a strip beside the names).
"""

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts import groups
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten
from dashboard.charts.look import SMALL, Look, axis
from dashboard.words import Words

ROW, MANY_ROWS, MANY = 25, 20, 30
TOP, BOTTOM = 46, 24
SCORE = 58  # pixels of the column of scores
NAME_LETTERS, PHONE_LETTERS = 26, 15
PLACE, PHONE_PLACE, RANK = 158, 62, 46  # pixels of the column of ranks, with and without places
STRIP, GAP = 6, 7  # pixels of the strip of groups and beside it


def ranked(
    frame: pd.DataFrame,
    words: Words,
    look: Look,
    phone: bool = False,
    *,
    reference: float | None = None,
    reference_label: str = "",
) -> go.Figure:
    """Dots in the frame's order; units without a figure go last and say so."""
    rows = _rows(frame)
    canvas = _stage(rows, words, look, phone)
    if "group" in rows:
        _groups(canvas, rows, look)
    if numbers.is_number(reference):
        _reference(canvas, reference, reference_label, words, look)
    if "ci_low" in rows:
        _intervals(canvas, rows, look)
    _dots(canvas, rows, words, look)
    for row in rows.itertuples():
        _labels(canvas, row, words, look, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The first unit and the marked one."""
    seen = _rows(frame).dropna(subset="estimate")
    if seen.empty:
        return words["chart.no_data"]
    best = seen.loc[seen.estimate.idxmax()]
    holes = dict(count=len(seen), name=best.label, score=numbers.score(best.estimate))
    said = [words.say("chart.ranking.alt", **holes)]
    for row in seen[seen.marked].itertuples():
        holes = dict(name=row.label, rank=_rank(row, words), score=numbers.score(row.estimate))
        said.append(words.say("chart.ranking.alt_marked", **holes))
    return " ".join(said)


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.copy()
    hidden = numbers.hidden(rows["status"])
    figures = ["estimate", "rank", "ci_low", "ci_high", "rank_low", "rank_high"]
    for column in rows.columns.intersection(figures):
        rows[column] = rows[column].mask(hidden)
    rows["marked"] = rows.marked.astype(bool)
    last = rows.estimate.isna()
    rows = pd.concat([rows[~last], rows[last]], ignore_index=True)
    return rows.assign(y=range(len(rows)))


def _stage(rows: pd.DataFrame, words: Words, look: Look, phone: bool) -> Canvas:
    tall = MANY_ROWS if len(rows) > MANY else ROW
    letters = PHONE_LETTERS if phone else NAME_LETTERS
    left = room([shorten(str(label), letters) for label in rows.label], most=190, least=80)
    left += STRIP + GAP if "group" in rows else 0
    places = PHONE_PLACE if phone else PLACE
    right = SCORE + (places if "rank_low" in rows else RANK)
    canvas = Canvas(look, max(1, len(rows)) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    if len(rows) > MANY:
        canvas.set(font=dict(size=SMALL))
    canvas.set(
        xaxis=axis(look, **_span(rows)),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    canvas.head(words["chart.ranking.score"], 1, SCORE, "right")
    canvas.head(words["chart.ranking.rank"], 1, right, "right")
    return canvas


def _span(rows: pd.DataFrame) -> dict:
    """The observed range with a few round ticks: dots need no zero."""
    values = rows[[c for c in ("estimate", "ci_low", "ci_high") if c in rows]].stack().dropna()
    if values.empty:
        return dict(range=[0, 1], showticklabels=False)
    low, high = values.min(), values.max()
    step = _round_step(max(high - low, 0.2) / 5)
    ticks = [k * step for k in range(math.floor(low / step), math.ceil(high / step) + 1)]
    pad = max(high - low, 0.2) * 0.05
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    shown = [tick for tick in ticks if low - pad <= tick <= high + pad]
    texts = [numbers.score(tick, digits) for tick in shown]
    return dict(range=[low - pad, high + pad], tickvals=shown, ticktext=texts)


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is at least this wide."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(k * power for k in (1, 2, 5, 10) if k * power >= least * 0.999)


def _reference(canvas: Canvas, value: float, label: str, words: Words, look: Look) -> None:
    line = dict(color=look.muted, width=1.4, dash="dot")
    canvas.line(x0=value, x1=value, y0=0, y1=1, yref="paper", line=line)
    text = words.say("chart.ranking.reference", label=label, score=numbers.score(value))
    canvas.head(safe(text), value, 0, "center", xref="x", yshift=20)


def _intervals(canvas: Canvas, rows: pd.DataFrame, look: Look) -> None:
    for marked, colour, width in ((False, look.muted, 1.6), (True, look.accent, 3)):
        some = rows[rows.marked == marked].dropna(subset=["estimate", "ci_low", "ci_high"])
        xs = [x for row in some.itertuples() for x in (row.ci_low, row.ci_high, None)]
        ys = [y for row in some.itertuples() for y in (row.y, row.y, None)]
        line = dict(color=colour, width=width)
        canvas.trace(
            "scatter", x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", name="interval"
        )


def _dots(canvas: Canvas, rows: pd.DataFrame, words: Words, look: Look) -> None:
    for marked, colour, size in ((False, look.grey, 9), (True, look.accent, 12)):
        some = rows[rows.marked == marked].dropna(subset="estimate")
        canvas.trace(
            "scatter",
            x=list(some.estimate),
            y=list(some.y),
            mode="markers",
            marker=dict(color=colour, size=size, opacity=1),
            cliponaxis=False,
            customdata=[[unit] for unit in some.unit],
            hovertext=[_hover(row, words) for row in some.itertuples()],
            hoverinfo="text",
            name="marked" if marked else "units",
        )


def _hover(row: tuple, words: Words) -> str:
    ci = {end: numbers.score(getattr(row, f"ci_{end}", None)) for end in ("low", "high")}
    known = numbers.NOTHING not in ci.values()
    group = getattr(row, "group", None)
    return hover_lines(
        bold(safe(row.label)),
        words.say("chart.ranking.hover_score", score=numbers.score(row.estimate)),
        words.say("chart.ranking.hover_rank", rank=_rank(row, words)),
        words.say("chart.ranking.hover_interval", **ci) if known else "",
        words.say("group.hover", name=groups.name(group, words)) if group in groups.GROUPS else "",
    )


def _rank(row: tuple, words: Words, phone: bool = False) -> str:
    """The rank and, in words, the places it may have."""
    if not numbers.is_number(row.rank):
        return numbers.NOTHING
    low, high = getattr(row, "rank_low", None), getattr(row, "rank_high", None)
    if not (numbers.is_number(low) and numbers.is_number(high)):
        return str(int(row.rank))
    holes = dict(rank=int(row.rank), low=int(low), high=int(high))
    return words.say(
        "chart.ranking.rank_range_phone" if phone else "chart.ranking.rank_range", **holes
    )


def _groups(canvas: Canvas, rows: pd.DataFrame, look: Look) -> None:
    """A strip at the left edge: rows are in the order of their scores, so a group is one piece."""
    across = dict(xref="paper", xsizemode="pixel", xanchor=0, x0=-canvas.left)
    for group in groups.GROUPS:
        ys = rows.y[rows.estimate.notna() & (rows.group == group)]
        if len(ys):
            canvas.box(
                y0=ys.min() - 0.46,
                y1=ys.max() + 0.46,
                x1=-canvas.left + STRIP,
                fillcolor=groups.colour(group, look),
                **across,
            )


def _labels(canvas: Canvas, row: tuple, words: Words, look: Look, phone: bool) -> None:
    name = safe(shorten(str(row.label), PHONE_LETTERS if phone else NAME_LETTERS))
    left = -canvas.left + (STRIP + GAP if hasattr(row, "group") else 0)
    if not numbers.is_number(row.estimate):
        why = numbers.reason(row.status, words=words) or words["chart.no_data"]
        canvas.at_row(coloured(name, look.muted), row.y, 0, left)
        canvas.at_row(coloured(why, look.muted), row.y, 0, 4)
        return
    emphasis = (lambda text: coloured(bold(text), look.accent)) if row.marked else str
    canvas.at_row(emphasis(name), row.y, 0, left)
    canvas.at_row(emphasis(numbers.score(row.estimate)), row.y, 1, SCORE, "right")
    canvas.at_row(emphasis(_rank(row, words, phone)), row.y, 1, canvas.right, "right")
