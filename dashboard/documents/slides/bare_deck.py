"""A deck without slides and without what only belonged to them: layouts, master and theme stay.

What is left out goes with all that only it led to: pictures, notes, comments, names of people.
"""

from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What a presentation says of itself, in the schema's order; notes get a master of their own.
_SAID = ("sldMasterIdLst", "sldSz", "notesSz", "defaultTextStyle")
# Not how it was last shown and looked at, which leads to its slides: blank ones take their place,
# as PowerPoint may offer to repair a deck without.
_BLANK = (
    ("/ppt/presProps.xml", CT.PML_PRES_PROPS, RT.PRES_PROPS, "presentationPr"),
    ("/ppt/viewProps.xml", CT.PML_VIEW_PROPS, RT.VIEW_PROPS, "viewPr"),
)
_PARTS = (RT.SLIDE_MASTER, RT.THEME, RT.TABLE_STYLES)
_HDPHOTO = "http://schemas.microsoft.com/office/2007/relationships/hdphoto"
# What a layout or master may lead to.
_LED_TO = (
    RT.SLIDE_LAYOUT, RT.SLIDE_MASTER, RT.THEME, RT.THEME_OVERRIDE, RT.IMAGE, _HDPHOTO,
)  # fmt: skip


def strip(deck: Any) -> None:
    """Take out slides, sections, shows, notes, comments, pictures of the first slide, programs."""
    root, part = deck.part._element, deck.part
    for child in list(root):
        if child.tag not in {f"{_P}{name}" for name in _SAID}:
            root.remove(child)
    for attribute in ("removePersonalInfoOnSave", "firstSlideNum"):
        root.attrib.pop(attribute, None)
    for key, rel in list(part.rels.items()):
        if rel.is_external or rel.reltype not in _PARTS:
            part.rels.pop(key)
    for name, kind, relation, tag in _BLANK:
        add_part(part, name, kind, relation, f'<p:{tag} xmlns:p="{_P[1:-1]}"/>'.encode())
    package = part.package
    for key, rel in list(package._rels.items()):
        if rel.reltype != RT.OFFICE_DOCUMENT:
            package._rels.pop(key)


def add_part(holder: Part, name: str, kind: str, relation: str, xml: bytes) -> Part:
    """A new part that another leads to. kind: its content type; relation: the relationship's."""
    part = Part(PackURI(name), kind, holder.package, xml)
    holder.relate_to(part, relation)
    return part


def keep_only(deck: Any, kept: list[Any]) -> None:
    """Take out all layouts but these, and masters without one of them."""
    masters = {layout.slide_master.part for layout in kept}
    listed = deck.part._element.find(f"{_P}sldMasterIdLst")
    for entry in list(listed):
        key = entry.get(f"{_R}id")
        if deck.part.rels[key].target_part not in masters:
            listed.remove(entry)
            deck.part.rels.pop(key)
    parts = {layout.part for layout in kept}
    for layout in list(kept[0].slide_master.slide_layouts):
        if layout.part not in parts:
            kept[0].slide_master.slide_layouts.remove(layout)
    for holder in (kept[0].slide_master, *kept):
        _unlink(holder)


def _unlink(holder: Any) -> None:
    """No links to slides that are gone or to anywhere outside, nothing that moves."""
    for key, rel in list(holder.part.rels.items()):
        if rel.reltype in _LED_TO and not rel.is_external:
            continue
        for element in holder._element.xpath(f"//*[@r:*='{key}']"):
            _whole(element).getparent().remove(_whole(element))
        holder.part.rels.pop(key)
    for moving in holder._element.xpath("//p:timing | //p:transition"):
        moving.getparent().remove(moving)


def _whole(element: Any) -> Any:
    """The frame of an object that would be left without it, else the element."""
    frames = [*element.iterancestors(f"{_P}graphicFrame", f"{_MC}AlternateContent")]
    return frames[-1] if frames else element
