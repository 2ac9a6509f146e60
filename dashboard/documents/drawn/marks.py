"""A figure as finished marks: the same lines and letters on the wall, on paper and as a picture.

Lengths are points of a drawing of width x height, y grows downwards; colours are "#RRGGBB".
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Anchor = Literal["left", "middle", "right"]


@dataclass(frozen=True)
class Line:
    """From one point to another; dash: lengths of line and gap, None where it is whole."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dash: tuple[float, float] | None = None


@dataclass(frozen=True)
class Circle:
    """A dot around a centre; edge is drawn on its rim."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 1.0


@dataclass(frozen=True)
class Rect:
    """A box from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 1.0


@dataclass(frozen=True)
class Polygon:
    """A closed shape: triangles and diamonds that no free font has."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    edge: str | None = None
    edge_width: float = 1.0


@dataclass(frozen=True)
class Text:
    """A line of letters, its middle height at y, its left, middle or right at x; it fits into
    what was measured for it (lettering is cut before it is a mark)."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = "left"
    bold: bool = False


Mark: TypeAlias = Line | Circle | Rect | Polygon | Text


@dataclass(frozen=True)
class Drawing:
    """A finished figure; alt says it to who can't see it."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    alt: str
