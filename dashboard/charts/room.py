"""How much room each component has to the end of its scale, and what a goal would take of it."""

from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten
from dashboard.charts.look import SMALL, Look, axis
from dashboard.rows import NAN, Figure, Status, rows_of
from dashboard.words import Words

ROW, PHONE_ROW, TOP, BOTTOM = 24, 46, 24, 24
COLUMN = 74  # pixels of each column of figures
HEADS = ("room", "share", "needed")
NAME_LETTERS = 36
SCALE, NEEDED = (0.0, 0.6), (0.68, 1.0)  # the panels, where there is a goal


class Room(NamedTuple):
    """A component's room in points and as a share of all; needed and reach (the score it would
    then have) are empty where there is nothing to share."""

    component: str
    name: str
    estimate: Figure
    status: Status
    scale_low: float
    scale_high: float
    room: Figure
    share: Figure
    needed: Figure
    reach: Figure

    @property
    def is_shown(self) -> bool:
        return numbers.is_number(self.estimate) and not numbers.is_hidden(self.status)


Placed = tuple[int, Room]  # its row from the top
EXAMPLE = (
    Room("2.1", "Danh sách hộ nghèo", 1.0, "ok", 0.25, 2.5, 1.5, 0.75, 0.75, 1.75),
    Room("2.2", "Ngân sách xã", 2.0, "caution", 0.25, 2.5, 0.5, 0.25, 0.25, 2.25),
    Room("2.3", "Quy hoạch đất", NAN, "missing", 0.25, 2.5, NAN, NAN, NAN, NAN),
)


def parts(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A track a row to the end of its scale with a dot at the score; beside it what is needed,
    drawn larger: on the scale itself it would lie under the dot."""
    rows = list(rows_of(frame, Room))
    if not rows:
        return Canvas.nothing(words, look)
    canvas = _stage(rows, words, look, phone)
    seen = [(y, row) for y, row in enumerate(rows) if row.is_shown]
    tracks = [[(row.scale_low, y), (row.scale_high, y)] for y, row in seen]
    canvas.paths(tracks, line=dict(color=look.open, width=3), name="scale")
    wanted = [[(0, y), (row.needed, y)] for y, row in seen if numbers.is_number(row.needed)]
    canvas.paths(wanted, line=dict(color=look.accent, width=8), name="needed", xaxis="x2")
    _dots(canvas, seen, words)
    for y, row in enumerate(rows):
        _labels(canvas, y, row, words, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """How many components, and the three with most room."""
    seen = [row for row in rows_of(frame, Room) if row.is_shown]
    if not seen:
        return words["chart.no_data"]
    listed = "; ".join(
        words.say("chart.room.alt_row", name=row.name, room=numbers.score(row.room))
        for row in sorted(seen, key=lambda row: -row.room)[:3]
    )
    return words.say("chart.room.alt", count=len(seen), listed=listed)


def _stage(rows: list[Room], words: Words, look: Look, phone: bool) -> Canvas:
    names = [shorten(row.name, NAME_LETTERS) for row in rows]
    left = 8 if phone else room(names, 270, 80) + 30
    right = 8 if phone else len(HEADS) * COLUMN + 8
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, len(rows) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    ticks = [0.0, *sorted({row.scale_high for row in rows})]
    end = ticks[-1]
    texts = [numbers.score(tick, 0 if tick in (0, 10) else 2) for tick in ticks]
    span = axis(look, range=[-0.02 * end, 1.02 * end], tickvals=ticks, ticktext=texts)
    canvas.rows(len(rows)).set(**_panels(rows, span, look))
    if any(numbers.is_number(row.needed) for row in rows if row.is_shown):
        canvas.head(words["chart.room.zoomed"], NEEDED[0], 0, yshift=4)
    if not phone:
        for number, head in enumerate(HEADS, start=1):
            canvas.head(words[f"column.{head}"], 1, number * COLUMN + 4, "right")
    return canvas


def _panels(rows: list[Room], span: dict[str, Any], look: Look) -> dict[str, Any]:
    """The scale, and beside it the panel of what is needed; without a goal the scale alone."""
    needed = [row.needed for row in rows if row.is_shown and numbers.is_number(row.needed)]
    if not needed:
        return dict(xaxis=span, xaxis2=dict(visible=False, domain=[0.99, 1], fixedrange=True))
    most = max(*needed, 0.001)
    digits = 2 if most >= 0.05 else 4
    ticks = dict(tickvals=[0, most], ticktext=["0", numbers.difference(most, digits)])
    zoomed = axis(look, range=[-0.01 * most, 1.05 * most], domain=NEEDED, **ticks)
    return dict(xaxis=span | dict(domain=SCALE), xaxis2=zoomed)


def _dots(canvas: Canvas, seen: list[Placed], words: Words) -> None:
    canvas.marks(
        [row.estimate for _, row in seen],
        [y for y, _ in seen],
        marker=dict(color=canvas.look.year_to, size=9, opacity=1),
        customdata=[[row.component] for _, row in seen],
        hovertext=[_hover(row, words) for _, row in seen],
        name="now",
    )


def _texts(row: Room, words: Words) -> dict[str, str]:
    """Room, its share of all, and what is needed; why where there is none."""
    hidden = numbers.is_hidden(row.status)
    return {
        "room": numbers.shown(numbers.score(row.room), row.room, row.status, words=words),
        "share": numbers.percent(NAN if hidden else row.share, 1),
        "needed": numbers.difference(NAN if hidden else row.needed),
    }


def _hover(row: Room, words: Words) -> str:
    scale = {"low": numbers.score(row.scale_low), "high": numbers.score(row.scale_high)}
    said = _texts(row, words)
    wanted = {"needed": said["needed"], "reach": numbers.score(row.reach)}
    return hover_lines(
        bold(safe(f"{row.component} {row.name}")),
        words.say("chart.heatmap.hover_score", score=numbers.score(row.estimate), **scale),
        words.say("chart.room.hover_room", room=said["room"], share=said["share"]),
        words.say("chart.room.hover_needed", **wanted) if numbers.is_number(row.needed) else "",
        numbers.reason(row.status, words=words),
    )


def _labels(canvas: Canvas, y: int, row: Room, words: Words, phone: bool) -> None:
    code = coloured(safe(row.component), canvas.look.muted)
    name = safe(shorten(row.name, 30 if phone else NAME_LETTERS))
    said = _texts(row, words)
    if phone:
        raised: dict[str, Any] = dict(yshift=14, font=dict(size=SMALL))
        canvas.at_row(f"{code} {name}", y, 0, -canvas.left, **raised)
        text = f"{bold(said['room'])} · {said['needed']}"
        canvas.at_row(text, y, 1, canvas.right, "right", **raised)
        return
    canvas.at_row(f"{code} {name}", y, 0, -canvas.left)
    for number, head in enumerate(HEADS, start=1):
        text = bold(said[head]) if head == "room" else said[head]
        canvas.at_row(text, y, 1, number * COLUMN + 4, "right")
