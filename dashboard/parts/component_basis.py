"""Two years compared: on which questions, and the sentences that open the page of it."""

import pandas as pd

from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import choice
from dashboard.readings.change_readings import SEXES
from dashboard.sentences import headlines

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


def heading(
    page: DataPage,
    shown: pd.DataFrame,
    whole: pd.Series,
    dimension: str | None,
    village: str | None,
    sex: str | None,
) -> None:
    """What clearly changed; of filtered answers their total goes first: nobody has to find it.

    whole: the row of the total, or of the dimension of that name.
    """
    chosen, words = page.chosen, page.words
    years = chosen.year_from, chosen.year_to
    filters = [*filter(None, (dimension, village, sex and words[f"sex.{sex}"]))]
    said = headlines.total_difference(whole, *years, words, "" if dimension else None)
    first = said if filters else ""
    title = headlines.components(shown, *years, words, *filters, total=first)
    of_total = None if first and first in title else said
    page.heading(title, page.years, of_total, page.survey_later)


def sexes(page: DataPage, component: str, basis: str, *villages: str) -> None:
    """Men beside women, of the total or a dimension, in these villages alone if there are any."""
    if page.ask.reported:  # closings do not hold them
        return
    years = page.chosen.unit_id, page.chosen.year_from, page.chosen.year_to
    totals = {}
    for sex in SEXES:
        change = page.ask.change.between(*years, villages, sex=sex, basis=basis)
        totals[sex] = change[change.component == component].iloc[0]
    if said := headlines.sexes(totals, page.words):
        page.lines([said])
