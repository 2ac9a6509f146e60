"""A chart read back: its references with what their caches hold, and the cells they name."""

import io
import re
from collections.abc import Iterator
from functools import cache

import openpyxl
from lxml import etree
from openpyxl.utils import range_boundaries

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_CACHES = (f"{C}numCache", f"{C}strCache", f"{C15}dlblRangeCache")


def references(xml: bytes) -> Iterator[tuple[str, list[str | None]]]:
    """Each formula with its cached points in their places, None where there is none."""
    for formula in etree.fromstring(xml).iter(f"{C}f", f"{C15}f"):
        cache = next(one for one in formula.getparent() if one.tag in _CACHES)
        count = int(cache.find(f"{C}ptCount").get("val"))
        points: list[str | None] = [None] * count
        for point in cache.iter(f"{C}pt"):
            points[int(point.get("idx"))] = point.find(f"{C}v").text
        yield formula.text, points


@cache
def _opened(book: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(book), data_only=True)


def cells(book: bytes, formula: str) -> list[object]:
    """What stands in the cells that a formula names, as Excel last worked them out."""
    sheet, _, place = formula.rpartition("!")
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    rows = _opened(book)[sheet[1:-1].replace("''", "'")].iter_rows(top, bottom, left, right)
    return [cell.value for row in rows for cell in row]


def words_of(content: bytes) -> str:
    """All letters of a part, tags left out."""
    return re.sub(r"<[^>]+>", " ", content.decode("utf-8"))
