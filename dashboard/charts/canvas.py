"""A figure while it is drawn: traces, texts and shapes are gathered and handed over once.

Plotly checks every annotation again at each add_annotation: 28 rows took 2.3 s that way.
Columns of text hang on the edge of a panel by pixels, so they keep apart at every width.
"""

from collections.abc import Iterable

import plotly.graph_objects as go

from dashboard.charts.look import SMALL, Look, base_layout


class Canvas:
    """An empty figure in the house style; the margin is (left, right, top, bottom)."""

    def __init__(self, look: Look, height: float, margin: tuple[float, float, float, float]):
        self.look = look
        self.left, self.right = margin[:2]
        self._layout = base_layout(look, height, margin)
        self._traces: list[dict] = []
        self._notes: list[dict] = []
        self._shapes: list[dict] = []

    def figure(self) -> go.Figure:
        layout = self._layout | dict(annotations=self._notes, shapes=self._shapes)
        return go.Figure(data=self._traces, layout=layout)

    def set(self, **layout: object) -> "Canvas":
        """Adds to the layout; what is given of its font replaces only that."""
        font = self._layout["font"] | layout.pop("font", {})
        self._layout |= layout | dict(font=font)
        return self

    def trace(self, kind: str, **drawing: object) -> None:
        self._traces.append(dict(type=kind, **drawing))

    def line(self, **place: object) -> None:
        """A straight line that is no data: a zero line, a rule, a reference."""
        self._shapes.append(dict(type="line", **place))

    def box(self, **place: object) -> None:
        """A filled rectangle without an edge, behind the data."""
        look = dict(line=dict(width=0), layer="below", yref="y")
        self._shapes.append(dict(type="rect", **look | place))

    def note(self, text: str, **place: object) -> None:
        """A text without an arrow."""
        self._notes.append(dict(text=text, showarrow=False, **place))

    def at_row(
        self, text: str, y: float, x: float, shift: float, side: str = "left", **more: object
    ) -> None:
        """Text beside row y, shift pixels from the paper position x; side is its aligned edge."""
        place = dict(x=x, xref="paper", xanchor=side, xshift=shift, align=side)
        self.note(text, **place | dict(y=y, yref="y", yanchor="middle") | more)

    def head(self, text: str, x: float, shift: float, side: str = "left", **more: object) -> None:
        """The muted head of a column, standing on top of the plot."""
        font = dict(size=SMALL, color=self.look.muted)
        place = dict(x=x, xref="paper", xanchor=side, xshift=shift, align=side, font=font)
        self.note(text, **place | dict(y=1, yref="paper", yanchor="bottom", yshift=4) | more)

    def row_rules(self, ys: Iterable[float]) -> None:
        """Hairlines under rows over the whole width: pixels from the panel, cut by the picture."""
        look = dict(line=dict(color=self.look.grid, width=1), layer="below", yref="y")
        across = dict(xref="paper", xsizemode="pixel", xanchor=0, x0=-self.left, x1=3000)
        for y in ys:
            self.line(y0=y, y1=y, **look, **across)
