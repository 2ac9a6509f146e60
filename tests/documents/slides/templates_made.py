"""Templates as offices have them, and worse: made by code, each with one thing that breaks naive
writers."""

import copy
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pptx
from lxml import etree
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Emu, Inches, Pt

SECRET = "Bí mật của mẫu cũ"  # stands on slides, notes and media of a template
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_NS = f'xmlns:a="{_A}" xmlns:p="{_P}"'


def picture(colour: str = "#203040", size: tuple[int, int] = (64, 48), kind: str = "PNG") -> bytes:
    """A picture of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, kind)
    return stream.getvalue()


def saved(deck: Any) -> bytes:
    """The bytes of a deck."""
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def wide() -> Any:
    """python-pptx's deck, stretched to 16:9 as PowerPoint stretches it."""
    deck = pptx.Presentation()
    share = Inches(13.333) / deck.slide_width
    deck.slide_width = Inches(13.333)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = round(shape.left * share), round(shape.width * share)
    return deck


def photograph() -> bytes:
    """A dark photograph behind everything, titles in black."""
    deck = wide()
    key = deck.slide_master.part.get_or_add_image_part(io.BytesIO(picture()))[1]
    _background(
        deck.slide_master,
        f'<p:bgPr><a:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
        f'2006/relationships" r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
        "<a:effectLst/></p:bgPr>",
    )
    return saved(deck)


def dark() -> bytes:
    """White letters on black, as the template means it."""
    deck = wide()
    master = deck.slide_master
    plain = '<p:bgPr><a:solidFill><a:srgbClr val="10141A"/></a:solidFill><a:effectLst/></p:bgPr>'
    _background(master, plain)
    for style in ("titleStyle", "bodyStyle"):
        for fill in master._element.xpath(f"//p:{style}/a:lvl1pPr/a:defRPr/a:solidFill"):
            fill.getparent().replace(
                fill, parse_xml(f'<a:solidFill {_NS}><a:srgbClr val="FFFFFF"/></a:solidFill>')
            )
    for fill in deck.slide_layouts[0]._element.xpath("//a:lvl1pPr/a:defRPr/a:solidFill"):
        fill.getparent().replace(
            fill, parse_xml(f'<a:solidFill {_NS}><a:srgbClr val="DDDDDD"/></a:solidFill>')
        )
    return saved(deck)


def band() -> bytes:
    """A red band behind titles, which are white on it."""
    deck = wide()
    master = deck.slide_master
    box = (
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="77" name="band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{deck.slide_width}" cy="{Pt(120)}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:srgbClr val="A00010"/></a:solidFill></p:spPr></p:sp>'
    )
    master.shapes._spTree.insert(2, parse_xml(box))
    for fill in master._element.xpath("//p:titleStyle/a:lvl1pPr/a:defRPr/a:solidFill"):
        fill.getparent().replace(
            fill, parse_xml(f'<a:solidFill {_NS}><a:srgbClr val="FFFFFF"/></a:solidFill>')
        )
    return saved(deck)


def old_size() -> bytes:
    """4:3."""
    return saved(pptx.Presentation())


def narrow() -> bytes:
    """Titles in a box of three inches at the left."""
    deck = wide()
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            if "TITLE" in str(shape.placeholder_format.type):
                shape.left, shape.top, shape.width, shape.height = map(Inches, (0.2, 0.4, 3, 4))
    return saved(deck)


def upright() -> bytes:
    """Only titles from top to bottom."""
    deck = wide()
    for layout in list(deck.slide_layouts)[:-1]:
        deck.slide_layouts.remove(layout)
    return saved(deck)


def turned() -> bytes:
    """A title whose letters run from bottom to top, and one that stands on its side."""
    deck = wide()
    deck.slide_layouts[5].placeholders[0]._element.txBody.bodyPr.set("vert", "vert270")
    deck.slide_layouts[0].placeholders[0].rotation = 90
    return saved(deck)


def untitled() -> bytes:
    """Only an empty layout."""
    deck = wide()
    for layout in list(deck.slide_layouts):
        if layout._element.get("type") != "blank":
            deck.slide_layouts.remove(layout)
    return saved(deck)


def crowded() -> bytes:
    """Sixty layouts, none with a type, names in Vietnamese."""
    deck = wide()
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT
    from pptx.opc.packuri import PackURI
    from pptx.parts.slide import SlideLayoutPart

    master, source = deck.slide_master, deck.slide_layouts[1]
    for number in range(12, 61):
        element = copy.deepcopy(source._element)
        name = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
        part = SlideLayoutPart(name, source.part.content_type, master.part.package, element)
        part.relate_to(master.part, RT.SLIDE_MASTER)
        entry = etree.SubElement(master._element.sldLayoutIdLst, f"{{{_P}}}sldLayoutId")
        entry.set("id", str(2147483700 + number))
        entry.set(
            "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
            master.part.relate_to(part, RT.SLIDE_LAYOUT),
        )
    for number, layout in enumerate(deck.slide_layouts):
        layout._element.attrib.pop("type", None)
        layout._element.cSld.set("name", f"Bố cục {number}")
    return saved(deck)


def huge() -> bytes:
    """Letters of 96 points in capitals, turned, with a font of old Vietnamese encodings."""
    deck = wide()
    for look in deck.slide_master._element.xpath("//p:txStyles//a:defRPr"):
        look.set("sz", "9600")
        look.set("cap", "all")
    theme = next(
        r.target_part for r in deck.slide_master.part.rels.values() if "theme" in r.reltype
    )
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface=".VnTime"')
    return saved(deck)


def full() -> bytes:
    """Its own slides with notes, pictures, charts, links, sections, views: a secret on each."""
    deck = wide()
    for number in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = SECRET
        slide.notes_slide.notes_text_frame.text = SECRET
        slide.shapes.add_picture(io.BytesIO(picture("#00FF00")), Emu(0), Emu(0))
        data = CategoryChartData()
        data.categories, _ = [SECRET], data.add_series(SECRET, (number,))
        slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(2), Inches(2), data)
    layout = deck.slide_layouts[5]
    box = layout.placeholders[0]._element
    key_of_slides = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    key = layout.part.relate_to(deck.slides[0].part, key_of_slides)
    box.nvSpPr.cNvPr.append(
        parse_xml(
            f'<a:hlinkClick {_NS} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships" r:id="{key}" action="ppaction://hlinksldjump"/>'
        )
    )
    sections = (
        f'<p:extLst {_NS}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f'<p14:section name="{SECRET}" id="{{6E5B8E8F-6D1B-4B5C-9B5E-0C8C2E5F7A11}}">'
        f'<p14:sldIdLst><p14:sldId id="{deck.slides[0].slide_id}"/></p14:sldIdLst></p14:section>'
        "</p14:sectionLst></p:ext></p:extLst>"
    )
    deck.part._element.append(parse_xml(sections))
    looked_at = next(r.target_part for r in deck.part.rels.values() if "viewProps" in r.reltype)
    looked_at.relate_to(deck.slides[0].part, key_of_slides)
    deck.core_properties.author = deck.core_properties.title = SECRET
    return saved(deck)


def retyped(content: bytes, old: bytes, new: bytes, **extra: bytes) -> bytes:
    """A deck with another content type, and further entries."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in given.namelist():
            data = given.read(name)
            if name == "[Content_Types].xml":
                assert old in data
                data = data.replace(old, new)
            made.writestr(name, data)
        for name, data in extra.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


def potx() -> bytes:
    """A template by its content type."""
    return retyped(saved(wide()), b"presentation.main+xml", b"template.main+xml")


def _background(holder: Any, inside: str) -> None:
    tree = holder._element.cSld
    for old in tree.findall(f"{{{_P}}}bg"):
        tree.remove(old)
    tree.insert(0, parse_xml(f"<p:bg {_NS}>{inside}</p:bg>"))


WEIRD: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        photograph, dark, band, old_size, narrow, upright, turned, untitled,
        crowded, huge, full, potx,
    )
}  # fmt: skip
