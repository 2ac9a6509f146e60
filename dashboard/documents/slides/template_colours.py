"""What is seen behind a place of a layout, and in which colour its letters are: as far as the
file says it plainly. None is "no idea": a photograph, a gradient, half a shape."""

from typing import Any

from lxml import etree

from dashboard.charts.look import WHITE
from dashboard.documents.slides.deck_stage import Box

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_EMU = 12_700
_PLAIN_GROUND = 1001  # the first of a theme's backgrounds
_WITHOUT_AREA = {f"{P}cxnSp", f"{P}nvGrpSpPr", f"{P}grpSpPr", f"{P}extLst"}


class Colours:
    """The colours of a master's theme."""

    def __init__(self, master: Any) -> None:
        theme = next(r.target_part for r in master.part.rels.values() if r.reltype[-6:] == "/theme")
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(theme.blob, parser)
        scheme = root.find(f".//{A}clrScheme")
        self._named = {
            etree.QName(slot).localname: slot for slot in (scheme if scheme is not None else ())
        }
        self._map = dict(next(master._element.iter(f"{P}clrMap")).attrib)
        self.grounds = [*(root.find(f".//{A}bgFillStyleLst") or ())]
        self.fonts = {
            kind: latin.get("typeface", "")
            for kind in ("majorFont", "minorFont")
            for latin in root.findall(f".//{A}{kind}/{A}latin")
        }

    def of(self, holder: Any) -> str | None:
        """The colour that a fill or a reference names, "#RRGGBB"."""
        for choice in holder:
            kind = etree.QName(choice).localname
            if kind == "schemeClr":
                name = self._map.get(choice.get("val"), choice.get("val"))
                slot = self._named.get(name)
                return None if len(choice) or slot is None else self.of(slot)
            if len(choice):
                return None  # lighter or darker than it says
            value = {"srgbClr": choice.get("val"), "sysClr": choice.get("lastClr")}.get(kind)
            return f"#{value.upper()}" if value and len(value) == 6 else None
        return None


def ground(layout: Any, box: Box, colours: Colours) -> str | None:
    """The one colour that is seen behind a box of a layout."""
    if next(layout._element.iter(f"{A}overrideClrMapping"), None) is not None:
        return None  # it names its colours otherwise
    found = _background(layout, colours)
    master = layout.slide_master
    shows_master = layout._element.get("showMasterSp", "1") not in ("0", "false")
    for holder in (master, layout) if shows_master else (layout,):
        for element in holder.shapes._spTree:
            if element.tag not in _WITHOUT_AREA and not _is_unseen(element):
                found = _over(found, element, box, colours)
    return found


def letters(layout: Any, holder: Any, style: str, colours: Colours) -> str | None:
    """The colour of a placeholder's letters; style: "titleStyle" or "bodyStyle"."""
    master = layout.slide_master._element
    own = holder._element.findall(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
    of_all = master.findall(f"{P}txStyles/{P}{style}/{A}lvl1pPr/{A}defRPr")
    for look in (*own, *of_all):
        fills = [child for child in look if etree.QName(child).localname.endswith("Fill")]
        if fills:
            is_plain = fills[0].tag == f"{A}solidFill"
            return colours.of(fills[0]) if is_plain else None
    return None


def _background(layout: Any, colours: Colours) -> str | None:
    for holder in (layout, layout.slide_master):
        found = holder._element.find(f"{P}cSld/{P}bg")
        if found is None:
            continue
        plain = found.find(f"{P}bgPr/{A}solidFill")
        if plain is not None:
            return colours.of(plain)
        reference = found.find(f"{P}bgRef")
        if reference is None:
            return None
        place = int(reference.get("idx", "0")) - _PLAIN_GROUND
        fill = colours.grounds[place] if 0 <= place < len(colours.grounds) else None
        is_plain = fill is not None and fill.tag == f"{A}solidFill" and not len(fill[0])
        return colours.of(reference) if is_plain else None
    return WHITE


def _is_unseen(element: Any) -> bool:
    """Whether it is a placeholder, or a box without filling, edge and words."""
    if next(element.iter(f"{P}ph"), None) is not None:
        return True
    shape = element.find(f"{P}spPr")
    edge = shape.find(f"{A}ln") if shape is not None else None
    has_edge = edge is not None and edge.find(f"{A}noFill") is None
    is_empty = shape is not None and shape.find(f"{A}noFill") is not None and not has_edge
    return is_empty and element.tag == f"{P}sp" and not any(t.text for t in element.iter(f"{A}t"))


def _over(below: str | None, element: Any, box: Box, colours: Colours) -> str | None:
    """What is seen when an element lies over it."""
    place = next((e for e in element.iter(f"{A}xfrm", f"{P}xfrm")), None)
    offset = place.find(f"{A}off") if place is not None else None
    extent = place.find(f"{A}ext") if place is not None else None
    if place is None or offset is None or extent is None:
        return None
    x, y = (int(offset.get(name, "0")) / _EMU for name in ("x", "y"))
    wide, high = (int(extent.get(name, "0")) / _EMU for name in ("cx", "cy"))
    if place.get("rot", "0") != "0":  # as far as it reaches when it is turned
        x, y, wide, high = x - high, y - wide, wide + 2 * high, high + 2 * wide
    if x >= box.right or y >= box.bottom or x + wide <= box.x or y + high <= box.y:
        return below
    is_around = x <= box.x and y <= box.y and x + wide >= box.right and y + high >= box.bottom
    shape = element.find(f"{P}spPr")
    fill = shape.find(f"{A}solidFill") if shape is not None else None
    is_box = shape is not None and any(g.get("prst") == "rect" for g in shape.iter(f"{A}prstGeom"))
    if is_around and is_box and fill is not None and place.get("rot", "0") == "0":
        return colours.of(fill)
    return None
