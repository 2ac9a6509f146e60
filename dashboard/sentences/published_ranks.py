"""A province's published ranks in words: year after year, and in each dimension of a year."""

from collections.abc import Iterable

import pandas as pd

from dashboard import numbers
from dashboard.words import Words


def over_years(series: pd.DataFrame, province: str, breaks: Iterable[int], words: Words) -> str:
    """Each published year with the rank, or that there is none; a stroke where the index was
    computed otherwise, for the ranks of its two sides do not compare. "" of a province unknown.

    series: PublishedReadings.series.
    """
    own = series[series.province == province].sort_values("year")
    cuts, said = set(breaks), ""
    for year, rank in zip(own.year, own["rank"], strict=True):
        between = " | " if year in cuts else ", "
        said += (between if said else "") + f"{year}: {_rank(rank, words)}"
    if not said:
        return ""
    key = "ranks_over_breaks" if " | " in said else "ranks_over_years"
    return words.say(f"compare.{key}", province=province, said=said)


def by_dimension(scores: pd.DataFrame, province: str, year: int, words: Words) -> str:
    """The rank in each dimension, the best first; "" where none was published.

    scores: PublishedReadings.of_province.
    """
    own = scores[scores.level == "dimension"].sort_values("rank", kind="stable")
    if own["rank"].isna().all():
        return ""
    said = "; ".join(
        words.say("compare.dimension_rank", code=code, name=name, rank=_rank(rank, words))
        for code, name, rank in zip(own.component, own["name"], own["rank"], strict=True)
    )
    return words.say("compare.ranks_by_dimension", province=province, year=year, said=said)


def _rank(rank: float, words: Words) -> str:
    return str(int(rank)) if numbers.is_number(rank) else words["compare.no_rank"]
