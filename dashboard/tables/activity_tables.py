"""The log of activities as tables: bars of counts, villages, what the plan asks, findings."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from dashboard import numbers, states
from dashboard.tables.text_columns import Table, counts, days, headed
from dashboard.words import Words


def tallies(frame: pd.DataFrame, by: str, words: Words) -> pd.DataFrame:
    """Groups with how often and how long, for the chart of bars; frame: grouped, and label where
    a group has another name than its key."""
    labels = frame.label if "label" in frame else frame.grouped
    return pd.DataFrame(
        {
            "label": [name or words[f"telling.unsaid_{by}"] for name in labels],
            "amount": frame.activities.astype(int),
            "note": [
                _lasting(times, minutes, words)
                for times, minutes in zip(frame.times, frame.minutes, strict=True)
            ],
        }
    )


def _lasting(times: float, minutes: float, words: Words) -> str:
    said = words.say("telling.times", count=numbers.count(round(times)))
    if not minutes:
        return said
    return words.say("telling.times_minutes", times=said, minutes=numbers.count(round(minutes)))


def villages(reach: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Villages by the activities held in each, the fewest first, for the chart of bars."""
    several = reach.unit.nunique() > 1
    names = reach.village + " (" + reach.unit + ")" if several else reach.village
    shown = pd.DataFrame({"label": names, "amount": reach.own.astype(int)})
    shown["note"] = [words.say("telling.and_whole", count=int(whole)) for whole in reach.whole]
    return shown.sort_values("amount", kind="stable").reset_index(drop=True)


def asked(tasks: pd.DataFrame, words: Words) -> Table:
    """What the plan asks to be told, beside what the log holds on the same component."""
    shown = pd.DataFrame(
        {
            "code": tasks.component,
            "task": tasks.task,
            "asked": [_asked(row, words) for row in tasks.to_dict("records")],
            "area": tasks.area,
            "state": [states.marked(state, words) for state in tasks.state],
            "held": counts(tasks.activities),
            "how_often": counts(tasks.times),
            "months_held": [
                f"{held}/{months}"
                for held, months in zip(tasks.months_held, tasks.months, strict=True)
            ],
            "last_held": days(tasks.last_held),
        }
    )
    return shown, headed(words, *shown, right=("held", "how_often", "months_held"))


def _asked(task: dict[Hashable, Any], words: Words) -> str:
    """The plan's own words, and the number in them where there is one."""
    text = str(task["due_text"]) or words["due_missing.said"]
    if not numbers.is_number(task["asked_times"]):
        return words.say("telling.asked_no_number", text=text)
    holes = {"count": int(task["asked_times"]), "per": task["asked_per"]}
    return words.say("telling.asked_number", text=text, **holes)


def log(rows: pd.DataFrame, words: Words) -> Table:
    """The log, newest first."""
    rows = rows.iloc[::-1]
    shown = pd.DataFrame(
        {
            "held_on": days(rows.held_on),
            "channel": rows.channel,
            "subject": rows.subject,
            "code": rows.component,
            "area": rows.area,
            "minutes": counts(rows.minutes),
            "how_often": counts(rows.times),
            "people": counts(rows.people),
            "performer": rows.performer,
            "source": _sources(rows, words),
        }
    )
    return shown, headed(words, *shown, right=("minutes", "how_often", "people"))


def findings(rows: pd.DataFrame, words: Words) -> Table:
    """Findings with what became of them."""
    shown = pd.DataFrame(
        {
            "when": [_open(row, words) for row in rows.to_dict("records")],
            "held_on": days(rows.held_on),
            "body": rows.performer,
            "finding": rows.finding,
            "remedy": rows.remedy,
            "subject": rows.subject,
            "area": rows.area,
            "source": _sources(rows, words),
        }
    )
    return shown, headed(words, *shown, when=words["column.finding_state"])


def _open(row: dict[Hashable, Any], words: Words) -> str:
    said = words[f"found.state_{row['remedy_state']}"]
    if numbers.is_number(row["days_open"]):
        count = numbers.count(int(row["days_open"]))
        return words.say("found.days_open", state=said, days=count)
    if numbers.is_number(row["remedied_on"]):
        return words.say("found.remedied_on", state=said, day=numbers.day(row["remedied_on"]))
    return said


def _sources(rows: pd.DataFrame, words: Words) -> list[str]:
    places = zip(rows.source_file, rows.source_sheet, rows.source_row, strict=True)
    return [
        words.say("column.source_of", file=file, sheet=sheet, row=row)
        for file, sheet, row in places
    ]
