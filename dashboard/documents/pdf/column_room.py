"""How wide the columns of a table are: by their shares, but none narrower than its longest word,
so that no cell runs over its neighbour."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.documents.pdf.printable import BREAK
from dashboard.documents.text_widths import width

INSET = 4.0  # points at both sides of a cell
SMALLEST = 8.0
_LOOKED_AT = 4  # longest words of a column: the one with most letters need not be the widest
_SPARE = 1.08  # measured in Sans: Serif has wider capitals


@dataclass(frozen=True)
class Columns:
    """Widths in points, the size of the letters, whether words must be broken anywhere."""

    widths: tuple[float, ...]
    size: float
    is_broken: bool = False


def fitted(
    texts: Sequence[Sequence[str]], shares: Sequence[float], room: float, size: float
) -> Columns:
    """The columns of a table room points wide whose texts stand by column.

    Letters get smaller, down to SMALLEST, until the longest word of each column has room."""
    least = [_widest(column) for column in texts]
    for smaller in _sizes(size):
        needed = [smaller * word * _SPARE + 2 * INSET for word in least]
        if sum(needed) <= room:
            return Columns(_shared(needed, shares, room), smaller)
    return Columns(_shared([0.0] * len(shares), shares, room), SMALLEST, is_broken=True)


def _sizes(size: float) -> list[float]:
    return [size - step / 2 for step in range(int((size - SMALLEST) * 2) + 1)]


def _widest(texts: Sequence[str]) -> float:
    words = {word for text in texts for word in text.replace(BREAK, " ").split(" ")}
    longest = sorted(words, key=lambda word: (-len(word), word))[:_LOOKED_AT]
    return max((width(word, 1, True) for word in longest), default=0.0)


def _shared(needed: Sequence[float], shares: Sequence[float], room: float) -> tuple[float, ...]:
    """Each its share of the room; who needs more gets that, the others share what is left."""
    fixed: dict[int, float] = {}
    while True:
        rest = room - sum(fixed.values())
        total = sum(share for place, share in enumerate(shares) if place not in fixed) or 1.0
        widths = [fixed.get(place, rest * share / total) for place, share in enumerate(shares)]
        short = [
            place
            for place, each in enumerate(widths)
            if place not in fixed and each < needed[place]
        ]
        if not short:
            return tuple(round(each, 2) for each in widths)
        fixed |= {place: needed[place] for place in short}
