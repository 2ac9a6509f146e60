"""An office's template made ready for our slides, in a process apart: the file is of others.

Layouts are chosen by what they hold; its slides go, with all that only they led to. Where its
titles stand well and can be read, ours stand there too; else they, or all of a slide, get a white
panel and our own places.
"""

import io
from dataclasses import dataclass, replace
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.package import Package
from pptx.util import Length

from dashboard.charts.look import LIGHT, WHITE, contrast
from dashboard.documents.slides import bare_deck
from dashboard.documents.slides.deck_stage import SMALLEST_TITLE, Box, stage
from dashboard.documents.slides.ground import Ground, cover_boxes
from dashboard.documents.slides.layouts import TITLES, chosen, said_below
from dashboard.documents.slides.slide_base import FONT
from dashboard.documents.slides.template_colours import Colours, ground, letters

# Fonts with all Vietnamese letters that are no wider than Arial, in which all is measured.
KNOWN = {
    "Arial", "Calibri", "Calibri Light", "Times New Roman", "Cambria", "Liberation Sans",
    "Liberation Serif", "Helvetica", "Aptos", "Aptos Display", "Roboto", "Source Sans Pro",
}  # fmt: skip
READABLE = 4.5  # contrast
NEARLY_WHITE = 1.12  # contrast to white
NARROW, TALL, COVER_NARROW = 0.6, 0.3, 0.5  # of the slide: titles narrower or taller stand badly
ROOM = 0.64  # of the slide's height is needed below a title
PAD = 14.0  # points of a panel about what stands on it
INSET = 7.2  # points between a title's box and its letters, as PowerPoint has it
EDGE = 22.0  # points, on a slide 540 high: no letters nearer to the slide's edge
SAID_HIGH = 130.0  # points of a subtitle, at most


@dataclass(frozen=True)
class Ready:
    """The template as ground, or why it is refused."""

    ground: Ground | None
    refusal: str = ""


def make_ready(content: bytes) -> Ready:
    """Work of the child. Never raises but MemoryError."""
    try:
        return _made(content)
    except MemoryError:
        raise
    except Exception:  # whatever a library meets in a broken file
        return Ready(None, "slides_template_broken")


def _made(content: bytes) -> Ready:
    part: Any = Package.open(io.BytesIO(content)).main_document_part
    part._content_type = CT.PML_PRESENTATION_MAIN  # of a template (.potx), a show (.ppsx)
    deck = part.presentation
    layouts = chosen(deck)
    if layouts is None:
        return Ready(None, "slides_template_bare")
    cover, layout = layouts
    bare_deck.strip(deck)
    bare_deck.keep_only(deck, list(layouts))
    width, height = Length(deck.slide_width).pt, Length(deck.slide_height).pt
    colours = Colours(layout.slide_master)
    title, said = cover_boxes(width, height)
    made = Ground(b"", width, height, title, said)
    made = _cover(_content(_fonts(made, colours), layout, colours), cover, colours)
    stream = io.BytesIO()
    deck.save(stream)
    return Ready(replace(made, deck=stream.getvalue()))


def _fonts(made: Ground, colours: Colours) -> Ground:
    """The theme's own where we know them: others lack Vietnamese letters, or are too wide."""
    heading = "+mj-lt" if colours.fonts.get("majorFont") in KNOWN else FONT
    return replace(made, heading=heading, body="+mn-lt" if _is_known(colours) else FONT)


def _is_known(colours: Colours) -> bool:
    return colours.fonts.get("minorFont") in KNOWN


def _content(made: Ground, layout: Any, colours: Colours) -> Ground:
    """Where titles stand, and what needs a panel."""
    holder = _holder(layout, TITLES)
    box = _box(holder)
    title = box if box is not None and _stands_well(holder, box, made) else None
    places = stage(made.width, made.height, title)
    seen = ground(layout, places.title, colours)
    own = letters(layout, holder, "titleStyle", colours) if holder is not None else None
    is_own = title is not None and _is_read(own, seen)
    is_light = seen is not None and contrast(LIGHT.text, seen) >= READABLE * 2
    below = Box(0, places.title.bottom, made.width, made.height - places.title.bottom)
    is_clean = _is_white(ground(layout, below, colours))
    if is_own or is_light:
        panel = None if is_clean else places.title.bottom + 2
        return replace(made, title=title, ink=not is_own, panel=panel)
    places = stage(made.width, made.height, title)
    panel = min(places.title.y - PAD / 2, 18 * places.scale)
    return replace(made, title=title, ink=True, panel=max(0.0, panel))


def _cover(made: Ground, layout: Any, colours: Colours) -> Ground:
    """The first slide: the template's places and colours where all its words can be read."""
    places = made.stage
    holders = (_holder(layout, TITLES), _holder(layout, said_below(layout)))
    title, said = (_box(holder) for holder in holders)
    inks: list[str | None] = [None, None]
    if title is not None and said is not None:
        said = replace(said, height=min(said.height, SAID_HIGH * places.scale))
        if _is_pair(title, said, made):
            made = replace(made, cover_title=title, cover_said=said)
            styles = ("titleStyle", "bodyStyle")
            inks = [letters(layout, h, s, colours) for h, s in zip(holders, styles, strict=True)]
    boxes = (made.cover_title, made.cover_said)
    seen = [ground(layout, box, colours) for box in boxes]
    is_own = all(_is_read(ink, behind) for ink, behind in zip(inks, seen, strict=True))
    panels = []
    if not is_own and not all(map(_is_white, seen)):
        edge, top = places.measure.x * 0.45, min(box.y for box in boxes) - PAD
        bottom = min(max(box.bottom for box in boxes) + PAD, places.stamp.y - PAD)
        panels.append(Box(edge, max(0.0, top), made.width - 2 * edge, bottom - max(0.0, top)))
    foot = Box(0, places.stamp.y, made.width, made.height - places.stamp.y)
    if not _is_white(ground(layout, foot, colours)):
        panels.append(places.foot)
    return replace(made, cover_ink=not is_own, cover_panels=tuple(panels))


def _holder(layout: Any, kinds: tuple[Any, ...]) -> Any:
    found = (h for h in layout.placeholders if h.placeholder_format.type in kinds)
    return next(found, None)


def _box(holder: Any) -> Box | None:
    """Where a placeholder's letters stand, by itself or as its master says."""
    if holder is None:
        return None
    sides = (holder.left, holder.top, holder.width, holder.height)
    if None in sides:
        return None
    x, y, width, height = (Length(side).pt for side in sides)
    return Box(x + INSET, y, width - 2 * INSET, height)


def _stands_well(holder: Any, box: Box, made: Ground) -> bool:
    """Whether a finding of two lines can stand there, and a figure below it."""
    upright = holder._element.xpath(".//a:bodyPr/@vert") or ["horz"]
    scale = stage(made.width, made.height).scale
    edge = EDGE * scale
    is_inside = box.x >= edge and box.y >= 0 and box.right <= made.width - edge
    has_room = made.height - box.bottom >= ROOM * made.height
    return (
        upright[0] == "horz" and is_inside and has_room
        and box.width >= NARROW * made.width and box.height <= TALL * made.height
        and box.height >= 1.2 * SMALLEST_TITLE * scale and not holder.rotation
    )  # fmt: skip


def _is_pair(title: Box, said: Box, made: Ground) -> bool:
    """Whether both have room inside the slide, and leave the foot free."""
    foot = made.stage.stamp.y
    scale = made.stage.scale
    edge = EDGE * scale
    apart = title.bottom <= said.y + 1 or said.bottom <= title.y + 1
    return apart and all(
        box.x >= edge and box.y >= 0 and box.right <= made.width - edge and box.bottom <= foot
        and box.width >= COVER_NARROW * made.width and box.height >= 40 * scale
        for box in (title, said)
    )  # fmt: skip


def _is_read(ink: str | None, behind: str | None) -> bool:
    return ink is not None and behind is not None and contrast(ink, behind) >= READABLE


def _is_white(seen: str | None) -> bool:
    return seen is not None and contrast(seen, WHITE) <= NEARLY_WHITE
