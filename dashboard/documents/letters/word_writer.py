"""Official letters as Word documents: report, minutes, brief, bulletin, reminders.

They follow Decree 30/2020/NĐ-CP (decree30.py). Everything that is said stands in the paper; what
is set here is the form.
"""

import io
from collections.abc import Sequence

from docx.oxml import parse_xml

from dashboard.documents import decree30 as rules
from dashboard.documents.letters import word_base, word_body, word_charts, word_template
from dashboard.documents.letters.word_base import Base
from dashboard.documents.letters.word_fit import DENSITIES, pages_of
from dashboard.documents.letters.word_pages import Pages
from dashboard.documents.letters.word_parts import gap, roman
from dashboard.documents.letters.word_sheet import Block, Held, Sheet
from dashboard.documents.letters.word_shortening import bounded, smaller
from dashboard.documents.letters.word_styles import Density, styles
from dashboard.documents.letters.word_tables import figures_table
from dashboard.documents.letters.word_xml import DECLARED
from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Annex, Paper, Part
from dashboard.documents.stable_zip import stable
from dashboard.words import words

_MOST_PAGES = {"brief": 2, "bulletin": 1}


def write(paper: Paper, template: bytes | None = None, figures: bool = False) -> bytes:
    """The paper as a .docx: see printed."""
    return printed(paper, template, figures)[0]


def printed(
    paper: Paper, template: bytes | None = None, figures: bool = False
) -> tuple[bytes, Paper]:
    """The paper as a .docx, the same bytes each time, and what of it is in there; figures: with
    the list of figures as a last annex.

    template: the office's own .docx or .dotx; its styles and margins stay where the decree allows.
    Raises DashboardError word_template_* where the template can't be used, font_missing.
    """
    base = word_template.opened(template) if template is not None else word_base.own()
    paper, density, left_out = _fitted(bounded(paper), base)
    document = base.document
    ids = word_base.prepare(document, paper, density, base.own)
    pages = Pages(document, base.margins, ids)
    pages.above_and_below(paper.stamp.line)
    held = word_charts.Held(document, paper.stamp.made)
    sheet = Sheet(words(paper.language), ids, density, pages.room(), held)
    body = _body(sheet, pages, paper, left_out, listed(paper) if figures else [])
    element = document.element
    made = parse_xml(f"<w:body {DECLARED}>{body}</w:body>")
    element.replace(element.body, made)
    word_base.carry(document, paper)
    word_base.sign(document, paper)
    stream = io.BytesIO()
    document.save(stream)
    return stable(stream.getvalue()), paper


def _fitted(paper: Paper, base: Base) -> tuple[Paper, Density, int]:
    """The paper as it is, or set and shortened for the pages that it may have; how many of its
    parts are left out."""
    most = _MOST_PAGES.get(paper.kind)
    if most is None:
        return paper, Density(body=base.body or rules.BODY.size), 0
    pages = Pages(base.document, base.margins, {})

    def fits(short: Paper, density: Density) -> bool:
        blocks = word_body.short_paper(
            _weighing(short, density, pages), short, len(paper.parts) - len(short.parts)
        )
        return pages_of(blocks, pages.height()) <= most

    closest = DENSITIES[-1]
    tries = (paper, *smaller(paper, words(paper.language)))
    found = next((short for short in tries if fits(short, closest)), tries[-1])
    density = next((density for density in DENSITIES if fits(found, density)), closest)
    return found, density, len(paper.parts) - len(found.parts)


def _weighing(paper: Paper, density: Density, pages: Pages) -> Sheet:
    ids = {name: style.id for name, style in styles(density).items()}
    held: Held = word_charts.Weighed()
    return Sheet(words(paper.language), ids, density, pages.room(), held)


def _body(
    sheet: Sheet, pages: Pages, paper: Paper, left_out: int, figures: Sequence[Listed]
) -> str:
    """All sections: each its blocks, how it lies, whether its pages are counted for themselves."""
    made: list[tuple[Sequence[Block], bool, bool]] = []
    if paper.kind == "reminders":
        made += [(word_body.letter(sheet, paper, one), False, True) for one in paper.letters]
        if not made:
            made.append((word_body.nobody(sheet, paper), False, False))
    elif paper.kind in _MOST_PAGES:
        made.append((word_body.short_paper(sheet, paper, left_out), False, False))
    else:
        made.append((word_body.report(sheet, paper), False, False))
    count = len(paper.annexes) + bool(figures)
    for place, one in enumerate(paper.annexes, 1):
        sheet.room = pages.room(one.is_wide)
        number = roman(place) if count > 1 else ""
        made.append((word_body.annex(sheet, paper, one, number), one.is_wide, True))
    if figures:
        sheet.room = pages.room(is_wide=True)
        last = Annex(sheet.words["letters.figures"], Part("figures", Said("")))
        blocks = word_body.annex(sheet, paper, last, roman(count) if count > 1 else "")
        made.append(([*blocks, *figures_table(sheet, figures)], True, True))
    return _joined(sheet, pages, made)


def _joined(sheet: Sheet, pages: Pages, made: Sequence[tuple[Sequence[Block], bool, bool]]) -> str:
    """The sections one behind the other; each but the last ends in a paragraph of its own."""
    said = []
    for place, (blocks, is_wide, restart) in enumerate(made, 1):
        said += _spaced(sheet, blocks)
        if place < len(made):
            said.append(pages.end(is_wide, restart))
        else:
            said += [gap(sheet).xml, pages.section(is_wide, restart)]
    return "".join(said)


def _spaced(sheet: Sheet, blocks: Sequence[Block]) -> list[str]:
    """Two tables that follow each other would become one: a line between them."""
    said: list[str] = []
    for block in blocks:
        if said and said[-1].startswith("<w:tbl>") and block.xml.startswith("<w:tbl>"):
            said.append(gap(sheet).xml)
        said.append(block.xml)
    return said
