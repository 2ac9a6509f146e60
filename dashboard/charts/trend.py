"""Published scores through the years, small; a line never crosses a break or a missing year.

frame: year, component, score; optional unit, label and marked (one province among others).
breaks: years whose figures can't be compared with the earlier ones.
"""

from collections.abc import Iterator, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, safe
from dashboard.charts.look import SMALL, Look, axis
from dashboard.words import Words

HEIGHT, TOP, BOTTOM = 150, 12, 22
MANY = 20  # grey lines, above which they are drawn as hairlines


def published(
    frame: pd.DataFrame,
    words: Words,
    look: Look,
    phone: bool = False,
    *,
    breaks: Sequence[int] = (),
    height: int = HEIGHT,
) -> go.Figure:
    """A line a unit and component: the marked (or only) ones in accent over grey ones."""
    rows = _rows(frame)
    canvas = Canvas(look, height, (36, 44, TOP, BOTTOM))
    if rows.score.dropna().empty:
        bare = axis(look, visible=False)
        return canvas.set(xaxis=bare, yaxis=bare).figure()
    canvas.set(xaxis=_years(rows, look, phone), yaxis=_scores(rows, look))
    _breaks(canvas, rows, breaks, words, look)
    others = list(_lines(rows[~rows.marked]))
    thin = 0.7 if len(others) > MANY else 1.5
    # All grey lines are one trace: 63 of them would each cost a millisecond, here and there.
    _draw(canvas, others, "other", dict(color=look.border, width=thin), breaks, words)
    for line in _lines(rows[rows.marked]):
        _draw(canvas, [line], "marked", dict(color=look.accent, width=2.5), breaks, words)
        _end_label(canvas, line.dropna(subset="score"))
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words, *, breaks: Sequence[int] = ()) -> str:
    """First and last score of each marked line's last stretch, and the years that do not
    compare: two scores side by side are compared by whoever hears them."""
    rows = _rows(frame).dropna(subset="score")
    if rows.empty:
        return words["chart.no_data"]
    said = [words.say("chart.trend.alt", first=rows.year.min(), last=rows.year.max())]
    met = [year for year in sorted(breaks) if rows.year.min() < year <= rows.year.max()]
    for line in _lines(rows[rows.marked]):
        last = line.iloc[-1]
        since = max((year for year in met if year <= last.year), default=rows.year.min())
        first = line[line.year >= since].iloc[0]
        holes = {"name": _name(last), "first": first.year, "last": last.year}
        holes["first_score"] = numbers.score(first.score)
        said.append(
            words.say("chart.trend.alt_line", **holes, last_score=numbers.score(last.score))
        )
    if met:
        said.append(words.say("chart.trend.alt_breaks", years=", ".join(map(str, met))))
    return " ".join(said)


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    rows = frame.copy()
    for column, default in (("unit", ""), ("label", ""), ("marked", True)):
        if column not in rows:
            rows[column] = default
    rows["marked"] = rows.marked.astype(bool)
    return rows.sort_values("year", kind="stable")


def _lines(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for _, line in rows.groupby(["unit", "component"], sort=False):
        yield line


def _name(row: tuple) -> str:
    return " ".join(str(part) for part in (row.label or row.unit, row.component) if part)


def _years(rows: pd.DataFrame, look: Look, phone: bool) -> dict:
    first, last = int(rows.year.min()), int(rows.year.max())
    step = max(1, round((last - first) / (2 if phone else 3)))
    # From the last year back, so that the newest is always written.
    ticks = [year for year in range(last, first - 1, -step) if year - first >= step * 0.6]
    ticks = sorted({first, *ticks})
    texts = list(map(str, ticks))
    more = dict(range=[first - 0.3, last + 0.3], tickvals=ticks, ticktext=texts, showgrid=False)
    return axis(look, **more)


def _scores(rows: pd.DataFrame, look: Look) -> dict:
    low, high = rows.score.min(), rows.score.max()
    pad = max((high - low) * 0.12, 0.05)
    texts = [numbers.score(value) for value in (low, high)]
    ends = [low, high] if high > low else [low]
    return axis(look, range=[low - pad, high + pad], tickvals=ends, ticktext=texts[: len(ends)])


def _breaks(
    canvas: Canvas, rows: pd.DataFrame, breaks: Sequence[int], words: Words, look: Look
) -> None:
    """A dotted line before the first year that does not compare; why is said in its hover."""
    low, high = rows.score.min(), rows.score.max()
    for year in breaks:
        if not rows.year.min() < year <= rows.year.max():
            continue
        canvas.trace(
            "scatter",
            x=[year - 0.5, year - 0.5],
            y=[low, high],
            mode="lines",
            line=dict(color=look.muted, width=1.2, dash="dot"),
            hovertext=words.say("chart.trend.break", year=year),
            hoverinfo="text",
            name="break",
        )


def _draw(
    canvas: Canvas,
    lines: list[pd.DataFrame],
    name: str,
    stroke: dict,
    breaks: Sequence[int],
    words: Words,
) -> None:
    points = [point for line in lines for point in _broken(line, breaks, words)]
    if not points:
        return
    xs, ys, texts, ids = map(list, zip(*points, strict=True))
    canvas.trace(
        "scatter",
        x=xs,
        y=ys,
        mode="lines+markers" if name == "marked" else "lines",
        line=stroke,
        marker=dict(size=5, opacity=1, color=stroke["color"]),
        connectgaps=False,
        cliponaxis=False,
        customdata=ids,
        hovertext=texts,
        hoverinfo="text",
        name=name,
    )


def _broken(line: pd.DataFrame, breaks: Sequence[int], words: Words) -> Iterator[tuple]:
    """Points (year, score, hover, ids) of every year; empty where missing and before a break."""
    known = {int(row.year): row for row in line.itertuples()}
    one = next(iter(known.values()))
    ids = [one.unit, one.component]
    title = bold(safe(_name(one)))
    for year in range(min(known), max(known) + 1):
        if year in breaks:
            yield year - 0.5, None, "", ids
        score = known[year].score if year in known else None
        said = words.say("chart.trend.hover", year=year, score=numbers.score(score))
        yield year, score if numbers.is_number(score) else None, hover_lines(title, said), ids
    yield None, None, "", ids


def _end_label(canvas: Canvas, seen: pd.DataFrame) -> None:
    """The newest score, at the end of the line."""
    if seen.empty:
        return
    last, look = seen.iloc[-1], canvas.look
    text = coloured(bold(numbers.score(last.score)), look.accent)
    place = dict(x=last.year, y=last.score, xanchor="left", xshift=7, yanchor="middle")
    canvas.note(text, font=dict(size=SMALL), **place)
