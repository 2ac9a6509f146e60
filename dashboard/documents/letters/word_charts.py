"""Native charts and the QR picture in a letter's lines."""

import io
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache, partial
from typing import Any

import segno
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from dashboard.documents import decree30 as rules
from dashboard.documents.letters.word_sheet import MM, Block, Sheet
from dashboard.documents.letters.word_xml import NAMES, emu, inline
from dashboard.documents.model.figures import Figure
from dashboard.documents.office_charts.chart_parts import OfficeChart, chart_parts

_ROW, _AROUND, _HIGHEST = 7.5, 16.0, 215.0  # mm: a row of a chart, its axis and key, a page
_LEAST_ROW = 3.9
_LETTERS = 10.0  # points of a chart's labels
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_LEAST_SIDE, _MODULE, _QUIET = 22.0, 0.28, 4  # of a QR code: mm, mm a square, squares around
_QR_BYTES = 700  # more make squares too many for a corner of a page
_MORE = "…"


class Weighed:
    """Holds nothing: for finding out how high a paper is."""

    def chart(self, make: Callable[[], OfficeChart]) -> str:
        """No chart."""
        return ""

    def picture(self, png: bytes) -> str:
        """No picture."""
        return ""


class Held:
    """The parts that a document carries for its drawings."""

    def __init__(self, document: WordDocument, made: datetime):
        self._document, self._made = document, made
        self._count = 0

    def chart(self, make: Callable[[], OfficeChart]) -> str:
        """A chart with its workbook; the relation by which a drawing names it."""
        chart = make()
        self._count += 1
        package: Any = self._document.part.package
        book_name = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{self._count}.xlsx")
        book = Part(book_name, CT.SML_SHEET, chart.book(self._made), package)
        name = PackURI(f"/word/charts/chart{self._count}.xml")
        part = Part(name, _CHART, chart.with_book("rId1"), package)
        if part.relate_to(book, RT.PACKAGE) != "rId1":
            raise ValueError("the workbook's relation has another name in the chart")
        return self._document.part.relate_to(part, RT.CHART)

    def picture(self, png: bytes) -> str:
        """A picture; the relation by which a drawing names it."""
        relation, _ = self._document.part.get_or_add_image(io.BytesIO(png))
        return relation


def chart(sheet: Sheet, figure: Figure) -> Block:
    """A figure as a chart as wide as the text."""
    count = len(figure.rows)
    close = sheet.density.figures
    high = count * max(_LEAST_ROW, _ROW * close) + _AROUND * min(1.0, close + 0.2)
    high = min(high, _HIGHEST)
    wide = sheet.room
    size = min(_LETTERS, sheet.density.body - 2)
    make = partial(
        chart_parts,
        figure,
        rules.FONT,
        size,
        width=wide / MM,
        height=high / MM,
        language=sheet.words.language,
    )
    graphic = f'<c:chart r:id="{sheet.held.chart(make)}"/>'
    drawn = inline(graphic, NAMES["c"], (wide, high), sheet.next("drawing"), figure.alt)
    block = sheet.write("figure", drawn)
    return Block(block.xml, lambda: high + 3.0)


def qr(sheet: Sheet, text: str) -> tuple[str, float]:
    """A run with the text as a QR code, and its side in mm: it names no address unless the text
    does."""
    png, side = _code(_short(text))
    size = f'<a:ext cx="{emu(side)}" cy="{emu(side)}"/>'
    graphic = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="QR"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{sheet.held.picture(png)}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/>{size}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    alt = sheet.words.say("letters.qr", text=text)
    return inline(graphic, NAMES["pic"], (side, side), sheet.next("drawing"), alt), side


@lru_cache(maxsize=4)  # asked again for each density that is tried
def _code(text: str) -> tuple[bytes, float]:
    code = segno.make(text, error="m", micro=False, encoding="utf-8", boost_error=False)
    png = io.BytesIO()
    code.save(png, kind="png", scale=8, border=_QUIET)
    return png.getvalue(), max(_LEAST_SIDE, code.symbol_size(border=_QUIET)[0] * _MODULE)


def _short(text: str) -> str:
    """As much of a text as a code of that size holds."""
    whole = text.encode()
    if len(whole) <= _QR_BYTES:
        return text
    return whole[: _QR_BYTES - len(_MORE.encode())].decode(errors="ignore") + _MORE
