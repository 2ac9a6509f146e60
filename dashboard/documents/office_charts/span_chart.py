"""Scores of villages or communes beside each other, with intervals and the whole's score."""

from dashboard.charts.look import LIGHT
from dashboard.documents.model.figures import SpanRow, Spans
from dashboard.documents.office_charts import chart_xml as xml
from dashboard.documents.office_charts.chart_table import ChartTable
from dashboard.documents.office_charts.chart_xml import Label
from dashboard.documents.office_charts.scatter_plot import (
    PLAIN,
    ScatterPlot,
    Sheet,
    digits,
    ticks,
    written,
)
from dashboard.documents.office_charts.year_charts import (
    NO_BREAK,
    THIN_LINE,
    WIDE_LINE,
    intervals,
    known,
    value,
)

DOT, OWN_DOT = 8, 11


def spans(figure: Spans, whole: Spans, sheet: Sheet) -> tuple[str, str, ChartTable]:
    """Plot, no key, and table: a dot with its interval a row, the whole as a line across."""
    rows = figure.rows
    sheet = sheet.fitted(len(rows), [row.name for row in rows], [_said(row) for row in rows])
    said = [Label(_said(row), _colour(row), _stands_out(row)) for row in rows]
    names = [Label(row.name, LIGHT.text, row.is_own) for row in rows]
    every = known([n for row in whole.rows for n in (row.estimate, row.low, row.high)])
    every += known([figure.middle])
    marks = ticks(min(every), max(every)) if every else [0.0, 1.0]
    middle = value(figure.middle)
    top = sheet.type.size * 1.8 if middle is not None else 4.0
    plot = ScatterPlot(sheet, marks[0], marks[-1], len(rows), top, names, said)
    plot.unit = marks[1] - marks[0]
    names_at = plot.table.add(plot.head("unit"), [row.name for row in rows])
    score = plot.table.add(plot.head("score"), [value(row.estimate) for row in rows])
    low = plot.table.add(plot.head("low"), [value(row.low) for row in rows])
    high = plot.table.add(plot.head("high"), [value(row.high) for row in rows])
    said_below = [written(mark, digits(marks)) for mark in marks]
    plot.begin(marks if every else [], said_below if every else [])
    if middle is not None:
        said_above = f"{figure.middle_name} {figure.middle}".strip()
        plot.upright("whole", middle, LIGHT.muted, sheet.cut(said_above, sheet.width * 0.5))
    looks = [xml.line(_colour(row), WIDE_LINE if _stands_out(row) else THIN_LINE) for row in rows]
    intervals(plot, low, high, looks, names_at)
    points = "".join(
        f'<c:dPt><c:idx val="{place}"/>{_mark(row, plot)}<c:bubble3D val="0"/></c:dPt>'
        for place, row in enumerate(rows)
        if value(row.estimate) is not None
    )
    plot.dots(score, mark=xml.marker("circle", PLAIN, LIGHT.grey), points=points)
    return plot.plot(LIGHT.grid), "", plot.table


def _mark(row: SpanRow, plot: ScatterPlot) -> str:
    return xml.marker("circle", plot.mark(OWN_DOT if row.is_own else DOT), _colour(row))


def _said(row: SpanRow) -> str:
    return f"{row.text}{NO_BREAK * 2}{row.word}" if row.word else row.text


def _stands_out(row: SpanRow) -> bool:
    return row.is_own or row.verdict in ("above", "below")


def _colour(row: SpanRow) -> str:
    """Of a verdict, else of the unit the document is of."""
    of_verdict = {"above": LIGHT.accent, "below": LIGHT.orange}
    return of_verdict.get(row.verdict, LIGHT.accent if row.is_own else LIGHT.grey)
