"""A drawing as SVG: real text, escaped, said to who can't see it."""

from collections.abc import Callable
from html import escape

from dashboard.documents.drawn.marks import Circle, Drawing, Line, Mark, Polygon, Rect, Text

# The fonts that were measured, then those of the same widths that an office has.
FONTS = "'Liberation Sans', Arial, Helvetica, sans-serif"
_ANCHORS = {"left": "", "middle": ' text-anchor="middle"', "right": ' text-anchor="end"'}
_BASELINE = 0.352  # letters from the middle height of a line down to where it stands


def svg(
    drawing: Drawing, title: str = "", fonts: str = FONTS, name: str = "figure", size: str = ""
) -> str:
    """An <svg> element. title: its <title>, the alternative text is its <desc>; fonts: a family of
    CSS, "" for that of the page around; name: of the ids inside, one on a page; size: further
    attributes (width and height), else it fills the room it is given.
    """
    told = f"<title>{escape(title)}</title>" if title else ""
    ids = f"{name}-title {name}-desc" if title else f"{name}-desc"
    told = told.replace("<title>", f'<title id="{name}-title">')
    said = f'<desc id="{name}-desc">{escape(drawing.alt)}</desc>'
    family = f' font-family="{escape(fonts)}"' if fonts else ""
    box = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{ids}" '
        f'viewBox="{box}"{family}{size and " " + size}>{told}{said}'
        f"{''.join(map(_mark, drawing.marks))}</svg>"
    )


def _mark(mark: Mark) -> str:
    return _WRITERS[type(mark)](mark)


def _line(mark: Line) -> str:
    dash = f' stroke-dasharray="{" ".join(map(_number, mark.dash))}"' if mark.dash else ""
    ends = " ".join(f'{name}="{_number(getattr(mark, name))}"' for name in ("x1", "y1", "x2", "y2"))
    stroke = f'stroke="{escape(mark.colour)}" stroke-width="{_number(mark.width)}"'
    return f"<line {ends} {stroke}{dash}/>"


def _circle(mark: Circle) -> str:
    place = f'cx="{_number(mark.x)}" cy="{_number(mark.y)}" r="{_number(mark.radius)}"'
    return f"<circle {place}{_painted(mark)}/>"


def _rect(mark: Rect) -> str:
    names = ("x", "y", "width", "height")
    place = " ".join(f'{name}="{_number(getattr(mark, name))}"' for name in names)
    return f"<rect {place}{_painted(mark)}/>"


def _polygon(mark: Polygon) -> str:
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in mark.points)
    return f'<polygon points="{points}"{_painted(mark)}/>'


def _text(mark: Text) -> str:
    """The line stands on its foot: programs differ in how they centre one."""
    place = f'x="{_number(mark.x)}" y="{_number(mark.y + _BASELINE * mark.size)}"'
    bold = ' font-weight="700"' if mark.bold else ""
    look = f'font-size="{_number(mark.size)}" fill="{escape(mark.colour)}"{bold}'
    text = escape(mark.text, quote=False)
    return f'<text {place} {look}{_ANCHORS[mark.anchor]} xml:space="preserve">{text}</text>'


def _painted(mark: Circle | Rect | Polygon) -> str:
    edge = ""
    if mark.edge:
        edge = f' stroke="{escape(mark.edge)}" stroke-width="{_number(mark.edge_width)}"'
    return f' fill="{escape(mark.fill or "none")}"{edge}'


def _number(value: float) -> str:
    """Two decimals at most, without needless zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0" if abs(value) < 0.005 else "-0")


_WRITERS: dict[type, Callable[..., str]] = {
    Line: _line,
    Circle: _circle,
    Rect: _rect,
    Polygon: _polygon,
    Text: _text,
}
