"""Completion: counts of tasks by state, a bar an official, and the unit's one bar with its key.

Counts, not shares: three of three must not look like thirty of thirty.
frame: official, short_name, assigned, the six states, due_by_now, completion_rate.
"""

from collections.abc import Callable, Mapping
from html import escape

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, room, safe, shorten
from dashboard.charts.look import SIZE, STATES, Look, axis, ink_on, swatch
from dashboard.words import Words

ROW, PHONE_ROW = 31, 48
RIGHT = 92  # room for "10/11 · 91 %" after the longest bar
FULL_NAME_LETTERS = 34
DONE = ("done_on_time", "done_late", "done_undated")


def by_official(frame: pd.DataFrame, words: Words, look: Look, phone: bool = False) -> go.Figure:
    """Stacked counts in the frame's order, with a tick at the tasks due by now."""
    rows = frame.reset_index(drop=True)
    canvas = _stage(rows, look, phone)
    _segments(canvas, rows, words, look, middle=0.2 if phone else 0, width=0.42 if phone else 0.62)
    _due_ticks(canvas, rows, words, look, middle=0.2 if phone else 0, size=17)
    for y, row in rows.iterrows():
        _label(canvas, row, y, look, phone)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words) -> str:
    """The unit's completion and who has most overdue."""
    done, assigned = int(frame[list(DONE)].sum().sum()), int(frame.assigned.sum())
    holes = dict(count=len(frame), done=numbers.done_of(done, assigned))
    first = words.say("chart.completion.alt", **holes)
    if frame.empty or not frame.overdue.max():
        return f"{first} {words['chart.completion.alt_no_overdue']}"
    most = frame.loc[frame.overdue.idxmax()]
    holes = dict(name=most.official, count=int(most.overdue))
    return f"{first} {words.say('chart.completion.alt_overdue', **holes)}"


def unit_bar(counts: Mapping[str, int], words: Words, look: Look) -> go.Figure:
    """The unit's tasks in one bar of 30 pixels; its key line stands below it as text."""
    rows = pd.DataFrame([{state: counts.get(state, 0) for state in STATES}])
    total = max(1, int(rows.sum(axis=1).iloc[0]))
    canvas = Canvas(look, 30, (0, 0, 0, 0))
    canvas.set(
        barmode="stack",
        xaxis=axis(look, range=[0, total], visible=False),
        yaxis=axis(look, range=[0.5, -0.5], visible=False),
    )
    _segments(canvas, rows, words, look, middle=0, width=0.9, weight=bold)
    return canvas.figure()


def unit_alt_text(counts: Mapping[str, int], words: Words) -> str:
    """The counts of the bar in words, empty states left out."""
    said = [_with_count(state, counts, words) for state in STATES if counts.get(state, 0)]
    total = sum(int(counts.get(state, 0)) for state in STATES)
    return words.say("chart.completion.alt_unit", count=total, states=", ".join(said) or "0")


def states_in(frame: pd.DataFrame) -> tuple[str, ...]:
    """The states that occur, in the order of the bars: what the key has to explain."""
    return tuple(state for state in STATES if frame[state].sum() > 0)


def key_line(
    words: Words,
    look: Look,
    states: tuple[str, ...] = STATES,
    counts: Mapping[str, int] | None = None,
    due: bool = False,
) -> str:
    """The key as HTML for st.html: states, with their counts if given, and the due tick."""
    shown = [state for state in states if counts is None or counts.get(state, 0)]
    items = [_key_item(_css(swatch(look, s)), _with_count(s, counts, words)) for s in shown]
    if due:
        tick = f"background:{look.text}"
        items.append(_key_item(tick, words["chart.completion.due_by_now"], "papi-tick"))
    return f'<div class="papi-key">{"".join(items)}</div>'


def _with_count(state: str, counts: Mapping[str, int] | None, words: Words) -> str:
    name = words[f"state.{state}"]
    if counts is None:
        return name
    holes = dict(count=numbers.count(counts[state]), name=name)
    return words.say("chart.completion.with_count", **holes)


def _css(rules: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in rules.items())


def _key_item(style: str, text: str, mark: str = "papi-swatch") -> str:
    return f'<span><i class="{mark}" style="{style}"></i>{escape(text)}</span>'


def _stage(rows: pd.DataFrame, look: Look, phone: bool) -> Canvas:
    most = max(1, int(rows.assigned.max())) if len(rows) else 1
    names = 2 if phone else room([_name(row) for _, row in rows.iterrows()], most=240, least=90)
    margin = (names, 2, 4, 6) if phone else (names, RIGHT, 4, 24)
    tall = PHONE_ROW if phone else ROW
    canvas = Canvas(look, max(1, len(rows)) * tall + margin[2] + margin[3], margin)
    ticks = dict(tick0=0, dtick=_step(most), showticklabels=not phone, tickformat="d")
    return canvas.set(
        barmode="stack",
        xaxis=axis(look, range=[0, most * 1.002], **ticks),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], showgrid=False, showticklabels=False),
    )


def _step(most: int) -> int:
    """Whole tasks between grid lines, at most seven lines."""
    return next((step for step in (1, 2, 5, 10, 20, 50, 100, 200) if most / step <= 7), 500)


def _segments(
    canvas: Canvas,
    rows: pd.DataFrame,
    words: Words,
    look: Look,
    middle: float,
    width: float,
    weight: Callable[[str], str] = str,
) -> None:
    """A trace a state; empty segments are None, for a bar of length 0 still draws its edge."""
    start = pd.Series(0, index=rows.index)
    longest = max(1, int(rows[list(STATES)].sum(axis=1).max())) if len(rows) else 1
    for state in STATES:
        counts = rows[state].fillna(0).astype(int)
        canvas.trace(
            "bar",
            x=[int(count) or None for count in counts],
            y=[y + middle for y in rows.index],
            width=width,
            orientation="h",
            marker=_fill(state, look),
            customdata=_ids(rows, state),
            hovertext=[_hover(row, state, words) for _, row in rows.iterrows()],
            hoverinfo="text",
            name=state,
        )
        for y, count in counts.items():
            # A figure needs its room: one letter is about 2 % of the narrowest panel.
            if count and count / longest >= 0.02 + 0.02 * len(str(count)):
                _count(canvas, weight(str(count)), start[y], y + middle, look, state)
        start = start + counts


def _ids(rows: pd.DataFrame, state: str) -> list[list[str]]:
    officials = rows["official"] if "official" in rows else [""] * len(rows)
    return [[official, state] for official in officials]


def _fill(state: str, look: Look) -> dict:
    edge = look.open if state == "not_started" else look.background
    marker = dict(color=look.state(state), line=dict(color=edge, width=1.5))
    if state == "done_undated":
        marker["pattern"] = dict(shape=".", size=5, solidity=0.2)
        marker["pattern"] |= dict(fgcolor=look.background, bgcolor=look.done_late)
    return marker


def _count(canvas: Canvas, text: str, x: float, y: float, look: Look, state: str) -> None:
    canvas.note(
        text=text,
        x=x,
        y=y,
        xanchor="left",
        xshift=5,
        yanchor="middle",
        font=dict(color=ink_on(look.state(state)), size=SIZE),
        # A quiet ground under the figure: the dots of done_undated would run through it.
        bgcolor=look.state(state) if state == "done_undated" else None,
        height=15 if state == "done_undated" else None,
    )


def _name(row: pd.Series) -> str:
    return shorten(str(row.short_name or row.official), FULL_NAME_LETTERS)


def _done(row: pd.Series) -> str:
    return numbers.done_of(int(row[list(DONE)].sum()), int(row.assigned))


def _hover(row: pd.Series, state: str, words: Words) -> str:
    count = words.say("chart.completion.with_count", count=row[state], name=words[f"state.{state}"])
    if "official" not in row:
        return count
    total = words.say("chart.completion.hover_total", done=_done(row))
    return hover_lines(bold(safe(row.official)), count, total)


def _due_ticks(
    canvas: Canvas, rows: pd.DataFrame, words: Words, look: Look, middle: float, size: float
) -> None:
    """Done that reaches the tick is on schedule; a halo keeps the ink apart from dark bars."""
    due = rows[rows.due_by_now > 0]
    place = dict(x=list(due.due_by_now), y=[y + middle for y in due.index], mode="markers")
    for colour, width, name in ((look.background, 5, "halo"), (look.text, 2.5, "due_by_now")):
        mark = dict(symbol="line-ns", size=size, opacity=1, line=dict(color=colour, width=width))
        texts = [words.say("chart.completion.hover_due", count=n) for n in due.due_by_now]
        canvas.trace(
            "scatter",
            **place,
            marker=mark,
            hovertext=texts,
            hoverinfo="text",
            cliponaxis=False,
            name=name,
        )


def _label(canvas: Canvas, row: pd.Series, y: int, look: Look, phone: bool) -> None:
    total = coloured(_done(row), look.muted)
    if phone:
        canvas.at_row(safe(_name(row)), y - 0.24, 0, -2)
        canvas.at_row(total, y - 0.24, 1, 2, "right")
        return
    canvas.at_row(safe(_name(row)), y, 0, -canvas.left)
    after = max(row.assigned, row.due_by_now)
    canvas.at_row(total, y, after, 10, xref="x")
