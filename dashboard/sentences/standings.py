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


def whose(unit: UnitRow | None, is_picked: bool, words: Words) -> str:
    """Which communes are ranked: those of a unit, those picked, or all that were surveyed."""
    if unit:
        return words.say("compare.whose_unit", unit=unit.unit)
    return words["compare.whose_picked" if is_picked else "compare.whose_all"]


def apart(rows: pd.DataFrame, unit_id: str, words: Words) -> str:
    """Which others the chosen commune, else the first one, can't be told from, pair by pair. Of
    two communes, what may be said of the pair; "" of one.

    rows: SurveyReadings.ranking, those with a rank.
    """
    if len(rows) < 3:
        return pair(rows, "", words) if len(rows) == 2 else ""
    own = rows[rows.unit_id == unit_id]
    one = (rows if own.empty else own).iloc[0]
    meets = rows[rows.unit_id.isin(one.alike)]
    if meets.empty:
        return words.say("compare.apart_from_all", unit=one.unit)
    names = and_more(list(meets.unit[:NAMED]), len(meets), "units", words)
    return words.say("compare.meets", unit=one.unit, names=names)


def pair(rows: pd.DataFrame, within: str, words: Words) -> str:
    """Whether of two communes the one may be said to stand above the other.

    within: among whom their places are, with what follows it; rows: the two of them.
    """
    first, second = rows.sort_values("rank").to_dict("records")
    places = {
        name: _place(row["rank"], row["rank_low"], row["rank_high"], words)
        for name, row in (("place", first), ("other_place", second))
    }
    said = "meet" if second["unit_id"] in first["alike"] else "clear"
    key = "compare.pair_same" if first["rank"] == second["rank"] else f"compare.pair_{said}"
    return words.say(key, first=first["unit"], second=second["unit"], within=within, **places)


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
