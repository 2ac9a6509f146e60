"""Texts into cells: what people typed is never run as a formula."""

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

LONGEST = 32_767  # letters in a cell
_FORMULA_LIKE = ("=", "+", "-", "@", "\t")


def clean(text: str) -> str:
    """The text without what a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]


def put_text(cell: Cell, text: str) -> Cell:
    """Write a text as a text, whatever it begins with."""
    cell.value = clean(text)
    if cell.value:
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(_FORMULA_LIKE)
    return cell
