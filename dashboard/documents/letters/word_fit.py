"""How closely papers of few pages may be set, and how many pages a paper takes.

Heights are worked out beforehand, somewhat too high, since no program lays out what is written
here: a page that is nearly full stays one page.
"""

from collections.abc import Sequence

from dashboard.documents.letters.word_sheet import Block
from dashboard.documents.letters.word_styles import Density

DENSITIES = (
    Density(13, 12, 11, 1.05, 4, 0.9, 0),
    Density(12, 11, 10, 1.0, 3, 0.75, 0),
    Density(11.5, 10, 9.5, 1.0, 2, 0.6, 0),
    Density(11, 9, 9, 1.0, 1.5, 0.5, 0),
)
SAFE = 0.98  # of a page


def pages_of(blocks: Sequence[Block], height: float) -> int:
    """On how many pages so high the blocks stand, what is kept together moving on together."""
    pages, used, group = 1, 0.0, 0.0
    for block in blocks:
        group += block.height()
        if block.is_kept:
            continue
        if used + group > height * SAFE:
            pages += 1 if used else 0
            used = 0.0
        used += group
        while used > height * SAFE:
            pages, used = pages + 1, used - height * SAFE
        group = 0.0
    return pages + (used + group > height * SAFE)
