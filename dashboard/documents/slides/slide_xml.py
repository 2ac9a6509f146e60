"""The words of PresentationML: boxes with letters, panels, tables, as XML for a slide's tree.

Lengths and sizes are points, colours "#RRGGBB"; texts come in whole and are escaped here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from dashboard.documents.slides.deck_stage import Box

EMU = 12_700
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
BULLET = 0.9  # of the size: the room of a mark before a sentence
_PAD = 4.0  # points at the left and right of a cell
ALIGN = {"left": "l", "right": "r", "center": "ctr"}


@dataclass(frozen=True)
class Type:
    """Letters: font ("+mn-lt": the theme's), size, colour ("": as they are), language tag."""

    font: str
    size: float
    colour: str
    language: str
    bold: bool = False


@dataclass(frozen=True)
class CellLook:
    """A cell: its text, letters, how it stands, its fill, the colour of the line below."""

    text: str
    type: Type
    align: str = "left"
    fill: str = ""
    under: str = ""
    grid: str = ""  # lines about it, of a heat map
    span: int = 1


def emu(points: float) -> int:
    """Points as the file counts them."""
    return round(points * EMU)


def run(text: str, type_: Type) -> str:
    """A run of letters."""
    return f"<a:r>{properties('a:rPr', type_)}<a:t>{escape(text)}</a:t></a:r>"


def properties(tag: str, type_: Type) -> str:
    """How letters look."""
    fill = _solid(type_.colour) if type_.colour else ""
    fonts = "".join(f'<a:{kind} typeface="{escape(type_.font)}"/>' for kind in ("latin", "cs"))
    return (
        f'<{tag} lang="{type_.language}" sz="{round(type_.size * 100)}" b="{int(type_.bold)}" '
        f'i="0" u="none" cap="none" spc="0">{fill}{fonts}</{tag}>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def paragraph(runs: str, align: str = "left", after: float = 0) -> str:
    """A paragraph without a bullet."""
    space = f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>'
    return (
        f'<a:p><a:pPr marL="0" indent="0" algn="{ALIGN[align]}">'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f"{space}<a:buNone/></a:pPr>{runs}</a:p>"
    )


def bullet(runs: str, size: float, colour: str, after: float) -> str:
    """A paragraph with a mark of a colour before it."""
    room = emu(size * BULLET)
    space = f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>'
    mark = f'<a:srgbClr val="{colour.lstrip("#")}"/>'
    return (
        f'<a:p><a:pPr marL="{room}" indent="-{room}" algn="l">'
        f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'{space}<a:buClr>{mark}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>'
        f"{runs}</a:p>"
    )


def place(box: Box, tag: str = "a:xfrm") -> str:
    """Where something stands."""
    return (
        f'<{tag}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></{tag}>'
    )


def text_box(number: int, name: str, box: Box, paragraphs: str, anchor: str = "t") -> str:
    """A box of text without insets, as large as it was measured."""
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/>'
        '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{body(anchor)}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def body(anchor: str) -> str:
    """Properties of a text's body: across, no insets, no change of size."""
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'anchor="{anchor}" anchorCtr="0"><a:noAutofit/></a:bodyPr>'
    )


def panel(number: int, name: str, box: Box, colour: str) -> str:
    """A plain box behind the content."""
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{place(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_solid(colour)}'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def slide_number(type_: Type) -> str:
    """The slide's number, as a field that follows it."""
    look = properties("a:rPr", type_)
    guid = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
    return f'<a:fld id="{guid}" type="slidenum">{look}<a:t>‹#›</a:t></a:fld>'


def table(
    number: int, name: str, alt: str, box: Box, widths: Sequence[float],
    rows: Iterable[tuple[float, Sequence[CellLook]]], has_head: bool = True,
) -> str:  # fmt: skip
    """A native table; rows: their heights and cells."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    made = "".join(
        f'<a:tr h="{emu(height)}">{"".join(map(_cell, cells))}</a:tr>' for height, cells in rows
    )
    return (
        f'<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr><p:cNvPr id="{number}" '
        f"name={quoteattr(name)} descr={quoteattr(alt)}/><p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{place(box, "p:xfrm")}<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl>'
        f'<a:tblPr firstRow="{int(has_head)}"><a:tableStyleId>{_PLAIN_TABLE}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{made}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _cell(cell: CellLook) -> str:
    pad = emu(_PAD)
    lines = "".join(_edge(side, cell.grid, 2) for side in ("lnL", "lnR", "lnT", "lnB"))
    if not cell.grid:
        lines = _edge("lnB", cell.under, 0.75) if cell.under else ""
    fill = _solid(cell.fill) if cell.fill else "<a:noFill/>"
    letters = run(cell.text, cell.type) if cell.text else properties("a:endParaRPr", cell.type)
    spans = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
    merged = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>'
    return (
        f"<a:tc{spans}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(letters, cell.align)}"
        f'</a:txBody><a:tcPr marL="{pad}" marR="{pad}" marT="{emu(2)}" marB="{emu(2)}" '
        f'anchor="ctr">{lines}{fill}</a:tcPr></a:tc>' + merged * (cell.span - 1)
    )


def _edge(side: str, colour: str, width: float) -> str:
    return f'<a:{side} w="{emu(width)}" cmpd="sng">{_solid(colour)}</a:{side}>'
