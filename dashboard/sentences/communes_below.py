"""What a unit above the communes is told first: which of its communes need it."""

import pandas as pd

from dashboard import numbers, verdicts
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


def reports(rows: pd.DataFrame, period: str, words: Words) -> str:
    """How many communes have closed the period, how many have data, how many none."""
    holes = {"closed": int((rows.closings > 0).sum()), "all": len(rows), "period": period.lower()}
    said = [words.say("district.reports", **holes)]
    if missing := int(rows.is_missing.sum()):
        said.append(words.say("district.missing", count=missing))
    return " · ".join(said)
