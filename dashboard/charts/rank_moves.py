"""Each unit's place of two years, both with the places that it may have, in the order of the later.

The rows stand as in ranking.py, so that the two can stand side by side.
"""

from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts import keys
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten_apart
from dashboard.charts.look import SMALL, Look, axis
from dashboard.charts.ranking import BOTTOM, ROW, TOP
from dashboard.rows import NAN, Figure, Status, rows_of
from dashboard.words import Words

PHONE_ROW = 52
COLUMNS = (78, 168)  # pixels from the plot to the right edge of each column of texts
NAME_LETTERS = 18
APART = 0.17  # of a row, between the marks of the two years


class Move(NamedTuple):
    """A unit's rank of two years, the places it may have, and the tasks done beside it."""

    label: str
    year_from: int
    year_to: int
    rank: Figure
    rank_low: Figure
    rank_high: Figure
    status: Status
    rank_from: Figure
    rank_low_from: Figure
    rank_high_from: Figure
    status_from: Status
    marked: bool
    done: str = ""
    short: str = ""  # the label as it is drawn

    def places(self, side: str) -> tuple[float, float, float]:
        """Rank, best and worst place of a year ("from" or "to"); none of what is hidden."""
        before = side == "from"
        if numbers.is_hidden(self.status_from if before else self.status):
            return NAN, NAN, NAN
        if before:
            return self.rank_from, self.rank_low_from, self.rank_high_from
        return self.rank, self.rank_low, self.rank_high

    def text(self, side: str, words: Words) -> str:
        """ "12 (7–15)", or why there is none."""
        rank, low, high = self.places(side)
        status = self.status_from if side == "from" else self.status
        holes = {"rank": numbers.plain(rank), "low": numbers.plain(low)}
        said = words.say("chart.ranking.rank_range_phone", high=numbers.plain(high), **holes)
        return numbers.shown(said, rank, status, words=words)


SIDES = ("from", "to")
EXAMPLE = (
    Move("Xã Bình", 2022, 2023, 1, 1, 2, "ok", 3, 2, 4, "ok", False, "8/10 · 80 %"),
    Move("Xã Cát", 2022, 2023, 2, 1, 3, "ok", 2, 1, 4, "ok", True, "7/10 · 70 %"),
    Move("Xã Đông", 2022, 2023, 3, 2, 3, "caution", NAN, NAN, NAN, "missing", False, "–"),
    Move("Xã An", 2022, 2023, NAN, NAN, NAN, "missing", 1, 1, 3, "ok", False),
)


def moved(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A ring and a thin line for the earlier year, a dot and a line for the later one."""
    rows = list(rows_of(frame, Move))
    if not rows:
        return Canvas.nothing(words, look)
    names = shorten_apart([row.label for row in rows], NAME_LETTERS)
    rows = [row._replace(short=name) for row, name in zip(rows, names, strict=True)]
    canvas = _stage(rows, words, look, phone)
    for side, shift in zip(SIDES, (APART, -APART), strict=True):
        for marked in (False, True):
            _marks(canvas, rows, side, marked, shift + (0.2 if phone else 0), words)
    for y, row in enumerate(rows):
        _labels(canvas, y, row, words, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """How many units, and both places of the marked ones."""
    rows = list(rows_of(frame, Move))
    if not rows:
        return words["chart.no_data"]
    said = [words.say("chart.rank_moves.alt", count=len(rows))]
    for row in rows:
        if row.marked:
            said.append(_said(row, words))
    return " ".join(said)


def key_line(year_from: int, year_to: int, words: Words, look: Look) -> str:
    """The ring, the dot and the lines."""
    round_ = {"width": "10px", "height": "10px", "border-radius": "50%"}
    ring = round_ | {"border": f"2px solid {look.year_from}"}
    years = ((year_from, ring), (year_to, round_ | {"background": look.grey}))
    return keys.line(
        keys.entry(words.say("chart.rank_moves.key", year=year), style, kind="")
        for year, style in years
    )


def _stage(rows: list[Move], words: Words, look: Look, phone: bool) -> Canvas:
    left = 8 if phone else room([row.short for row in rows], most=140, least=60)
    right = 8 if phone else COLUMNS[1] + 4
    height = len(rows) * (PHONE_ROW if phone else ROW) + TOP + BOTTOM
    canvas = Canvas(look, height, (left, right, TOP, BOTTOM))
    known = [place for row in rows for side in SIDES for place in row.places(side)]
    last = int(max([place for place in known if numbers.is_number(place)], default=1))
    ticks = sorted({1, *range(5, last - 1, 5), last})
    span = axis(look, range=[0.5, last + 0.5], tickvals=ticks, ticktext=list(map(str, ticks)))
    canvas.rows(len(rows)).set(xaxis=span)
    first, done = words.say("chart.rank_moves.rank", year=rows[0].year_from), ""
    if not phone:
        done = words["chart.rank_moves.done"]
        canvas.head(first, 1, COLUMNS[0], "right")
        canvas.head(done, 1, COLUMNS[1], "right")
    return canvas


def _marks(
    canvas: Canvas, rows: list[Move], side: str, marked: bool, shift: float, words: Words
) -> None:
    look, is_now = canvas.look, side == "to"
    colour = look.accent if marked else look.grey if is_now else look.year_from
    some = [
        (y + shift, row, row.places(side))
        for y, row in enumerate(rows)
        if row.marked == marked and numbers.is_number(row.places(side)[0])
    ]
    lines = [[(low, y), (high, y)] for y, _, (_, low, high) in some if numbers.is_number(low)]
    width = (3 if marked else 2) if is_now else 1.2
    canvas.paths(lines, line=dict(color=colour, width=width), name=f"places_{side}")
    shape = dict(symbol="circle" if is_now else "circle-open", color=colour, opacity=1)
    canvas.marks(
        [rank for *_, (rank, _, _) in some],
        [y for y, *_ in some],
        marker=shape | dict(size=9 if is_now else 8, line=dict(color=colour, width=2)),
        customdata=[[row.label] for _, row, _ in some],
        hovertext=[
            hover_lines(bold(safe(row.label)), safe(_said(row, words))) for _, row, _ in some
        ],
        name=f"rank_{side}{'_marked' if marked else ''}",
    )


def _said(row: Move, words: Words) -> str:
    """Both places in words."""
    holes = {"year_from": row.year_from, "year_to": row.year_to, "name": row.label}
    both = {side: row.text(side, words) for side in SIDES}
    return words.say("chart.rank_moves.said", before=both["from"], after=both["to"], **holes)


def _labels(canvas: Canvas, y: int, row: Move, words: Words, phone: bool) -> None:
    look = canvas.look

    def emphasis(text: str) -> str:
        return coloured(bold(text), look.accent) if row.marked else text

    name = emphasis(safe(row.short))
    before = safe(row.text("from", words))
    if phone:
        raised: dict[str, Any] = dict(yshift=17, font=dict(size=SMALL))
        both = f"{before} → {bold(safe(row.text('to', words)))} · {safe(row.done)}"
        canvas.at_row(name, y, 0, -canvas.left + 8, **raised)
        canvas.at_row(both, y, 1, canvas.right, "right", **raised)
        return
    canvas.at_row(name, y, 0, -canvas.left)
    canvas.at_row(emphasis(before), y, 1, COLUMNS[0], "right")
    canvas.at_row(emphasis(safe(row.done)), y, 1, COLUMNS[1], "right")
