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

    apart: villages_apart of the components that the page shows, '' being the whole commune.
    """
    holes = {"year": year, "about": about or words["standing.every"]}
    own = apart[apart.village == village] if village else apart[apart.village != ""]
    if own.estimate.isna().all():
        key = "hidden" if village and numbers.hidden(own.status).any() else "none"
        return words.say(f"standing.{key}", village=village, **holes)
    clear = own[own.verdict.isin(APART)]
    sure = clear[clear.status == "ok"]
    if village:
        whole = apart[apart.village == ""]
        if said := _beside(own, whole, sure, about, holes, words):
            return said
        return _one(own, sure, len(clear) - len(sure), village, holes, words)
    if sure.empty:
        return words.say("standing.nobody", **holes)
    wide = sure.assign(size=sure.difference.abs().round(9))
    first = list(dict.fromkeys(wide.sort_values("size", ascending=False, kind="stable").village))
    told = [f"{name} {_where(sure[sure.village == name], words)}" for name in first[:MOST]]
    more = len(first) - len(told)
    said = "; ".join(told) + (words.say("standing.more", count=more) if more else "")
    return words.say("standing.out", said=said, **holes)


def _beside(
    own: pd.DataFrame,
    whole: pd.DataFrame,
    sure: pd.DataFrame,
    about: str | None,
    holes: dict[str, object],
    words: Words,
) -> str:
    """The village's total beside the commune's with what the test says, and where else it
    differs; "" where either may not be shown."""
    if "is_sum" not in own:
        return ""
    totals = pd.concat([rows[rows.is_sum.astype(bool)] for rows in (own, whole)])
    if len(totals) != 2 or totals.estimate.isna().any():
        return ""
    (total, of_all), parts = totals.to_dict("records"), sure[~sure.is_sum.astype(bool)]
    key = "few" if total["status"] != "ok" else total["verdict"]
    said = [words[f"standing.total_{key}"]] if key in ("few", "above", "below", "unclear") else []
    said += [_where(parts, words)] if len(parts) else []
    facts = {"village": total["village"], "score": numbers.score(total["estimate"])}
    facts["about"] = words.say("standing.about", name=about) if about else ""
    facts["whole"] = numbers.score(of_all["estimate"])
    facts["said"] = ": " + "; ".join(said) if said else ""
    return words.say("standing.scored", year=holes["year"], **facts)


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
        names = list(rows[rows.verdict == verdict].name)
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
