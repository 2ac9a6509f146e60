"""What a unit above the communes is told first: which of its communes need it."""

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.sentences.naming import MOST_NAMED, and_more
from dashboard.words import Words


def headline(rows: pd.DataFrame, unit: str, year: int, words: Words) -> str:
    """Overdue tasks and in how many communes, then how many communes clearly fell and rose.

    rows: CommuneReadings.at_a_glance.
    """
    holes = {"unit": unit, "tasks": _tasks(rows, year, words), "scores": _scores(rows, year, words)}
    return words.say("district.headline", **holes)


def _tasks(rows: pd.DataFrame, year: int, words: Words) -> str:
    planned, late = int((rows.assigned > 0).sum()), int((rows.overdue > 0).sum())
    if not planned:
        return words.say("district.headline_no_plan", year=year)
    if not late:
        return words.say("district.headline_none_late", communes=planned)
    overdue = numbers.count(int(rows.overdue.sum()))
    return words.say("district.headline_late", overdue=overdue, late=late, communes=planned)


def _scores(rows: pd.DataFrame, year: int, words: Words) -> str:
    said = verdicts.of(rows)
    counts = {name: said.count(name) for name in ("down", "up")}
    told = [words.say(f"district.headline_{k}", count=n) for k, n in counts.items() if n]
    if told:
        return ", ".join(told)
    if any(said):
        return words["district.headline_unclear"]
    if (rows.respondents_to > 0).any():
        return words["district.headline_no_change"]
    return words.say("district.headline_no_survey", year=year)


def ends(rows: pd.DataFrame, order: str, words: Words) -> str:
    """What the table's order is for: who clearly fell and rose, who has the highest and the
    lowest; "" of none, and of the order by name.

    rows: in that order (commune_tables.ordered).
    """
    if order == "verdict":
        said = pd.Series(verdicts.of(rows), index=rows.index)
        if not said.notna().any():
            return ""
        named = {name: _named(rows[said == name].unit, words) for name in ("down", "up")}
        return words.say("district.ends_verdict", **named)
    if order == "overdue":
        most = rows[rows.overdue == rows.overdue.max()]
        holes = {"names": _named(most.unit, words), "count": numbers.count(int(rows.overdue.max()))}
        return words.say("district.ends_overdue", **holes) if rows.overdue.any() else ""
    if order == "completion":
        shares = (rows.done / rows.assigned.where(rows.assigned > 0)).dropna()
        texts = [numbers.done_of(*pair) for pair in zip(rows.done, rows.assigned, strict=True)]
    else:
        shares = rows.estimate_to.astype(float).dropna()
        texts = [numbers.score(value) for value in rows.estimate_to]
    if order == "name" or len(shares) < 2:
        return ""
    told = pd.Series(texts, index=rows.index)
    holes = {}
    for end, value in (("low", shares.min()), ("high", shares.max())):
        own = shares.index[shares == value]
        holes |= {end: _named(rows.unit[own], words), f"{end}_said": told[own[0]]}
    return words.say(f"district.ends_{order}", **holes)


def _named(units: pd.Series, words: Words) -> str:
    """The communes by name, and how many more; that there is none."""
    names = list(units)
    said = and_more(names[:MOST_NAMED], len(names), "units", words)
    return said or words["district.ends_none"]


def reports(rows: pd.DataFrame, period: str, words: Words) -> str:
    """How many communes have closed the period, how many have data, how many none."""
    holes = {"closed": int((rows.closings > 0).sum()), "all": len(rows), "period": period.lower()}
    said = [words.say("district.reports", **holes)]
    if missing := int(rows.is_missing.sum()):
        said.append(words.say("district.missing", count=missing))
    return " · ".join(said)
