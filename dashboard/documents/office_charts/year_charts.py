"""Components of two years: their levels on one scale, and their differences with intervals."""

from collections.abc import Sequence

from dashboard.charts.look import LIGHT
from dashboard.documents.model.figures import Changes, LevelRow, Levels
from dashboard.documents.model.numbered import Number
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
from dashboard.verdicts import CLEAR

NO_BREAK = "\u00a0"
WIDE_LINE, THIN_LINE = 2.5, 1.6
DOT, SIGN = 9, 10


def levels(figure: Levels, _whole: Levels, sheet: Sheet) -> tuple[str, str, ChartTable]:
    """Plot, key and table: a light dot and a dark one a row, the line between by verdict."""
    rows = figure.rows
    sheet = sheet.fitted(len(rows), [_name(row) for row in rows], [_both(row) for row in rows])
    said = [Label(_both(row), _ink(row), row.verdict in CLEAR) for row in rows]
    top = sheet.type.size * 2
    plot = ScatterPlot(sheet, figure.low, figure.high, len(rows), top, _names(rows), said)
    marks = _scale(figure.low, figure.high)
    plot.unit = marks[1] - marks[0] if len(marks) > 1 else 0
    names = plot.table.add(plot.head("component"), [_name(row) for row in rows])
    year_from = str(figure.year_from) if figure.compares else ""
    before = plot.table.add(year_from, [value(row.before) for row in rows])
    after = plot.table.add(str(figure.year_to), [value(row.after) for row in rows])
    plot.begin(marks, [written(mark, digits(marks)) for mark in marks])
    intervals(plot, before, after, _lines(rows), names)
    size = plot.mark(DOT)
    light = xml.marker("circle", size, LIGHT.year_from)
    dark = xml.marker("circle", size, LIGHT.year_to)
    shown = [plot.dots(before, mark=light)] if figure.compares else []
    shown.append(plot.dots(after, mark=dark))
    hidden = [number for number in range(len(plot.series)) if number not in shown]
    where = xml.area(plot.left / sheet.width, 0, 0.3, top / sheet.height * 0.8)
    key = xml.legend(hidden, sheet.type, LIGHT.text, where)
    return plot.plot(LIGHT.grid), key, plot.table


def changes(figure: Changes, whole: Changes, sheet: Sheet) -> tuple[str, str, ChartTable]:
    """Plot, no key, and table: intervals about a line at zero, a sign a verdict, words beside."""
    rows = figure.rows
    sheet = sheet.fitted(len(rows), [_name(row) for row in rows], [_change(row) for row in rows])
    said = [Label(_change(row), _ink(row), row.verdict in CLEAR) for row in rows]
    every = [0.0, *known([n for row in whole.rows for n in (row.change, row.low, row.high)])]
    marks = ticks(min(every), max(every)) if len(every) > 1 else [-1.0, 0.0, 1.0]
    low, high = marks[0], marks[-1]
    plot = ScatterPlot(sheet, low, high, len(rows), 4, _names(rows), said)
    plot.unit = marks[1] - marks[0]
    names = plot.table.add(plot.head("component"), [_name(row) for row in rows])
    change = plot.table.add(plot.head("change"), [value(row.change) for row in rows])
    low_end = plot.table.add(plot.head("low"), [value(row.low) for row in rows])
    high_end = plot.table.add(plot.head("high"), [value(row.high) for row in rows])
    plot.begin(marks, [written(mark, digits(marks), signed=True) for mark in marks])
    plot.upright("zero", 0.0, LIGHT.text)
    intervals(plot, low_end, high_end, _lines(rows), names)
    _signs(plot, change, rows)
    return plot.plot(LIGHT.grid), "", plot.table


def value(number: Number | None) -> float | None:
    """The exact value of a figure that is there."""
    return number.number if number else None


def known(values: Sequence[Number | None]) -> list[float]:
    """The values that are there."""
    return [found for one in values if (found := value(one)) is not None]


def intervals(plot: ScatterPlot, low: int, high: int, looks: Sequence[str], names: int) -> None:
    """A line of two points a row that has both ends: columns beside each other; names: the column
    of the rows' names."""
    table = plot.table
    left = table.add(plot.head("row"), plot.places)
    right = table.add(plot.head("row"), plot.places)
    for row, look in enumerate(looks):
        x = table.across(row, low, high)
        if None not in x.cells:
            plot.add(table.cell(row, names), x, table.across(row, left, right), drawn=look)


def _lines(rows: Sequence[LevelRow]) -> list[str]:
    return [
        xml.line(LIGHT.verdict(row.verdict), WIDE_LINE if row.verdict in CLEAR else THIN_LINE)
        for row in rows
    ]


def _signs(plot: ScatterPlot, change: int, rows: Sequence[LevelRow]) -> None:
    """The differences: a triangle, a diamond, and a triangle on its head, which is a letter."""
    points, down = [], []
    for place, row in enumerate(rows):
        if value(row.change) is None:
            continue
        if row.verdict == "down":
            down.append(place)
            mark = xml.marker("none")
        elif row.verdict == "up":
            mark = xml.marker("triangle", plot.mark(SIGN), LIGHT.accent)
        else:
            mark = xml.marker("diamond", plot.mark(SIGN), LIGHT.grey)
        points.append(f'<c:dPt><c:idx val="{place}"/>{mark}<c:bubble3D val="0"/></c:dPt>')
    plot.dots(
        change,
        mark=xml.marker("circle", PLAIN, LIGHT.grey),
        points="".join(points),
        labels=xml.sign_labels(down, "▼", plot.sheet.type, LIGHT.orange),
    )


def _scale(low: float, high: float) -> list[float]:
    """Ticks at even steps from one end to the other: 1, 4, 7, 10."""
    step = (high - low) / 3
    return [round(low + place * step, 9) for place in range(4)]


def _names(rows: Sequence[LevelRow]) -> list[Label]:
    return [Label(_name(row), LIGHT.text) for row in rows]


def _name(row: LevelRow) -> str:
    return f"{row.code}{NO_BREAK * 2}{row.name}" if row.code else row.name


def _both(row: LevelRow) -> str:
    if row.before_text in ("", row.after_text):
        return row.after_text  # no year before, or hidden in both
    return f"{row.before_text} → {row.after_text}"


def _change(row: LevelRow) -> str:
    return f"{row.change_text}{NO_BREAK * 2}{row.word}" if row.word else row.change_text


def _ink(row: LevelRow) -> str:
    return LIGHT.verdict(row.verdict) if row.verdict in CLEAR else LIGHT.muted
