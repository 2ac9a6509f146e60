"""Officials by name. A title of office stands in every commune: where there are several communes
an official is one with the own commune, and is said so."""

import pandas as pd

from dashboard.charts.lettering import shorten
from dashboard.words import Words

LETTERS = 34  # that a chart has room for
BETWEEN = "; "  # several officials of one task, as the queries write them


def person(official: str, unit: str, several: bool) -> str:
    """An official, or a village, with the commune where there are several.

    >>> person("Chủ tịch UBND", "Xã số 01", True)
    'Chủ tịch UBND (Xã số 01)'
    """
    return f"{official} ({unit})" if several and official else official


def persons(rows: pd.DataFrame, several: bool, words: Words) -> list[str]:
    """Each row's official as groups, filters and titles say it; who nobody named is said too."""
    nobody = words["follow_up.nobody"]
    pairs = zip(rows.official, rows.unit, strict=True)
    return [person(official or nobody, unit, several) for official, unit in pairs]


def for_chart(name: str, unit: str, several: bool) -> str:
    """The same in a chart's room: what is cut is the title of office, never the commune.

    >>> for_chart("Địa chính - NN - XD và MT", "Xã số 01", True)
    'Địa chính - NN - XD… (Xã số 01)'
    """
    return person(shorten(name, LETTERS - len(person(" ", unit, several)) + 1), unit, several)


def led_by(
    tasks: pd.DataFrame, role: str, name: str, several: bool, words: Words
) -> "pd.Series[bool]":
    """Which tasks are led (role lead) or supported by the one whom persons calls so."""
    nobody = words["follow_up.nobody"]
    pairs = zip(tasks[role], tasks.unit, strict=True)
    own = [
        name in [person(official or nobody, unit, several) for official in said.split(BETWEEN)]
        for said, unit in pairs
    ]
    return pd.Series(own, tasks.index, dtype=bool)
