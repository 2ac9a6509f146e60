"""A figure as a native chart of Office: the same XML in PowerPoint, Word and Excel.

    made = chart_parts(figure, "+mn-lt", 14, width=880, height=380, language="vi")
    made.xml                 bytes of the part without c:externalData (PowerPoint adds its own, a
                             sheet of Excel needs none)
    made.with_book("rId1")   the same, ending with the relation to its workbook (Word)
    made.book(stamp.made)    bytes of the embedded .xlsx, whose cells the chart's caches equal
    made.table.write(sheet)  the same cells into a worksheet of xlsxwriter, at the `place` given

font: a font's name, or "+mn-lt" for the theme's (Word: "Times New Roman"); size: points of the
labels, smaller where there are many rows; width and height: points of the frame it is shown in.
place: where the table stands; for Excel Place("its sheet", row, column) of the first heading.
Heat is no chart but a native table: cell_look() has its colours.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dashboard.charts.look import LIGHT, ink_on
from dashboard.documents.model.figures import (
    Changes,
    Completion,
    Figure,
    Heat,
    HeatCell,
    Levels,
    Spans,
)
from dashboard.documents.office_charts import chart_xml as xml
from dashboard.documents.office_charts.chart_table import ChartTable, Place
from dashboard.documents.office_charts.done_chart import completion
from dashboard.documents.office_charts.scatter_plot import Sheet
from dashboard.documents.office_charts.span_chart import spans
from dashboard.documents.office_charts.year_charts import changes, levels
from dashboard.words import words

_KINDS: dict[type, Callable[[Any, Any, Sheet], tuple[str, str, ChartTable]]] = {
    Levels: levels,
    Changes: changes,
    Completion: completion,
    Spans: spans,
}
_END = "</c:chartSpace>"


@dataclass(frozen=True)
class OfficeChart:
    """A chart part and the table behind it."""

    text: str
    table: ChartTable
    alt: str

    @property
    def xml(self) -> bytes:
        """The part without a relation to a workbook."""
        return self.text.encode()

    def with_book(self, relation: str) -> bytes:
        """The part with its relation to its workbook."""
        book = f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>'
        return (self.text.removesuffix(_END) + book + _END).encode()

    def book(self, made: datetime) -> bytes:
        """The workbook behind "Edit data"; the same bytes for the same figures and time."""
        return self.table.workbook(made)


def is_chart(figure: Figure | None) -> bool:
    """Whether a figure is drawn as a chart: a heat map is a table, and without rows there is
    nothing to draw."""
    return figure is not None and type(figure) in _KINDS and bool(figure.rows)


def chart_parts(
    figure: Figure,
    font: str,
    size: float,
    *,
    width: float = 880,
    height: float = 380,
    language: str = "vi",
    place: Place | None = None,
    scale_of: Figure | None = None,
) -> OfficeChart:
    """A figure's chart; scale_of: the whole figure where this is a part of its rows.

    Raises ValueError where is_chart is false, DashboardError font_missing.
    """
    if isinstance(figure, Heat) or not is_chart(figure):
        raise ValueError("no chart")
    said = words(language)
    tag = {"vi": "vi-VN", "en": "en-GB"}.get(language, "vi-VN")
    at = place or Place(said["office_chart.sheet"])
    sheet = Sheet(xml.Type(font, size, tag), said, at, width, height)
    plot, key, table = _KINDS[type(figure)](figure, scale_of or figure, sheet)
    text = xml.space(plot, key, sheet.type, LIGHT.text)
    return OfficeChart(text, table, figure.alt)


def cell_look(cell: HeatCell) -> tuple[str, str]:
    """Fill and ink of a heat map's cell, "#RRGGBB"."""
    if cell.step is None:
        return LIGHT.hidden, LIGHT.muted
    fill = LIGHT.difference[cell.step + 3]
    return fill, ink_on(fill)
