"""What the sheet for the public shows: scores in words, what was done, what will be done."""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.states import DONE, OPEN
from dashboard.tables.text_columns import Table, headed
from dashboard.words import Words

MOST_LISTED = 8  # of done and of open tasks each: with the scores they fill one A4 sheet


class Listed(NamedTuple):
    """Tasks of a list: the lines, how many there are in all, how many of them are not listed."""

    lines: list[str]
    amount: int
    more: int


def scores(change: pd.DataFrame, words: Words) -> Table:
    """The eight dimensions: the later year's score, and what the comparison says in words."""
    rows = change[change.level == "dimension"].reset_index(drop=True)
    said = zip(rows.estimate_to, rows.status_to, rows.scale_high, strict=True)
    shown = pd.DataFrame(
        {
            "dimension": rows["name"],
            "estimate": [_score(value, status, high, words) for value, status, high in said],
            "in_words": [
                words[f"public.verdict_{verdict or 'none'}"].format(year=year)
                for verdict, year in zip(verdicts.of(rows), rows.year_from, strict=True)
            ],
        }
    )
    return shown, headed(words, *shown, right=("estimate",))


def _score(value: float, status: str, high: float, words: Words) -> str:
    score = words.say("public.score", score=numbers.score(value), highest=f"{high:g}")
    return numbers.shown(score, value, status, words=words)


def done(tasks: pd.DataFrame) -> Listed:
    """Finished work, one line a task."""
    own = done_first(tasks)
    return _listed(list(own.task), len(own))


def done_first(tasks: pd.DataFrame) -> pd.DataFrame:
    """The finished tasks in the order of the list: of each dimension the first, then the second."""
    own = tasks[tasks.state.isin(DONE)]
    turn = own.groupby(own.component.astype(str).str.split(".").str[0]).cumcount()
    return own.assign(_turn=turn).sort_values("_turn", kind="stable").drop(columns="_turn")


def ahead(tasks: pd.DataFrame, words: Words) -> Listed:
    """Open work by due date, one line a task with its date."""
    own = ahead_first(tasks)
    lines = [
        _due(task, day, state, words) if task else ""
        for task, day, state in zip(own.task, own.due, own.state, strict=True)
    ]
    return _listed(lines, len(own))


def ahead_first(tasks: pd.DataFrame) -> pd.DataFrame:
    """The open tasks by due date."""
    return tasks[tasks.state.isin(OPEN)].sort_values("due", na_position="last", kind="stable")


def _due(task: str, day: pd.Timestamp, state: str, words: Words) -> str:
    if pd.isna(day):
        return words.say("public.no_due", task=task)
    return words.say(due_key(state), task=task, day=numbers.day(day))


def due_key(state: str) -> str:
    """The text of an open task with a due date."""
    return "public.due_past" if state == "overdue" else "public.due"


def _listed(lines: list[str], count: int) -> Listed:
    kept = [line for line in lines if line][:MOST_LISTED]
    return Listed(kept, count, count - len(kept))
