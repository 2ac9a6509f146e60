"""Room for a figure of rows: names at the left, a plot, columns of words at the right.

Letters are as large as asked where the rows fit, else smaller; a name gets the lines that its row
has room for and is cut with "…" after them. Every length is kept inside the box.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import numbers
from dashboard.charts.look import Look
from dashboard.documents import text_widths
from dashboard.documents.drawn.marks import Line, Mark, Text
from dashboard.documents.model.numbered import Number

TIGHT, LOOSE = 1.28, 2.7  # a row's height in letters, at least and at most
LEADING = 1.16
NAMES, FEWEST_NAMES, PLOT = 0.48, 0.2, 0.26  # shares of the width


@dataclass(frozen=True)
class Rows:
    """Where rows stand. size: of letters; row: a row's height; top: where the first begins."""

    size: float
    row: float
    top: float
    count: int

    def middle(self, place: int) -> float:
        """The middle height of a row, the first being 0."""
        return self.top + (place + 0.5) * self.row

    @property
    def bottom(self) -> float:
        return self.top + self.count * self.row

    @property
    def gap(self) -> float:
        """The empty room between columns."""
        return 0.8 * self.size


def rows(count: int, height: float, size: float, head: float, foot: float) -> Rows:
    """Rows in a box of this height; head and foot: what stands above and below, in letters."""
    size = min(size, height / (head + foot + TIGHT * count))
    row = min(LOOSE * size, (height - (head + foot) * size) / count)
    return Rows(size, row, head * size, count)


@dataclass(frozen=True)
class Columns:
    """From left to right: names to names_end, the plot left..right, then the columns' left edges
    and rooms, in the order of the words given."""

    names_end: float
    left: float
    right: float
    columns: tuple[tuple[float, float], ...]


def columns(
    stand: Rows, width: float, names: Sequence[str], words: Sequence[Sequence[str]], inset: float
) -> Columns:
    """Widths by what is said, the plot never less than its share; the last column is cut first.
    inset: what stands before a name (its code)."""
    gap, size = stand.gap, stand.size
    rooms = [max((text_widths.width(text, size, True) for text in one), default=0) for one in words]
    gaps = gap * (1 + len([room for room in rooms if room]))
    asked = inset + max((text_widths.width(name, size, True) for name in names), default=0)
    left = width * (1 - PLOT) - gaps - sum(rooms)
    names_room = min(asked, width * NAMES, max(left, width * FEWEST_NAMES))
    for place in reversed(range(len(rooms))):
        over = names_room + gaps + sum(rooms) - width * (1 - PLOT)
        rooms[place] -= max(0, min(over, rooms[place] * 0.7))
    start = names_room + gap
    end = max(start + 1, width - sum(room + gap for room in rooms if room))
    placed, x = [], end
    for room in rooms:
        x += gap if room else 0
        placed.append((x, room))
        x += room
    return Columns(names_room, start, end, tuple(placed))


def name_marks(
    stand: Rows,
    room: float,
    names: Sequence[str],
    look: Look,
    x: float = 0,
    bold: int | None = None,
) -> list[Mark]:
    """The names, each in the lines that a row has room for; bold: the place of one set bold."""
    room -= x
    size, lines = _smaller(stand)
    whole = [
        text_widths.width(name[:999], stand.size, place == bold) <= room + 0.01
        for place, name in enumerate(names)
    ]
    made = text_widths.wrapped_apart(names, size, room, lines, True)
    found: list[Mark] = []
    for place, (name, fits, texts) in enumerate(zip(names, whole, made, strict=True)):
        shown = ([name], stand.size) if fits else (texts, size)
        found += block(shown[0], x, stand.middle(place), shown[1], look.text, place == bold)
    return found


def _smaller(stand: Rows) -> tuple[float, int]:
    """The size and the lines of a name that a line does not hold: a little smaller for two."""
    for size in (stand.size, 0.9 * stand.size, 0.8 * stand.size):
        lines = int(stand.row / (LEADING * size) - 0.05)
        if lines > 1:
            return size, min(lines, 3)
    return stand.size, 1


def block(
    texts: Sequence[str], x: float, middle: float, size: float, colour: str, bold: bool = False
) -> list[Mark]:
    """Lines below each other around a middle height."""
    first = middle - (len(texts) - 1) * LEADING * size / 2
    return [
        Text(x, first + place * LEADING * size, text, size, colour, bold=bold)
        for place, text in enumerate(texts)
        if text
    ]


def rules(stand: Rows, width: float, look: Look) -> list[Mark]:
    """A thin line below each row."""
    ends = (stand.top + (place + 1) * stand.row for place in range(stand.count))
    return [Line(0, y, width, y, look.grid, 1) for y in ends]


@dataclass(frozen=True)
class Scale:
    """Values low..high stand from left to right."""

    low: float
    high: float
    left: float
    right: float

    def x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


def grid(
    stand: Rows, scale: Scale, ticks: Sequence[tuple[float, str]], look: Look, size: float
) -> list[Mark]:
    """A line and a text at each tick; a text that would touch the one before is left out."""
    made: list[Mark] = []
    taken = -math.inf
    for value, text in ticks:
        x, room = scale.x(value), text_widths.width(text, size)
        made.append(Line(x, stand.top, x, stand.bottom, look.grid, 1))
        if x - room / 2 > taken:
            y = stand.bottom + 0.75 * size
            made.append(Text(x, y, text, size, look.muted, "middle"))
            taken = x + room / 2 + 0.4 * size
    return made


def steps(low: float, high: float, most: int = 5) -> list[tuple[float, str]]:
    """Round values within low..high, at most so many and one more, with their texts."""
    raw = (high - low) / most
    power = 10 ** math.floor(math.log10(raw))
    step = next(power * one for one in (1, 2, 5, 10) if power * one >= raw * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    values = [round(place * step, 9) + 0.0 for place in range(first, last + 1)]
    return [(value, numbers.plain(value)) for value in values]


def known(*found: Number | None) -> list[float]:
    """The figures that are there and finite."""
    values = (one.number for one in found if one is not None)
    return [value for value in values if value is not None and math.isfinite(value)]


def texts(values: Sequence[float]) -> list[tuple[float, str]]:
    """Values with what stands at them on an axis."""
    return [(value, numbers.plain(round(value, 6))) for value in values]
