"""Our own base for slides: 16:9, a title slide, a slide with a title.

python-pptx's default is 4:3 and carries a picture of its first slide and settings of a printer:
it is put right once, in memory.
"""

import io
from functools import cache
from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.util import Pt

from dashboard.charts.look import LIGHT
from dashboard.documents.slides import bare_deck, slide_xml
from dashboard.documents.slides.deck_stage import COVER, HEIGHT, TITLE, WIDTH, Box, stage
from dashboard.documents.slides.ground import Ground, cover_boxes

FONT = "Arial"
_KEPT = ("title", "titleOnly")  # layouts by type
_COLOURS = {
    "dk1": LIGHT.text,
    "lt1": LIGHT.background,
    "dk2": LIGHT.muted,
    "lt2": LIGHT.surface,
    "accent1": LIGHT.accent,
    "accent2": LIGHT.orange,
    "accent3": LIGHT.done_late,
    "accent4": LIGHT.year_from,
    "accent5": LIGHT.grey,
    "accent6": LIGHT.open,
    "hlink": LIGHT.accent,
    "folHlink": LIGHT.muted,
}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


@cache
def base() -> Ground:
    """The base, without slides."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    bare_deck.strip(deck)
    kept = [one for one in deck.slide_layouts if one._element.get("type") in _KEPT]
    bare_deck.keep_only(deck, kept)
    master = deck.slide_master
    _theme(master)
    for holder in (master, *deck.slide_layouts):
        _places(holder)
    stream = io.BytesIO()
    deck.save(stream)
    return Ground(stream.getvalue(), WIDTH, HEIGHT, *cover_boxes())


def _theme(master: Any) -> None:
    """Our colours, and a font that every office has, in the theme."""
    part = next(
        rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme")
    )
    root = etree.fromstring(part.blob)
    root.set("name", "PAPI")
    for name, colour in _COLOURS.items():
        slot = next(root.iter(f"{_A}{name}"))
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{_A}srgbClr", val=colour.lstrip("#"))
    for kind in ("majorFont", "minorFont"):
        fonts = next(root.iter(f"{_A}{kind}"))
        for font in fonts.findall(f"{_A}font"):
            fonts.remove(font)  # per script: Latin letters alone are ours
        next(fonts.iter(f"{_A}latin")).set("typeface", FONT)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _places(holder: Any) -> None:
    """Title and subtitle where the writer sets them; no day, footer, number or body of theirs."""
    is_cover = holder._element.get("type") == "title"
    cover, said = cover_boxes()
    title = cover if is_cover else stage().title
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        if kind in _TITLES:
            _put(shape, title, COVER if is_cover else TITLE)
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            _put(shape, said, 20)
        elif kind == PP_PLACEHOLDER.BODY:
            _put(shape, stage().content, 20)
        else:
            shape._element.getparent().remove(shape._element)
    if is_cover:
        _bar(holder, Box(0, 0, 18, HEIGHT))
    elif holder._element.get("type") == "titleOnly":
        _bar(holder, Box(0, stage().title.y, 8, stage().title.height))


def _put(shape: Any, box: Box, size: float) -> None:
    shape.left, shape.top = Pt(box.x), Pt(box.y)
    shape.width, shape.height = Pt(box.width), Pt(box.height)
    body = shape._element.txBody.find(f"{_A}bodyPr")
    for old in list(body):
        body.remove(old)
    new = etree.fromstring(
        f"<x {slide_xml.NAMESPACES}>{slide_xml.body('b' if size == COVER else 't')}</x>"
    )[0]
    body.getparent().replace(body, new)


def _bar(holder: Any, box: Box) -> None:
    """A mark of the accent's colour at the left edge."""
    tree = holder.shapes._spTree
    tree.insert(2, parse_xml(slide_xml.panel(900, "Vạch màu", box, LIGHT.accent)))
