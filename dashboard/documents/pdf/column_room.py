"""The columns of a printed table: letters get smaller until no word must be broken."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.documents.column_shares import longest_word, shared
from dashboard.documents.pdf.printable import BREAK

INSET = 4.0  # points at both sides of a cell
SMALLEST = 8.0
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
    least = [longest_word([text.replace(BREAK, " ") for text in one]) for one in texts]
    for smaller in _sizes(size):
        needed = [smaller * word * _SPARE + 2 * INSET for word in least]
        if sum(needed) <= room:
            return Columns(shared(needed, shares, room), smaller)
    return Columns(shared([0.0] * len(shares), shares, room), SMALLEST, is_broken=True)


def _sizes(size: float) -> list[float]:
    return [size - step / 2 for step in range(int((size - SMALLEST) * 2) + 1)]
