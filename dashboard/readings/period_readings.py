"""Reporting periods: who has handed in, what was closed, and what has changed since."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from dashboard.readings.frames import Frames
from dashboard.readings.plan_readings import PlanReadings
from dashboard.store import closings, frozen
from dashboard.store.frozen import About
from dashboard.store.shown import Shown
from dashboard.store.store import Cursor

# Columns by which a figure is known; those of a status tell whether a row may be shown.
_PLACE = ["query", "params", "key", "column"]
_STATUS = ("status", "status_from", "status_to", "verdict")


class Preview(NamedTuple):
    """What closing would freeze now: figures by query, their code, and what a click holds for."""

    counts: dict[str, int]
    fingerprint: str
    seen: Shown
    about: About


class PeriodReadings:
    """Questions about one reporting period of a unit."""

    def __init__(self, frames: Frames, cursor: Cursor, plan: PlanReadings):
        self._frames = frames
        self._cursor = cursor
        self._plan = plan

    def submissions(self, unit: str, year: int, period: str, as_of: date) -> pd.DataFrame:
        """Each leading official's results (queries/read/submissions.sql)."""
        asked = {"unit": unit, "year": year, "period": period, "as_of": as_of}
        return self._frames.ask("submissions", **asked)

    def unfilled(self, unit: str, year: int, period: str, as_of: date) -> pd.DataFrame:
        """The tasks whose result of the period is not written."""
        tasks = self._plan.tasks(unit, year, period=period, as_of=as_of)
        column = "result_h1" if period.endswith("-H1") else "result_year"
        is_blank = tasks[column].str.strip() == ""
        return tasks[is_blank & (tasks.state != "cancelled")]

    def closings(self, unit: str, period: str | None = None) -> pd.DataFrame:
        """What was closed, the newest first."""
        return self._frames.ask("closings", unit=unit, period=period)

    def preview(self, about: About) -> Preview:
        """Raises DashboardError nothing_to_close."""
        rows = self._frames.told("closing_preview", lambda: self._preview(about), about)
        first = rows.iloc[0]
        seen = Shown(first.subject, first.seen, first.state)
        counts = dict(zip(rows["query"], rows["count"], strict=True))
        return Preview(counts, str(first.fingerprint), seen, about)

    def _preview(self, about: About) -> pd.DataFrame:
        now = closings.preview(self._cursor, about)
        queries = pd.Series([figure.query for figure in now.figures]).value_counts()
        counts = [(query, int(queries[query])) for query in frozen.QUERIES if query in queries]
        frame = pd.DataFrame(counts, columns=["query", "count"])
        subject, key, state = now.seen
        return frame.assign(fingerprint=now.fingerprint, subject=subject, seen=key, state=state)

    def differences(self, unit: str, period: str, closing: int) -> pd.DataFrame:
        """What is otherwise now: query, params, key, column, reported, now. Rows of estimates
        that may not be shown, then or now, keep their status and lose the rest; is_hidden."""
        about = unit, period, closing
        return self._frames.told("closing_differences", lambda: self._differences(*about), *about)

    def _differences(self, unit: str, period: str, closing: int) -> pd.DataFrame:
        reported, now = closings.both(self._cursor, unit, period, closing)
        hidden = {
            place[:3]
            for figures in (reported, now)
            for place, value in figures.items()
            if place[3] in _STATUS and str(value).startswith("hidden")
        }
        rows = [
            (*place, reported.get(place), now.get(place), place[:3] in hidden)
            for place in dict.fromkeys((*reported, *now))
            if reported.get(place) != now.get(place)
        ]
        frame = pd.DataFrame(rows, columns=[*_PLACE, "reported", "now", "is_hidden"], dtype=object)
        is_blank = frame.is_hidden.astype(bool) & ~frame.column.isin(_STATUS[:3])
        frame.loc[is_blank, ["reported", "now"]] = None
        return frame
