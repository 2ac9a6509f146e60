"""Which village clearly differs from the rest of its commune, and where: only what the test says
and only where a village's figure is sure (status ok)."""

import pandas as pd

from dashboard import numbers
from dashboard.verdicts import APART
from dashboard.words import Words

MOST = 2


def headline(
    apart: pd.DataFrame, year: int, about: str | None, village: str | None, words: Words
) -> str:
    """What stands out among these cells; about: the dimension looked at, village: the one chosen.

    apart: villages_apart of the components that the page shows.
    """
    holes = {"year": year, "about": about or words["standing.every"]}
    own = apart[apart.village == village] if village else apart
    if own.estimate.isna().all():
        key = "hidden" if village and numbers.hidden(own.status).any() else "none"
        return words.say(f"standing.{key}", village=village, **holes)
    clear = own[own.verdict.isin(APART)]
    sure = clear[clear.status == "ok"]
    if village:
        return _one(own, sure, len(clear) - len(sure), village, holes, words)
    if sure.empty:
        return words.say("standing.nobody", **holes)
    wide = sure.assign(size=sure.difference.abs().round(9))
    first = list(dict.fromkeys(wide.sort_values("size", ascending=False, kind="stable").village))
    told = [f"{name} {_where(sure[sure.village == name], words)}" for name in first[:MOST]]
    more = len(first) - len(told)
    said = "; ".join(told) + (words.say("standing.more", count=more) if more else "")
    return words.say("standing.out", said=said, **holes)


def _one(
    own: pd.DataFrame,
    sure: pd.DataFrame,
    unsure: int,
    village: str,
    holes: dict[str, object],
    words: Words,
) -> str:
    """The village chosen: where it differs, or that nothing sure can be said."""
    if not sure.empty:
        return words.say("standing.one", village=village, said=_where(sure, words), **holes)
    key = "unsure" if unsure or (own.status == "caution").all() else "alike"
    return words.say(f"standing.{key}", village=village, **holes)


def _where(rows: pd.DataFrame, words: Words) -> str:
    """As "thấp hơn rõ rệt ở Công khai; cao hơn rõ rệt ở …": what is low first."""
    told = []
    for verdict in ("below", "above"):
        names = list(rows[rows.verdict == verdict].sort_values("component").name)
        if names:
            more = len(names) - MOST
            listed = ", ".join(names[:MOST]) + (f" (+{more})" if more > 0 else "")
            told.append(
                words.say("standing.where", verdict=words[f"against.{verdict}"], names=listed)
            )
    return words["standing.and"].join(told)


def chart_title(cells: pd.DataFrame, words: Words) -> str:
    """How many of the shown cells clearly differ."""
    shown = cells[(cells.village != "") & cells.estimate.notna()]
    clear = int(shown.verdict.isin(APART).sum())
    return words.say(
        "standing.chart" if clear else "standing.chart_none", clear=clear, all=len(shown)
    )
