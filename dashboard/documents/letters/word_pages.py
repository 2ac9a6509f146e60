"""Pages of a letter: margins, the page's number above from the second on, the stamp below."""

from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from dashboard.documents import decree30 as rules
from dashboard.documents.letters.word_xml import DECLARED, field, paragraph, run, twips

_EDGE = 10.0  # mm from the paper's edge to number and stamp


class Pages:
    """The sections of a document: the same margins, header and footer in each."""

    def __init__(self, document: WordDocument, margins: dict[str, float], ids: dict[str, str]):
        ours = {"top": rules.TOP, "bottom": rules.BOTTOM, "left": rules.LEFT, "right": rules.RIGHT}
        self.margins = ours | margins
        self._document, self._ids = document, ids
        self._references = ""

    def room(self, is_wide: bool = False) -> float:
        """The width between the margins, in mm."""
        return rules.PAPER[1 if is_wide else 0] - self.margins["left"] - self.margins["right"]

    def height(self) -> float:
        """The height between the margins of an upright page, in mm."""
        return rules.PAPER[1] - self.margins["top"] - self.margins["bottom"]

    def above_and_below(self, stamp: str) -> None:
        """Make header and footer: no number on the first page, the stamp on every one."""
        number = paragraph(self._ids["page_number"], field("PAGE", "2"))
        nothing = paragraph(self._ids["page_number"], "")
        below = paragraph(self._ids["stamp"], run(stamp))
        made = (
            ("header", "default", number, 1),
            ("header", "first", nothing, 2),
            ("footer", "default", below, 1),
            ("footer", "first", below, 2),
        )
        self._references = "".join(self._made(*one) for one in made)

    def _made(self, kind: str, where: str, content: str, number: int) -> str:
        tag = "w:hdr" if kind == "header" else "w:ftr"
        xml = f"<{tag} {DECLARED}>{content}</{tag}>"
        type_ = CT.WML_HEADER if kind == "header" else CT.WML_FOOTER
        package: Any = self._document.part.package
        part = Part(PackURI(f"/word/{kind}{number}.xml"), type_, _HEAD + xml.encode(), package)
        relation = self._document.part.relate_to(part, RT.HEADER if kind == "header" else RT.FOOTER)
        return f'<w:{kind}Reference w:type="{where}" r:id={quoteattr(relation)}/>'

    def section(self, is_wide: bool = False, restart: bool = False) -> str:
        """The properties of a section (w:sectPr)."""
        width, height = (twips(length) for length in rules.PAPER)
        size = f'w:w="{width}" w:h="{height}"'
        if is_wide:
            size = f'w:w="{height}" w:h="{width}" w:orient="landscape"'
        sides = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in self.margins.items())
        edge = twips(_EDGE)
        count = '<w:pgNumType w:start="1"/>' if restart else ""
        return (
            f'<w:sectPr>{self._references}<w:type w:val="nextPage"/><w:pgSz {size}/>'
            f'<w:pgMar {sides} w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{count}'
            '<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
        )

    def end(self, is_wide: bool = False, restart: bool = False) -> str:
        """The paragraph that ends a section before the last."""
        sector = self.section(is_wide, restart)
        small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        return paragraph(self._ids["line"], "", small + sector)


_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
