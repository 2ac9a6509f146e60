"""Published scores through the years, small; a line never crosses a break or a missing year.

breaks: years whose figures can't be compared with the earlier ones. Neither can those of a
province that was merged with others: its line stops there, too.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import numbers
from dashboard.charts.canvas import Canvas
from dashboard.charts.lettering import bold, coloured, hover_lines, safe
from dashboard.charts.look import SMALL, Look, axis
from dashboard.rows import NAN, rows_of
from dashboard.words import Words

HEIGHT, TOP, BOTTOM = 150, 12, 22
MANY = 20  # grey lines, above which they are drawn as hairlines


class YearScore(NamedTuple):
    """A year's score of a component; of one province (marked) among others, or of one alone."""

    year: int
    component: str
    score: float
    unit: str = ""
    label: str = ""
    marked: bool = True
    merged_from: float = NAN  # the year from which the province is a merged one, since then

    @property
    def place(self) -> int:
        """Which territory the score is of: the year from which the province is as it is."""
        return int(self.merged_from) if numbers.is_number(self.merged_from) else 0

    @property
    def is_published(self) -> bool:
        return numbers.is_number(self.score)

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.label or self.unit, self.component) if part)


Line = list[YearScore]  # the years of one unit and component, in order
EXAMPLE = (
    YearScore(2016, "5", 5.0, "Tỉnh Một", "Một"),
    YearScore(2017, "5", 5.1, "Tỉnh Một", "Một"),
    YearScore(2018, "5", 5.9, "Tỉnh Một", "Một"),
    YearScore(2019, "5", NAN, "Tỉnh Một", "Một"),
    YearScore(2020, "5", 6.1, "Tỉnh Một", "Một"),
    YearScore(2017, "5", 5.4, "Tỉnh Hai", "Hai", False),
    YearScore(2018, "5", 5.6, "Tỉnh Hai", "Hai", False),
)


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
    scores = [row.score for row in rows if row.is_published]
    if not scores:
        return Canvas.nothing(words, look)
    canvas = Canvas(look, height, (36, 44, TOP, BOTTOM))
    low, high = min(scores), max(scores)
    canvas.set(xaxis=_years(rows, look, phone), yaxis=_scores(low, high, look))
    _breaks(canvas, _met(breaks, rows), (low, high), "chart.trend.break", words)
    merged = [year for year in _mergers(rows) if year not in breaks]
    _breaks(canvas, _met(merged, rows), (low, high), "chart.trend.merged", words)
    others = _lines(row for row in rows if not row.marked)
    thin = 0.7 if len(others) > MANY else 1.5
    # All grey lines are one trace: 63 of them would each cost a millisecond, here and there.
    _draw(canvas, others, "other", dict(color=look.border, width=thin), breaks, words)
    for line in _lines(row for row in rows if row.marked):
        _draw(canvas, [line], "marked", dict(color=look.accent, width=2.5), breaks, words)
        _end_label(canvas, line)
    return canvas.figure()


def alt_text(frame: pd.DataFrame, words: Words, *, breaks: Sequence[int] = ()) -> str:
    """First and last score of each marked line's last stretch, and the years that do not
    compare: two scores side by side are compared by whoever hears them."""
    rows = [row for row in _rows(frame) if row.is_published]
    if not rows:
        return words["chart.no_data"]
    said = [words.say("chart.trend.alt", first=rows[0].year, last=rows[-1].year)]
    met = _met(sorted({*breaks, *_mergers(rows)}), rows)
    for line in _lines(row for row in rows if row.marked):
        last = line[-1]
        since = max((year for year in met if year <= last.year), default=rows[0].year)
        first = next(row for row in line if row.year >= since and row.place == last.place)
        holes = {"name": last.name, "first": first.year, "last": last.year}
        scores = {"first_score": first.score, "last_score": last.score}
        holes |= {name: numbers.score(score) for name, score in scores.items()}
        said.append(words.say("chart.trend.alt_line", **holes))
    if met:
        said.append(words.say("chart.trend.alt_breaks", years=", ".join(map(str, met))))
    return " ".join(said)


def _rows(frame: pd.DataFrame) -> list[YearScore]:
    """The rows by year, of whole numbers."""
    rows = (row._replace(year=int(row.year)) for row in rows_of(frame, YearScore))
    return sorted(rows, key=lambda row: row.year)


def _lines(rows: Iterator[YearScore]) -> list[Line]:
    found: dict[tuple[str, str], Line] = {}
    for row in rows:
        found.setdefault((row.unit, row.component), []).append(row)
    return list(found.values())


def _met(breaks: Sequence[int], rows: list[YearScore]) -> list[int]:
    """The breaks between the first and the last year, in order."""
    return [year for year in sorted(breaks) if rows[0].year < year <= rows[-1].year]


def _mergers(rows: Sequence[YearScore], marked_only: bool = True) -> list[int]:
    """The years from which a province, or a marked one, is another by a merger."""
    return sorted({row.place for row in rows if row.place and (row.marked or not marked_only)})


def _years(rows: list[YearScore], look: Look, phone: bool) -> dict[str, Any]:
    first, last = rows[0].year, rows[-1].year
    step = max(1, round((last - first) / (2 if phone else 3)))
    # From the last year back, so that the newest is always written.
    ticks = [year for year in range(last, first - 1, -step) if year - first >= step * 0.6]
    ticks = sorted({first, *ticks})
    texts = list(map(str, ticks))
    more = dict(range=[first - 0.3, last + 0.3], tickvals=ticks, ticktext=texts, showgrid=False)
    return axis(look, **more)


def _scores(low: float, high: float, look: Look) -> dict[str, Any]:
    pad = max((high - low) * 0.12, 0.05)
    ends = [low, high] if high > low else [low]
    texts = [numbers.score(value) for value in ends]
    return axis(look, range=[low - pad, high + pad], tickvals=ends, ticktext=texts)


def _breaks(
    canvas: Canvas, years: list[int], span: tuple[float, float], why: str, words: Words
) -> None:
    """A dotted line before the first year that does not compare; why is said in its hover."""
    for year in years:
        canvas.trace(
            "scatter",
            x=[year - 0.5, year - 0.5],
            y=list(span),
            mode="lines",
            line=dict(color=canvas.look.muted, width=1.2, dash="dot"),
            hovertext=words.say(why, year=year),
            hoverinfo="text",
            name="break",
        )


def _draw(
    canvas: Canvas,
    lines: list[Line],
    name: str,
    stroke: dict[str, Any],
    breaks: Sequence[int],
    words: Words,
) -> None:
    points = [point for line in lines for point in _broken(line, breaks, words)]
    if points:
        canvas.trace(
            "scatter",
            x=[point.year for point in points],
            y=[point.score for point in points],
            mode="lines+markers" if name == "marked" else "lines",
            line=stroke,
            marker=dict(size=5, opacity=1, color=stroke["color"]),
            connectgaps=False,
            cliponaxis=False,
            customdata=[point.ids for point in points],
            hovertext=[point.hover for point in points],
            hoverinfo="text",
            name=name,
        )


class _Point(NamedTuple):
    year: float | None
    score: float | None
    hover: str
    ids: list[str]


def _broken(line: Line, breaks: Sequence[int], words: Words) -> Iterator[_Point]:
    """A point of every year; empty where missing, before a break, and at the end."""
    known = {row.year: row for row in line}
    ids, title = [line[0].unit, line[0].component], bold(safe(line[0].name))
    apart = {*breaks, *_mergers(line, marked_only=False)}
    for year in range(line[0].year, line[-1].year + 1):
        if year in apart:
            yield _Point(year - 0.5, None, "", ids)
        row = known.get(year)
        score = row.score if row and row.is_published else None
        said = words.say("chart.trend.hover", year=year, score=numbers.score(score))
        yield _Point(year, score, hover_lines(title, said), ids)
    yield _Point(None, None, "", ids)


def _end_label(canvas: Canvas, line: Line) -> None:
    """The newest score, at the end of the line."""
    seen = [row for row in line if row.is_published]
    if not seen:
        return
    text = coloured(bold(numbers.score(seen[-1].score)), canvas.look.accent)
    place = dict(x=seen[-1].year, y=seen[-1].score, xanchor="left", xshift=7, yanchor="middle")
    canvas.note(text, font=dict(size=SMALL), **place)
