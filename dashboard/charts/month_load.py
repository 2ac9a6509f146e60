"""How many tasks are due in each month: an upright bar a month, what is done below, what is
overdue above it, what is not due yet on top."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts import keys
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import hover_lines, safe
from dashboard.charts.look import Look, axis
from dashboard.rows import rows_of
from dashboard.words import Words

KINDS = ("done", "overdue", "open")


class MonthLoad(NamedTuple):
    """A month as it is written, and its tasks: done, overdue, open and not overdue."""

    month: str
    done: int
    overdue: int
    open: int

    @property
    def all(self) -> int:
        """Every task due in the month."""
        return self.done + self.overdue + self.open


EXAMPLE = (MonthLoad("04/2023", 3, 2, 0), MonthLoad("05/2023", 0, 0, 4), MonthLoad("06", 0, 0, 0))


def bars(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """Stacked bars in the order of the frame, how many there are above each."""
    rows = list(rows_of(frame, MonthLoad))
    if not rows:
        return Canvas.nothing(words, look)
    canvas = Canvas(look, 190, (4, 4, 22, 42))
    ticks = [_tick(row.month, is_first=not place) for place, row in enumerate(rows)]
    places = list(range(len(rows)))
    highest = max(1, *(row.all for row in rows))
    canvas.set(
        barmode="stack",
        xaxis=axis(look, tickvals=places, ticktext=ticks, tickangle=0, showgrid=False),
        yaxis=axis(look, visible=False, range=[0, highest * 1.15]),
        bargap=0.35,
    )
    for kind in KINDS:
        counts = [getattr(row, kind) for row in rows]
        canvas.trace(
            "bar",
            x=places,
            y=[count or None for count in counts],  # of no length it would draw a line
            marker=_fill(kind, look),
            name=kind,
            customdata=[[row.month] for row in rows],
            hoverinfo="text",
            hovertext=[hover_lines(safe(row.month), _parts(row, words)) for row in rows],
        )
    for place, row in enumerate(rows):
        text = numbers.count(row.all)
        canvas.note(text, x=place, y=row.all, yanchor="bottom", font=dict(color=look.text))
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """Each month with its counts."""
    said = [f"{row.month}: {_parts(row, words)}" for row in rows_of(frame, MonthLoad)]
    return "; ".join(said) + "." if said else words["chart.no_data"]


def key_line(words: Words, look: Look) -> str:
    """What the three fills stand for."""
    styles = {kind: {"background": _colour(kind, look)} for kind in KINDS}
    styles["open"] = {"border": f"1.5px solid {look.open}"}
    return keys.line(
        keys.entry(words[f"chart.month_load.{kind}"], style) for kind, style in styles.items()
    )


def _tick(month: str, is_first: bool) -> str:
    """The month's number, and below it the year where one begins."""
    number, _, year = month.partition("/")
    begins = is_first or number == "01"
    return safe(number.lstrip("0")) + (f"<br>{safe(year)}" if begins and year else "")


def _parts(row: MonthLoad, words: Words) -> str:
    """ "3 đã xong, 2 quá hạn": those that there are."""
    said = [
        f"{numbers.count(count)} {words[f'chart.month_load.{kind}']}"
        for kind in KINDS
        if (count := getattr(row, kind))
    ]
    return ", ".join(said) or words["chart.month_load.none"]


def _colour(kind: str, look: Look) -> str:
    return {"done": look.done_on_time, "overdue": look.overdue, "open": look.background}[kind]


def _fill(kind: str, look: Look) -> dict[str, object]:
    edge = look.open if kind == "open" else look.background
    return dict(color=_colour(kind, look), line=dict(color=edge, width=1.5))
