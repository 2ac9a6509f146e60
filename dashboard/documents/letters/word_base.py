"""An empty Word document in the form of the decree, of our own or of the office's template.

Our own holds five parts and no theme, so that no theme's font can win over the decree's.
"""

import io
import zipfile
from datetime import datetime
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from dashboard.documents.decree30 import RECIPIENT
from dashboard.documents.figure_list import PROPERTIES, as_xml
from dashboard.documents.letters.word_styles import (
    DASH,
    DASH_SMALL,
    Density,
    Style,
    letters_xml,
    style_xml,
    styles,
)
from dashboard.documents.letters.word_xml import DECLARED, twips
from dashboard.documents.model.paper import Paper

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TAGS = {"vi": "vi-VN", "en": "en-GB"}


class Base(NamedTuple):
    """What a letter is written into: own: ids of a template's styles that stay, by our names;
    margins: those that stay, in mm by side; body: the size of its letters, None for ours."""

    document: WordDocument
    own: dict[str, str]
    margins: dict[str, float]
    body: float | None


def own() -> Base:
    """A document of our own without a word in it."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
        )
    )
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
        ),
        "_rels/.rels": _relations((RT.OFFICE_DOCUMENT, "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(
            (RT.STYLES, "styles.xml"), (RT.SETTINGS, "settings.xml")
        ),
        "word/document.xml": f"<w:document {DECLARED}><w:body/></w:document>",
        "word/styles.xml": f"<w:styles {DECLARED}/>",
        "word/settings.xml": f"<w:settings {DECLARED}/>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, _HEAD + xml)
    return Base(Document(io.BytesIO(stream.getvalue())), {}, {}, None)


def _relations(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{made}</Relationships>'


def prepare(
    document: WordDocument, paper: Paper, density: Density, own: dict[str, str]
) -> dict[str, str]:
    """Give the document its styles, lists and settings; the ids of all styles.

    own: styles of a template that stand as they are, by our name.
    """
    element = document.styles.element
    _defaults(element, _TAGS[paper.language])
    known = {
        _folded(style.find(_w("name")).get(_w("val"))): style
        for style in element.iterchildren(_w("style"))
        if style.find(_w("name")) is not None
    }
    named = styles(density)
    ids = {name: _id_of(known, style) for name, style in named.items()} | own
    for name, style in named.items():
        if name not in own:
            made = parse_xml(_declared(style_xml(style, ids[name], ids["normal"]), "w:style"))
            old = known.get(_folded(style.name))
            if old is None:
                element.append(made)
            else:
                element.replace(old, made)
    _lists(document)
    _settings(document, _TAGS[paper.language])
    return ids


def _id_of(known: dict[str, Any], style: Style) -> str:
    old = known.get(_folded(style.name))
    return style.id if old is None else str(old.get(_w("styleId")))


def _folded(name: str) -> str:
    return name.lower()


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name


def _declared(xml: str, tag: str) -> str:
    return xml.replace(f"<{tag}", f"<{tag} {DECLARED}", 1)


def _defaults(element: Any, tag: str) -> None:
    """What holds where no style says otherwise: the decree's font and the language."""
    for old in element.findall(_w("docDefaults")):
        element.remove(old)
    look = letters_xml(styles(Density())["normal"].letters)
    lang = f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>'
    made = (
        f"<w:docDefaults {DECLARED}><w:rPrDefault><w:rPr>{look}{lang}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )
    element.insert(0, parse_xml(made))


def _lists(document: WordDocument) -> None:
    """The lists with a dash; a template's own have left with its text."""
    small = f"<w:rPr>{letters_xml(RECIPIENT)}</w:rPr>"
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(hangs)}"/>'
        f"</w:pPr>{look}</w:lvl></w:abstractNum>"
        for number, left, hangs, look in ((DASH, 12.7, 6.35, ""), (DASH_SMALL, 3, 3, small))
    )
    made += "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (DASH, DASH_SMALL)
    )
    xml = f"{_HEAD}<w:numbering {DECLARED}>{made}</w:numbering>"
    _add(document.part, "/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, xml.encode())


def _settings(document: WordDocument, tag: str) -> None:
    """Word's newest layout, and nothing that a template would have Word fetch or ask."""
    element = document.settings.element
    for child in list(element):
        element.remove(child)
    word = 'w:uri="http://schemas.microsoft.com/office/word"'
    compat = f'<w:compatSetting w:name="compatibilityMode" {word} w:val="15"/>'
    made = (
        f'<w:settings {DECLARED}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{tag}"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )
    for child in list(parse_xml(made)):
        element.append(child)


def sign(document: WordDocument, paper: Paper) -> None:
    """What the file says of itself: of the state that it is of, not of the clock."""
    made: datetime = paper.stamp.made
    about, stamp = document.core_properties, paper.stamp
    about.title, about.subject = paper.title.text[:255], stamp.period[:255]
    about.author = about.last_modified_by = stamp.unit[:255]
    about.comments, about.keywords = stamp.line[:255], stamp.code
    about.category, about.content_status, about.identifier = "", "", ""
    about.language, about.version = _TAGS[paper.language], stamp.version
    about.created = about.modified = made
    about.revision = 1


def carry(document: WordDocument, paper: Paper) -> None:
    """The list of figures as a part of its own, for programs."""
    item = _add(
        document.part, "/customXml/item1.xml", "application/xml", RT.CUSTOM_XML, as_xml(paper)
    )
    kind = CT.OFC_CUSTOM_XML_PROPERTIES
    _add(item, "/customXml/itemProps1.xml", kind, RT.CUSTOM_XML_PROPS, PROPERTIES)


def _add(holder: Part, name: str, kind: str, relation: str, xml: bytes) -> Part:
    package: Any = holder.package
    part = Part(PackURI(name), kind, xml, package)
    holder.relate_to(part, relation)
    return part
