"""How workbooks that go out look: fonts, fills, headings, pages. The colours are look.py's."""

from collections.abc import Callable, Hashable
from copy import copy
from dataclasses import dataclass, field
from math import ceil
from typing import Any, Literal, cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.proxy import StyleProxy
from openpyxl.styles.styleable import StyleableObject
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.charts.look import LIGHT, MARKS

FONT = "Times New Roman"  # of official documents
SIZE = 12
A4 = 9
MARGIN = 0.4  # inches
LINE = 16.5  # points of a line of SIZE


def fill(colour: str) -> PatternFill:
    """A cell filled with one of look.py's colours."""
    return PatternFill("solid", fgColor=_argb(colour))


def font(
    colour: str = LIGHT.text,
    size: float = SIZE,
    bold: bool = False,
    italic: bool = False,
    underline: Literal["single"] | None = None,
) -> Font:
    """The letters of our own sheets."""
    return Font(FONT, size, bold, italic, color=_argb(colour), underline=underline)


def _argb(colour: str) -> str:
    return "FF" + colour.removeprefix("#")


NO_FILL = PatternFill()
DARK = _argb(LIGHT.text)
SEVERITY = {severity: fill(colour) for severity, colour in MARKS.items()}
HEADER = fill(LIGHT.blue_tint)
INPUT = fill(MARKS["warning"])
EXAMPLE = fill(LIGHT.grey_tint)
_LINE = Side("thin", color=_argb(LIGHT.border))
LINES = Border(_LINE, _LINE, _LINE, _LINE)
WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass
class Stencils:
    """Styles made once for a workbook and copied: setting each anew takes ten times as long."""

    made: dict[Hashable, Any] = field(default_factory=dict)

    def paint(
        self, cell: StyleableObject, key: Hashable, how: Callable[[StyleableObject], None]
    ) -> None:
        """Style the cell by how(cell), or as the cell before of the same style and key."""
        styled: Any = cell  # openpyxl's types leave out where a cell keeps its style
        wanted = tuple(styled._style or ()), key
        if wanted not in self.made:
            how(cell)
            self.made[wanted] = copy(styled._style)
        styled._style = copy(self.made[wanted])


def title(cell: Cell) -> None:
    """The first line of a sheet."""
    cell.font = font(size=14, bold=True)


def header(cell: Cell) -> None:
    """A column's heading."""
    cell.font = font(bold=True)
    cell.fill = HEADER
    cell.border = LINES
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")


def dark(old: StyleProxy) -> Font:
    """The same letters, dark enough for a fill of ours."""
    changed = cast(Font, copy(old))  # a proxy gives a copy of what it stands for
    changed.color = DARK
    return changed


def paper(sheet: Worksheet) -> None:
    """Printed on A4 across, as wide as the paper."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=MARGIN)


def page(sheet: Worksheet, heading: int) -> None:
    """Printed with the heading row on each page; the rows up to it stay on the screen."""
    paper(sheet)
    sheet.freeze_panes = f"A{heading + 1}"
    sheet.print_title_rows = f"{heading}:{heading}"


def fit_height(sheet: Worksheet, row: int, columns: int) -> None:
    """As high as the wrapped texts of the row need: not every program sees to it by itself."""
    lines = 1
    for column in range(1, columns + 1):
        width = sheet.column_dimensions[get_column_letter(column)].width
        parts = str(sheet.cell(row, column).value or "").split("\n")
        lines = max(lines, sum(ceil(len(part) / width) or 1 for part in parts))
    sheet.row_dimensions[row].height = LINE * lines


def open_at(book: Workbook, sheet: Worksheet) -> None:
    """The workbook opens with this sheet, and with no other sheet chosen beside it: what is
    typed into chosen sheets goes into all of them."""
    of_any_kind: Any = book  # sheets of charts alone, too, which openpyxl's types leave out
    for other in of_any_kind._sheets:
        for view in getattr(other, "views", other).sheetView:
            view.tabSelected = other is sheet
    book.active = sheet
