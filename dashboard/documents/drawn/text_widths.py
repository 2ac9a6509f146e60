"""How wide words are in the fonts that documents are set in, and words cut and wrapped to a room.

A letter's width is measured once; a text is as wide as its letters, which is what a program sets
or slightly more (it moves some pairs closer). So nothing measured here runs over its room.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from io import BytesIO

from PIL import ImageFont

from dashboard.config import FONTS
from dashboard.errors import DashboardError

_FILES = {False: "LiberationSans-Regular.ttf", True: "LiberationSans-Bold.ttf"}
_EM = 1000
MORE = "…"
_SLIP = 0.01  # what sums of widths are wrong by
_LONGEST = 2_000  # letters that any line of a document could hold


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in the unit of size.

    >>> round(width("Thôn 1", 20), 1)
    60.0
    """
    return sum(_letter(letter, bold) for letter in text) * size / _EM


def cut(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, or as much of it as fits, ending in "…", whole words where that loses little.

    >>> cut("Công chức Văn phòng - Thống kê", 10, 100)
    'Công chức Văn…'
    """
    if not text or (len(text) <= _LONGEST and width(text, size, bold) <= room + _SLIP):
        return text
    left = room - width(MORE, size, bold)
    if left < width(text[0], size, bold):
        return MORE
    head = _head(text[:_LONGEST], size, left, bold)
    words, _, rest = head.rpartition(" ")
    whole = words if words and len(rest) < len(head) / 2 and text[len(head)] != " " else head
    return (whole.rstrip(" ,;-–·") or head) + MORE


def wrapped(text: str, size: float, room: float, lines: int, bold: bool = False) -> tuple[str, ...]:
    """The text in at most so many lines, at least one, the last cut with "…" where it is too long;
    a word without end is broken."""
    made: list[str] = []
    rest = text[: _LONGEST * lines].strip()
    is_all = len(rest) == len(text.strip())
    while rest and len(made) < lines - 1 and width(rest, size, bold) > room + _SLIP:
        line = _line(rest, size, room, bold)
        made.append(line.rstrip())
        rest = rest[len(line) :].lstrip()
    last = cut(rest if is_all else rest + MORE, size, room, bold)
    return (*made, last) if rest or not made else tuple(made)


def wrapped_apart(
    texts: Sequence[str], size: float, room: float, lines: int, bold: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Each text in at most so many lines; those that would look alike keep their ends too."""
    short = [wrapped(text, size, room, lines, bold) for text in texts]
    seen = Counter(short)
    return tuple(
        (*one[:-1], _both_ends(one[-1], text, size, room, bold))
        if seen[one] > 1 and one[-1].endswith(MORE)
        else one
        for text, one in zip(texts, short, strict=True)
    )


def is_drawn(letter: str, bold: bool = False) -> bool:
    """Whether the font has the letter; what it lacks is an empty box."""
    return letter.isspace() or _picture(letter, bold) != _picture("\U0010fffd", bold)


def _head(text: str, size: float, room: float, bold: bool) -> str:
    """The letters from the beginning that fit, at least one."""
    left = room * _EM / size
    for place, letter in enumerate(text):
        left -= _letter(letter, bold)
        if left < 0:
            return text[: max(place, 1)]
    return text


def _line(text: str, size: float, room: float, bold: bool) -> str:
    head = _head(text, size, room, bold)
    if len(head) < len(text) and text[len(head)] != " " and " " in head:
        return head[: head.rindex(" ") + 1]
    return head


def _both_ends(line: str, text: str, size: float, room: float, bold: bool) -> str:
    """The beginning of a last line and the end of its text."""
    left = (room - width(MORE, size, bold)) / 2
    end = _head(text[: -_LONGEST - 1 : -1], size, left, bold)[::-1]
    return f"{_head(line, size, left, bold).rstrip()}{MORE}{end.lstrip()}"


@cache
def _letter(letter: str, bold: bool) -> float:
    """Thousandths of the size; what another font will have to draw is taken as wide as can be."""
    return _font(bold).getlength(letter) if is_drawn(letter, bold) else 1.1 * _EM


@cache
def _picture(letter: str, bold: bool) -> bytes:
    mask = _font(bold, 32).getmask(letter)
    return bytes(mask) + repr(mask.size).encode()


@cache
def _font(bold: bool, size: int = _EM) -> ImageFont.FreeTypeFont:
    """Without the fonts nothing is drawn: a program would set other letters, or none. By its
    bytes: of a name that is not there Pillow takes the system's font of that name."""
    file = FONTS / _FILES[bold]
    try:
        content = BytesIO(file.read_bytes())
        return ImageFont.truetype(content, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise DashboardError("drawn_no_font", file=file.name, folder=FONTS.name) from error
