"""How wide words are in the fonts beside the program, and words cut and wrapped to a room.

Liberation Sans and Serif are as wide as Arial and Times New Roman: what is measured here holds in
the office programs too. A letter's width is measured once; a text is as wide as its letters, which
is what a program sets or slightly more (it moves some pairs closer). So nothing measured here runs
over its room. Sizes, widths and rooms are in one unit, of the caller's choice.
"""

import io
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from PIL import ImageFont

from dashboard import config
from dashboard.errors import DashboardError
from dashboard.folding import fold

_EM = 2048  # the size at which a font is measured: its own units, so that nothing is rounded
MORE = "…"
_SLIP = 0.01  # what sums of widths are wrong by
_LONGEST = 2_000  # letters that any line of a document could hold


def width(text: str, size: float, bold: bool = False, serif: bool = False) -> float:
    """The width of a line in the unit of size. Raises DashboardError font_missing.

    >>> round(width("Thôn 1", 20), 1)
    62.3
    """
    return sum(_letter(letter, bold, serif) for letter in text) * size / _EM


def cut(text: str, size: float, room: float, bold: bool = False, serif: bool = False) -> str:
    """The text, or as much of it as fits, ending in "…", whole words where that loses little.

    >>> cut("Công chức Văn phòng - Thống kê", 10, 100)
    'Công chức Văn…'
    """
    if not text or (len(text) <= _LONGEST and width(text, size, bold, serif) <= room + _SLIP):
        return text
    left = room - width(MORE, size, bold, serif)
    if left < width(text[0], size, bold, serif):
        return MORE
    head = _head(text[:_LONGEST], size, left, bold, serif)
    words, _, rest = head.rpartition(" ")
    whole = words if words and len(rest) < len(head) / 2 and text[len(head)] != " " else head
    return (whole.rstrip(" ,;-–·") or head) + MORE


def wrapped(
    text: str, size: float, room: float, lines: int, bold: bool = False, serif: bool = False
) -> tuple[str, ...]:
    """The text in at most so many lines, at least one, the last cut with "…" where it is too long;
    a word without end is broken."""
    made = _lines(text, size, room, lines, bold, serif)
    return tuple(line.strip() for line in made)


def fitted(
    text: str, size: float, room: float, lines: int, bold: bool = False, serif: bool = False
) -> tuple[str, int]:
    """For a program that breaks lines itself: as much of the text as fits into so many, "…" at its
    end where there is more, and how many lines it takes."""
    made = _lines(text, size, room, lines, bold, serif)
    said = "".join(made)
    return text if said == text.strip() else said, len(made)


def _lines(
    text: str, size: float, room: float, lines: int, bold: bool, serif: bool
) -> tuple[str, ...]:
    """Lines with the blanks at their ends, the last cut where the text is too long."""
    made: list[str] = []
    rest = text[: _LONGEST * lines].strip()
    is_all = len(rest) == len(text.strip())
    while rest and len(made) < lines - 1 and width(rest, size, bold, serif) > room + _SLIP:
        head = _line(rest, size, room, bold, serif)
        after = rest[len(head) :].lstrip()
        made.append(rest[: len(rest) - len(after)])
        rest = after
    last = cut(rest if is_all else rest + MORE, size, room, bold, serif)
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


def is_drawn(letter: str, bold: bool = False, serif: bool = False) -> bool:
    """Whether the font has the letter; what it lacks is an empty box."""
    box = _picture("\U0010fffd", bold, serif)
    return letter.isspace() or _picture(letter, bold, serif) != box


def _head(text: str, size: float, room: float, bold: bool, serif: bool = False) -> str:
    """The letters from the beginning that fit, at least one."""
    left = room * _EM / size
    for place, letter in enumerate(text):
        left -= _letter(letter, bold, serif)
        if left < 0:
            return text[: max(place, 1)]
    return text


def _line(text: str, size: float, room: float, bold: bool, serif: bool) -> str:
    head = _head(text, size, room, bold, serif)
    if len(head) < len(text) and text[len(head)] != " " and " " in head:
        return head[: head.rindex(" ") + 1]
    return head


def _both_ends(line: str, text: str, size: float, room: float, bold: bool) -> str:
    """The beginning of a last line and the end of its text."""
    left = (room - width(MORE, size, bold)) / 2
    end = _head(text[: -_LONGEST - 1 : -1], size, left, bold)[::-1]
    return f"{_head(line, size, left, bold).rstrip()}{MORE}{end.lstrip()}"


@cache
def _letter(letter: str, bold: bool, serif: bool) -> float:
    """In units of the font; what another font will have to draw is taken as wide as can be."""
    if is_drawn(letter, bold, serif):
        return _font(bold, serif).getlength(letter)
    return 1.1 * _EM


@cache
def _picture(letter: str, bold: bool, serif: bool) -> bytes:
    mask = _font(bold, serif, 32).getmask(letter)
    return bytes(mask) + repr(mask.size).encode()


@cache
def _font(bold: bool, serif: bool, size: int = _EM) -> ImageFont.FreeTypeFont:
    """Ours alone: PIL given a path takes a font of that name from the system where there is none,
    and an office program would set other letters, or none."""
    family, style = "Serif" if serif else "Sans", "Bold" if bold else "Regular"
    file = config.FONTS / f"Liberation{family}-{style}.ttf"
    try:
        content = io.BytesIO(file.read_bytes())
        return ImageFont.truetype(content, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise DashboardError("font_missing", file=file.name) from error


def balanced(
    text: str, room: float, measure: Callable[[str], float], before: frozenset[str] = frozenset()
) -> list[str]:
    """A heading in as few lines as it needs, the longest of them as short as may be; broken
    before one of these words (folded) where that can be.

    >>> balanced("Kết quả thực hiện kế hoạch", 20, len)
    ['Kết quả thực', 'hiện kế hoạch']
    >>> balanced("ỦY BAN NHÂN DÂN XÃ TÂN AN", 20, len, frozenset({"xa"}))
    ['ỦY BAN NHÂN DÂN', 'XÃ TÂN AN']
    """
    pieces = text.split(" ")
    if measure(text) <= room or len(pieces) < 2:
        return [text]
    splits = [(" ".join(pieces[:at]), " ".join(pieces[at:])) for at in range(1, len(pieces))]
    fitting = [split for split in splits if measure(split[0]) <= room]
    if not fitting:
        return [text]
    two = [split for split in fitting if measure(split[1]) <= room]
    better = [split for split in two if fold(split[1]).split(" ")[0] in before]
    if two:
        return list(min(better or two, key=lambda split: max(map(measure, split))))
    first, rest = fitting[-1]
    return [first, *balanced(rest, room, measure, before)]
