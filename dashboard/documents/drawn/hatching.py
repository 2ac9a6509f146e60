"""Slanting lines in a box: told apart from every plain colour, in print too."""

from dashboard.documents.drawn.marks import Line, Mark


def hatch(
    x: float, y: float, width: float, height: float, colour: str, between: float = 0
) -> list[Mark]:
    """Lines within the box from its upper left corner, none beyond it; between: how far apart."""
    made: list[Mark] = []
    step = between or max(8.0, height / 3)
    start = step
    while start < width + height:
        x1, y1 = (x + start, y) if start <= width else (x + width, y + start - width)
        x2, y2 = (x, y + start) if start <= height else (x + start - height, y + height)
        made.append(Line(x1, y1, x2, y2, colour, 0.8))
        start += step
    return made
