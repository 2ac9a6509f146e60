"""Units in the order of their score, one marked among muted ones."""

import math
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import groups, numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import (
    bold,
    coloured,
    hover_lines,
    room,
    safe,
    shorten_apart,
)
from dashboard.charts.look import SMALL, Look, axis
from dashboard.groups import Group
from dashboard.rows import NAN, Figure, Status, rows_of
from dashboard.words import Words

ROW, MANY_ROWS, MANY = 25, 20, 30
TOP, BOTTOM = 46, 24
SCORE = 58  # pixels of the column of scores
NAME_LETTERS, PHONE_LETTERS = 26, 15
PLACE, PHONE_PLACE, RANK = 158, 62, 46  # pixels of the column of ranks, with and without places
BESIDE = 66  # pixels of the column beside the ranks
STRIP, GAP = 6, 7  # pixels of the strip of groups and beside it


class Ranked(NamedTuple):
    """A unit with its score and rank, the interval of both, and its group by quartile."""

    unit: str
    label: str
    estimate: Figure
    rank: Figure
    marked: bool
    status: Status
    ci_low: Figure = NAN
    ci_high: Figure = NAN
    rank_low: Figure = NAN
    rank_high: Figure = NAN
    group: Group | None = None
    beside: str = ""  # what stands beside the rank, under a head of its own
    why: str = ""  # there is no figure, where that is known better than by the status
    short: str = ""  # the label as it is drawn

    @property
    def is_shown(self) -> bool:
        return numbers.is_number(self.estimate) and not numbers.is_hidden(self.status)


EXAMPLE = (
    Ranked("a", "Xã An", NAN, NAN, False, "missing"),
    Ranked("b", "Xã Bình", 44.1, 1, False, "ok", 43.2, 45.0, 1, 2, "high"),
    Ranked("c", "Xã Cát", 43.2, 2, True, "ok", 42.4, 44.0, 1, 3, "low"),
    Ranked("d", "Xã Đông", 42.0, 3, False, "caution", 40.1, 43.9, 2, 3, "low"),
)


def ranked(
    frame: pd.DataFrame,
    words: Words,
    look: Look,
    phone: bool = False,
    *,
    reference: float | None = None,
    reference_label: str = "",
    beside_head: str = "",
) -> go.Figure:
    """Dots in the frame's order; units without a figure go last and say so."""
    rows = _drawn(frame, phone)
    if not rows:
        return Canvas.nothing(words, look)
    has_groups = "group" in frame
    shown = [row for row in rows if row.is_shown]
    canvas = _stage(rows, words, look, phone, has_groups, "rank_low" in frame, beside_head)
    if has_groups:
        _groups(canvas, shown)
    if numbers.is_number(reference):
        _reference(canvas, reference, reference_label, words)
    if "ci_low" in frame:
        _intervals(canvas, shown)
    _dots(canvas, shown, words)
    left = -canvas.left + (STRIP + GAP if has_groups else 0)
    for y, row in enumerate(rows):
        (_labels if row.is_shown else _why_not)(canvas, y, row, left, words, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The first unit and the marked one."""
    seen = [row for row in _rows(frame) if row.is_shown]
    if not seen:
        return words["chart.no_data"]
    best = max(seen, key=lambda row: row.estimate)
    holes = dict(count=len(seen), name=best.label, score=numbers.score(best.estimate))
    said = [words.say("chart.ranking.alt", **holes)]
    for row in seen:
        if row.marked:
            holes = dict(name=row.label, rank=_rank(row, words), score=numbers.score(row.estimate))
            said.append(words.say("chart.ranking.alt_marked", **holes))
    return " ".join(said)


def _drawn(frame: pd.DataFrame, phone: bool) -> list[Ranked]:
    """The rows with their labels as short as there is room."""
    rows = _rows(frame)
    letters = PHONE_LETTERS if phone else NAME_LETTERS
    names = shorten_apart([row.label for row in rows], letters)
    return [row._replace(short=name) for row, name in zip(rows, names, strict=True)]


def _rows(frame: pd.DataFrame) -> list[Ranked]:
    """Those with a figure first: shown ones are numbered from 0."""
    return sorted(rows_of(frame, Ranked), key=lambda row: not row.is_shown)


def _stage(
    rows: list[Ranked],
    words: Words,
    look: Look,
    phone: bool,
    has_groups: bool,
    has_places: bool,
    beside_head: str,
) -> Canvas:
    tall = MANY_ROWS if len(rows) > MANY else ROW
    left = room([row.short for row in rows], most=190, least=80)
    left += STRIP + GAP if has_groups else 0
    places = PHONE_PLACE if phone else PLACE
    rank = SCORE + (places if has_places else RANK)
    right = rank + (BESIDE if beside_head else 0)
    canvas = Canvas(look, len(rows) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    if len(rows) > MANY:
        canvas.set(font=dict(size=SMALL))
    canvas.rows(len(rows)).set(xaxis=axis(look) | _span(rows))
    canvas.head(words["chart.ranking.score"], 1, SCORE, "right")
    canvas.head(words["chart.ranking.rank"], 1, rank, "right")
    if beside_head:
        canvas.head(safe(beside_head), 1, right, "right")
    return canvas


def _span(rows: list[Ranked]) -> dict[str, object]:
    """The observed range with a few round ticks: dots need no zero."""
    ends = [x for r in rows if r.is_shown for x in (r.estimate, r.ci_low, r.ci_high)]
    values = [x for x in ends if numbers.is_number(x)]
    if not values:
        return dict(range=[0, 1], showticklabels=False)
    low, high = min(values), max(values)
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


def _reference(canvas: Canvas, value: float, label: str, words: Words) -> None:
    line = dict(color=canvas.look.muted, width=1.4, dash="dot")
    canvas.line(x0=value, x1=value, y0=0, y1=1, yref="paper", line=line)
    text = words.say("chart.ranking.reference", label=label, score=numbers.score(value))
    canvas.head(safe(text), value, 0, "center", xref="x", yshift=20)


def _intervals(canvas: Canvas, shown: list[Ranked]) -> None:
    look = canvas.look
    for marked, colour, width in ((False, look.muted, 1.6), (True, look.accent, 3)):
        ends = [
            [(row.ci_low, y), (row.ci_high, y)]
            for y, row in enumerate(shown)
            if row.marked == marked and numbers.is_number(row.ci_low)
        ]
        canvas.paths(ends, line=dict(color=colour, width=width), name="interval")


def _dots(canvas: Canvas, shown: list[Ranked], words: Words) -> None:
    look = canvas.look
    for marked, colour, size in ((False, look.grey, 9), (True, look.accent, 12)):
        some = [(y, row) for y, row in enumerate(shown) if row.marked == marked]
        canvas.marks(
            [row.estimate for _, row in some],
            [y for y, _ in some],
            marker=dict(color=colour, size=size, opacity=1),
            customdata=[[row.unit] for _, row in some],
            hovertext=[_hover(row, words) for _, row in some],
            name="marked" if marked else "units",
        )


def _hover(row: Ranked, words: Words) -> str:
    ci = {"low": numbers.score(row.ci_low), "high": numbers.score(row.ci_high)}
    known = numbers.NOTHING not in ci.values()
    grouped = row.group in groups.GROUPS
    return hover_lines(
        bold(safe(row.label)),
        words.say("chart.ranking.hover_score", score=numbers.score(row.estimate)),
        words.say("chart.ranking.hover_rank", rank=_rank(row, words)),
        words.say("chart.ranking.hover_interval", **ci) if known else "",
        words.say("group.hover", name=groups.name(row.group, words)) if grouped else "",
    )


def _rank(row: Ranked, words: Words, phone: bool = False) -> str:
    """The rank and, in words, the places it may have."""
    if not numbers.is_number(row.rank):
        return numbers.NOTHING
    if not (numbers.is_number(row.rank_low) and numbers.is_number(row.rank_high)):
        return str(int(row.rank))
    holes = dict(rank=int(row.rank), low=int(row.rank_low), high=int(row.rank_high))
    return words.say(
        "chart.ranking.rank_range_phone" if phone else "chart.ranking.rank_range", **holes
    )


def _groups(canvas: Canvas, shown: list[Ranked]) -> None:
    """A strip at the left edge: rows are in the order of their scores, so a group is one piece."""
    across = dict(xref="paper", xsizemode="pixel", xanchor=0, x0=-canvas.left)
    for group in groups.GROUPS:
        ys = [y for y, row in enumerate(shown) if row.group == group]
        if ys:
            canvas.box(
                y0=min(ys) - 0.46,
                y1=max(ys) + 0.46,
                x1=-canvas.left + STRIP,
                fillcolor=canvas.look.group(group),
                **across,
            )


def _labels(canvas: Canvas, y: int, row: Ranked, left: float, words: Words, phone: bool) -> None:
    def emphasis(text: str) -> str:
        return coloured(bold(text), canvas.look.accent) if row.marked else text

    canvas.at_row(emphasis(safe(row.short)), y, 0, left)
    canvas.at_row(emphasis(numbers.score(row.estimate)), y, 1, SCORE, "right")
    rank = canvas.right - (BESIDE if row.beside else 0)
    canvas.at_row(emphasis(_rank(row, words, phone)), y, 1, rank, "right")
    if row.beside:
        canvas.at_row(emphasis(safe(row.beside)), y, 1, canvas.right, "right")


def _why_not(canvas: Canvas, y: int, row: Ranked, left: float, words: Words, phone: bool) -> None:
    """The name, and why the unit has no figure."""
    why = safe(row.why) or numbers.reason(row.status, words=words) or words["chart.no_data"]
    canvas.at_row(coloured(safe(row.short), canvas.look.muted), y, 0, left)
    canvas.at_row(coloured(why, canvas.look.muted), y, 0, 4)
