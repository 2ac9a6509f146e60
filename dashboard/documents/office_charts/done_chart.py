"""Tasks by official, stacked by state, with a tick where those due by now end."""

from dashboard.charts.look import LIGHT, ink_on
from dashboard.documents import text_widths
from dashboard.documents.model.figures import Completion, DoneRow
from dashboard.documents.office_charts import chart_xml as xml
from dashboard.documents.office_charts.chart_table import ChartTable, Ref
from dashboard.documents.office_charts.scatter_plot import MOST_NAME, MOST_SAID, Sheet
from dashboard.documents.office_charts.year_charts import NO_BREAK, value

TICK = 0.006  # of the axis: how wide the tick of those due is
CROWDED = 1.35  # rows of bars want so much more height than rows of letters
THICK = 84.0  # points of a row with its gap, at most
TALL, SHORT = 25, 70  # the gaps beside it and beside bars, per cent of a bar


def completion(figure: Completion, whole: Completion, sheet: Sheet) -> tuple[str, str, ChartTable]:
    """Plot, key and table."""
    names_of, said_of = [r.name for r in figure.rows], [str(r.text) for r in figure.rows]
    sheet = sheet.fitted(round(len(figure.rows) * CROWDED), names_of, said_of)
    rows, table, words = figure.rows, ChartTable(sheet.place), sheet.words
    left = sheet.room_for(names_of, MOST_NAME)
    right = sheet.room_for(said_of, MOST_SAID)
    names = table.add(words["office_chart.official"], [sheet.cut(row.name, left) for row in rows])
    totals = [sum(value(state.count) or 0 for state in row.counts) for row in whole.rows]
    most = max([1.0, *totals, *(float(row.due or 0) for row in whole.rows)])
    wide = max(sheet.width - left - right, sheet.width * 0.15)
    end = most * (wide + right) / wide  # the words have their room to the right of the bars
    series = _states(rows, table, names, sheet, wide / most)
    series.append(_said(rows, table, names, sheet, (end - most) * 0.98, right))
    ticks = _due(figure, table, names, end, len(series)) if _is_due(rows) else ""
    top, bottom = sheet.type.size * 2.2, 4.0
    plot = _plot(series, ticks, sheet, (left, top, wide + right, bottom), end, len(rows))
    where = xml.area(0.01, 0, 0.98, top / sheet.height * 0.8)
    return plot, xml.legend([], sheet.type, LIGHT.text, where), table


def _states(
    rows: tuple[DoneRow, ...], table: ChartTable, names: int, sheet: Sheet, unit: float
) -> list[str]:
    """A series a state; unit: points of a task."""
    states = list(dict.fromkeys((s.state, s.name) for row in rows for s in row.counts))
    made: list[str] = []
    begins = [0.0] * len(rows)
    for state, name in states:
        cells = [_count(row, state) for row in rows]
        column = table.add(name, cells)
        fill = LIGHT.state(state)
        look = f"<c:spPr>{xml.solid(fill)}{xml.line(LIGHT.state_line(state), 0.75)}</c:spPr>"
        ends = [b + (c or 0) for b, c in zip(begins, cells, strict=True)]
        segments = [(b * unit, e * unit) for b, e in zip(begins, ends, strict=True)]
        dues = [None if row.due is None else row.due * unit for row in rows]
        labels, begins = _counts(cells, segments, dues, sheet, ink_on(fill)), ends
        made.append(_bar(len(made), table.head(column), table.ref(names), table.ref(column),
                         look, labels))  # fmt: skip
    return made


def _counts(
    cells: list[float | None],
    segments: list[tuple[float, float]],
    dues: list[float | None],
    sheet: Sheet,
    ink: str,
) -> str:
    """The counts in the middle of their segments, at their begin where the tick stands in the
    middle; zero has none, and one without room is in the data only. Lengths in points."""
    look = f"<c:spPr><a:noFill/>{xml.NO_LINE}</c:spPr>{xml.letters_of_all(sheet.type, ink)}"
    form = '<c:numFmt formatCode="0;;;" sourceLinked="0"/>'
    own = ""
    for place, (cell, (begin, end), due) in enumerate(zip(cells, segments, dues, strict=True)):
        if not cell:
            continue
        wide = text_widths.width(f"{cell:.0f}", sheet.type.size) + 2
        if wide > end - begin:
            own += f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>'
        elif due is not None and abs(due - (begin + end) / 2) < wide:
            shown = f'<c:dLblPos val="inBase"/>{xml.shows(showVal=True)}'
            own += f'<c:dLbl><c:idx val="{place}"/>{form}{look}{shown}</c:dLbl>'
    shown = f'<c:dLblPos val="ctr"/>{xml.shows(showVal=True)}'
    return f"<c:dLbls>{own}{form}{look}{shown}</c:dLbls>"


def _count(row: DoneRow, state: str) -> float | None:
    found = [value(one.count) for one in row.counts if one.state == state]
    return found[0] if found and found[0] is not None else None


def _said(
    rows: tuple[DoneRow, ...], table: ChartTable, names: int, sheet: Sheet,
    room: float, points: float,
) -> str:  # fmt: skip
    """What is said of each, as labels of a segment behind the bar that nobody sees."""
    labels = [xml.Label(sheet.cut(str(row.text), points), LIGHT.text) for row in rows]
    column = table.add(sheet.words["office_chart.room"], [round(room, 4)] * len(rows))
    said = table.add(sheet.words["office_chart.said"], [label.text for label in labels])
    made, extension = xml.cell_labels(table.ref(said), labels, "inBase", sheet.type)
    number = len(table.columns) - 3  # columns before: names and the states
    return _bar(number, None, table.ref(names), table.ref(column), xml.UNSEEN, made,
                extension)  # fmt: skip


def _is_due(rows: tuple[DoneRow, ...]) -> bool:
    return any(row.due for row in rows)


def _due(figure: Completion, table: ChartTable, names: int, whole: float, number: int) -> str:
    """The tick: a second stack on second axes, an unseen bar up to it and a narrow dark one;
    both are formulas of the number due, so that editing that moves the tick."""
    rows, half = figure.rows, round(whole * TICK / 2, 4)
    due = table.add(figure.due_name or "N", [row.due or None for row in rows])
    cells = [table.address(row, due) for row in range(len(rows))]
    until = table.add(
        "(1)", [row.due - half if row.due else None for row in rows],
        [f'=IF({cell}>0,{cell}-{half!r},"")' for cell in cells],
    )  # fmt: skip
    tick = table.add(
        figure.due_name or "(2)", [2 * half if row.due else None for row in rows],
        [f'=IF({cell}>0,{2 * half!r},"")' for cell in cells],
    )  # fmt: skip
    dark = f"<c:spPr>{xml.solid(LIGHT.text)}{xml.NO_LINE}</c:spPr>"
    categories = table.ref(names)
    bars = _bar(number, None, categories, table.ref(until), xml.UNSEEN)
    return bars + _bar(
        number + 1, table.head(tick) if figure.due_name else None, categories, table.ref(tick), dark
    )


def _bar(
    number: int, name: Ref | None, categories: Ref, values: Ref, look: str, labels: str = "",
    extension: str = "",
) -> str:  # fmt: skip
    """A series; without a name it has a blank one, so that the key shows nothing of it."""
    said = xml.texts("c:tx", name) if name else f"<c:tx><c:v>{NO_BREAK}</c:v></c:tx>"
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{said}{look}'
        f'<c:invertIfNegative val="0"/>{labels}{xml.texts("c:cat", categories)}'
        f"{xml.numbers('c:val', values)}{extension}</c:ser>"
    )


def _plot(
    series: list[str], ticks: str, sheet: Sheet,
    room: tuple[float, float, float, float], whole: float, rows: int,
) -> str:  # fmt: skip
    left, top, wide, bottom = room
    tall = min(sheet.height - top - bottom, rows * THICK)
    where = xml.area(left / sheet.width, top / sheet.height, wide / sheet.width,
                     tall / sheet.height, "inner")  # fmt: skip
    groups = _group("".join(series), SHORT, (1001, 1002))
    axes = _category_axis(1001, 1002, sheet, "low") + _bar_axis(1002, 1001, whole, "max")
    if ticks:
        groups += _group(ticks, TALL, (1003, 1004))
        axes += _category_axis(1003, 1004, sheet, "none") + _bar_axis(1004, 1003, whole, "max")
    return f"<c:plotArea>{where}{groups}{axes}</c:plotArea>"


def _group(series: str, gap: int, axes: tuple[int, int]) -> str:
    ids = "".join(f'<c:axId val="{axis}"/>' for axis in axes)
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{gap}"/><c:overlap val="100"/>{ids}</c:barChart>'
    )


def _category_axis(own: int, other: int, sheet: Sheet, labels: str) -> str:
    """The first row on top; second axes are never deleted: LibreOffice would make one stack of
    both."""
    return (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{labels}"/><c:spPr>{xml.NO_LINE}</c:spPr>'
        f"{xml.letters_of_all(sheet.type, LIGHT.text)}"
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _bar_axis(own: int, other: int, most: float, crosses: str) -> str:
    """No labels and no grid: the counts stand in the bars."""
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{round(most, 4)!r}"/><c:min val="0"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:spPr>{xml.NO_LINE}</c:spPr><c:crossAx val="{other}"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="between"/></c:valAx>'
    )
