"""The plan's tasks and their states at a date."""

from datetime import date
from typing import TypedDict

import pandas as pd

from dashboard.readings import by_package
from dashboard.readings.change_readings import ChangeReadings
from dashboard.readings.frames import Frames, day
from dashboard.readings.short_names import short_names


class When(TypedDict):
    """The period whose plan is looked at, and the date."""

    period: str
    as_of: date


class PlanReadings:
    """Tasks of a plan's year, in a period and at a date.

    when: period (the whole year unless given) and as_of (the earlier of today and the period's
    end unless given). The date is always handed in: a query never asks the clock, so all
    figures of a page are of one day.
    """

    def __init__(self, frames: Frames, change: ChangeReadings):
        self._frames = frames
        self._change = change

    def officials(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """Completion by official, with short names for charts."""
        frame = self._ask("official_completion", year, filters, unit=unit)
        return frame.assign(short_name=frame.official.map(short_names(frame.official)))

    def workload(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """Tasks by official and month of their due date (queries/read/workload.sql); "" is
        nobody."""
        return self._ask("workload", year, filters, unit=unit)

    def by_official(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """The officials with due_done, how many of their due tasks are done; in front, under an
        empty name, the tasks that nobody leads, where there are any. A row a unit and official."""
        load = self.workload(unit, year, **filters).drop(columns="month")
        sums = load.groupby(["official", "unit_id", "unit"], as_index=False).sum()
        named = self.officials(unit, year, **filters).merge(
            sums[["official", "unit_id", "due_done"]], on=["official", "unit_id"], how="left"
        )
        named = named.assign(due_done=named.due_done.fillna(0).astype(int))
        nobody = sums[sums.official == ""].assign(short_name="")
        if nobody.empty or filters.get("role") == "support":
            return named
        return pd.concat([nobody, named], ignore_index=True)

    def completion(self, unit: str, year: int, **when: object) -> pd.DataFrame:
        """Completion of the unit and, for a unit above the communes, of each below it."""
        rows = self._ask("unit_completion", year, when, unit=unit)
        return by_package.named(rows, self._frames.language)

    def every_completion(self, year: int, **when: object) -> pd.DataFrame:
        """Completion of every commune that has tasks."""
        return by_package.named(self._ask("unit_completion", year, when), self._frames.language)

    def tasks(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """Tasks with their states and source rows."""
        return self._ask("tasks", year, filters, unit=unit)

    def follow_up(self, unit: str, year: int, **filters: object) -> pd.DataFrame:
        """Overdue tasks and those due soon, by leading official."""
        return self._ask("follow_up", year, filters, unit=unit)

    def component_tasks(
        self,
        unit: str,
        year_from: int,
        year_to: int,
        basis: str = "published",
        **when: object,
    ) -> pd.DataFrame:
        """Sub-dimensions with their tasks, who leads them, and the change of the unit's score.

        uncovered: the score clearly fell and nobody has open work on it, nor on the whole
        dimension; never of a verdict that is hidden. Where no plan is known it is not said.
        """
        tasks = self._ask("component_tasks", year_to, when, unit=unit)
        change = self._change.between(unit, year_from, year_to, basis=basis)
        rows = change[change.level == "sub_dimension"].merge(tasks, on="component")
        idle = (rows.open == 0) & (rows.dimension_open == 0) & (rows.planned > 0)
        return rows.assign(uncovered=(rows.verdict == "down") & idle)

    def history(self, unit: str, year: int) -> pd.DataFrame:
        """What changed in tasks from one import to the next, the newest first."""
        return self._frames.ask("task_history", unit=unit, year=year)

    def records(self, unit: str, year: int, task: str | None = None) -> pd.DataFrame:
        """What was typed of the progress of tasks, or of one, the newest first."""
        return self._frames.ask("progress_records", unit=unit, year=year, task=task)

    def remarks(self, unit: str, year: int, task: str | None = None) -> pd.DataFrame:
        """What was said about tasks, or about one, the newest first."""
        about = f"task:{task}" if task else "task"
        return self._frames.ask("remarks", unit=unit, year=year, about=about)

    def _ask(
        self, name: str, year: int, filters: dict[str, object], **where: object
    ) -> pd.DataFrame:
        period, as_of = filters.get("period") or f"{year}-Y", filters.get("as_of")
        dated = filters | {"as_of": as_of or self._last_day(year, period)}
        return self._frames.ask(name, year=year, **dated, **where)

    def _last_day(self, year: int, period: object) -> date:
        """Today, at the latest the period's end."""
        periods = self._frames.ask("periods", year=year)
        ends = [day(value) for value in periods[periods.period == period].ends]
        return min([self._frames.today, *filter(None, ends)])
