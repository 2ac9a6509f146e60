"""How much room each component has to the end of its scale, and what a goal would take of it.

frame: component, name, estimate, status, scale_low, scale_high, room, share, needed, reach, in
the order of rows; needed and reach are empty where there is nothing to share.
"""

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten
from dashboard.charts.look import SMALL, Look, axis
from dashboard.words import Words

ROW, PHONE_ROW, TOP, BOTTOM = 24, 46, 24, 24
COLUMN = 74  # pixels of each column of figures
HEADS = ("room", "share", "needed")
NAME_LETTERS = 36


def parts(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A grey track a row to the end of its scale, a dot at the score, a line to what is needed."""
    rows = _rows(frame)
    canvas = _stage(rows, words, look, phone)
    seen = rows.dropna(subset="estimate")
    _lines(canvas, seen, "scale_low", "scale_high", look.grey_tint, 10, "scale")
    _lines(canvas, seen.dropna(subset="reach"), "estimate", "reach", look.accent, 4, "needed")
    canvas.trace(
        "scatter",
        x=list(seen.estimate),
        y=list(seen.y),
        mode="markers",
        marker=dict(color=look.year_to, size=9, opacity=1),
        cliponaxis=False,
        customdata=[[code] for code in seen.component],
        hovertext=[_hover(row, words) for row in seen.itertuples()],
        hoverinfo="text",
        name="now",
    )
    for row in rows.itertuples():
        _labels(canvas, row, words, look, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """How many components, and the three with most room."""
    seen = _rows(frame).dropna(subset="room")
    if seen.empty:
        return words["chart.no_data"]
    most = seen.sort_values("room", ascending=False, kind="stable").head(3)
    listed = "; ".join(
        words.say("chart.room.alt_row", name=row.name, room=numbers.score(row.room))
        for row in most.itertuples()
    )
    return words.say("chart.room.alt", count=len(seen), listed=listed)


def figures(row: tuple, words: Words) -> dict[str, str]:
    """Room, its share of all, and what is needed, as texts; why where there is none."""
    room_text = numbers.shown(numbers.score(row.room), row.room, row.status, words=words)
    share = numbers.NOTHING
    if numbers.is_number(row.share):
        share = f"{numbers.score(row.share * 100, 1)}{numbers.NO_BREAK}%"
    return {"room": room_text, "share": share, "needed": numbers.difference(row.needed)}


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with their places from above; what is hidden is blank whoever asked."""
    rows = frame.assign(y=range(len(frame)))
    hidden = numbers.hidden(rows.status)
    for column in ("estimate", "room", "share", "needed", "reach"):
        rows[column] = rows[column].astype(float).mask(hidden)
    return rows


def _stage(rows: pd.DataFrame, words: Words, look: Look, phone: bool) -> Canvas:
    names = [shorten(name, NAME_LETTERS) for name in rows.name]
    left = 8 if phone else room(names, 270, 80) + 30
    right = 8 if phone else len(HEADS) * COLUMN + 8
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, max(1, len(rows)) * tall + TOP + BOTTOM, (left, right, TOP, BOTTOM))
    end = rows.scale_high.max() if len(rows) else 1.0
    ticks = [0.0, *sorted(rows.scale_high.unique())] if len(rows) else [0.0]
    texts = [numbers.score(tick, 0 if tick in (0, 10) else 2) for tick in ticks]
    canvas.set(
        xaxis=axis(look, range=[-0.02 * end, 1.02 * end], tickvals=ticks, ticktext=texts),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], showgrid=False, showticklabels=False),
    )
    if not phone:
        for number, head in enumerate(HEADS, start=1):
            canvas.head(words[f"column.{head}"], 1, number * COLUMN + 4, "right")
    return canvas


def _lines(
    canvas: Canvas, rows: pd.DataFrame, start: str, end: str, colour: str, width: float, name: str
) -> None:
    pairs = list(zip(rows[start], rows[end], rows.y, strict=True))
    canvas.trace(
        "scatter",
        x=[x for low, high, _ in pairs for x in (low, high, None)],
        y=[value for _, _, y in pairs for value in (y, y, None)],
        mode="lines",
        line=dict(color=colour, width=width),
        hoverinfo="skip",
        name=name,
    )


def _hover(row: tuple, words: Words) -> str:
    scale = {end: numbers.score(getattr(row, f"scale_{end}")) for end in ("low", "high")}
    said = figures(row, words)
    needed = numbers.is_number(row.needed)
    return hover_lines(
        bold(safe(f"{row.component} {row.name}")),
        words.say("chart.heatmap.hover_score", score=numbers.score(row.estimate), **scale),
        words.say("chart.room.hover_room", room=said["room"], share=said["share"]),
        words.say("chart.room.hover_needed", needed=said["needed"], reach=numbers.score(row.reach))
        if needed
        else "",
        numbers.reason(row.status, words=words),
    )


def _labels(canvas: Canvas, row: tuple, words: Words, look: Look, phone: bool) -> None:
    code = coloured(safe(row.component), look.muted)
    name = safe(shorten(row.name, 30 if phone else NAME_LETTERS))
    said = figures(row, words)
    if phone:
        raised = dict(yshift=14, font=dict(size=SMALL))
        canvas.at_row(f"{code} {name}", row.y, 0, -canvas.left, **raised)
        text = f"{bold(said['room'])} · {said['needed']}"
        canvas.at_row(text, row.y, 1, canvas.right, "right", **raised)
        return
    canvas.at_row(f"{code} {name}", row.y, 0, -canvas.left)
    for number, head in enumerate(HEADS, start=1):
        text = bold(said[head]) if head == "room" else said[head]
        canvas.at_row(text, row.y, 1, number * COLUMN + 4, "right")
