"""The words of DrawingML for charts: references with their caches, series, labels, axes.

The order of elements is the schema's; every reference carries its cache, since some programs
read nothing else. Colours are "#RRGGBB", sizes points.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from dashboard.documents.office_charts.chart_table import Ref

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
NO_LINE = "<a:ln><a:noFill/></a:ln>"
UNSEEN = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"


@dataclass(frozen=True)
class Type:
    """Letters: a font's name or "+mn-lt" (the theme's), size, language tag."""

    font: str
    size: float
    language: str


@dataclass(frozen=True)
class Label:
    """The text beside a point and its look; "" for none."""

    text: str
    colour: str
    bold: bool = False


def solid(colour: str) -> str:
    """A fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def line(colour: str, width: float, dash: str = "solid") -> str:
    """A line of a colour and a width."""
    dashed = f'<a:prstDash val="{dash}"/>'
    return f'<a:ln w="{round(width * 12700)}" cap="rnd">{solid(colour)}{dashed}<a:round/></a:ln>'


def letters(tag: str, type_: Type, colour: str, bold: bool = False) -> str:
    """Properties of a run of letters (a:rPr, a:defRPr)."""
    about = f'sz="{round(type_.size * 100)}" b="{int(bold)}"'
    lang = f'lang="{type_.language}" ' if tag == "a:rPr" else ""
    fonts = "".join(f'<a:{kind} typeface="{escape(type_.font)}"/>' for kind in ("latin", "cs"))
    return f"<{tag} {lang}{about}>{solid(colour)}{fonts}</{tag}>"


def letters_of_all(type_: Type, colour: str) -> str:
    """How letters look that say nothing else (c:txPr)."""
    default = letters("a:defRPr", type_, colour)
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{default}</a:pPr>"
        f'<a:endParaRPr lang="{type_.language}"/></a:p></c:txPr>'
    )


def numbers(tag: str, ref: Ref) -> str:
    """Numbers of cells with their cache, as many digits as the workbook has; an empty cell has no
    point."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{cell:.16G}</c:v></c:pt>'
        for place, cell in enumerate(ref.cells)
        if isinstance(cell, int | float)
    )
    count = f'<c:ptCount val="{len(ref.cells)}"/>'
    cache = f"<c:numCache><c:formatCode>General</c:formatCode>{count}{points}</c:numCache>"
    return f"<{tag}><c:numRef><c:f>{escape(ref.formula)}</c:f>{cache}</c:numRef></{tag}>"


def texts(tag: str, ref: Ref) -> str:
    """Texts of cells with their cache."""
    cache = f"<c:strCache>{_text_points(ref)}</c:strCache>"
    return f"<{tag}><c:strRef><c:f>{escape(ref.formula)}</c:f>{cache}</c:strRef></{tag}>"


def _text_points(ref: Ref) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(str(cell))}</c:v></c:pt>'
        for place, cell in enumerate(ref.cells)
        if cell not in (None, "")
    )
    return f'<c:ptCount val="{len(ref.cells)}"/>{points}'


def shows(**shown: bool) -> str:
    """What a label shows of its point: showVal=True; nothing else."""
    return "".join(
        f'<c:show{name} val="{int(shown.get(f"show{name}", False))}"/>' for name in _SHOWN
    )


def cell_labels(ref: Ref, labels: Sequence[Label], position: str, type_: Type) -> tuple[str, str]:
    """Labels that are read from cells, and the extension that says from which.

    The finished text stands inside the field, for programs that don't know it; who edits the
    cell in Office sees the label change. Each field's id is made of where its cell stands.
    """
    made = "".join(
        _cell_label(ref, place, label, position, type_)
        for place, label in enumerate(labels)
        if label.text
    )
    cells = f"<c15:f>{escape(ref.formula)}</c15:f>"
    cache = f"<c15:dlblRangeCache>{_text_points(ref)}</c15:dlblRangeCache>"
    extension = (
        f'<c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" {_C15}>'
        f"<c15:datalabelsRange>{cells}{cache}</c15:datalabelsRange></c:ext></c:extLst>"
    )
    return f"<c:dLbls>{made}{shows()}</c:dLbls>", extension


def _cell_label(ref: Ref, place: int, label: Label, position: str, type_: Type) -> str:
    look = letters("a:rPr", type_, label.colour, label.bold)
    field = (
        f'<a:fld id="{_guid(ref.formula, place)}" type="CELLRANGE">{look}<a:pPr/>'
        f"<a:t>{escape(label.text)}</a:t></a:fld>"
    )
    return (
        f'<c:dLbl><c:idx val="{place}"/>{_rich(field)}<c:dLblPos val="{position}"/>{shows()}'
        f'<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" {_C15}>'
        '<c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
    )


def sign_labels(places: Iterable[int], sign: str, type_: Type, colour: str) -> str:
    """A sign as a label in the middle of some points: markers that Office lacks."""
    run = f"<a:r>{letters('a:rPr', type_, colour)}<a:t>{sign}</a:t></a:r>"
    made = "".join(
        f'<c:dLbl><c:idx val="{place}"/>{_rich(run)}<c:dLblPos val="ctr"/>{shows(showVal=True)}'
        "</c:dLbl>"
        for place in places
    )
    return f"<c:dLbls>{made}{shows()}</c:dLbls>" if made else ""


def _rich(run: str) -> str:
    body = '<a:bodyPr wrap="none" lIns="38100" tIns="0" rIns="38100" bIns="0" anchor="ctr"/>'
    return f"<c:tx><c:rich>{body}<a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>"


def _guid(formula: str, place: int) -> str:
    found = hashlib.sha256(f"{formula}/{place}".encode()).hexdigest().upper()
    return f"{{{found[:8]}-{found[8:12]}-4{found[13:16]}-A{found[17:20]}-{found[20:32]}}}"


def marker(symbol: str, size: float = 9, fill: str = "", edge: str = "") -> str:
    """A point's sign: circle, diamond, triangle or none."""
    if symbol == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    look = f"<c:spPr>{solid(fill)}{line(edge or fill, 1)}</c:spPr>"
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{round(size)}"/>{look}</c:marker>'


def xy_series(
    number: int,
    name: Ref,
    x: Ref,
    y: Ref,
    *,
    drawn: str = NO_LINE,
    mark: str = "",
    points: str = "",
    labels: str = "",
    extension: str = "",
) -> str:
    """A series of a scatter chart; points: c:dPt of those that look otherwise."""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{texts("c:tx", name)}'
        f"<c:spPr>{drawn}</c:spPr>{mark or marker('none')}{points}{labels}"
        f'{numbers("c:xVal", x)}{numbers("c:yVal", y)}<c:smooth val="0"/>{extension}</c:ser>'
    )


def value_axis(
    own: int, other: int, low: float, high: float, *, side: str, unit: float = 0, grid: str = ""
) -> str:
    """An axis of numbers without labels or line of its own; grid: the colour of its lines."""
    lines = f"<c:majorGridlines><c:spPr>{line(grid, 0.75)}</c:spPr></c:majorGridlines>"
    steps = f'<c:majorUnit val="{unit!r}"/>' if unit else ""
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high!r}"/><c:min val="{low!r}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/>{lines if grid else ""}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:spPr>{NO_LINE}</c:spPr>'
        f'<c:crossAx val="{other}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f"{steps}</c:valAx>"
    )


def area(x: float, y: float, width: float, height: float, target: str = "") -> str:
    """Where something stands, in shares of the chart's width and height."""
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    sides = (("x", x), ("y", y), ("w", width), ("h", height))
    edges = "".join(f'<c:{name}Mode val="edge"/>' for name in ("x", "y"))
    shares = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in sides)
    return f"<c:layout><c:manualLayout>{inner}{edges}{shares}</c:manualLayout></c:layout>"


def space(plot: str, legend: str, type_: Type, colour: str) -> str:
    """The whole part, without the relation to its workbook."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{MAIN}" xmlns:r="{RELATIONS}">'
        f'<c:date1904 val="0"/><c:lang val="{type_.language}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/>{plot}{legend}<c:plotVisOnly val="0"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>{NO_LINE}</c:spPr>'
        f"{letters_of_all(type_, colour)}</c:chartSpace>"
    )


def legend(hidden: Iterable[int], type_: Type, colour: str, where: str) -> str:
    """A key above the plot, without the entries that are hidden."""
    gone = "".join(
        f'<c:legendEntry><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
        for number in hidden
    )
    return (
        f'<c:legend><c:legendPos val="t"/>{gone}{where}<c:overlay val="0"/>'
        f"{letters_of_all(type_, colour)}</c:legend>"
    )
