"""Bars of tasks stacked by state, and the key that explains them.

Counts, not shares: three of three must not look like thirty of thirty.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dashboard import numbers, states
from dashboard.charts import keys
from dashboard.charts.canvas import Canvas
from dashboard.charts.look import SIZE, Look, ink_on, swatch
from dashboard.states import ASSIGNED, State
from dashboard.words import Words

Counts = Mapping[State, int]


def stacked(
    canvas: Canvas,
    rows: Sequence[Counts],
    ids: Sequence[str],
    hovers: Callable[[int, State], str],
    *,
    middle: float = 0,
    width: float,
    weight: Callable[[str], str] = str,
) -> None:
    """A trace a state; empty segments are None, for a bar of length 0 still draws its edge.

    hovers: what the pointer reads of a row's state; middle: how far below its row a bar lies.
    """
    starts = [0] * len(rows)
    longest = max(1, *(sum(row.values()) for row in rows))
    for state in ASSIGNED:
        counts = [row[state] for row in rows]
        canvas.trace(
            "bar",
            x=[count or None for count in counts],
            y=[y + middle for y in range(len(rows))],
            width=width,
            orientation="h",
            marker=_fill(state, canvas.look),
            customdata=[[name, state] for name in ids],
            hovertext=[hovers(y, state) for y in range(len(rows))],
            hoverinfo="text",
            name=state,
        )
        for y, count in enumerate(counts):
            # A figure needs its room: one letter is about 2 % of the narrowest panel.
            if count and count / longest >= 0.02 + 0.02 * len(str(count)):
                _count(canvas, weight(str(count)), starts[y], y + middle, state)
        starts = [start + count for start, count in zip(starts, counts, strict=True)]


def key_line(counts: Mapping[State, str], look: Look, more: Iterable[str] = ()) -> str:
    """The key: each state's swatch with its text, and further entries."""
    entries = [keys.entry(text, swatch(look, state)) for state, text in counts.items()]
    return keys.line([*entries, *more])


def with_count(state: State, count: int, words: Words) -> str:
    """The state with its count: "12 quá hạn"."""
    holes = {"count": numbers.count(count), "name": states.name(state, words)}
    return words.say("chart.completion.with_count", **holes)


def _fill(state: State, look: Look) -> dict[str, Any]:
    edge = look.open if state == "not_started" else look.background
    marker: dict[str, Any] = dict(color=look.state(state), line=dict(color=edge, width=1.5))
    if state == "done_undated":
        dots = dict(shape=".", size=5, solidity=0.2)
        marker["pattern"] = dots | dict(fgcolor=look.background, bgcolor=look.done_late)
    return marker


def _count(canvas: Canvas, text: str, x: float, y: float, state: State) -> None:
    fill = canvas.look.state(state)
    dotted = state == "done_undated"
    canvas.note(
        text=text,
        x=x,
        y=y,
        xanchor="left",
        xshift=5,
        yanchor="middle",
        font=dict(color=ink_on(fill), size=SIZE),
        # A quiet ground under the figure: the dots would run through it.
        bgcolor=fill if dotted else None,
        height=15 if dotted else None,
    )
