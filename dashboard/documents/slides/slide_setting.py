"""Pieces put on slides of a deck: titles, measures, charts, tables, notes, stamps, logos."""

import io
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.util import Pt

from dashboard.charts.look import LIGHT
from dashboard.documents import text_widths
from dashboard.documents.office_charts.chart_parts import OfficeChart
from dashboard.documents.slides import slide_xml
from dashboard.documents.slides.deck_stage import BETWEEN, LEADING, SURE, Box
from dashboard.documents.slides.deck_tables import Grid
from dashboard.documents.slides.slide_xml import Type

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
A_LITTLE = 0.87  # of the largest size: so much smaller for one line instead of two
LONGEST_LINE = 200  # letters


def fitted_title(
    text: str, box: Box, sizes: tuple[float, float], tail: str = ""
) -> tuple[str, float, int]:
    """A finding in at most two lines: its text, as large as it fits between two sizes, its lines;
    one that is a little too long for one line gets a little smaller, one that is too long even in
    small letters ends in "…". tail: " (1/3)", which stays."""
    largest, smallest = sizes
    whole, room = text + tail, box.width * SURE
    wide = text_widths.width(whole, 1, True)
    if len(whole) < LONGEST_LINE and wide * largest * A_LITTLE <= room:
        fits = int(room / wide * 2) / 2 if wide else largest
        return whole, min(largest, fits), 1
    most = 2 if box.height >= 2 * smallest * LEADING else 1
    size = largest
    said, lines = text_widths.fitted(whole, size, room, most, True)
    while size > smallest and (said != whole or lines * size * LEADING > box.height + 0.01):
        size -= 1
        said, lines = text_widths.fitted(whole, size, room, most, True)
    if tail and said != whole:
        said = said[: -len(tail) - 3].rstrip() + text_widths.MORE + tail
    return said, size, lines


@dataclass(frozen=True)
class Setting:
    """A slide that is being written; names: what its pieces are called in the list of objects."""

    slide: Any
    type: Type
    heading: str

    @property
    def _tree(self) -> Any:
        return self.slide.shapes._spTree

    @property
    def _next(self) -> int:
        number: int = self.slide.shapes._next_shape_id
        return number

    @cached_property
    def _holders(self) -> list[Any]:
        return list(self.slide.placeholders)

    def title(
        self, text: str, box: Box, sizes: tuple[float, float], ink: bool, anchor: str,
        tail: str = "",
    ) -> None:  # fmt: skip
        """The finding, in the template's colour where ours is not wanted."""
        holder = self._taken(_TITLES) or self._own_title(box)
        said, size, _ = fitted_title(text, box, sizes, tail)
        self._fill(holder, said, box, Type(self.heading, size, LIGHT.text if ink else "",
                                           self.type.language, True), anchor)  # fmt: skip

    def subtitle(self, texts: list[str], box: Box, size: float, ink: bool) -> None:
        """Lines below the title of the first slide."""
        holder = self._taken((PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY))
        colour = LIGHT.muted if holder is None or ink else ""
        look = Type(self.type.font, size, colour, self.type.language)
        most = max(1, int(box.height / (size * LEADING)) // max(1, len(texts)))
        said = [text_widths.fitted(t, size, box.width * SURE, most)[0] for t in texts]
        runs = "".join(slide_xml.paragraph(slide_xml.run(text, look)) for text in said)
        if holder is None:
            self._add(slide_xml.text_box(self._next, "Subtitle", box, runs))
            return
        self._fill_with(holder, runs, box, "t")

    def words(self, name: str, text: str, box: Box, size: float, align: str = "left",
              colour: str = LIGHT.muted, most: int = 2) -> None:  # fmt: skip
        """A small text in at most so many lines; smaller where it is long."""
        if not text:
            return
        said = text
        for smaller in (1.0, 0.92, 0.84):
            own = round(size * smaller * 2) / 2
            lines = min(most, max(1, int(box.height / (own * LEADING) + 0.01)))
            said, _ = text_widths.fitted(text, own, box.width * SURE, lines)
            if said == text:
                break
        look = Type(self.type.font, own, colour, self.type.language)
        runs = slide_xml.paragraph(slide_xml.run(said, look), align)
        self._add(slide_xml.text_box(self._next, name, box, runs))

    def sentences(self, name: str, texts: list[str], size: float, box: Box) -> None:
        """Sentences below each other."""
        look = Type(self.type.font, size, LIGHT.text, self.type.language)
        after = size * LEADING * BETWEEN
        runs = "".join(
            slide_xml.bullet(slide_xml.run(text, look), size, LIGHT.accent, after) for text in texts
        )
        self._add(slide_xml.text_box(self._next, name, box, runs))

    def number(self, box: Box, size: float) -> None:
        """The slide's number at the right."""
        look = Type(self.type.font, size, LIGHT.muted, self.type.language)
        runs = slide_xml.paragraph(slide_xml.slide_number(look), "right")
        self._add(slide_xml.text_box(self._next, "Slide number", box, runs))

    def panel(self, box: Box) -> None:
        """White behind everything of the slide."""
        self._tree.insert(2, parse_xml(slide_xml.panel(self._next, "Panel", box, LIGHT.background)))

    def chart(self, chart: OfficeChart, made: datetime, box: Box) -> None:
        """A native chart with its workbook."""
        part, package = self.slide.part, self.slide.part.package
        name = package.next_partname(ChartPart.partname_template)
        own = ChartPart.load(name, CT.DML_CHART, package, chart.xml)
        own.chart_workbook.update_from_xlsx_blob(chart.book(made))
        frame = self.slide.shapes._add_chart_graphicFrame(
            part.relate_to(own, RT.CHART), *map(Pt, (box.x, box.y, box.width, box.height))
        )
        frame.nvGraphicFramePr.cNvPr.set("descr", chart.alt)

    def table(self, name: str, alt: str, grid: Grid, box: Box) -> None:
        """A native table."""
        place = Box(box.x, box.y, box.width, grid.height)
        xml = slide_xml.table(self._next, name, alt, place, grid.widths, grid.rows)
        self._add(xml)

    def picture(self, content: bytes, alt: str, box: Box) -> None:
        """A picture as large as the box allows, at its upper right."""
        shape = self.slide.shapes.add_picture(io.BytesIO(content), 0, 0)
        share = min(Pt(box.width) / shape.width, Pt(box.height) / shape.height)
        shape.width, shape.height = round(shape.width * share), round(shape.height * share)
        shape.left, shape.top = Pt(box.right) - shape.width, Pt(box.y)
        shape._element.nvPicPr.cNvPr.set("descr", alt)

    def notes(self, text: str) -> None:
        """What the speaker has at hand."""
        notes = self.slide.notes_slide
        notes.notes_text_frame.text = text
        for holder in list(notes.placeholders):
            if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
                holder._element.getparent().remove(holder._element)

    def finish(self) -> None:
        """No placeholder that nobody filled."""
        for holder in list(self.slide.placeholders):
            if not (holder.has_text_frame and holder.text_frame.text.strip()):
                holder._element.getparent().remove(holder._element)

    def _taken(self, kinds: tuple[Any, ...]) -> Any:
        found = (h for h in self._holders if h.placeholder_format.type in kinds)
        return next(found, None)

    def _own_title(self, box: Box) -> Any:
        """A title where the layout has none: who listens to slides needs one."""
        self._add(slide_xml.text_box(self._next, "Title", box, "<a:p/>"))
        shape = self.slide.shapes[-1]
        holder = parse_xml(f'<p:ph {slide_xml.NAMESPACES} type="title"/>')
        shape._element.nvSpPr.nvPr.append(holder)
        return shape

    def _fill(self, holder: Any, text: str, box: Box, type_: Type, anchor: str) -> None:
        self._fill_with(holder, slide_xml.paragraph(slide_xml.run(text, type_)), box, anchor)

    def _fill_with(self, holder: Any, paragraphs: str, box: Box, anchor: str) -> None:
        holder.left, holder.top = Pt(box.x), Pt(box.y)
        holder.width, holder.height = Pt(box.width), Pt(box.height)
        holder.rotation = 0
        body = holder._element.txBody
        new = parse_xml(
            f"<p:txBody {slide_xml.NAMESPACES}>{slide_xml.body(anchor)}<a:lstStyle/>"
            f"{paragraphs}</p:txBody>"
        )
        body.getparent().replace(body, new)

    def _add(self, xml: str) -> None:
        self._tree.append(parse_xml(xml))
