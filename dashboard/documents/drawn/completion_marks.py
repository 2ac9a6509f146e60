"""Tasks by official, stacked by state, a tick where those due end; the key stands above."""

import math
from collections.abc import Sequence

from dashboard.charts.look import Look, ink_on
from dashboard.documents import text_widths
from dashboard.documents.drawn import rows_room
from dashboard.documents.drawn.hatching import hatch
from dashboard.documents.drawn.marks import Line, Mark, Rect, Text
from dashboard.documents.drawn.rows_room import Rows, Scale
from dashboard.documents.model.figures import Completion, DoneRow, StateCount
from dashboard.states import ASSIGNED

FOOT = 1.5
KEY_LINE = 1.55  # letters a line of the key takes
THICK = 0.62  # of a row
MOST_THICK = 1.5  # letters


def draw(
    figure: Completion, width: float, height: float, look: Look, size: float, whole: Completion
) -> list[Mark]:
    """Rows in their order; the axis is long enough for those of the whole figure."""
    rows = figure.rows
    entries = _entries(whole)
    key = _key_lines(entries, size * 0.9, width)
    stand = rows_room.rows(len(rows), height, size, 0.4 + KEY_LINE * len(key), FOOT)
    key = _key_lines(entries, stand.size * 0.9, width)  # letters may be smaller by now
    names, said = [row.name for row in rows], [str(row.text) for row in rows]
    placed = rows_room.columns(stand, width, names, [said], 0)
    most = max((max(_all(row), row.due or 0) for row in whole.rows), default=0)
    scale = Scale(0, max(1, most), placed.left, placed.right)
    ticks = [(v, t) for v, t in rows_room.steps(0, scale.high, 6) if v == int(v)]
    left, room = placed.columns[0]
    texts = [text_widths.cut(text, stand.size, room) for text in said]
    return [
        *_key(key, stand, look),
        *rows_room.grid(stand, scale, ticks, look, stand.size * 0.85),
        *rows_room.name_marks(stand, placed.names_end, names, look),
        *(m for place, row in enumerate(rows) for m in _bar(row, place, stand, scale, look)),
        *(
            Text(left, stand.middle(place), text, stand.size, look.text)
            for place, text in enumerate(texts)
        ),
    ]


def _count(count: StateCount) -> float:
    return max(0.0, next(iter(rows_room.known(count.count)), 0.0))


def _all(row: DoneRow) -> float:
    return math.fsum(map(_count, row.counts))


def _entries(whole: Completion) -> list[tuple[str, str]]:
    """The states that occur, in the order of the bars, and "" with the tick's name."""
    found: dict[str, str] = {
        one.state: one.name for row in whole.rows for one in row.counts if _count(one)
    }
    order = sorted(found, key=lambda state: (*ASSIGNED, state).index(state))
    tick = [("", whole.due_name)] if whole.due_name and any(r.due for r in whole.rows) else []
    return [(state, found[state]) for state in order] + tick


def _key_lines(
    entries: Sequence[tuple[str, str]], size: float, width: float
) -> list[list[tuple[float, str, str]]]:
    """The entries with their x, as many lines as they need."""
    lines: list[list[tuple[float, str, str]]] = []
    x = math.inf
    for state, name in entries:
        text = text_widths.cut(name, size, width - 1.3 * size)
        room = 1.3 * size + text_widths.width(text, size)
        if x + room > width:
            lines.append([])
            x = 0
        lines[-1].append((x, state, text))
        x += room + 1.4 * size
    return lines


def _key(lines: Sequence[Sequence[tuple[float, str, str]]], stand: Rows, look: Look) -> list[Mark]:
    made: list[Mark] = []
    size = stand.size * 0.9
    for place, line in enumerate(lines):
        y = (place + 0.5) * KEY_LINE * stand.size
        for x, state, name in line:
            made += _swatch(state, x, y, size, look)
            made.append(Text(x + 1.3 * size, y, name, size, look.text))
    return made


def _swatch(state: str, x: float, y: float, size: float, look: Look) -> list[Mark]:
    if not state:
        return [Line(x + size / 2, y - 0.6 * size, x + size / 2, y + 0.6 * size, look.text, 3)]
    return _box(state, x, y - 0.45 * size, 0.9 * size, 0.9 * size, look)


def _box(state: str, x: float, y: float, width: float, height: float, look: Look) -> list[Mark]:
    """A part of a bar; what has not begun is an outline, drawn inside its room, and what is done
    on a day not known is hatched, for it has the colour of what was late."""
    if state == "done_undated":
        box = x, y, width, height
        return [Rect(*box, look.state(state)), *hatch(*box, look.background, 6)]
    if look.state(state) != look.background:
        return [Rect(x, y, width, height, look.state(state))]
    edge = 1.5
    inner = max(0.1, width - edge), max(0.1, height - edge)
    line = look.state_line(state)
    return [Rect(x + edge / 2, y + edge / 2, *inner, look.background, line, edge)]


def _bar(row: DoneRow, place: int, stand: Rows, scale: Scale, look: Look) -> list[Mark]:
    thick = min(max(THICK * stand.row, stand.size), 0.85 * stand.row, MOST_THICK * stand.size)
    y, done = stand.middle(place), 0.0
    made: list[Mark] = []
    for one in row.counts:
        count = _count(one)
        if not count:
            continue
        x, end = scale.x(done), scale.x(done + count)
        width = max(0.5, end - x - 1.5)  # a gap between parts
        made += _box(one.state, x, y - thick / 2, width, thick, look)
        tick = scale.x(row.due) if row.due else None
        x, width = _free(x, width, tick, 0.3 * stand.size)
        made += _figure(one, x + width / 2, y, width, stand.size * 0.85, look)
        done += count
    if row.due:
        x, half = scale.x(row.due), min(thick / 2 + 0.28 * stand.size, 0.46 * stand.row)
        for colour, broad in ((look.background, 0.36), (look.text, 0.16)):
            made.append(Line(x, y - half, x, y + half, colour, broad * stand.size))
    return made


def _free(x: float, width: float, tick: float | None, half: float) -> tuple[float, float]:
    """The larger side of a part in which the tick stands, the whole part elsewhere."""
    if tick is None or not x - half < tick < x + width + half:
        return x, width
    before, after = tick - half - x, x + width - tick - half
    return (x, before) if before >= after else (tick + half, after)


def _figure(
    one: StateCount, x: float, y: float, width: float, size: float, look: Look
) -> list[Mark]:
    """The count inside its part, smaller or not at all where there is no room."""
    room = text_widths.width(one.count.text, 1) + 0.3
    fitted = min(size, width / room)
    if fitted < 0.6 * size:
        return []
    ink = ink_on(look.state(one.state))
    return [Text(x, y, one.count.text, fitted, ink, "middle")]
