"""A commune that is known by its signed package alone says so in its name, wherever it stands."""

import pandas as pd

from dashboard.words import words


def named(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """The frame with the units' names marked where by_package is true."""
    told = frame.by_package.astype("boolean").fillna(False).astype(bool)
    if not told.any():
        return frame
    say = words(language).say
    marked = [
        say("package.named", unit=unit) if is_told else unit
        for unit, is_told in zip(frame.unit, told, strict=True)
    ]
    return frame.assign(unit=marked)
