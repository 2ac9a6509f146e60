"""Villages by component: a table whose cells are coloured; the key of colours stands below."""

from collections.abc import Sequence

from dashboard.charts.look import Look, ink_on
from dashboard.documents import text_widths
from dashboard.documents.drawn import rows_room
from dashboard.documents.drawn.hatching import hatch
from dashboard.documents.drawn.marks import Mark, Rect, Text
from dashboard.documents.drawn.rows_room import Rows
from dashboard.documents.model.figures import Heat, HeatCell

NAMES = 0.36
LEAST_CELL = 2.4  # letters
KEY_LINE = 1.5
STEPS = 3
HEAD, MOST_LINES = 0.8, 6  # of the letters' size; of a column's name


def draw(figure: Heat, width: float, height: float, look: Look, size: float) -> list[Mark]:
    """Rows in their order; a cell without a step is hatched, its text says why."""
    names = [row.name for row in figure.rows]
    count = max([len(figure.columns), *(len(row.cells) for row in figure.rows)])
    size = min(size, width * (1 - NAMES) / max(1, count) / LEAST_CELL)
    key = _key_lines(figure.key, size * 0.85, width)
    for lines in range(1, MOST_LINES + 1):  # as many as no head is cut
        foot = 0.4 + KEY_LINE * len(key)
        stand = rows_room.rows(len(names), height, size, _high(lines), foot)
        asked = max((text_widths.width(name, stand.size, True) for name in names), default=0)
        start = min(asked, width * NAMES) + stand.gap
        cell = (width - start) / max(1, count)
        heads = [_wrapped(column, stand, cell, lines) for column in figure.columns]
        if not any(text_widths.MORE in "".join(head) for head in heads):
            break
    made: list[Mark] = [
        *_heads(heads, stand, start, cell, look),
        *rows_room.name_marks(stand, start - stand.gap, names, look),
    ]
    for place, row in enumerate(figure.rows):
        y = stand.top + place * stand.row
        for column, one in enumerate(row.cells):
            made += _cell(one, start + column * cell, y, cell, stand, look)
    return [*made, *_key(key, stand, look)]


def _high(lines: int) -> float:
    """The height of heads of so many lines, in letters."""
    return 1.6 if lines == 1 else 0.6 + lines * HEAD * rows_room.LEADING


def _wrapped(column: str, stand: Rows, cell: float, lines: int) -> Sequence[str]:
    size = stand.size * HEAD
    return text_widths.wrapped(column, size, cell - 0.3 * size, lines, True)


def _heads(
    heads: Sequence[Sequence[str]], stand: Rows, start: float, cell: float, look: Look
) -> list[Mark]:
    size = stand.size * HEAD
    made: list[Mark] = []
    for place, texts in enumerate(heads):
        x, tall = start + (place + 0.5) * cell, rows_room.LEADING * size
        first = stand.top - 0.3 * stand.size - (len(texts) - 0.5) * tall
        for line, text in enumerate(texts):
            y = first + line * tall
            made.append(Text(x, y, text, size, look.muted, "middle", True))
    return made


def fill(step: int | None, look: Look) -> str:
    """The colour of a step -3..3, of what is hidden without one."""
    if step is None:
        return look.hidden
    return look.difference[max(-STEPS, min(STEPS, step)) + STEPS]


def _cell(one: HeatCell, x: float, y: float, width: float, stand: Rows, look: Look) -> list[Mark]:
    colour, gap = fill(one.step, look), min(2.0, 0.08 * stand.size)
    box = (x + gap, y + gap, max(1.0, width - 2 * gap), max(1.0, stand.row - 2 * gap))
    made: list[Mark] = [Rect(*box, colour)]
    if one.step is None:
        made += hatch(*box, look.hidden_line)
    ink = ink_on(colour)
    size = min(stand.size, stand.row * 0.72)
    text = text_widths.cut(one.text, size, width - 4 * gap)
    if one.step is None and text:  # letters stand on a plain ground
        half = text_widths.width(text, size) / 2 + 0.2 * size
        middle = x + width / 2
        made.append(Rect(middle - half, y + stand.row / 2 - 0.5 * size, 2 * half, size, colour))
    made.append(Text(x + width / 2, y + stand.row / 2, text, size, ink, "middle"))
    return made


def _key_lines(
    key: Sequence[tuple[int, str]], size: float, width: float
) -> list[list[tuple[float, int, str]]]:
    """The entries with their x, as many lines as they need."""
    lines: list[list[tuple[float, int, str]]] = []
    x = 0.0
    for step, name in key:
        text = text_widths.cut(name, size, width - 1.4 * size)
        room = 1.4 * size + text_widths.width(text, size)
        if not lines or x + room > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, step, text))
        x += room + 1.3 * size
    return lines


def _key(lines: Sequence[Sequence[tuple[float, int, str]]], stand: Rows, look: Look) -> list[Mark]:
    made: list[Mark] = []
    size = stand.size * 0.85
    for place, line in enumerate(lines):
        y = stand.bottom + (0.4 + (place + 0.5) * KEY_LINE) * stand.size
        for x, step, name in line:
            side = 0.95 * size
            box = Rect(x, y - side / 2, side, side, fill(step, look), look.border, 1)
            made += [box, Text(x + 1.4 * size, y, name, size, look.text)]
    return made
