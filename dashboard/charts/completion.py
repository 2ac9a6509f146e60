"""Completion: a bar an official, as long as the tasks are many, with a tick at those due by now."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers, states
from dashboard.charts import keys, segments
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import (
    bold,
    coloured,
    hover_lines,
    linked,
    room,
    safe,
    shorten_apart,
)
from dashboard.charts.look import Look, axis
from dashboard.rows import rows_of
from dashboard.states import ASSIGNED, DONE, State
from dashboard.words import Words

ROW, PHONE_ROW = 31, 48
RIGHT = 92  # room for "10/11 · 91 %" after the longest bar
FULL_NAME_LETTERS = 34


class Official(NamedTuple):
    """An official's tasks: all of them, by state, how many are due by now and of these done.

    href: where a click on the name leads, "" for nowhere; said: what stands behind the bar, "" for
    how many are done.
    """

    official: str
    short_name: str
    assigned: int
    done_on_time: int
    done_late: int
    done_undated: int
    overdue: int
    in_progress: int
    not_started: int
    due_by_now: int
    due_done: int
    href: str = ""
    said: str = ""
    label: str = ""  # the name as it is drawn

    @property
    def tick(self) -> int:
        """How many are done or due: those done reach it exactly when nothing due is left."""
        return self.done + int(self.due_by_now) - int(self.due_done)

    @property
    def counts(self) -> dict[State, int]:
        return {state: int(getattr(self, state)) for state in ASSIGNED}

    @property
    def done(self) -> int:
        return sum(self.counts[state] for state in DONE)

    @property
    def done_text(self) -> str:
        return self.said or numbers.done_of(self.done, int(self.assigned))


EXAMPLE = (
    Official("Chủ tịch UBND", "Chủ tịch", 8, 4, 1, 0, 3, 0, 0, 5, 2),
    Official("Công chức Tài chính - Kế toán", "TC-KT", 3, 0, 0, 1, 0, 1, 1, 0, 0),
)


def by_official(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """Stacked counts in the frame's order, with a tick at the tasks due by now."""
    rows = list(rows_of(frame, Official))
    if not rows:
        return Canvas.nothing(words, look)
    names = [row.short_name or row.official for row in rows]
    labels = shorten_apart(names, FULL_NAME_LETTERS)
    rows = [row._replace(label=label) for row, label in zip(rows, labels, strict=True)]
    canvas = _stage(rows, look, phone)
    middle, width = (0.2, 0.42) if phone else (0, 0.62)

    def hover(y: int, state: State) -> str:
        count = segments.with_count(state, rows[y].counts[state], words)
        total = words.say("chart.completion.hover_total", done=rows[y].done_text)
        return hover_lines(bold(safe(rows[y].official)), count, total)

    names = [row.official for row in rows]
    counts = [row.counts for row in rows]
    segments.stacked(canvas, counts, names, hover, middle=middle, width=width)
    _due_ticks(canvas, rows, words, middle)
    for y, row in enumerate(rows):
        _label(canvas, row, y, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The completion of all of them and who has most overdue."""
    rows = list(rows_of(frame, Official))
    if not rows:
        return words["chart.no_data"]
    done = numbers.done_of(sum(row.done for row in rows), int(sum(row.assigned for row in rows)))
    first = words.say("chart.completion.alt", count=len(rows), done=done)
    most = max(rows, key=lambda row: row.overdue)
    if not most.overdue:
        return f"{first} {words['chart.completion.alt_no_overdue']}"
    holes = {"name": most.official, "count": int(most.overdue)}
    return f"{first} {words.say('chart.completion.alt_overdue', **holes)}"


def key_line(frame: pd.DataFrame, words: Words, look: Look) -> str:
    """The states that occur, in the order of the bars, and the due tick where there is one."""
    rows = list(rows_of(frame, Official))
    seen = [state for state in ASSIGNED if any(row.counts[state] for row in rows)]
    tick = keys.entry(
        words["chart.completion.due_by_now"], {"background": look.text}, kind="papi-tick"
    )
    ticks = [tick] * any(row.due_by_now for row in rows)
    return segments.key_line({state: states.name(state, words) for state in seen}, look, ticks)


def _stage(rows: list[Official], look: Look, phone: bool) -> Canvas:
    most = max(1, *(int(row.assigned) for row in rows))
    names = 2 if phone else room([row.label for row in rows], most=240, least=90)
    margin = (names, 2, 4, 6) if phone else (names, RIGHT, 4, 24)
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, len(rows) * tall + margin[2] + margin[3], margin)
    ticks = dict(tick0=0, dtick=_step(most), showticklabels=not phone, tickformat="d")
    return canvas.rows(len(rows)).set(
        barmode="stack", xaxis=axis(look, range=[0, most * 1.002], **ticks)
    )


def _step(most: int) -> int:
    """Whole tasks between grid lines, at most seven lines."""
    return next((step for step in (1, 2, 5, 10, 20, 50, 100, 200) if most / step <= 7), 500)


def _due_ticks(canvas: Canvas, rows: list[Official], words: Words, middle: float) -> None:
    """Done that reaches the tick is on schedule; a halo keeps the ink apart from dark bars.

    Tasks done ahead of their time stand in the bar before those that are late: the tick counts
    them too, else it would lie within what is done while something is overdue.
    """
    look = canvas.look
    due = [(y + middle, row) for y, row in enumerate(rows) if row.due_by_now > 0]
    xs, ys = [row.tick for _, row in due], [y for y, _ in due]
    texts = [
        words.say(
            "chart.completion.hover_due", count=row.tick, due=row.due_by_now, done=row.due_done
        )
        for _, row in due
    ]
    for colour, width, name in ((look.background, 5, "halo"), (look.text, 2.5, "due_by_now")):
        mark = dict(symbol="line-ns", size=17, opacity=1, line=dict(color=colour, width=width))
        canvas.marks(xs, ys, marker=mark, hovertext=texts, name=name)


def _label(canvas: Canvas, row: Official, y: int, phone: bool) -> None:
    total = coloured(row.done_text, canvas.look.muted)
    name = linked(safe(row.label), row.href, canvas.look.text) if row.href else safe(row.label)
    if phone:
        canvas.at_row(name, y - 0.24, 0, -2)
        canvas.at_row(total, y - 0.24, 1, 2, "right")
        return
    canvas.at_row(name, y, 0, -canvas.left)
    after = max(row.assigned, row.tick)
    canvas.at_row(total, y, after, 10, xref="x")
