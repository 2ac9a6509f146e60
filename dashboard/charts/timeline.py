"""The tasks of one official in time: due tick, done dot, and what lies between them.

frame: task, due, done, state, days_late; thick = late, thin = ahead of its date.
"""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, safe, shorten
from dashboard.charts.look import SMALL, STATES, Look, axis
from dashboard.words import Words

ROW = 46
TOP, BOTTOM = 26, 6
YEARS = 600  # days, above which the axis counts in years
LETTERS, PHONE_LETTERS = 52, 34
# States that are said with their days, or shorter than in the lists.
KINDS = {"overdue": "overdue", "done_late": "late", "done_on_time": "on_time"}
KINDS |= {"done_undated": "undated"}
TEXT, BAND = -0.22, 0.16  # where the words and the marks of a row stand


def of_official(
    frame: pd.DataFrame, words: Words, look: Look, phone: bool = False, *, as_of: date
) -> go.Figure:
    """A row a task in the frame's order, with the as-of date through all of them."""
    rows, now = _rows(frame), pd.Timestamp(as_of)
    canvas = _stage(rows, now, look)
    for row in rows.itertuples():
        canvas.at_row(
            safe(shorten(row.task, PHONE_LETTERS if phone else LETTERS)), row.y + TEXT, 0, 0
        )
        canvas.at_row(
            _said(row, words, look, phone), row.y + TEXT, 1, 0, "right", font=dict(size=SMALL)
        )
    _today(canvas, rows, now, look)
    _spans(canvas, rows, now, look)
    _ticks(canvas, rows, words, look)
    _dots(canvas, rows, words, look)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words, *, as_of: date) -> str:
    """How many tasks are in which state."""
    counts = frame.state.value_counts()
    said = [f"{counts[s]} {words[f'state.{s}']}" for s in STATES if s in counts]
    holes = dict(count=len(frame), day=numbers.day(as_of), states=", ".join(said) or "0")
    return words.say("chart.timeline.alt", **holes)


def key_line(words: Words, look: Look) -> str:
    """The key as HTML: due tick, done dot, thick line."""
    marks = {"due": ("papi-tick", look.text), "done": ("papi-dot", look.done_on_time)}
    marks["span"] = ("papi-bar", look.overdue)
    items = [
        f'<span><i class="{kind}" style="background:{colour}"></i>'
        f"{words[f'chart.timeline.key_{name}']}</span>"
        for name, (kind, colour) in marks.items()
    ]
    return f'<div class="papi-key">{"".join(items)}</div>'


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.reset_index(drop=True)
    times = {column: pd.to_datetime(rows[column]) for column in ("due", "done")}
    return rows.assign(**times, y=range(len(rows)))


def _iso(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}"


def _stage(rows: pd.DataFrame, now: pd.Timestamp, look: Look) -> Canvas:
    days = pd.concat([rows.due, rows.done, pd.Series([now])]).dropna()
    span = max(days.max() - days.min(), pd.Timedelta(days=60))
    begin, end = days.min() - span * 0.02, days.min() + span * 1.03
    canvas = Canvas(look, max(1, len(rows)) * ROW + TOP + BOTTOM, (2, 2, TOP, BOTTOM))
    ticks = [day for day in _quarter_ends(begin, end) if abs(day - now) > span * 0.09]
    for day in [*ticks, now]:
        side = _side(day, begin, end)
        text = numbers.day(day) if span.days > YEARS else numbers.short_day(day)
        text = coloured(bold(text), look.text) if day is now else text
        canvas.head(text, _iso(day), 0, side, xref="x")
    shown = dict(tickvals=list(map(_iso, ticks)), showticklabels=False, type="date")
    canvas.row_rules([y + 0.5 for y in rows.y[:-1]])
    return canvas.set(
        xaxis=axis(look, range=[_iso(begin), _iso(end)], **shown),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], showgrid=False, showticklabels=False),
    )


def _side(day: pd.Timestamp, begin: pd.Timestamp, end: pd.Timestamp) -> str:
    """Where a label hangs on its date: centred in the first pixels, it would be cut off."""
    edge = (end - begin) * 0.06
    return "left" if day - begin < edge else "right" if end - day < edge else "center"


def _quarter_ends(begin: pd.Timestamp, end: pd.Timestamp) -> list[pd.Timestamp]:
    """Quarter ends, or only the ends of years where quarters would crowd."""
    crowded = (end - begin).days > YEARS
    return list(pd.date_range(begin, end, freq="YE" if crowded else "QE"))


def _said(row: tuple, words: Words, look: Look, phone: bool) -> str:
    """The state in words at the right of the name; only what is overdue has a colour."""
    days = int(row.days_late) if numbers.is_number(row.days_late) else 0
    prefix = "chart.timeline.phone_" if phone else "chart.timeline."
    kind = KINDS.get(row.state)
    text = words.say(prefix + kind, days=days) if kind else words[f"state.{row.state}"]
    return coloured(text, look.orange if row.state == "overdue" else look.muted)


def _mark(state: str, look: Look) -> str:
    return look.open if state == "not_started" else look.state(state)


def _today(canvas: Canvas, rows: pd.DataFrame, now: pd.Timestamp, look: Look) -> None:
    xs = [x for _ in rows.index for x in (_iso(now), _iso(now), None)]
    ys = [y for row in rows.y for y in (row - 0.04, row + 0.36, None)]
    line = dict(color=look.muted, width=1.4, dash="dot")
    canvas.trace("scatter", x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", name="as_of")


def _spans(canvas: Canvas, rows: pd.DataFrame, now: pd.Timestamp, look: Look) -> None:
    """From due to done, or to the as-of date while overdue: thick when late, thin when early."""
    for row in rows.itertuples():
        end = now if row.state == "overdue" else row.done
        if pd.isna(end) or pd.isna(row.due):
            continue
        line = dict(color=_mark(row.state, look), width=4 if end > row.due else 1.5)
        place = dict(x=[_iso(row.due), _iso(end)], y=[row.y + BAND] * 2, mode="lines")
        canvas.trace("scatter", **place, line=line, hoverinfo="skip", name="span")


def _ticks(canvas: Canvas, rows: pd.DataFrame, words: Words, look: Look) -> None:
    due = rows.dropna(subset="due")
    mark = dict(symbol="line-ns", size=10, opacity=1, line=dict(color=look.text, width=2.5))
    _points(canvas, due, "due", mark, words)


def _dots(canvas: Canvas, rows: pd.DataFrame, words: Words, look: Look) -> None:
    done = rows.dropna(subset="done")
    colours = [_mark(state, look) for state in done.state]
    _points(canvas, done, "done", dict(size=10, opacity=1, color=colours), words)


def _points(canvas: Canvas, rows: pd.DataFrame, when: str, marker: dict, words: Words) -> None:
    canvas.trace(
        "scatter",
        x=[_iso(day) for day in rows[when]],
        y=[y + BAND for y in rows.y],
        mode="markers",
        marker=marker,
        cliponaxis=False,
        customdata=[[task] for task in rows.task],
        hovertext=[_hover(row, words) for row in rows.itertuples()],
        hoverinfo="text",
        name=when,
    )


def _hover(row: tuple, words: Words) -> str:
    done = words.say("chart.timeline.hover_done", day=numbers.day(row.done))
    return hover_lines(
        bold(safe(shorten(row.task, 90))),
        words.say("chart.timeline.hover_due", day=numbers.day(row.due)),
        done if numbers.is_number(row.done) else "",
        words[f"state.{row.state}"],
    )
