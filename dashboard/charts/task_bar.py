"""All tasks of a unit in one bar of 30 pixels; its key line stands below it as text."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold
from dashboard.charts.look import Look, axis
from dashboard.charts.segments import key_line as key_of
from dashboard.charts.segments import stacked, with_count
from dashboard.rows import rows_of
from dashboard.states import ASSIGNED, State
from dashboard.words import Words


class Plan(NamedTuple):
    """A unit's tasks by state."""

    done_on_time: int
    done_late: int
    done_undated: int
    overdue: int
    in_progress: int
    not_started: int


EXAMPLE = (Plan(3, 0, 1, 1, 2, 0), Plan(1, 1, 0, 0, 0, 1))


def of_units(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """The tasks of all units of the frame together."""
    counts = counts_of(frame)
    total = sum(counts.values())
    if not total:
        return Canvas.nothing(words, look)
    canvas = Canvas(look, 30, (0, 0, 0, 0))
    canvas.set(
        barmode="stack",
        xaxis=axis(look, range=[0, total], visible=False),
        yaxis=axis(look, range=[0.5, -0.5], visible=False),
    )

    def hover(_: int, state: State) -> str:
        return with_count(state, counts[state], words)

    stacked(canvas, [counts], [""], hover, width=0.9, weight=bold)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The counts of the bar in words, empty states left out."""
    counts = counts_of(frame)
    total = sum(counts.values())
    if not total:
        return words["chart.no_data"]
    said = ", ".join(with_count(state, n, words) for state, n in counts.items() if n)
    return words.say("chart.completion.alt_unit", count=total, states=said)


def key_line(frame: pd.DataFrame, words: Words, look: Look) -> str:
    """The states that occur, with their counts."""
    counts = counts_of(frame)
    return key_of({state: with_count(state, n, words) for state, n in counts.items() if n}, look)


def counts_of(frame: pd.DataFrame) -> dict[State, int]:
    """The tasks of all rows by state."""
    plans = list(rows_of(frame, Plan))
    return {state: int(sum(getattr(plan, state) for plan in plans)) for state in ASSIGNED}
