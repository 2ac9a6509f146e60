"""The sentences of the page of reporting periods."""

from datetime import date, timedelta

import pandas as pd

from dashboard import numbers
from dashboard.folding import capital
from dashboard.words import Words


def period_name(kind: str, words: Words) -> str:
    """ "6 tháng đầu năm"; of a kind that the texts do not know, the kind itself."""
    return words.get(f"period.{kind}", kind)


def sending(kind: str, due: date, words: Words) -> str:
    """The day of sending as the plan says it; due: the last day on which it may be sent.

    "trước 03/06/2023" of the half year, "25/10/2023" of the year.
    """
    key = f"reporting.sending_{kind}"
    holes = {"day": numbers.day(due), "next_day": numbers.day(due + timedelta(days=1))}
    return words.say(key if key in words else "reporting.sending", **holes)


def headline(submissions: pd.DataFrame, period: str, words: Words) -> str:
    """How many have handed in everything."""
    if submissions.empty:
        return words.say("reporting.no_tasks", period=period)
    done = int(submissions.submitted.sum())
    holes = {"done": done, "all": len(submissions), "period": period}
    key = "reporting.all_in" if done == len(submissions) else "reporting.in"
    return capital(words.say(key, **holes))


def until(day: date, seen_at: date, words: Words) -> str:
    """How far a day is from the date looked at."""
    days = (day - seen_at).days
    if not days:
        return words["reporting.same_day"]
    return words.say("reporting.days_left" if days > 0 else "reporting.days_ago", days=abs(days))


def standing(tasks: int, filled: int, submitted: bool, late: float, words: Words) -> str:
    """What an official's results of the period lack, and since how many days they are late."""
    if submitted:
        return words["reporting.has_all"]
    if filled == tasks:
        return words["reporting.untouched"]
    holes = {"missing": tasks - filled, "tasks": tasks}
    if not numbers.is_number(late):
        return words.say("reporting.lacks", **holes)
    return words.say("reporting.lacks_late", late=numbers.count(int(late)), **holes)


def since_closing(shown: int, beside: int, hidden: int, words: Words) -> str:
    """How many figures are otherwise now, and how many of them are not listed."""
    if not shown + beside + hidden:
        return words["reporting.unchanged"]
    said = [words.say("reporting.changed", count=numbers.count(shown))]
    if beside:
        said.append(words.say("reporting.changed_beside", count=numbers.count(beside)))
    if hidden:
        said.append(words.say("reporting.changed_hidden", count=numbers.count(hidden)))
    return " ".join(said)
