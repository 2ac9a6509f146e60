"""Closings, who has handed in, and what is otherwise than reported, in people's words."""

import json
from typing import NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.rows import rows_of
from dashboard.tables.text_columns import Table, counts, days, headed, local
from dashboard.words import Words

# Queries whose figures stand in others already: a change of theirs is not listed twice.
_TOLD_ELSEWHERE = {"component_tasks", "unit_completion", "follow_up", "workload"}
_COUNTS = {
    *("respondents", "assigned", "done_on_time", "done_late", "done_undated", "overdue"),
    *("activities", "times", "people"),
}
_NO_COLUMN = ("about", "part")  # texts of a whole query, and a column of remarks
_LEVELS = ("total", "dimension", "sub_dimension")


class Changed(NamedTuple):
    """A figure that is otherwise now (PeriodReadings.differences)."""

    query: str
    params: str
    key: str
    column: str
    reported: str | None
    now: str | None
    is_hidden: bool


def closings(rows: pd.DataFrame, words: Words) -> Table:
    """Every closing of the unit, the newest first."""
    shown = pd.DataFrame(
        {
            "period": rows.period,
            "closing": counts(rows.closing),
            "closed_at": [f"{moment:%d/%m/%Y %H:%M}" for moment in local(rows.closed_at)],
            "as_of": days(rows.as_of),
            "fingerprint": rows.fingerprint,
            "by": rows.by,
            "note": [
                " · ".join(part for part in (note, words["page.simulated"] * is_simulated) if part)
                for note, is_simulated in zip(rows.note, rows.simulated, strict=True)
            ],
        }
    )
    return shown, headed(words, *shown, right=("closing",))


def submitted(rows: pd.DataFrame, words: Words) -> Table:
    """Officials whose results are all written: how many, and when the last change came."""
    shown = pd.DataFrame(
        {
            "official": rows.official.where(rows.official != "", words["follow_up.nobody"]),
            "filled": _parts(rows.filled, rows.tasks),
            "last_change": [f"{moment:%d/%m/%Y}" for moment in local(rows.last_change)],
        }
    )
    return shown, headed(words, *shown, right=("filled",))


def _parts(some: "pd.Series[int]", every: "pd.Series[int]") -> list[str]:
    return [f"{part}/{whole}" for part, whole in zip(some, every, strict=True)]


def by_unit(rows: pd.DataFrame, words: Words) -> Table:
    """Of a unit above the communes: how many of each one's officials have handed in."""
    found = rows.groupby("unit", sort=False).agg(
        submitted=("submitted", "sum"),
        officials=("official", "size"),
        filled=("filled", "sum"),
        tasks=("tasks", "sum"),
    )
    shown = pd.DataFrame(
        {
            "unit": found.index,
            "submitted": [
                f"{a}/{b}" for a, b in zip(found.submitted, found.officials, strict=True)
            ],
            "filled": [f"{a}/{b}" for a, b in zip(found.filled, found.tasks, strict=True)],
        }
    )
    return shown, headed(words, *shown, right=("submitted", "filled"))


def differences(
    rows: pd.DataFrame,
    names: dict[str, str],
    tasks: dict[str, str],
    remarks: dict[int, str],
    words: Words,
) -> tuple[pd.DataFrame, Table]:
    """The rows that are listed, and their table: which figure, reported, now, difference.

    names: code -> name of a component; tasks: task_id -> text; remarks: id -> about what and of
    which kind. Errors, intervals and the like are not listed (query closing_differences has them
    all).
    """
    every = list(rows_of(rows, Changed))
    gone = {json.loads(r.key)["task_id"]: r.reported for r in every if r.column == "task"}
    tasks = {**{task: text for task, text in gone.items() if text}, **tasks}
    told = [row for row in every if _is_told(row, words)]
    shown = pd.DataFrame(
        [
            {
                "figure": _figure(row, names, tasks, remarks, words),
                "reported": _written(row.column, row.reported, words),
                "now": _written(row.column, row.now, words),
                "difference": _difference(row),
            }
            for row in told
        ],
        columns=["figure", "reported", "now", "difference"],
    )
    return shown, (shown, headed(words, *shown, right=("reported", "now", "difference")))


def _is_told(row: Changed, words: Words) -> bool:
    """A column that the texts name, of a figure that is not told by another query."""
    level = json.loads(row.key).get("level", "total")
    if row.query in _TOLD_ELSEWHERE or level not in _LEVELS or row.is_hidden:
        return False
    if row.query == "remarks" and row.column == "holds" and row.reported is None:
        return False  # its text is told
    if row.column in _NO_COLUMN or f"closed.{row.query}.{row.column}" not in words:
        return False
    return _written(row.column, row.reported, words) != _written(row.column, row.now, words)


def _figure(
    row: Changed,
    names: dict[str, str],
    tasks: dict[str, str],
    remarks: dict[int, str],
    words: Words,
) -> str:
    key, params = json.loads(row.key), json.loads(row.params)
    code = key.get("component", "")
    holes = {
        "what": words[f"closed.{row.query}.{row.column}"],
        "component": f"{code} {names.get(code, '')}".strip(),
        "village": key.get("village", ""),
        "official": key.get("official", "") or words["follow_up.nobody"],
        "province": key.get("province", ""),
        "task": tasks.get(key.get("task_id", ""), key.get("task_id", "")),
        "remark": remarks.get(key.get("id", 0), ""),
        "grouped": key.get("grouped", "") or numbers.NOTHING,
        "year": params.get("year", ""),
        "year_from": params.get("year_from", ""),
        "year_to": params.get("year_to", ""),
        "basis": words[f"closed.basis.{params.get('basis', 'published')}"],
    }
    return words.say(f"closed.{row.query}.about", **holes)


def _written(column: str, value: str | None, words: Words) -> str:
    """A figure as pages write it."""
    if value is None or value == "":
        return numbers.NOTHING
    if column in ("estimate", "score"):
        return numbers.score(float(value))
    if column == "change":
        return numbers.difference(float(value))
    if column in ("progress", "completion_rate"):
        return numbers.percent(float(value))
    if column in ("due", "done"):
        return numbers.day(pd.Timestamp(value))
    if column in ("state", "verdict"):
        return words[f"{column}.{value}"]
    if column == "holds":
        return words[f"remark.holds.{value}"]
    if column in ("times", "people"):
        return numbers.count(int(numbers.rounded(float(value))))
    return value


def _difference(row: Changed) -> str:
    """Of two figures as they are shown, so that the three add up."""
    digits = 0 if row.column in _COUNTS else 2 if row.column in ("estimate", "score") else None
    if row.reported is None or row.now is None or digits is None:
        return numbers.NOTHING
    was, is_ = (numbers.rounded(float(value), digits) for value in (row.reported, row.now))
    return numbers.difference(float(is_ - was), digits)
