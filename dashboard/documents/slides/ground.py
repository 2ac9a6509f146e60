"""What a deck is built on: our base, or an office's template made ready for our slides."""

from dataclasses import dataclass

from dashboard.documents.slides.slide_base import COVER_SAID, COVER_TITLE, base
from dashboard.documents.slides.stage import Box, Stage, stage


@dataclass(frozen=True)
class Ground:
    """A deck without slides and how we write on it; boxes in points.

    heading, body: fonts, "+mj-lt" where the theme's will do; loose: how much wider letters may be
    than they were measured. title: the template's own place of titles, None where ours is better;
    ink, cover_ink: "" where letters keep the template's colour. panel: where a white one begins
    behind the content, None for none. cover_panel: behind the words of the first slide.
    """

    deck: bytes
    width: float
    height: float
    heading: str = "+mj-lt"
    body: str = "+mn-lt"
    loose: float = 1.0
    title: Box | None = None
    ink: bool = True
    panel: float | None = None
    cover_title: Box = COVER_TITLE
    cover_said: Box = COVER_SAID
    cover_ink: bool = True
    cover_panel: Box | None = None
    is_ours: bool = False

    @property
    def stage(self) -> Stage:
        """Where the pieces of a slide stand."""
        made = stage(self.width, self.height, self.title)
        return made if self.panel is None else made.on_panel(self.panel)


def ours() -> Ground:
    """Our own base."""
    deck = base()
    return Ground(deck, *_size(), is_ours=True)


def _size() -> tuple[float, float]:
    own = stage()
    return own.width, own.height
