"""The styles of a letter in Word: what Decree 30/2020/NĐ-CP says of each text, as a style.

Every look stands in a style, none at a run: an office that changes a style changes its letters.
Built-in styles keep Word's own names, so that headings stand in its navigation pane.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dashboard.documents import decree30 as rules
from dashboard.documents.decree30 import Letters
from dashboard.documents.letters.word_xml import twips
from dashboard.folding import capital


@dataclass(frozen=True)
class Density:
    """How closely a paper is set: sizes of body, tables and notes, lines' distance, points
    between paragraphs, how high figures stand (1: as they are in a report)."""

    body: float = rules.BODY.size
    table: float = rules.TABLE.size
    note: float = rules.NOTE.size
    spacing: float = rules.SPACING
    between: float = rules.BETWEEN
    figures: float = 1.0
    indent: float = rules.INDENT  # mm, of first lines and headings


class Style(NamedTuple):
    """A paragraph's look. name: Word's own or ours; align: w:jc; first, left: indents in mm (a
    negative first hangs); level: in the outline, None for text; mark: number of its list."""

    name: str
    letters: Letters
    align: str = "left"
    before: float = 0
    after: float = 0
    line: float = 1.0
    first: float = 0
    left: float = 0
    level: int | None = None
    mark: int = 0
    is_kept: bool = False

    @property
    def id(self) -> str:
        """As paragraphs name it; a template may know it by another."""
        return "".join(map(capital, self.name.split()))


DASH, DASH_SMALL = 1, 2  # lists: of sentences, of who gets the letter
_DEEP, _DEEP_SMALL = 6.35, 3.0  # mm from a dash to its text
# What no density changes: letterhead, signature, annex titles, pages.
_FIXED = {
    "heading": Style("Title", rules.HEADING, "center", before=12, is_kept=True),
    "subject": Style("Subtitle", rules.SUBJECT, "center", is_kept=True),
    "nation": Style("PAPI Nation", rules.OF_NATION, "center"),
    "motto": Style("PAPI Motto", rules.OF_MOTTO, "center"),
    "above": Style("PAPI Above", rules.ABOVE, "center"),
    "office": Style("PAPI Office", rules.OFFICE, "center"),
    "number": Style("PAPI Number", rules.NUMBER, "center", before=6),
    "place": Style("PAPI Place And Day", rules.PLACE_AND_DAY, "center", before=6),
    "line": Style("PAPI Line", Letters(2)),
    "signs": Style("PAPI Signs", rules.SIGNS, "center"),
    "recipients": Style("PAPI Recipients", rules.RECIPIENTS),
    "recipient": Style(
        "PAPI Recipient", rules.RECIPIENT, first=-_DEEP_SMALL, left=_DEEP_SMALL, mark=DASH_SMALL
    ),
    "annex": Style("PAPI Annex", rules.ANNEX, "center", level=0, is_kept=True),
    "annex_title": Style("PAPI Annex Title", rules.ANNEX_TITLE, "center", is_kept=True),
    "attached": Style("PAPI Attached", rules.PLACE_AND_DAY, "center", after=6, is_kept=True),
    "page_number": Style("header", rules.PAGE_NUMBER, "center"),
    "stamp": Style("footer", rules.STAMP),
}


def styles(density: Density) -> dict[str, Style]:
    """Every style by the name under which the writers know it."""
    gap = density.between

    def sized(letters: Letters, size: float = density.body) -> Letters:
        return replace(letters, size=min(letters.size, size))

    def flowing(name: str, letters: Letters, first: float = density.indent) -> Style:
        return Style(name, sized(letters), "both", 0, gap, density.spacing, first)

    def titled(name: str, letters: Letters, level: int) -> Style:
        return flowing(name, letters)._replace(before=gap + 2, level=level, is_kept=True)

    cell, bold = Letters(density.table), Letters(density.table, bold=True)
    item = flowing("List Bullet", rules.BODY, -_DEEP)
    return _FIXED | {
        "normal": Style("Normal", sized(rules.BODY)),
        "body": flowing("Body Text", rules.BODY),
        "bases": flowing("PAPI Bases", rules.BASES),
        "item": item._replace(left=density.indent + _DEEP, mark=DASH),
        "section": titled("heading 1", rules.SECTION, 0),
        "part": titled("heading 2", rules.PART, 1),
        "addressee": Style("PAPI Addressee", sized(rules.ADDRESSEE), "left", gap / 2, gap),
        "caption": Style("caption", bold, "center", gap, gap / 2, is_kept=True),
        "figure": Style("PAPI Figure", sized(rules.BODY), "center", after=gap / 2),
        "note": Style("PAPI Note", sized(rules.NOTE, density.note), "both", gap / 2, gap),
        "cell": Style("PAPI Cell", cell),
        "cell_middle": Style("PAPI Cell Centred", cell, "center"),
        "cell_right": Style("PAPI Cell Right", cell, "right"),
        "head": Style("PAPI Cell Head", bold, "center"),
        "group": Style("PAPI Cell Group", bold, is_kept=True),
    }


def style_xml(style: Style, id_: str, normal: str) -> str:
    """The element of a style; normal: the id of the style that it is based on."""
    is_normal = style.name == "Normal"
    kind = 'w:type="paragraph"' + (' w:default="1"' if is_normal else "")
    custom = ' w:customStyle="1"' if style.name.startswith("PAPI") else ""
    based = "" if is_normal else f"<w:basedOn w:val={quoteattr(normal)}/>"
    return (
        f"<w:style {kind}{custom} w:styleId={quoteattr(id_)}>"
        f"<w:name w:val={quoteattr(style.name)}/>{based}<w:qFormat/>"
        f"<w:pPr>{_paragraph(style)}</w:pPr><w:rPr>{letters_xml(style.letters)}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> str:
    first = f'w:hanging="{twips(-style.first)}"' if style.first < 0 else ""
    first = first or f'w:firstLine="{twips(style.first)}"'
    spacing = (
        f'w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"'
    )
    listed = f'<w:numPr><w:numId w:val="{style.mark}"/></w:numPr>' if style.mark else ""
    return (
        ("<w:keepNext/><w:keepLines/>" if style.is_kept else "")
        + f"<w:widowControl/>{listed}<w:spacing {spacing}/>"
        + f'<w:ind w:left="{twips(style.left)}" w:right="0" {first}/><w:jc w:val="{style.align}"/>'
        + (f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else "")
    )


def letters_xml(letters: Letters) -> str:
    """The elements of w:rPr: the decree's font for every kind of script, black."""
    fonts = " ".join(f'w:{kind}="{rules.FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    bold, italic, size = int(letters.bold), int(letters.italic), round(letters.size * 2)
    return (
        f'<w:rFonts {fonts}/><w:b w:val="{bold}"/><w:bCs w:val="{bold}"/>'
        f'<w:i w:val="{italic}"/><w:iCs w:val="{italic}"/><w:color w:val="000000"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )
