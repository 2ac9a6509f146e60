"""The communes of a unit side by side: score, tasks, results handed in, closing."""

import pandas as pd

from dashboard.readings import by_package, suppression
from dashboard.readings.change_readings import SIDES
from dashboard.readings.frames import Frames
from dashboard.readings.period_readings import PeriodReadings
from dashboard.readings.plan_readings import PlanReadings, When
from dashboard.readings.survey_readings import SurveyReadings
from dashboard.states import DONE

_TASKS = ["unit_id", "by_package", "assigned", *DONE, "overdue", "longest_overdue"]
_COUNTS = ("assigned", "done", "overdue", "officials", "submitted")


class CommuneReadings:
    """One question for all communes of a unit, never one for each."""

    def __init__(
        self,
        frames: Frames,
        survey: SurveyReadings,
        plan: PlanReadings,
        reporting: PeriodReadings,
    ):
        self._frames = frames
        self._survey = survey
        self._plan = plan
        self._reporting = reporting

    def at_a_glance(self, unit: str, year_from: int, year_to: int, when: When) -> pd.DataFrame:
        """A row a commune: queries/read/communes_at_a_glance.sql, its tasks (assigned, done,
        overdue, longest_overdue in days), by_package where a package tells one of both, how many
        officials lead some and how many of these have
        handed in (officials, submitted), and is_missing: nothing of it is known in the later year.

        What may not be shown is blank: the whole stands beside its communes, so where one is
        hidden the next smallest is too.
        """

        def told() -> pd.DataFrame:
            return self._told(unit, year_from, year_to, when)

        about = unit, year_from, year_to, when["period"], when["as_of"]
        return self._frames.told("at_a_glance", told, *about)

    def _told(self, unit: str, year_from: int, year_to: int, when: When) -> pd.DataFrame:
        years = {"year_from": year_from, "year_to": year_to}
        asked = years | {"unit": unit, "period": when["period"]}
        rows = self._frames.ask("communes_at_a_glance", **asked)
        rows = rows.rename(columns={"parent": "lies_in"})
        rows = rows.assign(component="PAPI", level="total", **years)
        for side in SIDES:
            told = rows.unit_id.isin(self._survey.communes_that_tell(years[f"year_{side}"]))
            status = rows[f"status_{side}"].mask(told, suppression.COMPLEMENT)
            rows = rows.assign(**{f"status_{side}": status})
        shown = suppression.blank_change(rows)
        done = self._plan.completion(unit, year_to, **when)[_TASKS]
        done = done.assign(done=done[list(DONE)].sum(axis=1)).drop(columns=list(DONE))
        handed_in = self._reporting.submissions(unit, year_to, when["period"], when["as_of"])
        found = shown.merge(done, on="unit_id", how="left", suffixes=("", "_tasks"))
        tasks_told = found.pop("by_package_tasks").astype("boolean").fillna(False)
        found = found.assign(by_package=found.by_package | tasks_told.astype(bool))
        found = by_package.named(found, self._frames.language)
        found = found.merge(_by_commune(handed_in), on="unit_id", how="left")
        counts = {name: found[name].fillna(0).astype(int) for name in _COUNTS}
        found = found.assign(**counts)
        return found.assign(is_missing=(found.respondents_to == 0) & (found.assigned == 0))


def _by_commune(handed_in: pd.DataFrame) -> pd.DataFrame:
    """How many officials lead tasks, and how many of them have handed in."""
    named = {"officials": ("official", "size"), "submitted": ("submitted", "sum")}
    return handed_in.groupby("unit_id", as_index=False).agg(**named)
