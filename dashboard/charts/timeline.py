"""The tasks of one official in time: due tick, done dot, and what lies between them.

Thick = late, thin = ahead of its date.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers, states
from dashboard.charts import keys
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, safe, shorten, shorten_apart
from dashboard.charts.look import SMALL, Look, axis
from dashboard.rows import NAN, rows_of
from dashboard.states import State
from dashboard.words import Words

ROW = 46
TOP, BOTTOM = 26, 6
YEARS = 600  # days, above which the axis counts in years
LETTERS, PHONE_LETTERS = 52, 34
# States that are said with their days, or shorter than in the lists.
KINDS = {"overdue": "overdue", "done_late": "late", "done_on_time": "on_time"}
KINDS |= {"done_undated": "undated"}
TEXT, BAND = -0.22, 0.16  # where the words and the marks of a row stand


class TimedTask(NamedTuple):
    """A task; one without a due or a done date has none, what is not late has no days_late."""

    task: str
    due: pd.Timestamp | None
    done: pd.Timestamp | None
    state: State
    days_late: float


EXAMPLE = (
    TimedTask(
        "Niêm yết thủ tục",
        pd.Timestamp("2023-06-30"),
        pd.Timestamp("2023-08-20"),
        "done_late",
        51,
    ),
    TimedTask("Rà soát hộ nghèo", pd.Timestamp("2023-03-31"), None, "overdue", 203),
    TimedTask(
        "Sửa loa", pd.Timestamp("2023-10-25"), pd.Timestamp("2023-05-01"), "done_on_time", NAN
    ),
    TimedTask("Họp dân", None, None, "not_started", NAN),
)


def of_official(
    frame: pd.DataFrame, words: Words, look: Look, phone: bool = False, *, as_of: date
) -> go.Figure:
    """A row a task in the frame's order, with the as-of date through all of them."""
    rows, now = _rows(frame), pd.Timestamp(as_of)
    if not rows:
        return Canvas.nothing(words, look)
    canvas = _stage(rows, now, look)
    letters = PHONE_LETTERS if phone else LETTERS
    names = shorten_apart([row.task for row in rows], letters)
    for y, (row, name) in enumerate(zip(rows, names, strict=True)):
        canvas.at_row(safe(name), y + TEXT, 0, 0)
        said = _said(row, words, look, phone)
        canvas.at_row(said, y + TEXT, 1, 0, "right", font=dict(size=SMALL))
    _today(canvas, len(rows), now)
    _spans(canvas, rows, now)
    tick = dict(symbol="line-ns", size=10, opacity=1, line=dict(color=look.text, width=2.5))
    _points(canvas, rows, "due", tick, words)
    colours = [look.state_line(row.state) for row in rows if numbers.is_number(row.done)]
    _points(canvas, rows, "done", dict(size=10, opacity=1, color=colours), words)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words, *, as_of: date) -> str:
    """How many tasks are in which state."""
    if frame.empty:
        return words["chart.no_data"]
    said = states.counted(frame.state, states.ASSIGNED, words)
    holes = dict(count=len(frame), day=numbers.day(as_of), states=said)
    return words.say("chart.timeline.alt", **holes)


def key_line(words: Words, look: Look) -> str:
    """Due tick, done dot, thick line."""
    marks = {
        "due": ("papi-tick", look.text),
        "done": ("papi-dot", look.done_on_time),
        "span": ("papi-bar", look.overdue),
    }
    return keys.line(
        keys.entry(words[f"chart.timeline.key_{name}"], {"background": colour}, kind)
        for name, (kind, colour) in marks.items()
    )


def _rows(frame: pd.DataFrame) -> list[TimedTask]:
    times = {column: pd.to_datetime(frame[column]) for column in ("due", "done")}
    return list(rows_of(frame.assign(**times), TimedTask))


def _iso(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}"


def _stage(rows: list[TimedTask], now: pd.Timestamp, look: Look) -> Canvas:
    known = [day for row in rows for day in (row.due, row.done) if numbers.is_number(day)]
    first, last = min([*known, now]), max([*known, now])
    span = max(last - first, pd.Timedelta(days=60))
    begin, end = first - span * 0.02, first + span * 1.03
    canvas = Canvas(look, len(rows) * ROW + TOP + BOTTOM, (2, 2, TOP, BOTTOM))
    ticks = [day for day in _quarter_ends(begin, end) if abs(day - now) > span * 0.09]
    for day in [*ticks, now]:
        side = _side(day, begin, end)
        text = numbers.day(day) if span.days > YEARS else numbers.short_day(day)
        text = coloured(bold(text), look.text) if day is now else text
        canvas.head(text, _iso(day), 0, side, xref="x")
    canvas.row_rules([y + 0.5 for y in range(len(rows) - 1)])
    shown = dict(tickvals=list(map(_iso, ticks)), showticklabels=False, type="date")
    return canvas.rows(len(rows)).set(xaxis=axis(look, range=[_iso(begin), _iso(end)], **shown))


def _side(day: pd.Timestamp, begin: pd.Timestamp, end: pd.Timestamp) -> str:
    """Where a label hangs on its date: centred in the first pixels, it would be cut off."""
    edge = (end - begin) * 0.06
    return "left" if day - begin < edge else "right" if end - day < edge else "center"


def _quarter_ends(begin: pd.Timestamp, end: pd.Timestamp) -> list[pd.Timestamp]:
    """Quarter ends, or only the ends of years where quarters would crowd."""
    crowded = (end - begin).days > YEARS
    return list(pd.date_range(begin, end, freq="YE" if crowded else "QE"))


def _said(row: TimedTask, words: Words, look: Look, phone: bool) -> str:
    """The state in words at the right of the name; only what is overdue has a colour."""
    days = int(row.days_late) if numbers.is_number(row.days_late) else 0
    prefix = "chart.timeline.phone_" if phone else "chart.timeline."
    kind = KINDS.get(row.state)
    text = words.say(prefix + kind, days=days) if kind else states.name(row.state, words)
    return coloured(text, look.orange if row.state == "overdue" else look.muted)


def _today(canvas: Canvas, count: int, now: pd.Timestamp) -> None:
    line = dict(color=canvas.look.muted, width=1.4, dash="dot")
    strokes = [[(_iso(now), y - 0.04), (_iso(now), y + 0.36)] for y in range(count)]
    canvas.paths(strokes, line=line, name="as_of")


def _spans(canvas: Canvas, rows: list[TimedTask], now: pd.Timestamp) -> None:
    """From due to done, or to the as-of date while overdue: thick when late, thin when early."""
    for y, row in enumerate(rows):
        due, end = row.due, now if row.state == "overdue" else row.done
        if not (numbers.is_number(due) and numbers.is_number(end)):
            continue
        colour, width = canvas.look.state_line(row.state), 4 if end > due else 1.5
        place = dict(x=[_iso(due), _iso(end)], y=[y + BAND] * 2, mode="lines")
        line = dict(color=colour, width=width)
        canvas.trace("scatter", **place, line=line, hoverinfo="skip", name="span")


def _points(
    canvas: Canvas,
    rows: Sequence[TimedTask],
    when: Literal["due", "done"],
    marker: dict[str, Any],
    words: Words,
) -> None:
    """A mark at the due or the done date of each task that has one."""
    days = {"due": [row.due for row in rows], "done": [row.done for row in rows]}[when]
    some = [(y, day) for y, day in enumerate(days) if numbers.is_number(day)]
    canvas.marks(
        [_iso(day) for _, day in some],
        [y + BAND for y, _ in some],
        marker=marker,
        customdata=[[rows[y].task] for y, _ in some],
        hovertext=[_hover(rows[y], words) for y, _ in some],
        name=when,
    )


def _hover(row: TimedTask, words: Words) -> str:
    done = words.say("chart.timeline.hover_done", day=numbers.day(row.done))
    return hover_lines(
        bold(safe(shorten(row.task, 90))),
        words.say("chart.timeline.hover_due", day=numbers.day(row.due))
        if numbers.is_number(row.due)
        else words["due_missing.said"],
        done if numbers.is_number(row.done) else "",
        states.name(row.state, words),
    )
