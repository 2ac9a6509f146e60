"""The log of communication and supervision, and what the plan asks to be told to people."""

from typing import Literal, Unpack

import pandas as pd

from dashboard.readings.frames import Frames
from dashboard.readings.plan_readings import When

By = Literal["channel", "component", "performer"]
SUPERVISION = "Giám sát"  # the kind, as the table activity has it


class ActivityReadings:
    """Activities of a plan's year, at a date: what the log of a unit says, and no more."""

    def __init__(self, frames: Frames):
        self._frames = frames

    def log(self, unit: str, year: int, **when: Unpack[When]) -> pd.DataFrame:
        """Every activity, those held before or after the days looked at included (span)."""
        return self._frames.ask("activities", unit=unit, year=year, **when)

    def communication(self, unit: str, year: int, **when: Unpack[When]) -> pd.DataFrame:
        """The log without supervision."""
        log = self.log(unit, year, **when)
        return log[log.kind != SUPERVISION]

    def counts(self, unit: str, year: int, by: By, **when: Unpack[When]) -> pd.DataFrame:
        """Communication by channel, component or who held it, the most frequent first."""
        return self._frames.ask("activity_counts", unit=unit, year=year, by=by, **when)

    def months(self, unit: str, year: int, **when: Unpack[When]) -> pd.DataFrame:
        """Activities by month: a row for each from the period's start to the date."""
        counts = self._frames.ask("activity_counts", unit=unit, year=year, by="month", **when)
        periods = self._frames.ask("periods", year=year)
        starts = periods[periods.period == when["period"]].starts
        if starts.empty:
            return counts[["grouped", "activities"]]
        months = pd.period_range(starts.iloc[0], when["as_of"], freq="M").strftime("%Y-%m")
        held = counts.set_index("grouped").activities.reindex(months, fill_value=0)
        return held.reset_index(name="activities").rename(columns={"index": "grouped"})

    def reach(self, unit: str, year: int, **when: Unpack[When]) -> pd.DataFrame:
        """Every village with the activities held there and those for its whole commune."""
        return self._frames.ask("activity_reach", unit=unit, year=year, **when)

    def asked(self, unit: str, year: int, **when: Unpack[When]) -> pd.DataFrame:
        """The plan's tasks of communication, each beside the log of its component."""
        return self._frames.ask("communication_tasks", unit=unit, year=year, **when)

    def findings(self, unit: str, year: int, **when: Unpack[When]) -> pd.DataFrame:
        """Supervision held by the date, the open findings first and longest; what was found
        before the period is as open."""
        log = self.log(unit, year, **when)
        held = log[(log.kind == SUPERVISION) & (log.span != "after")]
        rank = held.remedy_state.map({"open": 0, "unsaid": 1, "remedied": 2}).fillna(3)
        ordered = held.assign(_rank=rank).sort_values(["_rank", "held_on"], kind="stable")
        return ordered.drop(columns="_rank").reset_index(drop=True)
