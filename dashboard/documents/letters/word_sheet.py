"""What a letter in Word is written with: words, styles, room, and the blocks that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from dashboard.documents import text_widths
from dashboard.documents.letters.word_styles import Density, Style, styles
from dashboard.documents.letters.word_xml import kept, paragraph, run, twips
from dashboard.documents.office_charts.chart_parts import OfficeChart
from dashboard.words import Words

MM = 25.4 / 72  # of a point
LINE = 1.15  # the height of a line of Times New Roman, in sizes
_LONG = 200  # letters of a word: the rest is taken to be as wide


def _width(word: str, is_bold: bool) -> float:
    """The width of a word in sizes of its letters."""
    wide = text_widths.width(word[:_LONG], 1, is_bold, serif=True)
    return wide * max(1.0, len(word) / _LONG)


@dataclass
class Block:
    """Something that stands in the body, and how high it is about, in mm; kept: on one page with
    what follows."""

    xml: str
    height: Callable[[], float]
    is_kept: bool = False


class Held(Protocol):
    """What a document carries for its drawings."""

    def chart(self, make: Callable[[], OfficeChart]) -> str: ...

    def picture(self, png: bytes) -> str: ...


@dataclass
class Sheet:
    """A letter as it grows. ids: of styles; room: mm between the margins; counts: how many
    figures, tables and drawings there are yet; held: takes what drawings need in the file."""

    words: Words
    ids: dict[str, str]
    density: Density
    room: float
    held: Held
    counts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.styles: dict[str, Style] = styles(self.density)

    def next(self, what: str) -> int:
        """The next number of its kind."""
        self.counts[what] = self.counts.get(what, 0) + 1
        return self.counts[what]

    def write(
        self, style: str, content: str, text: str = "", about: str = "", *, is_kept: bool = False
    ) -> Block:
        """A paragraph; text: its letters, for its height."""
        xml = paragraph(self.ids[style], content, about)
        look = self.styles[style]
        is_kept = is_kept or look.is_kept
        xml = kept(xml) if is_kept else xml
        return Block(xml, lambda: self.height(style, text), is_kept)

    def line(self, style: str, text: str, *, is_kept: bool = False) -> Block:
        """A paragraph of one text."""
        return self.write(style, run(text), text, is_kept=is_kept)

    def height(self, style: str, text: str, room: float | None = None) -> float:
        """About how high a paragraph is, in mm."""
        look = self.styles[style]
        width = (self.room if room is None else room) - look.left
        count = self.lines(style, text, max(width, 5), look.first)
        letters = count * look.letters.size * LINE * look.line
        return (letters + look.before + look.after) * MM

    def lines(self, style: str, text: str, room: float, first: float = 0) -> int:
        """In how many lines a text is broken in so many mm."""
        look = self.styles[style].letters
        points = room / MM / look.size
        blank = _width(" ", look.bold)
        count, used = 1, max(first, 0) / MM / look.size
        for word in text.split(" "):
            wide = _width(word, look.bold)
            if used and used + wide > points:
                count, used = count + 1, 0.0
            count += int(wide / points)  # what is wider than the room is broken
            used += wide % points + blank
        return count

    def width(self, style: str, text: str) -> float:
        """How wide a text is in a line, in mm."""
        look = self.styles[style].letters
        return _width(text, look.bold) * look.size * MM

    def rule(self, style: str, text: str, share: float, room: float | None = None) -> str:
        """A line in the middle of the room, as long as a share of the text above it."""
        room = self.room if room is None else room
        side = twips(max(0.0, (room - share * self.width(style, text)) / 2))
        about = (
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
            '<w:spacing w:before="20" w:after="0" w:line="80" w:lineRule="exact"/>'
            f'<w:ind w:left="{side}" w:right="{side}"/>'
        )
        return paragraph(self.ids["line"], "", about)


def kept_block(block: Block) -> Block:
    """The block on one page with what follows."""
    return Block(kept(block.xml), block.height, True)


def together(blocks: Iterable[Block]) -> list[Block]:
    """The blocks on one page, as far as a page holds them."""
    every = list(blocks)
    return [*map(kept_block, every[:-1]), *every[-1:]]
