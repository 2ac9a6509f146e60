"""Differences with their intervals around zero, the figure and its verdict's word at the right."""

import math

from dashboard import numbers
from dashboard.charts.look import Look
from dashboard.documents import text_widths
from dashboard.documents.drawn import level_marks, rows_room
from dashboard.documents.drawn.marks import Line, Mark, Text
from dashboard.documents.drawn.rows_room import Columns, Rows, Scale
from dashboard.documents.drawn.signs import of_verdict, verdict_colour, worded
from dashboard.documents.model.figures import Changes, LevelRow

HEAD, FOOT = 1.7, 1.5
LEAST = 0.2  # the axis reaches so far at least
CLEAR = ("up", "down")


def draw(
    figure: Changes, width: float, height: float, look: Look, size: float, whole: Changes
) -> list[Mark]:
    """Rows in their order; the axis is wide enough for those of the whole figure."""
    rows = figure.rows
    stand = rows_room.rows(len(rows), height, size, HEAD, FOOT)
    inset = level_marks.code_room(rows, stand)
    # a sign is as wide as its room, not as its letter
    words = ["M" + row.word[1:] if row.word else "" for row in rows]
    texts = [[row.change_text for row in rows], words]
    placed = rows_room.columns(stand, width, [row.name for row in rows], texts, inset)
    values = [x for row in whole.rows for x in rows_room.known(row.change, row.low, row.high)]
    end = max(LEAST, math.ceil(round(max(map(abs, values), default=0), 6) * 10) / 10)
    margin = 0.6 * stand.size
    scale = Scale(-end, end, placed.left + margin, placed.right - margin)
    ticks = [(-end, numbers.plain(-end)), (0.0, "0"), (end, f"+{numbers.plain(end)}")]
    zero = scale.x(0)
    return [
        *rows_room.rules(stand, width, look),
        *rows_room.grid(stand, scale, ticks, look, stand.size * 0.85),
        Line(zero, stand.top, zero, stand.bottom, look.text, 1.4),
        _head(figure, stand, zero, placed, look),
        *level_marks.names(rows, stand, placed, inset, look),
        *(m for place, row in enumerate(rows) for m in _interval(row, place, stand, scale, look)),
        *(m for place, row in enumerate(rows) for m in _said(row, place, stand, placed, look)),
    ]


def _head(figure: Changes, stand: Rows, zero: float, placed: Columns, look: Look) -> Mark:
    size = stand.size * 0.9
    text = f"{figure.year_from} → {figure.year_to}"
    cut = text_widths.cut(text, size, placed.right - placed.left)
    return Text(zero, stand.top / 2, cut, size, look.muted, "middle")


def _interval(row: LevelRow, place: int, stand: Rows, scale: Scale, look: Look) -> list[Mark]:
    y, colour = stand.middle(place), verdict_colour(row.verdict, look)
    made: list[Mark] = []
    low, high = rows_room.known(row.low), rows_room.known(row.high)
    if low and high:
        thick = (0.16 if row.verdict in CLEAR else 0.09) * stand.size
        made.append(Line(scale.x(low[0]), y, scale.x(high[0]), y, colour, thick))
    for value in rows_room.known(row.change):
        made += of_verdict(row.verdict, scale.x(value), y, stand.size * 0.9, look)
    return made


def _said(row: LevelRow, place: int, stand: Rows, placed: Columns, look: Look) -> list[Mark]:
    (left, room), (word_left, word_room) = placed.columns
    y, size, bold = stand.middle(place), stand.size, row.verdict in CLEAR
    ink = look.text if row.change is not None else look.muted
    cut = text_widths.cut(row.change_text, size, room, True)
    colour = verdict_colour(row.verdict, look) if bold else look.muted
    return [
        Text(left + room, y, cut, size, ink, "right", bold),
        *worded(row.word, word_left, y, size, word_room, colour, bold),
    ]
