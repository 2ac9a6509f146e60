"""Two years' scores on one scale: a ring and a dot a row, both figures at the right."""

from collections.abc import Sequence

from dashboard.charts.look import Look
from dashboard.documents import text_widths
from dashboard.documents.drawn import rows_room
from dashboard.documents.drawn.marks import Circle, Line, Mark, Text
from dashboard.documents.drawn.rows_room import Columns, Rows, Scale
from dashboard.documents.drawn.signs import verdict_colour
from dashboard.documents.model.figures import LevelRow, Levels

HEAD, FOOT = 1.7, 1.5
RADIUS = 0.36  # of the letters' size
THIRDS = 3


def draw(figure: Levels, width: float, height: float, look: Look, size: float) -> list[Mark]:
    """Rows in their order from the top; whoever is None has no dot."""
    rows = figure.rows
    stand = rows_room.rows(len(rows), height, size, HEAD, FOOT)
    inset = code_room(rows, stand)
    texts = [[row.after_text for row in rows] + [f"● {figure.year_to}"]]
    if figure.compares:
        texts.insert(0, [row.before_text for row in rows] + [f"○ {figure.year_from}"])
    placed = rows_room.columns(stand, width, [row.name for row in rows], texts, inset)
    values = rows_room.known(*(one for row in rows for one in (row.before, row.after)))
    scale = _scale(figure, values, placed, stand)
    third = (figure.high - figure.low) / THIRDS
    ticks = [figure.low + place * third for place in range(THIRDS + 1)]
    return [
        *rows_room.rules(stand, width, look),
        *rows_room.grid(stand, scale, rows_room.texts(ticks), look, stand.size * 0.85),
        *names(rows, stand, placed, inset, look),
        *_heads(figure, stand, placed, look),
        *(mark for place, row in enumerate(rows) for mark in _dots(row, place, stand, scale, look)),
        *_figures(rows, stand, placed, look),
    ]


def code_room(rows: Sequence[LevelRow], stand: Rows) -> float:
    """The room of the codes before the names."""
    widest = max((text_widths.width(row.code, stand.size) for row in rows), default=0)
    return min(widest, 4 * stand.size) + 0.6 * stand.size if widest else 0


def names(
    rows: Sequence[LevelRow], stand: Rows, placed: Columns, inset: float, look: Look
) -> list[Mark]:
    """Each row's code and name."""
    size, room = stand.size, inset - 0.6 * stand.size
    codes = [
        Text(0, stand.middle(y), text_widths.cut(row.code, size, room), size, look.muted)
        for y, row in enumerate(rows)
        if row.code
    ]
    labels = [row.name for row in rows]
    return [*codes, *rows_room.name_marks(stand, placed.names_end, labels, look, inset)]


def _scale(figure: Levels, values: list[float], placed: Columns, stand: Rows) -> Scale:
    """The whole scale, further where a score lies outside it; dots stay inside the plot."""
    low, high = min([figure.low, *values]), max([figure.high, *values])
    inset = RADIUS * stand.size + 1
    return Scale(low, high if high > low else low + 1, placed.left + inset, placed.right - inset)


def _heads(figure: Levels, stand: Rows, placed: Columns, look: Look) -> list[Mark]:
    size, y = stand.size * 0.9, stand.top / 2
    made: list[Mark] = []
    years = ((figure.year_from, look.muted, False), (figure.year_to, look.text, True))
    own = years[-len(placed.columns) :]  # one year alone has one column
    for (left, room), (year, colour, bold) in zip(placed.columns, own, strict=True):
        right, text = left + room, str(year)
        made.append(Text(right, y, text, size, colour, "right", bold))
        x = right - text_widths.width(text, size, bold) - 0.6 * size
        if bold:
            made.append(Circle(x, y, 0.3 * size, look.year_to))
        else:
            made.append(Circle(x, y, 0.27 * size, look.background, look.year_from, 0.1 * size))
    return made


def _dots(row: LevelRow, place: int, stand: Rows, scale: Scale, look: Look) -> list[Mark]:
    y, radius = stand.middle(place), RADIUS * stand.size
    before, after = rows_room.known(row.before), rows_room.known(row.after)
    made: list[Mark] = []
    if before and after:
        colour = verdict_colour(row.verdict, look)
        ends = scale.x(before[0]), scale.x(after[0])
        made.append(Line(ends[0], y, ends[1], y, colour, 0.14 * stand.size))
    for value in before:
        edge = 0.12 * stand.size
        made.append(Circle(scale.x(value), y, radius, look.background, look.year_from, edge))
    for value in after:
        made.append(Circle(scale.x(value), y, radius * 0.9, look.year_to))
    return made


def _figures(rows: Sequence[LevelRow], stand: Rows, placed: Columns, look: Look) -> list[Mark]:
    made: list[Mark] = []
    for place, row in enumerate(rows):
        told = ((row.before_text, row.before, False), (row.after_text, row.after, True))
        own = told[-len(placed.columns) :]
        for (left, room), (text, value, bold) in zip(placed.columns, own, strict=True):
            cut = text_widths.cut(text, stand.size, room, True)
            colour = look.text if bold and value is not None else look.muted
            is_bold = bold and value is not None
            y = stand.middle(place)
            made.append(Text(left + room, y, cut, stand.size, colour, "right", is_bold))
    return made
