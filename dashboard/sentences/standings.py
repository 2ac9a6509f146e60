"""Places of two years and who they are among: a move is said only where the places that the two
may be do not meet."""

from collections.abc import Iterable

import pandas as pd

from dashboard import numbers
from dashboard.readings.listed import UnitRow
from dashboard.sentences.naming import and_more
from dashboard.words import Words

NAMED = 3


def among(peers: tuple[str, ...], units: Iterable[UnitRow], own: str, words: Words) -> str | None:
    """Whom a commune is compared with; None of all that were surveyed."""
    names = [unit.unit for unit in units if unit.unit_id in peers and unit.unit_id != own]
    if not names:
        return None
    said = and_more(names[:NAMED], len(names), "units", words)
    return words.say("compare.among", names=said)


def move(rows: pd.DataFrame, unit_id: str, words: Words) -> str:
    """Of the chosen commune both places; without one, how many communes clearly moved.

    rows: SurveyReadings.moves.
    """
    own = rows[rows.unit_id == unit_id]
    year_from, year_to = int(rows.year_from.iloc[0]), int(rows.year_to.iloc[0])
    years = {"year_from": year_from, "year_to": year_to}
    if own.empty:
        moved = rows[rows.move.isin(["up", "down"])]
        names = ", ".join(moved.unit.head(NAMED)) + ("…" if len(moved) > NAMED else "")
        key = "compare.moved" if len(moved) else "compare.nobody_moved"
        return words.say(key, count=len(moved), names=names, **years)
    (row,) = own.to_dict("records")
    before = _place(row["rank_from"], row["rank_low_from"], row["rank_high_from"], words)
    after = _place(row["rank"], row["rank_low"], row["rank_high"], words)
    verdict = words[f"compare.move.{row['move']}"] if row["move"] else words["compare.move.none"]
    return words.say("compare.both_places", before=before, after=after, verdict=verdict, **years)


def _place(rank: float, low: float, high: float, words: Words) -> str:
    if not numbers.is_number(rank):
        return words["compare.no_place"]
    holes = {"rank": int(rank), "low": int(low), "high": int(high)}
    return words.say("compare.place" if low != high else "compare.sure_place", **holes)


def counted(rows: pd.DataFrame, words: Words) -> str:
    """How many communes each year ranks, and that they are not the same ones."""
    now, before = (set(rows[rows[name].notna()].unit_id) for name in ("rank", "rank_from"))
    count_from = int(rows.count_from.iloc[0])
    holes = {"year_from": int(rows.year_from.iloc[0]), "year_to": int(rows.year_to.iloc[0])}
    same = now == before and count_from == len(before)
    key = "compare.counted" if same else "compare.counted_apart"
    return words.say(key, count_from=count_from, count_to=len(now), **holes)


def withheld(scores: pd.DataFrame, year: int, words: Words) -> str:
    """The provinces without a published score that year, each with since when; "" of none.

    scores: PublishedReadings.moves.
    """
    none = scores[scores.score.isna() & scores.withheld_since.notna()]
    named = [
        words.say("compare.withheld_one", province=province, since=int(since))
        for province, since in zip(none.province, none.withheld_since, strict=True)
    ]
    if not named:
        return ""
    return words.say("compare.withheld", year=year, names=", ".join(named))
