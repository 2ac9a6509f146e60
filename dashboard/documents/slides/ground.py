"""What a deck is built on: our base, or an office's template made ready for our slides."""

from dataclasses import dataclass

from dashboard.documents.slides.deck_stage import HEIGHT, WIDTH, Box, Stage, stage


@dataclass(frozen=True)
class Ground:
    """A deck without slides, and how we write on it; boxes in points.

    heading, body: fonts, "+mj-lt" where the theme's will do. title: the template's own place of
    titles, None where ours is better; ink: whether letters have our colour there. panel: where a
    white one begins behind the content, None for none. cover_...: of the first slide.
    """

    deck: bytes
    width: float
    height: float
    cover_title: Box
    cover_said: Box
    heading: str = "+mj-lt"
    body: str = "+mn-lt"
    title: Box | None = None
    ink: bool = True
    panel: float | None = None
    cover_ink: bool = True
    cover_panels: tuple[Box, ...] = ()

    @property
    def stage(self) -> Stage:
        """Where the pieces of a slide stand."""
        made = stage(self.width, self.height, self.title)
        return made if self.panel is None else made.on_panel(self.panel)


def cover_boxes(width: float = WIDTH, height: float = HEIGHT) -> tuple[Box, Box]:
    """Our places of title and subtitle on the first slide."""
    across, down = width / WIDTH, height / HEIGHT
    title = Box(72 * across, 150 * down, 816 * across, 150 * down)
    return title, Box(72 * across, 318 * down, 816 * across, 110 * down)
