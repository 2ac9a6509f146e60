"""What is due when and who stands apart from the rest: the rows of the charts and their titles."""

from collections.abc import Iterable

import pandas as pd

from dashboard import numbers, states
from dashboard.folding import capital
from dashboard.readings.short_names import short_names
from dashboard.sentences.naming import and_more
from dashboard.shown_values import alphabetical
from dashboard.tables.persons import for_chart, person
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


def of_state(rows: pd.DataFrame, state: str) -> pd.DataFrame:
    """The rows with tasks in the state, and of their counts that alone."""
    if state not in states.ASSIGNED:  # cancelled: in no count
        return rows.head(0)
    kept = rows[rows[state] > 0]
    others = [name for name in states.ASSIGNED if name != state]
    nothing = dict.fromkeys([*others, "due_by_now", "due_done"], 0)
    return kept.assign(assigned=kept[state], **nothing)


def title(tasks: pd.DataFrame, about: Iterable[str], state: str | None, words: Words) -> str:
    """What the filters leave: how many tasks in which states; of one state how many, and which
    is the latest. tasks: PlanReadings.tasks."""
    of = ", ".join(about)
    of = f"{of}: " if of else ""
    if state:
        own = tasks[tasks.state == state]
        holes = {"about": of, "count": numbers.count(len(own)), "state": states.name(state, words)}
        said = words.say("officials.title_state", **holes)
        late = own[own.days_late.notna()]
        if late.empty:
            return capital(said)
        first = late.sort_values("days_late", ascending=False, kind="stable").iloc[0]
        days = numbers.count(int(first.days_late))
        return capital(said + words.say("officials.title_latest", days=days, task=first.task))
    kept = tasks[tasks.state != states.CANCELLED]
    if kept.empty:
        return capital(words.say("officials.title_none", about=of))
    counted = states.counted(kept.state, states.BY_URGENCY, words)
    holes = {"about": of, "count": numbers.count(len(kept)), "states": counted}
    return capital(words.say("officials.title", **holes))


def state_title(state: str, words: Words) -> str:
    """What the bars of one state show."""
    return words.say("officials.chart_state", state=states.name(state, words))


def completion(now: pd.DataFrame, before: pd.DataFrame, year: int, words: Words) -> str:
    """How many of the tasks are done, each counted once, and how many were in the earlier year;
    "" where there are none. now, before: PlanReadings.tasks."""
    said, earlier = _done(now), _done(before)
    if not said:
        return ""
    text = words.say("officials.completion", done=said)
    if not earlier:
        return text
    return text + words.say("officials.completion_before", year=year, done=earlier)


def _done(tasks: pd.DataFrame) -> str:
    """ "47/56 · 84 %"; "" of no task."""
    kept = tasks[tasks.state != states.CANCELLED]
    return numbers.done_of(int(kept.state.isin(states.DONE).sum()), len(kept)) if len(kept) else ""


def whole_unit(tasks: pd.DataFrame, village: str | None, words: Words) -> str:
    """Of a village's tasks how many are the whole commune's, which are counted with them."""
    count = int((tasks.whole_unit & (tasks.state != states.CANCELLED)).sum()) if village else 0
    return words.say("officials.whole_unit", count=count) if count else ""


def fair_rows(found: pd.DataFrame, several: bool) -> tuple[pd.DataFrame, int]:
    """The frame of charts.fair_rows by name, and how many are left out as they do not stand
    apart; found: readings.fair_view; several: of several communes, which are said."""
    pairs = zip(found.official.map(short_names(found.official)), found.unit, strict=True)
    named = found.assign(label=[for_chart(name, unit, several) for name, unit in pairs])
    apart = named[named.standing.isin(["below", "above"])]
    shown = named if len(named) <= MOST_ROWS else apart
    return shown.sort_values("label", key=_by_alphabet), len(named) - len(shown)


def _by_alphabet(names: "pd.Series[str]") -> "pd.Series[int]":
    ranks = {name: rank for rank, name in enumerate(sorted(set(names), key=alphabetical))}
    return names.map(ranks)


def fair_headline(found: pd.DataFrame, several: bool, words: Words) -> str:
    """Who is below what chance leaves, or that nobody is."""
    share = numbers.percent(found.share.iloc[0])
    below = found[found.standing == "below"]
    if below.empty:
        return words.say("officials.fair_nobody", share=share)
    short = short_names(found.official)
    pairs = zip(below.official[:MOST_NAMED], below.unit[:MOST_NAMED], strict=True)
    names = [person(short[name], unit, several) for name, unit in pairs]
    said = and_more(names, len(below), "official", words)
    return words.say("officials.fair_below", names=said, share=share)
