"""Headings and contents together: how likely each column is each field of a kind."""

from collections.abc import Mapping

from dashboard.importing.recognition import contents, heading_words
from dashboard.importing.recognition.contents import Profile
from dashboard.importing.recognition.heading_words import Path
from dashboard.importing.recognition.synonyms import fields

Profiles = Mapping[int, Profile]
_PAIRS = (("questions", "low", "high"),)  # of these the one has the smaller numbers
_IN_ORDER = 1.0
CONTENTS_ALONE = 0.8


def scores(
    kind: str, paths: Mapping[int, Path], profiles: Profiles | None = None
) -> dict[int, dict[str, float]]:
    """column -> field -> how well heading and values speak for it. Without profiles the
    headings speak alone."""
    found: dict[int, dict[str, float]] = {}
    for column, path in paths.items():
        heading = heading_words.scores(kind, path)
        if profiles is None:
            found[column] = heading
            continue
        own = profiles.get(column, Profile())
        found[column] = {
            name: _together(heading.get(name, 0.0), contents.fit(kind, name, own))
            for name in fields(kind)
        }
    if profiles:
        _in_order(kind, found, profiles)
    return found


def _together(heading: float, fit: float) -> float:
    """Contents alone tell less than contents below a heading that says the same."""
    return heading + fit if heading or fit < 0 else CONTENTS_ALONE * fit


def _in_order(kind: str, found: dict[int, dict[str, float]], profiles: Profiles) -> None:
    for of, low, high in _PAIRS:
        if of != kind:
            continue
        sized = [
            (profiles[c].average, c)
            for c, own in found.items()
            if c in profiles and max(own.get(low, 0.0), own.get(high, 0.0)) > 0
        ]
        numbers = sorted((size, c) for size, c in sized if size is not None)
        if len(numbers) >= 2 and numbers[0][0] < numbers[-1][0]:
            found[numbers[0][1]][low] += _IN_ORDER
            found[numbers[-1][1]][high] += _IN_ORDER
