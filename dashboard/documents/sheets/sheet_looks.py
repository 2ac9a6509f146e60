"""How the sheets of a workbook look: each format once; the colours are look.py's."""

from typing import Any

from dashboard.charts.look import LIGHT, ink_on
from dashboard.documents import decree30
from dashboard.documents.inert_texts import is_formula_like
from dashboard.documents.sheets.shown_cells import cut

SIZE = decree30.TABLE.size
LINE = 16.5  # points of a line of SIZE
HIGHEST = 409.0  # points of a row: Excel's limit
NARROW, WIDE = 9.0, 60.0  # letters of a column
ARROW = 4  # letters of room for the arrow of a filter
_PLAIN = {"font_name": decree30.FONT, "font_size": SIZE, "font_color": LIGHT.text}
_LINED = {"border": 1, "border_color": LIGHT.border, "text_wrap": True, "valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "title": {"bold": True, "font_size": 14},
    "strong": {"bold": True},
    "part": {"bold": True, "text_wrap": True, "valign": "top"},
    "stamp": {"italic": True, "font_color": LIGHT.muted},
    "link": {"font_color": LIGHT.accent, "underline": 1, "valign": "top", "text_wrap": True},
    "head": {
        **_LINED, "bold": True, "bg_color": LIGHT.blue_tint, "align": "center",
        "valign": "vcenter",
    },
    "row": _LINED,
    "total": {**_LINED, "bold": True, "bg_color": LIGHT.grey_tint},
    "section": {"bold": True, "bg_color": LIGHT.grey_tint, "valign": "top"},
}  # fmt: skip


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any):
        self._book = book
        self._made: dict[tuple[str, str, str, str, bool], Any] = {}

    def __call__(
        self, look: str, form: str = "", align: str = "", fill: str = "", quoted: bool = False
    ) -> Any:
        """A format by its look ("row"), number format, alignment and fill; quoted: of a text that
        stays one when it is typed again."""
        key = (look, form, align, fill, quoted)
        if key not in self._made:
            told = _PLAIN | _LOOKS[look]
            told |= {"num_format": form} if form else {}
            told |= {"align": align} if align else {}
            told |= {"bg_color": fill, "font_color": ink_on(fill)} if fill else {}
            told |= {"quote_prefix": True} if quoted else {}
            self._made[key] = self._book.add_format(told)
        return self._made[key]

    def text(
        self,
        sheet: Any,
        row: int,
        column: int,
        text: str,
        look: str,
        align: str = "",
        fill: str = "",
    ) -> None:
        """A text in a cell, as a text, as long as a cell takes."""
        own = self(look, "", align, fill, is_formula_like(text))
        if text:
            sheet.write_string(row, column, cut(text), own)
        else:
            sheet.write_blank(row, column, None, own)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column: letters are narrower than the digits by which
    columns are measured, but words are not broken."""
    return max(1, -(-int(len(text) * 0.92) // max(1, int(width))))


def height(count: int) -> float:
    """Of a row with so many lines, in points."""
    return min(HIGHEST, LINE * count + 2)
