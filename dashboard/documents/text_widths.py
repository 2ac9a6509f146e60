"""How wide words are in the fonts beside the program, and what of them fits into a room.

Liberation Sans and Serif are as wide as Arial and Times New Roman: what is measured here holds
in the office programs. Sizes and widths are points.
"""

import re
from functools import cache

from PIL import ImageFont

from dashboard import config
from dashboard.errors import DashboardError

MORE = "…"
_AT = 100  # the size at which a font is measured; widths grow with it
_LONGEST = 2_000  # letters that are looked at: no line of a page holds more
_WORDS = re.compile(r"[^ ]+ *| +")  # a no-break space is a letter here


@cache
def _font(file: str) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(
            str(config.FONTS / file), _AT, layout_engine=ImageFont.Layout.BASIC
        )
    except OSError as error:
        raise DashboardError("font_missing", file=file) from error


def width(text: str, size: float, bold: bool = False, serif: bool = False) -> float:
    """The width of a line of text. Raises DashboardError font_missing."""
    family, style = "Serif" if serif else "Sans", "Bold" if bold else "Regular"
    letters = _font(f"Liberation{family}-{style}.ttf")
    return letters.getlength(text[:_LONGEST]) * size / _AT


def cut(text: str, room: float, size: float, bold: bool = False, serif: bool = False) -> str:
    """The text, or as much of it as fits into the room with "…" at its end.

    >>> cut("Công chức Văn phòng - Thống kê", 100, 12)
    'Công chức Văn…'
    """
    if len(text) <= _LONGEST and width(text, size, bold, serif) <= room:
        return text
    low, high = 0, min(len(text), _LONGEST)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + MORE, size, bold, serif) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,.;:-") + MORE


def lines(
    text: str, room: float, size: float, most: int, bold: bool = False, serif: bool = False
) -> list[str]:
    """The text in lines as a program would break it, at most so many; the last one ends in "…"
    where there is more."""
    found: list[str] = []
    rest = text[: most * _LONGEST]
    while rest and len(found) < most:
        line, rest = _first_line(rest, room, size, bold, serif)
        found.append(line)
    if rest:
        found[-1] = cut(found[-1].rstrip() + " " + rest, room, size, bold, serif)
        if not found[-1].endswith(MORE):
            found[-1] = cut(found[-1] + "x" * _LONGEST, room, size, bold, serif)
    return found


def _first_line(text: str, room: float, size: float, bold: bool, serif: bool) -> tuple[str, str]:
    """What stands in the first line, and the rest; a word wider than the room is broken."""
    line = ""
    for word in _WORDS.findall(text):
        if width((line + word).rstrip(), size, bold, serif) <= room:
            line += word
            continue
        if line:
            return line.rstrip(), text[len(line) :]
        broken = cut(word, room, size, bold, serif)[: -len(MORE)] or word[:1]
        return broken, text[len(broken) :]
    return line.rstrip(), ""
