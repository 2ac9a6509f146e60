"""What is due when and who stands apart from the rest: the rows of the charts and their titles."""

import pandas as pd

from dashboard import numbers
from dashboard.readings.short_names import short_names
from dashboard.sentences.naming import and_more
from dashboard.shown_values import alphabetical
from dashboard.words import Words

MOST_ROWS = 30  # officials: of more only those that stand apart are drawn
MOST_NAMED = 2


def by_month(load: pd.DataFrame) -> pd.DataFrame:
    """The frame of charts.month_load: every month from the first to the last with a due task.

    load: PlanReadings.workload; a task with two leads counts for each.
    """
    columns = ["assigned", "done_on_time", "done_late", "done_undated", "overdue"]
    dated = load[load.month.notna()]
    sums = dated.assign(month=pd.to_datetime(dated.month)).groupby("month")[columns].sum()
    if len(sums):
        sums = sums.reindex(pd.date_range(sums.index[0], sums.index[-1], freq="MS"), fill_value=0)
    done = sums.done_on_time + sums.done_late + sums.done_undated
    return pd.DataFrame(
        {
            "month": [f"{month:%m/%Y}" for month in sums.index],
            "done": done.to_numpy(),
            "overdue": sums.overdue.to_numpy(),
            "open": (sums.assigned - done - sums.overdue).to_numpy(),
        }
    )


def headline(months: pd.DataFrame, words: Words) -> str:
    """The month with most due tasks (the first of several), and how many of them are not done."""
    if months.empty:
        return words["officials.load_none"]
    left = months.overdue + months.open
    every = left + months.done
    most = int(every.to_numpy().argmax())
    holes = {
        "month": months.month.iloc[most],
        "count": numbers.count(int(every.iloc[most])),
        "left": numbers.count(int(left.iloc[most])),
    }
    return words.say("officials.load_most" if left.iloc[most] else "officials.load_done", **holes)


def fair_rows(found: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The frame of charts.fair_rows by name, and how many are left out as they do not stand
    apart; found: readings.fair_view."""
    several = found.unit.nunique() > 1
    names = found.official.map(short_names(found.official))
    named = found.assign(label=names + " (" + found.unit + ")" if several else names)
    apart = named[named.standing.isin(["below", "above"])]
    shown = named if len(named) <= MOST_ROWS else apart
    return shown.sort_values("label", key=_by_alphabet), len(named) - len(shown)


def _by_alphabet(names: "pd.Series[str]") -> "pd.Series[int]":
    ranks = {name: rank for rank, name in enumerate(sorted(set(names), key=alphabetical))}
    return names.map(ranks)


def fair_headline(found: pd.DataFrame, words: Words) -> str:
    """Who is below what chance leaves, or that nobody is."""
    share = numbers.percent(found.share.iloc[0])
    below = found[found.standing == "below"]
    if below.empty:
        return words.say("officials.fair_nobody", share=share)
    names = [short_names(found.official)[name] for name in below.official[:MOST_NAMED]]
    said = and_more(names, len(below), "official", words)
    return words.say("officials.fair_below", names=said, share=share)
