"""The words of WordprocessingML: runs, paragraphs, fields, cells, in the schema's order.

Everything is a string that is parsed once: texts are escaped here and nowhere else. Lengths are
millimetres, sizes points.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())
BREAK = "<w:r><w:br/></w:r>"
_STYLED = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')


def twips(length: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(length * 1440 / 25.4)


def emu(length: float) -> int:
    """Millimetres as the unit of drawings."""
    return round(length * 36_000)


def run(text: str, look: str = "") -> str:
    """Letters; look: elements of w:rPr ("<w:b/>")."""
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def lines_of(texts: Iterable[str]) -> str:
    """Several lines of one paragraph."""
    return BREAK.join(map(run, texts))


def field(instruction: str, shown: str) -> str:
    """A field that a program works out, and what it shows until then."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + run(shown) + mark("end")


def paragraph(style: str, content: str, about: str = "") -> str:
    """A paragraph of a style (its id); about: elements of w:pPr behind the style's name."""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{about}</w:pPr>{content}</w:p>"


def kept(xml: str) -> str:
    """The paragraphs stay on one page with what follows."""
    return _STYLED.sub(r"\1<w:keepNext/>", xml)


def shading(fill: str) -> str:
    """The fill of a cell or behind letters."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.lstrip("#")}"/>'


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs, how many columns it takes, its fill, alignment of its height."""

    content: str
    span: int = 1
    fill: str = ""
    middle: bool = False


def row(cells: Sequence[Cell], widths: Sequence[float], is_head: bool = False) -> str:
    """A row that no page break divides; a head is repeated on each page."""
    head = "<w:tblHeader/>" if is_head else ""
    made, column = [], 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        column += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        fill = shading(cell.fill) if cell.fill else ""
        middle = '<w:vAlign w:val="center"/>' if cell.middle else ""
        about = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{fill}{middle}'
        made.append(f"<w:tc><w:tcPr>{about}</w:tcPr>{cell.content}</w:tc>")
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(made)}</w:tr>"


def table(
    rows: Iterable[str],
    widths: Sequence[float],
    *,
    border: str = "",
    margins: tuple[float, float] = (0, 0),
    alt: str = "",
) -> str:
    """A table of finished rows; border: its lines' colour, none where it only arranges;
    margins: of its cells, above and below and at the sides."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = f'w:val="single" w:sz="4" w:space="0" w:color="{border.lstrip("#")}"'
    drawn = drawn if border else 'w:val="nil"'
    borders = "".join(f"<w:{side} {drawn}/>" for side in sides)
    about = (
        f'<w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_margins(*margins)}</w:tblCellMar>'
    )
    if alt:
        about += f"<w:tblDescription w:val={quoteattr(alt)}/>"
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _margins(high: float, side: float) -> str:
    lengths = (("top", high), ("left", side), ("bottom", high), ("right", side))
    return "".join(f'<w:{name} w:w="{twips(mm)}" w:type="dxa"/>' for name, mm in lengths)


def inline(graphic: str, uri: str, size: tuple[float, float], number: int, alt: str) -> str:
    """A run with a drawing of a size in the line of letters; number: unique in the document."""
    wide, high = emu(size[0]), emu(size[1])
    about = f'id="{number}" name="Picture {number}" descr={quoteattr(alt)}'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f"<wp:docPr {about}/><wp:cNvGraphicFramePr/><a:graphic>"
        f'<a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
