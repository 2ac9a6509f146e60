"""How workbooks that go out look: fonts, fills, headings, pages. The colours are look.py's."""

from copy import copy

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.charts.look import LIGHT, MARKS

FONT = "Times New Roman"  # of official documents
SIZE = 12
A4 = 9


def fill(colour: str) -> PatternFill:
    """A cell filled with a colour such as "#FFE699"."""
    return PatternFill("solid", fgColor=_argb(colour))


def font(colour: str = LIGHT.text, size: float = SIZE, **more: bool) -> Font:
    """The letters of our own sheets."""
    return Font(name=FONT, size=size, color=_argb(colour), **more)


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


def title(cell: Cell) -> None:
    """The first line of a sheet."""
    cell.font = font(size=14, bold=True)


def header(cell: Cell) -> None:
    """A column's heading."""
    cell.font = font(bold=True)
    cell.fill = HEADER
    cell.border = LINES
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")


def dark(old: Font) -> Font:
    """The same letters, dark enough for a fill of ours."""
    changed = copy(old)
    changed.color = DARK
    return changed


def page(sheet: Worksheet, heading: int) -> None:
    """Printed on A4 across, as wide as the paper, the heading row on each page; the rows up to
    it stay on the screen."""
    sheet.freeze_panes = f"A{heading + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{heading}:{heading}"


def open_at(book, sheet: Worksheet) -> None:
    """The workbook opens with this sheet, and with no other sheet chosen beside it: what is
    typed into chosen sheets goes into all of them."""
    for other in book._sheets:
        for view in getattr(other, "views", other).sheetView:
            view.tabSelected = other is sheet
    book.active = sheet
