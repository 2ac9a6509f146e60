"""A figure while it is drawn: traces, texts and shapes are gathered and handed over once.

Plotly checks every annotation again at each add_annotation: 28 rows took 2.3 s that way.
Columns of text hang on the edge of a panel by pixels, so they keep apart at every width.
"""

from collections.abc import Iterable
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.look import SMALL, Look, axis, base_layout
from dashboard.words import Words

Point = tuple[object, object]  # numbers, or dates as ISO texts


class Canvas:
    """An empty figure in the house style; the margin is (left, right, top, bottom).

    Drawings are Plotly's own properties, as its reference names them.
    """

    def __init__(self, look: Look, height: float, margin: tuple[float, float, float, float]):
        self.look = look
        self.left, self.right = margin[:2]
        self._layout = base_layout(look, height, margin)
        self._traces: list[dict[str, Any]] = []
        self._notes: list[dict[str, Any]] = []
        self._shapes: list[dict[str, Any]] = []

    @classmethod
    def nothing(cls, words: Words, look: Look) -> go.Figure:
        """What a chart without rows shows: that there is nothing."""
        canvas = cls(look, 60, (2, 2, 2, 2))
        bare = axis(look, visible=False)
        canvas.set(xaxis=bare, yaxis=bare)
        ink = dict(size=SMALL, color=look.muted)
        canvas.note(words["chart.no_data"], x=0.5, y=0.5, xref="paper", yref="paper", font=ink)
        return canvas.figure()

    def figure(self) -> go.Figure:
        layout = self._layout | dict(annotations=self._notes, shapes=self._shapes)
        return go.Figure(data=self._traces, layout=layout)

    def set(self, **layout: Any) -> "Canvas":
        """Adds to the layout; what is given of its font replaces only that."""
        font = self._layout["font"] | layout.pop("font", {})
        self._layout |= layout | dict(font=font)
        return self

    def rows(self, count: float) -> "Canvas":
        """A vertical axis of so many rows from the top, without lines and figures."""
        bare = axis(self.look, showgrid=False, showticklabels=False)
        return self.set(yaxis=bare | dict(range=[count - 0.5, -0.5]))

    def trace(self, kind: str, **drawing: Any) -> None:
        self._traces.append(dict(type=kind, **drawing))

    def marks(self, x: Iterable[object], y: Iterable[object], **drawing: Any) -> None:
        """Marks of full ink; the pointer reads the hovertext, a click the customdata."""
        base = dict(mode="markers", cliponaxis=False, hoverinfo="text")
        self.trace("scatter", x=list(x), y=list(y), **base | drawing)

    def paths(self, each: Iterable[Iterable[Point]], **drawing: Any) -> None:
        """Lines through the points of each path, all paths one trace, without hover."""
        points: list[Point] = []
        for path in each:
            points += [*path, (None, None)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.trace("scatter", x=xs, y=ys, mode="lines", hoverinfo="skip", **drawing)

    def line(self, **place: Any) -> None:
        """A straight line that is no data: a zero line, a rule, a reference."""
        self._shapes.append(dict(type="line", **place))

    def box(self, **place: Any) -> None:
        """A filled rectangle without an edge, behind the data."""
        look = dict(line=dict(width=0), layer="below", yref="y")
        self._shapes.append(dict(type="rect", **look | place))

    def note(self, text: str, **place: Any) -> None:
        """A text without an arrow."""
        self._notes.append(dict(text=text, showarrow=False, **place))

    def at_row(
        self, text: str, y: float, x: float, shift: float, side: str = "left", **more: Any
    ) -> None:
        """Text beside row y, shift pixels from the paper position x; side is its aligned edge."""
        place = dict(x=x, xref="paper", xanchor=side, xshift=shift, align=side)
        self.note(text, **place | dict(y=y, yref="y", yanchor="middle") | more)

    def head(self, text: str, x: object, shift: float, side: str = "left", **more: Any) -> None:
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
