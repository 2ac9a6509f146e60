"""The office's own .docx or .dotx as the base of its letters: its styles and margins, not words.

It is looked at before it is unpacked. Of what is in it only styles, margins and fonts stay:
text, pictures, fields, links and what Word would fetch or run are gone.
"""

import io
import zipfile
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart

from dashboard.documents import decree30 as rules
from dashboard.documents.letters.word_base import Base
from dashboard.documents.letters.word_styles import Density, Style, styles
from dashboard.errors import DashboardError

LARGEST, UNPACKED, ENTRIES = 20 * 2**20, 80 * 2**20, 2_000
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK\x03\x04"
_STAYS = (RT.STYLES, RT.SETTINGS, RT.FONT_TABLE)
_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
PartFactory.part_type_for[_DOTX] = DocumentPart  # python-docx knows documents alone
_MACROS = ("vbaproject.bin", "vbadata.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Built-in styles that a template may have its own way, where that is the decree's.
_ITS_WAY = ("body", "heading", "subject", "section", "part")
_LETTERS = {"rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang", "kern", "noProof"}
_PLACING = {"keepNext", "keepLines", "widowControl", "spacing", "ind", "jc", "outlineLvl"}


def opened(template: bytes) -> Base:
    """The template without its words.

    Raises DashboardError word_template_large, _locked, _macros, _foreign, _broken.
    """
    _check(template)
    try:
        part: Any = Package.open(io.BytesIO(template)).main_document_part
        part._content_type = CT.WML_DOCUMENT_MAIN  # of a .dotx too
        document = part.document
        base = Base(document, _kept_styles(document), _margins(document), _body_size(document))
        _empty(document)
    # Whatever a broken file makes the libraries raise means this one thing.
    except Exception as error:
        raise DashboardError("word_template_broken") from error
    return base


def _check(template: bytes) -> None:
    if len(template) > LARGEST:
        raise DashboardError("word_template_large")
    if template.startswith(_OLE):
        raise DashboardError("word_template_locked")
    if not template.startswith(_ZIP):
        raise DashboardError("word_template_foreign")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            entries = archive.infolist()
            types = archive.open("[Content_Types].xml").read(2**20).decode("utf-8", "replace")
    except Exception as error:  # zipfile raises many kinds for broken zips
        raise DashboardError("word_template_broken") from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise DashboardError("word_template_locked")
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise DashboardError("word_template_large")
    if "macroEnabled" in types or any(name.endswith(_MACROS) for name in names):
        raise DashboardError("word_template_macros")
    if not any(kind in types for kind in (CT.WML_DOCUMENT_MAIN, _DOTX)):
        raise DashboardError("word_template_foreign")


def _empty(document: WordDocument) -> None:
    """No word and nothing but styles, fonts and settings stays."""
    body = document.element.body
    for child in list(body):
        body.remove(child)
    for part, stays in ((document.part, _STAYS), (document.part.package, (RT.OFFICE_DOCUMENT,))):
        rels: Any = part.rels
        for name, relation in list(rels.items()):
            if relation.reltype not in stays or relation.is_external:
                del rels[name]
    for part in [relation.target_part for relation in document.part.rels.values()]:
        for name in list(part.rels):
            if part.rels[name].is_external:
                del part.rels[name]


def _margins(document: WordDocument) -> dict[str, float]:
    section = document.sections[-1]
    found = {
        "top": section.top_margin,
        "bottom": section.bottom_margin,
        "left": section.left_margin,
        "right": section.right_margin,
    }
    allowed = rules.MARGINS
    return {
        side: length.mm
        for side, length in found.items()
        if length is not None and allowed[side][0] <= round(length.mm, 1) <= allowed[side][1]
    }


def _kept_styles(document: WordDocument) -> dict[str, str]:
    every = _styles(document)
    by_name = {_name(style): style for style in every.values()}
    kept = {}
    for name, ours in styles(Density()).items():
        style = by_name.get(ours.name.lower()) if name in _ITS_WAY else None
        if style is not None and _is_by_the_decree(_chain(style, every), ours):
            kept[name] = str(style.get(f"{_W}styleId"))
    return kept


def _styles(document: WordDocument) -> dict[str, Any]:
    """Its styles of paragraphs by their ids; no font of a theme is left in any."""
    element: Any = document.styles.element
    for fonts in element.iter(f"{_W}rFonts"):
        for attribute in [name for name in fonts.attrib if name.endswith(("Theme", "theme"))]:
            del fonts.attrib[attribute]
    every = element.iterchildren(f"{_W}style")
    return {style.get(f"{_W}styleId"): style for style in every if _name(style)}


def _name(style: Any) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else str(name.get(f"{_W}val")).lower()


def _body_size(document: WordDocument) -> float | None:
    for style in _styles(document).values():
        size = style.find(f"{_W}rPr/{_W}sz")
        if _name(style) == "normal" and size is not None:
            points = float(size.get(f"{_W}val")) / 2
            return points if rules.BODY_SIZES[0] <= points <= rules.BODY_SIZES[1] else None
    return None


def _chain(style: Any, every: dict[str, Any]) -> list[Any]:
    """A style and those it is based on, without the normal one, which is ours."""
    found: list[Any] = []
    while style is not None and style not in found and _name(style) != "normal":
        found.append(style)
        based = style.find(f"{_W}basedOn")
        style = None if based is None else every.get(based.get(f"{_W}val"))
    return found


def _is_by_the_decree(chain: list[Any], ours: Style) -> bool:
    """Font, size, weight, slant, colour and place are what the decree says; distances are the
    office's, and at least the decree's."""

    def said(path: str, default: str, attribute: str = "val") -> str:
        for style in chain:
            found = style.find("/".join(f"{_W}{step}" for step in path.split("/")))
            if found is not None and (attribute == "val" or f"{_W}{attribute}" in found.attrib):
                return str(found.get(f"{_W}{attribute}", "1"))
        return default

    def has_only(group: str, allowed: set[str]) -> bool:
        found = (child for style in chain for child in style.findall(f"{_W}{group}/*"))
        return all(child.tag.removeprefix(_W) in allowed for child in found)

    fonts = {said("rPr/rFonts", rules.FONT, kind) for kind in ("ascii", "hAnsi", "cs", "eastAsia")}
    size = float(said("rPr/sz", str(rules.BODY.size * 2))) / 2
    is_on = [said(f"rPr/{mark}", "0") not in ("0", "false", "off") for mark in ("b", "i")]
    line = float(said("pPr/spacing", "240", "line"))
    return (
        has_only("rPr", _LETTERS)
        and has_only("pPr", _PLACING)
        and fonts == {rules.FONT}
        and rules.BODY_SIZES[0] <= size <= rules.BODY_SIZES[1]
        and is_on == [ours.letters.bold, ours.letters.italic]
        and said("rPr/color", "auto") in ("auto", "000000")
        and said("pPr/jc", "left") == ours.align
        and 240 <= line <= 360
        and said("pPr/spacing", "auto", "lineRule") == "auto"
        and float(said("pPr/spacing", "0", "after")) >= ours.after * 20
    )
