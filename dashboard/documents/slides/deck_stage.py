"""Where the pieces of a slide stand: on our own base, and in an office's template.

Lengths are points; sizes of letters are those of a slide 540 high, times scale.
"""

from dataclasses import dataclass, replace

WIDTH, HEIGHT = 960.0, 540.0  # ours, 16:9
TITLE, MEASURE, SAID, NOTE, STAMP = 30.0, 16.0, 26.0, 11.0, 10.0
TABLE, SMALLEST_TABLE, HEAT = 16.0, 12.5, 16.0
SMALLEST_TITLE, SMALLEST_SAID = 18.0, 14.0
CHART = 16.0
COVER, SMALLEST_COVER, UNDER_COVER = 40.0, 22.0, 20.0
LEADING = 1.2
SURE = 0.98  # of a room is filled: programs break lines a little otherwise
BETWEEN = 0.5  # of a line, between sentences
UNDER_TITLE = 14.0  # to the content, where no measure stands between
_MARGIN = 40.0


@dataclass(frozen=True)
class Box:
    """A place on a slide."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower end."""
        return self.y + self.height

    @property
    def right(self) -> float:
        """Its right end."""
        return self.x + self.width

    def taller(self, more: float) -> "Box":
        """With so much more room at its top."""
        return replace(self, y=self.y - more, height=self.height + more)


@dataclass(frozen=True)
class Stage:
    """A slide's places; panel: a white one behind what stands on it, None for none."""

    width: float
    height: float
    scale: float
    title: Box
    measure: Box
    content: Box
    note: Box
    stamp: Box
    number: Box
    panel: Box | None = None

    def size(self, size: float) -> float:
        """A size of letters on this slide, to half points."""
        return round(size * self.scale * 2) / 2

    def beside(self, room: float) -> "Stage":
        """With so much room taken at the title's right, by a logo."""
        return replace(self, title=replace(self.title, width=self.title.width - room))

    def below(self, bottom: float) -> "Stage":
        """With what follows the title right below where its letters end."""
        up = max(0.0, self.title.bottom - bottom)
        measure = replace(self.measure, y=self.measure.y - up)
        return replace(self, measure=measure, content=self.content.taller(up))

    def without_measure(self) -> "Stage":
        """With the content right below the title."""
        more = self.content.y - self.measure.y - UNDER_TITLE * self.scale
        return replace(self, content=self.content.taller(more))

    def without_note(self) -> "Stage":
        """With the content down to the stamp."""
        more = self.note.bottom - self.content.bottom
        return replace(self, content=replace(self.content, height=self.content.height + more))

    @property
    def foot(self) -> Box:
        """A panel behind stamp and number alone."""
        at = self.measure.x * 0.45
        top = self.stamp.y - 4 * self.scale
        return Box(at, top, self.width - 2 * at, self.height - top - at * 0.4)

    def on_panel(self, top: float) -> "Stage":
        """With a panel from there down to the edge."""
        at = _MARGIN * self.scale * 0.45
        return replace(self, panel=Box(at, top, self.width - 2 * at, self.height - top - at * 0.4))


def stage(width: float = WIDTH, height: float = HEIGHT, title: Box | None = None) -> Stage:
    """The places of a slide so wide and high; title: where a template has its own."""
    scale = min(height / HEIGHT, width / 720)
    margin = _MARGIN * scale
    foot = height - 32 * scale
    room = width - 2 * margin
    place = title or Box(margin, 22 * scale, room, 2 * TITLE * LEADING * scale)
    measure = Box(margin, place.bottom + 4 * scale, room, MEASURE * LEADING * scale)
    note = Box(margin, foot - 35 * scale, room, 2 * NOTE * LEADING * scale)
    top = measure.bottom + 10 * scale
    content = Box(margin, top, room, note.y - 6 * scale - top)
    number = Box(width - margin - 40 * scale, foot, 40 * scale, 2 * STAMP * LEADING * scale)
    stamp = Box(margin, foot, room - 52 * scale, number.height)
    return Stage(width, height, scale, place, measure, content, note, stamp, number)
