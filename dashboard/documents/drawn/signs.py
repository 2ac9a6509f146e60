"""Signs that no free font has (▲ ▼ ◆) as shapes, alone in a plot and before their words."""

from collections.abc import Sequence

from dashboard.charts.look import Look
from dashboard.documents import text_widths
from dashboard.documents.drawn.marks import Mark, Polygon, Text

_SHAPES: dict[str, Sequence[tuple[float, float]]] = {
    "▲": ((0, -0.55), (0.6, 0.5), (-0.6, 0.5)),
    "▼": ((0, 0.55), (-0.6, -0.5), (0.6, -0.5)),
    "◆": ((0, -0.62), (0.62, 0), (0, 0.62), (-0.62, 0)),
}
OF_VERDICT = {"up": "▲", "above": "▲", "down": "▼", "below": "▼"}
BEFORE = 1.0  # room of a sign before its words, in letters


def sign(
    shape: str, x: float, y: float, size: float, colour: str, inside: str | None = None
) -> list[Mark]:
    """A sign around a point; size: of letters beside it; inside: its fill, else its colour."""
    half = size * 0.62
    points = tuple((x + a * half, y + b * half) for a, b in _SHAPES[shape])
    return [Polygon(points, inside or colour, colour, size * 0.1)]


def of_verdict(verdict: str, x: float, y: float, size: float, look: Look) -> list[Mark]:
    """What stands in a plot: a full triangle where it is clear, else a hollow diamond."""
    shape = OF_VERDICT.get(verdict, "◆")
    is_clear = verdict in OF_VERDICT
    colour = verdict_colour(verdict, look)
    return sign(shape, x, y, size, colour, None if is_clear else look.background)


def verdict_colour(verdict: str, look: Look) -> str:
    """Blue is favourable, orange needs you, grey is not enough evidence."""
    return look.verdict({"above": "up", "below": "down"}.get(verdict, verdict))


def worded(
    text: str, x: float, y: float, size: float, room: float, colour: str, bold: bool = False
) -> list[Mark]:
    """A word with its sign before it ("▲ tăng rõ rệt"), cut to its room; from x to the right."""
    shape = text[:1]
    if shape not in _SHAPES:
        return [Text(x, y, text_widths.cut(text, size, room, bold), size, colour, bold=bold)]
    made = sign(shape, x + 0.4 * size, y, size * 0.85, colour)
    words = text[1:].strip()
    if words:
        start = BEFORE * size
        cut = text_widths.cut(words, size, room - start, bold)
        made.append(Text(x + start, y, cut, size, colour, bold=bold))
    return made
