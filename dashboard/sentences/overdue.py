"""Who has most overdue tasks, and which has waited longest.

several: the frames are of several communes, and an official is said with the own one.
"""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.rows import rows_of
from dashboard.sentences.naming import MOST_NAMED, and_more
from dashboard.tables.persons import person
from dashboard.words import Words


class Busy(NamedTuple):
    """An official of a unit with the number of overdue tasks."""

    official: str
    unit: str
    overdue: int


class Waiting(NamedTuple):
    """A task of an official of a unit, and how long it is overdue."""

    task_id: str
    task: str
    official: str
    unit: str
    days_late: float


def most_overdue(officials: pd.DataFrame, several: bool, words: Words) -> str:
    """Who has the most overdue tasks; those who have as many together."""
    everybody = list(rows_of(officials, Busy))
    most = max((row.overdue for row in everybody), default=0)
    if not most:
        return ""
    people = [person(row.official, row.unit, several) for row in everybody if row.overdue == most]
    shown = people if len(people) == MOST_NAMED + 1 else people[:MOST_NAMED]  # not: and 1 more
    names = and_more(shown, len(people), "official", words)
    key = "summary.most_overdue" if len(people) == 1 else "summary.most_overdue_each"
    return words.say(key, names=names, count=int(most))


def longest(follow_up: pd.DataFrame, several: bool, words: Words) -> str:
    """The task that has been overdue longest, and who leads it; how many have been as long."""
    late = list(rows_of(follow_up[follow_up.is_overdue], Waiting))
    if not late:
        return ""
    first = max(late, key=lambda row: row.days_late)
    leads = [row for row in late if row.task_id == first.task_id]
    names = [person(lead.official, lead.unit, several) for lead in leads]
    who = ", ".join(name for name in names if name) or words["follow_up.nobody"].lower()
    holes = {"days": numbers.count(int(first.days_late)), "task": first.task, "who": who}
    as_long = len({row.task_id for row in late if row.days_late == first.days_late})
    key = "summary.longest" if as_long == 1 else "summary.longest_each"
    return words.say(key, count=numbers.count(as_long), **holes)
