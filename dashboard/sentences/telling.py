"""What a log of activities comes to, in sentences: who was told, what was asked, what was found.

Counts stand beside scores and say no cause.
"""

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.folding import capital
from dashboard.sentences.naming import MOST_NAMED, and_more
from dashboard.words import Words


def headline(log: pd.DataFrame, reach: pd.DataFrame, year: int, words: Words) -> str:
    """Which villages communication reached, and which it did not.

    log: the activities counted; reach: every village (ActivityReadings.reach).
    """
    if log.empty:
        return words.say("telling.none", year=year)
    holes = {"count": numbers.count(len(log)), "all": len(reach)}
    if reach.empty:
        return words.say("telling.no_villages", **holes)
    apart = reach[reach.own == 0]
    missed = apart[apart.whole == 0]
    if len(missed):
        reached = len(reach) - len(missed)
        return words.say("telling.missed", reached=reached, names=_named(missed, words), **holes)
    if len(apart):
        return words.say("telling.shared_only", names=_named(apart, words), **holes)
    return words.say("telling.every_village", **holes)


def _named(villages: pd.DataFrame, words: Words) -> str:
    names = list(villages.village)
    return and_more(names[:MOST_NAMED], len(names), "villages", words)


def most(counts: pd.DataFrame, by: str, words: Words) -> str:
    """What most activities went through, were about, or were held by."""
    said = counts[counts.grouped != ""]
    if said.empty:
        return words[f"telling.{by}_unsaid"]
    first = said.sort_values("activities", ascending=False, kind="stable").iloc[0]
    count, total = int(first.activities), int(counts.activities.sum())
    label = first.get("label", first.grouped)
    return words.say(f"telling.most_{by}", name=label, count=count, all=total)


def months(counts: pd.DataFrame, words: Words) -> str:
    """The months without any activity, else the one with most and the one with fewest."""
    if counts.empty:
        return words["telling.months"]
    idle = [month(value) for value in counts[counts.activities == 0].grouped]
    if idle:
        names = and_more(idle[:MOST_NAMED], len(idle), "months", words)
        return words.say("telling.idle_months", names=names)
    high = counts.sort_values("activities", ascending=False, kind="stable").iloc[0]
    low = counts.sort_values("activities", kind="stable").iloc[0]
    return words.say(
        "telling.busy_month",
        high=month(high.grouped),
        most=int(high.activities),
        low=month(low.grouped),
        fewest=int(low.activities),
    )


def month(value: str) -> str:
    """A month of the queries as people write it.

    >>> month("2023-02")
    '02/2023'
    """
    year, _, number = value.partition("-")
    return f"{number}/{year}"


def villages(reach: pd.DataFrame, words: Words) -> str:
    """The villages where nothing was held, else the one with the fewest activities of its own."""
    apart = reach[reach.own == 0]
    if len(apart):
        return words.say("telling.no_own", names=_named(apart, words))
    least = reach.sort_values("own", kind="stable").iloc[0]
    return words.say("telling.least_own", village=least.village, count=int(least.own))


def asked(tasks: pd.DataFrame, has_log: bool, words: Words) -> str:
    """Of the plan's tasks of communication, those on whose component the log holds nothing; of a
    log that nobody sent nothing follows."""
    if tasks.empty:
        return words["telling.nothing_asked"]
    if not has_log:
        return words.say("telling.asked_no_log", count=len(tasks))
    idle = tasks[tasks.activities == 0]
    holes = {"count": len(tasks), "idle": len(idle)}
    if idle.empty:
        return words.say("telling.all_told", **holes)
    codes = ", ".join(dict.fromkeys(str(code) for code in idle.component.dropna()))
    return words.say(
        "telling.asked_untold" if codes else "telling.asked_untold_some", codes=codes, **holes
    )


def beside(change: pd.DataFrame, counts: pd.DataFrame, words: Words) -> list[str]:
    """Scores of citizens' knowledge (1.1) and of transparency (2.1) with the activities on each."""
    said = []
    for code in ("1.1", "2.1"):
        row = change[change.component == code]
        if row.empty or (row.status_from.iloc[0], row.status_to.iloc[0]) == ("missing",) * 2:
            continue
        one = row.iloc[0]
        own = counts[counts.grouped == code].activities.sum()
        holes = {"code": code, "name": one["name"], "count": numbers.count(int(own))}
        scores = {
            f"score_{side}": numbers.shown(
                numbers.score(one[f"estimate_{side}"]),
                one[f"estimate_{side}"],
                one[f"status_{side}"],
                words=words,
            )
            for side in ("from", "to")
        }
        years = {"year_from": one.year_from, "year_to": one.year_to}
        verdict = verdicts.of(row)[0]
        word = words[f"verdict.{verdict}"] if verdict else words["telling.no_verdict"]
        said.append(words.say("telling.beside", verdict=word, **holes, **scores, **years))
    return said


def outside(log: pd.DataFrame, words: Words) -> list[str]:
    """What of the log is not counted or could not be placed."""
    spans = log.span.value_counts()
    unknown = sorted({one for names in log.unknown_area if names for one in names.split("; ")})
    blank = int((log.area == "").sum())
    said = []
    if count := int(spans.get("before", 0) + spans.get("after", 0)):
        said.append(words.say("telling.outside_period", count=count))
    if unknown:
        said.append(words.say("telling.unknown_area", names=", ".join(unknown)))
    if blank:
        said.append(words.say("telling.no_area", count=blank))
    return said


def supervision(findings: pd.DataFrame, year: int, words: Words) -> str:
    """How many findings are not said to be remedied, and since when the oldest is open."""
    if findings.empty:
        return words.say("found.none", year=year)
    found = findings[findings.finding != ""]
    if found.empty:
        return words.say("found.no_finding", count=len(findings))
    still = found[found.remedy_state != "remedied"]
    if still.empty:
        return words.say("found.all_remedied", count=len(found))
    holes = {"days": numbers.count(int(still.days_open.max())), "count": len(found)}
    return capital(words.say("found.open", open=len(still), **holes))
