"""Each official's share of done tasks beside what chance alone would give: a row each."""

from typing import Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten_apart
from dashboard.charts.look import SMALL, Look, axis
from dashboard.rows import rows_of
from dashboard.words import Words

ROW, PHONE_ROW, BAR = 27, 46, 9
LETTERS = 34
RIGHT = 150  # pixels of "3/8 · thấp hơn mức chung"


class Fair(NamedTuple):
    """An official's due tasks, how many are done, and between which counts chance alone leaves
    them; share: of all due tasks that are done."""

    label: str
    due: int
    done: int
    low: int
    high: int
    share: float
    standing: Literal["few", "below", "within", "above"]


EXAMPLE = (
    Fair("Tài chính - Kế toán", 8, 2, 4, 8, 0.8, "below"),
    Fair("Tư pháp - Hộ tịch", 7, 6, 3, 7, 0.8, "within"),
    Fair("Công an xã", 2, 2, 0, 2, 0.8, "few"),
)


def beside_chance(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """A dot for what is done, a pale bar for what chance leaves, a line at the share of all; of
    few tasks the words alone."""
    rows = list(rows_of(frame, Fair))
    if not rows:
        return Canvas.nothing(words, look)
    names = shorten_apart([row.label for row in rows], LETTERS)
    left = 2 if phone else room(names, most=240, least=90)
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, len(rows) * tall + 50, (left, 8 if phone else RIGHT, 22, 28))
    ticks = dict(tickvals=[0, 0.5, 1], ticktext=[numbers.percent(at) for at in (0, 0.5, 1)])
    canvas.rows(len(rows)).set(xaxis=axis(look, range=[-0.02, 1.02], **ticks))
    drop = 0.2 if phone else 0.0
    judged = [(y + drop, row) for y, row in enumerate(rows) if row.standing != "few"]
    ends = [((row.low / row.due, y), (row.high / row.due, y)) for y, row in judged]
    canvas.paths(ends, line=dict(color=look.grey_tint, width=BAR), name="chance")
    canvas.line(x0=rows[0].share, x1=rows[0].share, y0=0, y1=1, yref="paper", line=_thin(look))
    all_of_them = words.say("chart.fair.all", share=numbers.percent(rows[0].share))
    canvas.head(all_of_them, rows[0].share, 0, "center", xref="x")
    colours = {"below": look.orange, "above": look.accent, "within": look.text}
    canvas.marks(
        [row.done / row.due for _, row in judged],
        [y for y, _ in judged],
        marker=dict(size=10, opacity=1, color=[colours[row.standing] for _, row in judged]),
        hovertext=[_hover(row, words) for _, row in judged],
        name="done",
    )
    for y, (row, name) in enumerate(zip(rows, names, strict=True)):
        said = coloured(safe(_said(row, words)), look.muted)
        if phone:
            canvas.at_row(safe(name), y - 0.24, 0, -2)
            canvas.at_row(said, y - 0.24, 1, 2, "right", font=dict(size=SMALL))
        else:
            canvas.at_row(safe(name), y, 0, -left)
            canvas.at_row(said, y, 1, 10)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """Each official with the counts and how they stand to what chance leaves."""
    said = [f"{row.label}: {_said(row, words)}" for row in rows_of(frame, Fair)]
    return "; ".join(said) + "." if said else words["chart.no_data"]


def _thin(look: Look) -> dict[str, object]:
    return dict(color=look.muted, width=1, dash="dot")


def _said(row: Fair, words: Words) -> str:
    return words.say(
        "chart.fair.row",
        part=f"{numbers.count(row.done)}/{numbers.count(row.due)}",
        standing=words[f"chart.fair.{row.standing}"],
    )


def _hover(row: Fair, words: Words) -> str:
    holes = dict(low=numbers.count(row.low), high=numbers.count(row.high))
    between = words.say("chart.fair.between", due=numbers.count(row.due), **holes)
    return hover_lines(bold(safe(row.label)), safe(_said(row, words)), between)
