"""A figure as a picture of its own: its finding, what is measured, source and stamp drawn in.

Whoever gets the picture alone still knows what it is of.
"""

from dashboard.charts.look import Look
from dashboard.documents import text_widths
from dashboard.documents.drawn import figure_marks, svg
from dashboard.documents.drawn.marks import Circle, Drawing, Line, Mark, Polygon, Rect, Text
from dashboard.documents.drawn.rows_room import LEADING, block
from dashboard.documents.model.figures import Figure
from dashboard.documents.model.paper import Part, Stamp

WIDTH = 1200.0
LETTERS = 60  # of a line's width: the letters' size is the width by it
TITLE, SMALL = 1.5, 0.8  # letters
TITLE_LINES, NOTE_LINES = 3, 3
ROW = 2.3  # letters a row of the figure takes where no height is given
HEADS = 4.5


def picture(
    part: Part, stamp: Stamp, look: Look, width: float = WIDTH, height: float | None = None
) -> Drawing:
    """The part's figure with all that stands around it; without a height, as tall as it needs."""
    if part.figure is None:
        raise ValueError(f"the part {part.name} has no figure")
    size = width / LETTERS
    edge = 1.6 * size
    room = width - 2 * edge
    above, top = _above(part, look, edge, room, size)
    below, low = _below(part, stamp, look, edge, room, size)
    if height is None:
        height = top + low + (HEADS + ROW * max(2, len(part.figure.rows))) * size
    drawn = figure_marks.draw(part.figure, room, max(height - top - low, 6 * size), look, size)
    height = max(height, top + drawn.height + low)
    marks: list[Mark] = [Rect(0, 0, width, height, look.background), *above]
    marks += [moved(mark, edge, top) for mark in drawn.marks]
    marks += [moved(mark, 0, height - low) for mark in below]
    return Drawing(width, height, tuple(marks), _alt(part.figure, part))


def picture_svg(part: Part, stamp: Stamp, look: Look, width: float = WIDTH) -> str:
    """The same as a file of its own, its letters as text."""
    drawing = picture(part, stamp, look, width)
    size = f'width="{drawing.width:.0f}" height="{drawing.height:.0f}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{svg.svg(drawing, str(part.title), size=size)}\n'
    )


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The mark at another place."""
    match mark:
        case Line():
            ends = mark.x1 + x, mark.y1 + y, mark.x2 + x, mark.y2 + y
            return Line(*ends, mark.colour, mark.width, mark.dash)
        case Circle():
            return Circle(
                mark.x + x, mark.y + y, mark.radius, mark.fill, mark.edge, mark.edge_width
            )
        case Rect():
            box = mark.x + x, mark.y + y, mark.width, mark.height
            return Rect(*box, mark.fill, mark.edge, mark.edge_width)
        case Polygon():
            points = tuple((a + x, b + y) for a, b in mark.points)
            return Polygon(points, mark.fill, mark.edge, mark.edge_width)
        case Text():
            look = mark.text, mark.size, mark.colour, mark.anchor, mark.bold
            return Text(mark.x + x, mark.y + y, *look)


def _above(
    part: Part, look: Look, edge: float, room: float, size: float
) -> tuple[list[Mark], float]:
    """Title and measure, and where the figure begins."""
    big = TITLE * size
    title = text_widths.wrapped(str(part.title), big, room, TITLE_LINES, True)
    tall = len(title) * LEADING * big
    made = block(title, edge, edge + tall / 2, big, look.text, True)
    y = edge + tall + 0.3 * size
    if part.measure:
        lines = text_widths.wrapped(part.measure, size, room, 2)
        tall = len(lines) * LEADING * size
        made += block(lines, edge, y + tall / 2, size, look.muted)
        y += tall
    return made, y + size


def _below(
    part: Part, stamp: Stamp, look: Look, edge: float, room: float, size: float
) -> tuple[list[Mark], float]:
    """Note, source and stamp, from 0 on, and their height with the margin below."""
    small, y = SMALL * size, size
    made: list[Mark] = []
    for text, most in ((str(part.note), NOTE_LINES), (part.source, 2), (stamp.line, 2)):
        if not text:
            continue
        lines = text_widths.wrapped(text, small, room, most)
        tall = len(lines) * LEADING * small
        made += block(lines, edge, y + tall / 2, small, look.muted)
        y += tall + 0.35 * small
    return made, y + edge * 0.7


def _alt(figure: Figure, part: Part) -> str:
    return " ".join(text for text in (figure.alt, str(part.note), part.source) if text)
