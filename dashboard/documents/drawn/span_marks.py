"""Scores of villages or communes with their intervals, the whole's score as a line across."""

from dashboard.charts.look import Look
from dashboard.documents import text_widths
from dashboard.documents.drawn import rows_room
from dashboard.documents.drawn.marks import Circle, Line, Mark, Rect, Text
from dashboard.documents.drawn.rows_room import Columns, Rows, Scale
from dashboard.documents.drawn.signs import OF_VERDICT, of_verdict, verdict_colour, worded
from dashboard.documents.model.figures import SpanRow, Spans

HEAD, BARE, FOOT = 1.7, 0.3, 1.5  # BARE: without a line across


def draw(
    figure: Spans, width: float, height: float, look: Look, size: float, whole: Spans
) -> list[Mark]:
    """Rows in their order; the axis is wide enough for those of the whole figure."""
    rows = figure.rows
    stand = rows_room.rows(
        len(rows), height, size, HEAD if rows_room.known(figure.middle) else BARE, FOOT
    )
    words = ["M" + str(row.word)[1:] if row.word else "" for row in rows]
    texts = [[row.text for row in rows], words]
    inset = 0.5 * stand.size if any(row.is_own for row in rows) else 0
    placed = rows_room.columns(stand, width, [row.name for row in rows], texts, inset)
    scale = _scale(whole, placed, stand)
    own = next((place for place, row in enumerate(rows) if row.is_own), None)
    band = [] if own is None else [_band(own, stand, width, look)]
    ticks = rows_room.steps(scale.low, scale.high)
    names = [row.name for row in rows]
    return [
        *band,
        *rows_room.rules(stand, width, look),
        *rows_room.grid(stand, scale, ticks, look, stand.size * 0.85),
        *_middle(figure, stand, scale, width, look),
        *rows_room.name_marks(stand, placed.names_end, names, look, inset, own),
        *(m for place, row in enumerate(rows) for m in _span(row, place, stand, scale, look)),
        *(m for place, row in enumerate(rows) for m in _said(row, place, stand, placed, look)),
    ]


def _band(place: int, stand: Rows, width: float, look: Look) -> Mark:
    return Rect(0, stand.top + place * stand.row, width, stand.row, look.blue_tint)


def _scale(whole: Spans, placed: Columns, stand: Rows) -> Scale:
    """From the lowest to the highest of all that is drawn, a little more at both ends."""
    values = rows_room.known(whole.middle)
    values += [x for row in whole.rows for x in rows_room.known(row.estimate, row.low, row.high)]
    low, high = min(values, default=0.0), max(values, default=1.0)
    more = (high - low) * 0.04 or max(abs(low) * 0.1, 0.5)
    margin = 0.6 * stand.size
    return Scale(low - more, high + more, placed.left + margin, placed.right - margin)


def _middle(figure: Spans, stand: Rows, scale: Scale, width: float, look: Look) -> list[Mark]:
    """The line across with its name and figure above, moved inwards at the edges."""
    value = rows_room.known(figure.middle)
    if not value:
        return []
    x, size = scale.x(value[0]), stand.size * 0.9
    name, number = figure.middle_name, str(figure.middle)
    room = width - text_widths.width(f" {number}", size, True)
    text = f"{text_widths.cut(name, size, room, True)} {number}".strip()
    half = text_widths.width(text, size, True) / 2
    at = min(max(x, half), width - half)
    return [
        Line(x, stand.top, x, stand.bottom, look.text, 1.2, (5, 4)),
        Text(at, stand.top / 2, text, size, look.text, "middle", True),
    ]


def _span(row: SpanRow, place: int, stand: Rows, scale: Scale, look: Look) -> list[Mark]:
    y = stand.middle(place)
    clear = row.verdict in OF_VERDICT
    colour = verdict_colour(row.verdict, look)
    if row.is_own and not clear:
        colour = look.text
    made: list[Mark] = []
    low, high = rows_room.known(row.low), rows_room.known(row.high)
    if low and high:
        thick = (0.16 if clear or row.is_own else 0.09) * stand.size
        made.append(Line(scale.x(low[0]), y, scale.x(high[0]), y, colour, thick))
    for value in rows_room.known(row.estimate):
        x, radius = scale.x(value), 0.3 * stand.size
        if clear or (row.verdict and not row.is_own):
            made += of_verdict(row.verdict, x, y, stand.size * 0.9, look)
        elif row.is_own:
            made.append(Circle(x, y, radius * 1.15, look.text))
        else:
            made.append(Circle(x, y, radius, look.background, colour, 0.1 * stand.size))
    return made


def _said(row: SpanRow, place: int, stand: Rows, placed: Columns, look: Look) -> list[Mark]:
    (left, room), (word_left, word_room) = placed.columns
    y, size, clear = stand.middle(place), stand.size, row.verdict in OF_VERDICT
    ink = look.text if row.estimate is not None else look.muted
    cut = text_widths.cut(row.text, size, room, True)
    colour = verdict_colour(row.verdict, look) if clear else look.muted
    return [
        Text(left + room, y, cut, size, ink, "right", row.is_own),
        *worded(str(row.word), word_left, y, size, word_room, colour, clear),
    ]
