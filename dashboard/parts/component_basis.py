"""On which questions two years are compared: each year's own, or those of both."""

import pandas as pd

from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import choice

BASES = ("published", "common")


def compared(page: DataPage, village: str | None, sex: str | None) -> tuple[pd.DataFrame, str]:
    """The two years and their basis; where the years' questions differ it is asked for."""
    chosen, words = page.chosen, page.words
    domain = (chosen.unit_id, chosen.year_from, chosen.year_to, [village] if village else (), sex)
    change = page.ask.change.between(*domain)
    differing = int((change.verdict == "not_comparable").sum())
    if not differing:
        return change, BASES[0]
    basis = choice(
        "co_so",
        words["components.basis.label"],
        {basis: words[f"components.basis.{basis}"] for basis in BASES},
    )
    if basis == BASES[0]:
        page.source(words.say("components.basis.note", count=differing))
        return change, basis
    page.source(words["components.basis.noted"])
    return page.ask.change.between(*domain, basis=basis), basis
