"""The communes of a unit at a glance."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.rows import Figure, Status, rows_of
from dashboard.tables.text_columns import ZONE, Table, figures, headed
from dashboard.words import Words

ORDERS = ("verdict", "score", "completion", "overdue", "name")


class Glance(NamedTuple):
    """A commune (CommuneReadings.at_a_glance)."""

    estimate_from: Figure
    estimate_to: Figure
    status_from: Status
    status_to: Status
    is_missing: bool
    assigned: int
    done: int
    overdue: int
    longest_overdue: float
    officials: int
    submitted: int
    closings: int
    closed_at: pd.Timestamp


def ordered(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """What needs a look first: a clear fall, then most overdue tasks; the lowest score, the
    smallest share done or most overdue tasks; or by name (as the frame comes)."""
    late = rows.sort_values(["overdue", "longest_overdue"], ascending=False, kind="stable")
    if order == "verdict":
        fell = [verdict != "down" for verdict in verdicts.of(late)]
        return late.assign(fell=fell).sort_values("fell", kind="stable").drop(columns="fell")
    if order == "completion":
        share = rows.done / rows.assigned.where(rows.assigned > 0)
        return rows.assign(share=share).sort_values("share", kind="stable").drop(columns="share")
    if order == "score":
        return rows.sort_values("estimate_to", kind="stable")
    return late if order == "overdue" else rows


def at_a_glance(rows: pd.DataFrame, due: date, seen_at: date, words: Words) -> Table:
    """Scores of both years with their difference and verdict, tasks, and the period's report.

    rows: CommuneReadings.at_a_glance. due: the day of sending. The difference is that of the two
    scores as they are shown.
    """
    each = list(rows_of(rows, Glance))
    years = rows.iloc[0]
    shown = pd.DataFrame(
        {
            "unit": rows.unit,
            "lies_in": rows.lies_in,
            "from": figures(rows, "estimate_from", "status_from", words),
            "to": figures(rows, "estimate_to", "status_to", words),
            "change": [_change(row) for row in each],
            "verdict": [verdicts.text(verdict, words) for verdict in verdicts.of(rows)],
            "completion": [_completion(row, words) for row in each],
            "overdue": [_overdue(row, words) for row in each],
            "report": [_report(row, due, seen_at, words) for row in each],
        }
    )
    if rows.lies_in.nunique() < 2:
        shown = shown.drop(columns="lies_in")
    headings = {"from": str(years.year_from), "to": str(years.year_to)}
    named = [str(name) for name in shown if name not in ("unit", *headings)]
    headings |= {name: words[f"district.column.{name}"] for name in named}
    right = ("from", "to", "change", "completion")
    return shown, headed(words, *shown, right=right, **headings)


def kinds(rows: pd.DataFrame, due: date, seen_at: date) -> pd.DataFrame:
    """Which of the table's cells need a look: verdict, overdue and report as up, down, late, plain.

    A verdict is said by sign and word too, lateness in words.
    """
    each = list(rows_of(rows, Glance))
    is_late = seen_at > due
    return pd.DataFrame(
        {
            "verdict_kind": [v if v in verdicts.CLEAR else "plain" for v in verdicts.of(rows)],
            "overdue_kind": ["late" if row.overdue else "plain" for row in each],
            "report_kind": [
                "late" if is_late and row.officials and not row.closings else "plain"
                for row in each
            ],
        },
        index=rows.index,
    )


def _change(row: Glance) -> str:
    if not (numbers.is_number(row.estimate_from) and numbers.is_number(row.estimate_to)):
        return numbers.NOTHING
    before, after = (numbers.rounded(value, 2) for value in (row.estimate_from, row.estimate_to))
    return numbers.difference(float(after - before))


def _completion(row: Glance, words: Words) -> str:
    if row.is_missing:
        return words["district.no_data"]
    return numbers.done_of(row.done, row.assigned) if row.assigned else words["district.no_plan"]


def _overdue(row: Glance, words: Words) -> str:
    if not row.overdue:
        return "0" if row.assigned else numbers.NOTHING
    holes = {"count": numbers.count(row.overdue), "days": numbers.count(int(row.longest_overdue))}
    return words.say("district.overdue", **holes)


def _report(row: Glance, due: date, seen_at: date, words: Words) -> str:
    """Closed on a day, else how many officials have handed in and how late it is."""
    if row.closings:
        closed = pd.Timestamp(row.closed_at).tz_localize("UTC").tz_convert(ZONE)
        return words.say("district.closed", day=numbers.day(closed))
    if not row.officials:
        return words["district.not_closed"]
    said = words.say("district.handed_in", done=row.submitted, all=row.officials)
    late = (seen_at - due).days
    return said + (words.say("district.late", days=numbers.count(late)) if late > 0 else "")
