"""How wide the columns of a table are: by their shares, but none narrower than its longest word,
so that no word is broken and no cell runs over its neighbour."""

from collections.abc import Sequence

from dashboard.documents.text_widths import width

_LOOKED_AT = 4  # longest words of a column: the one with most letters need not be the widest


def longest_word(texts: Sequence[str]) -> float:
    """How wide the longest word of a column is in bold letters, in sizes of the letters."""
    words = {word for text in texts for word in text.split(" ")}
    longest = sorted(words, key=lambda word: (-len(word), word))[:_LOOKED_AT]
    return max((width(word, 1, True) for word in longest), default=0.0)


def shared(needed: Sequence[float], shares: Sequence[float], room: float) -> tuple[float, ...]:
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
