"""A paper of the kind slides as .pptx: native charts and tables that can be edited, speaker's
notes, the list of figures inside.

    write(paper)                                        on our own base, 16:9
    write(paper, template=bytes_of_pptx_or_potx)        on the office's own
    write(paper, logo=bytes_of_picture)                 with its logo on every slide

Raises DashboardError: slides_... of a template or a logo that is refused (texts slides.toml),
font_missing. The same paper, template and logo give the same bytes.
"""

import io
from dataclasses import dataclass
from typing import Any

import pptx
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from dashboard.charts.look import LIGHT
from dashboard.documents import figure_list
from dashboard.documents.model.paper import Paper, Part
from dashboard.documents.office_charts.chart_parts import chart_parts
from dashboard.documents.slides.bare_deck import add_part
from dashboard.documents.slides.deck_stage import (
    CHART,
    COVER,
    LEADING,
    MEASURE,
    NOTE,
    SMALLEST_COVER,
    SMALLEST_TABLE,
    SMALLEST_TITLE,
    STAMP,
    TITLE,
    UNDER_COVER,
    Box,
    Stage,
)
from dashboard.documents.slides.ground import Ground
from dashboard.documents.slides.layouts import chosen
from dashboard.documents.slides.slide_base import base
from dashboard.documents.slides.slide_parts import KEY_GAP, Content, contents
from dashboard.documents.slides.slide_setting import Setting, fitted_title
from dashboard.documents.slides.slide_xml import Type
from dashboard.documents.slides.template_file import ground_of, logo_of
from dashboard.documents.stable_zip import stable
from dashboard.words import Words, words

LOGO_WIDTH, LOGO_HEIGHT = 110.0, 44.0
LONGEST_NOTE = 4_000  # letters of a line of the notes


def write(paper: Paper, template: bytes | None = None, logo: bytes | None = None) -> bytes:
    """The slides of a paper; see above."""
    ground = base() if template is None else ground_of(template)
    picture = None if logo is None else logo_of(logo)
    deck = _Deck(paper, ground, picture)
    for part in paper.parts:
        deck.add(part)
    return deck.saved()


@dataclass
class _Deck:
    """Slides that gather."""

    paper: Paper
    ground: Ground
    logo: bytes | None

    def __post_init__(self) -> None:
        self.deck = pptx.Presentation(io.BytesIO(self.ground.deck))
        layouts = chosen(self.deck)
        assert layouts is not None  # a template without any was refused
        self.cover, self.layout = layouts
        self.words: Words = words(self.paper.language)
        self.tag = {"vi": "vi-VN", "en": "en-GB"}.get(self.paper.language, "vi-VN")
        size = self.ground.stage.size(SMALLEST_TABLE)
        self.type = Type(self.ground.body, size, LIGHT.text, self.tag)

    def add(self, part: Part) -> None:
        """The slides of a part; the first one that only says what the meeting is about is the
        cover."""
        is_bare = part.figure is None and part.table is None and not part.say
        if is_bare and part is self.paper.parts[0]:
            self._cover(part)
            return
        stage = self._stage(part, " (10/10)")
        pages = contents(part, stage, self.type)
        for number, content in enumerate(pages, 1):
            counted = f" ({number}/{len(pages)})" if len(pages) > 1 else ""
            self._slide(part, content, counted)

    def _stage(self, part: Part, counted: str) -> Stage:
        """The places of a part's slides, with what it has."""
        made = self.ground.stage
        made = made.beside((LOGO_WIDTH + 16) * made.scale) if self.logo else made
        made = made if part.measure else made.without_measure()
        made = made if part.note or part.source else made.without_note()
        if self.ground.title is not None:
            return made
        _, size, lines = fitted_title(str(part.title), made.title, self._sizes(made), counted)
        return made.below(made.title.y + lines * size * LEADING)

    def _sizes(self, stage: Stage) -> tuple[float, float]:
        return stage.size(TITLE), stage.size(SMALLEST_TITLE)

    def _new(self, layout: Any) -> Setting:
        slide = self.deck.slides.add_slide(layout)
        return Setting(slide, self.type, self.ground.heading)

    def _cover(self, part: Part) -> None:
        """The first slide: what, of whom and when; what of the paper's title the part does not
        say stands below."""
        on, ground, stage = self._new(self.cover), self.ground, self.ground.stage
        sizes = (stage.size(COVER), stage.size(SMALLEST_COVER))
        on.title(str(part.title), ground.cover_title, sizes, ground.cover_ink, "b")
        said = [text for text in (str(self.paper.title), part.measure) if text]
        said = [text for text in said if text != str(part.title)]
        on.subtitle(said, ground.cover_said, stage.size(UNDER_COVER), ground.cover_ink)
        if self.logo:
            on.picture(self.logo, self.words["slides.logo"], self._cover_logo(stage))
        self._foot(on, stage)
        for panel in ground.cover_panels:
            on.panel(panel)
        self._end(on, part)

    def _cover_logo(self, stage: Stage) -> Box:
        """Above the title, or above the stamp where a template's title stands high."""
        high, edge = 70 * stage.scale, stage.measure
        top = 40 * stage.scale
        if self.ground.cover_title.y < top + high:
            top = stage.stamp.y - high - 10 * stage.scale
        return Box(edge.x, top, edge.width, high)

    def _slide(self, part: Part, content: Content, counted: str) -> None:
        on, ground, stage = self._new(self.layout), self.ground, self._stage(part, counted)
        anchor = "ctr" if ground.title else "t"
        on.title(str(part.title), stage.title, self._sizes(stage), ground.ink, anchor, counted)
        on.words("Measure", part.measure, stage.measure, stage.size(MEASURE), most=1)
        self._content(on, content, stage, str(part.title))
        note = " ".join(text for text in (str(part.note), part.source) if text)
        on.words("Note", note, stage.note, stage.size(NOTE))
        if self.logo:
            high = Box(stage.title.right, stage.title.y, (LOGO_WIDTH + 16) * stage.scale,
                       LOGO_HEIGHT * stage.scale)  # fmt: skip
            on.picture(self.logo, self.words["slides.logo"], high)
        self._foot(on, stage)
        if stage.panel:
            on.panel(stage.panel)
        self._end(on, part)

    def _content(self, on: Setting, content: Content, stage: Stage, title: str) -> None:
        box = stage.content
        if content.figure is not None:
            chart = chart_parts(
                content.figure, self.ground.body, stage.size(CHART) , width=box.width,
                height=box.height, language=self.paper.language, scale_of=content.whole,
            )  # fmt: skip
            on.chart(chart, self.paper.stamp.made, box)
        elif content.grid is not None:
            on.table("Table", content.alt or title, content.grid, box)
            if content.key is not None:
                down = box.y + content.grid.height + KEY_GAP
                on.table(
                    "Key",
                    content.key.said,
                    content.key,
                    Box(box.x, down, sum(content.key.widths), 0),
                )
            size = stage.size(SMALLEST_TABLE)
            under = Box(box.x, box.y + content.grid.height + 4, box.width, size * LEADING)
            on.words("More", content.more, under, size, most=1)
        elif content.said is not None:
            on.sentences("Findings", content.said.texts, content.said.size, box)

    def _foot(self, on: Setting, stage: Stage) -> None:
        on.words("Stamp", self.paper.stamp.line, stage.stamp, stage.size(STAMP))
        on.number(stage.number, stage.size(STAMP))

    def _end(self, on: Setting, part: Part) -> None:
        """Speaker's notes; nothing is left empty."""
        lines = [*part.notes, *part.say, part.note, part.source, self.paper.stamp.line]
        said = [str(line)[:LONGEST_NOTE] for line in lines if line]
        on.notes("\n".join(dict.fromkeys(said)))
        on.finish()

    def saved(self) -> bytes:
        """The file."""
        stamp, about = self.paper.stamp, self.deck.core_properties
        about.title, about.subject = str(self.paper.title)[:255], stamp.period[:255]
        about.author = about.last_modified_by = stamp.unit[:255]
        about.created = about.modified = stamp.made
        about.comments, about.language, about.revision = stamp.line[:255], self.tag, 1
        self._carry()
        stream = io.BytesIO()
        self.deck.save(stream)
        return stable(stream.getvalue())

    def _carry(self) -> None:
        """The list of figures as a part of its own, for programs."""
        figures, about = figure_list.as_xml(self.paper), figure_list.PROPERTIES
        item = add_part(
            self.deck.part, "/customXml/item1.xml", "application/xml", RT.CUSTOM_XML, figures
        )
        kind = CT.OFC_CUSTOM_XML_PROPERTIES
        add_part(item, "/customXml/itemProps1.xml", kind, RT.CUSTOM_XML_PROPS, about)
