"""How wide words are in the fonts beside the program, and what of them fits into a room.

Liberation Sans and Serif are as wide as Arial and Times New Roman: what is measured here holds
in the office programs. Sizes and widths are points.
"""

import re
from functools import cache, lru_cache
from io import BytesIO

from PIL import ImageFont

from dashboard import config
from dashboard.errors import DashboardError

MORE = "…"
_AT = 2048  # the size at which a font is measured: its own units, so that nothing is rounded
_LONGEST = 2_000  # letters that are looked at: no line of a page holds more
_WORDS = re.compile(r"[^ ]+ *| +")  # a no-break space is a letter here


@cache
def _font(file: str) -> ImageFont.FreeTypeFont:
    """By its bytes: of a name that is not there Pillow takes the system's font of that name."""
    try:
        content = BytesIO((config.FONTS / file).read_bytes())
        return ImageFont.truetype(content, _AT, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise DashboardError("font_missing", file=file) from error


def width(text: str, size: float, bold: bool = False, serif: bool = False) -> float:
    """The width of a line of text. Raises DashboardError font_missing."""
    family, style = "Serif" if serif else "Sans", "Bold" if bold else "Regular"
    file = f"Liberation{family}-{style}.ttf"
    if len(text) > _LONGEST:
        text = text[:_LONGEST]
    words = text.split(" ")
    blanks = (len(words) - 1) * _word(file, " ")
    return (blanks + sum(_word(file, word) for word in words if word)) * size / _AT


@lru_cache(maxsize=20_000)
def _word(file: str, word: str) -> float:
    """The width of a word: most come again and again."""
    return _font(file).getlength(word)


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


def fitted(
    text: str, room: float, size: float, most: int, bold: bool = False, serif: bool = False
) -> tuple[str, int]:
    """As much of the text as fits into so many lines, "…" at its end where there is more, and
    how many lines it takes when a program breaks it."""
    rest, used = text[: most * _LONGEST], 0
    while used < most - 1 and rest:
        rest = rest[_first_line(rest, room, size, bold, serif) :]
        used += 1
    if not rest:
        return text, max(1, used)
    last = cut(rest, room, size, bold, serif)
    if last == rest and len(text) <= most * _LONGEST:
        return text, used + 1
    before = text[: most * _LONGEST].removesuffix(rest)
    return before + (last if last.endswith(MORE) else last + MORE), used + 1


def _first_line(text: str, room: float, size: float, bold: bool, serif: bool) -> int:
    """How many letters stand in the first line; a word wider than the room is broken."""
    at, used = 0, 0.0
    blank = width(" ", size, bold, serif)
    for word in _WORDS.finditer(text):
        letters = word[0].rstrip(" ")
        wide = width(letters, size, bold, serif)
        if used + wide <= room and len(letters) <= _LONGEST:
            at = word.end()
            used += wide + blank * (len(word[0]) - len(letters))
            continue
        if at == 0:
            at = max(1, len(cut(letters, room, size, bold, serif)) - len(MORE))
        break
    return at
