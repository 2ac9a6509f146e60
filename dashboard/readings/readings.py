"""The questions the pages ask, as frames: the one place through which pages read.

Estimates that may not be shown (status hidden_...) arrive blank here, so that no chart,
table or download can show them. Frames are remembered: treat them as read-only.
"""

from datetime import date

import pandas as pd

from dashboard.readings.activity_readings import ActivityReadings
from dashboard.readings.change_readings import ChangeReadings
from dashboard.readings.closed_frames import Reported, ReportedFrames
from dashboard.readings.commune_readings import CommuneReadings
from dashboard.readings.frames import Frames
from dashboard.readings.period_readings import PeriodReadings
from dashboard.readings.plan_readings import PlanReadings
from dashboard.readings.public_readings import PublicReadings
from dashboard.readings.published_readings import PublishedReadings
from dashboard.readings.remark_readings import RemarkReadings
from dashboard.readings.survey_readings import SurveyReadings
from dashboard.store import frozen, shown
from dashboard.store.shown import Shown
from dashboard.store.store import Cursor


class Readings:
    """Answers from one version of the store on one day, within one read().

    survey: one year of a unit's own scores; change: two of them; published: the provincial
    index; plan: the tasks; reporting: who has handed in, what was closed; activity: the log of
    what was told and found; public: what everybody may read of the plan; remarks: what people
    wrote to explain figures; communes: those of a unit above them side by side. What belongs to
    none of these is asked here.

    reported: the closing whose figures are asked instead of the store's; None for now.
    """

    def __init__(
        self,
        cursor: Cursor,
        language: str = "vi",
        today: date | None = None,
        reported: Reported | None = None,
    ):
        self.today = today or date.today()
        self.reported = reported
        self._cursor = cursor
        given = cursor, language, self.today
        self._frames = ReportedFrames(*given, reported) if reported else Frames(*given)
        self.survey = SurveyReadings(self._frames)
        self.change = ChangeReadings(self._frames, self.survey)
        self.published = PublishedReadings(self._frames, self.survey)
        self.plan = PlanReadings(self._frames, self.change)
        self.reporting = PeriodReadings(self._frames, cursor, self.plan)
        self.public = PublicReadings(self.plan)
        self.communes = CommuneReadings(self._frames, self.survey, self.plan, self.reporting)
        self.activity = ActivityReadings(self._frames)
        self.remarks = RemarkReadings(self._frames, self.change)

    def as_reported(self, closing: Reported) -> "Readings":
        """The same questions to a closing; what it does not hold raises NotReported."""
        return Readings(self._cursor, self._frames.language, self.today, closing)

    def rows(self, name: str, params: dict[str, object]) -> frozen.Rows:
        """A query's columns and rows, for who freezes a state and then shows it."""
        return self._frames.rows(name, params)

    def units(self) -> pd.DataFrame:
        """Units that have data (queries/read/units.sql)."""
        return self._frames.ask("units")

    def periods(self, year: int) -> pd.DataFrame:
        """Reporting periods of a plan's year, the whole year first."""
        return self._frames.ask("periods", year=year)

    def components(self, year: int) -> pd.DataFrame:
        """The index tree of a year: component, parent, level, name, full_name, scale."""
        return self._frames.components(year)

    def breaks(self, component: str) -> list[int]:
        """Years from which the component can't be compared with earlier ones."""
        breaks = self._frames.ask("series_breaks")
        return sorted(set(breaks[breaks.component.isin([component, "*"])].year))

    def series_breaks(self) -> pd.DataFrame:
        """Every break in series: component ("*" for all), year, reason."""
        breaks = self._frames.ask("series_breaks")
        return breaks.rename(columns={f"reason_{self._frames.language}": "reason"})

    def imports(self) -> pd.DataFrame:
        """Every import, newest first, those taken back included."""
        return self._frames.ask("imports")

    def names(self) -> pd.DataFrame:
        """Every name of a unit, village or official, and which other it is counted with."""
        return self._frames.ask("names")

    def name_actions(self) -> pd.DataFrame:
        """What was done with names, newest first."""
        return self._frames.ask("name_actions")

    def saved_views(self) -> pd.DataFrame:
        """The views that people keep under a name now (queries/read/saved_views.sql)."""
        rows = self._frames.ask("saved_views")
        return rows[rows.holds.astype(bool)]

    def slide_sets(self) -> pd.DataFrame:
        """The sets of slides that people keep under a name now (queries/read/slide_sets.sql)."""
        rows = self._frames.ask("slide_sets")
        return rows[rows.holds.astype(bool)]

    def shown(self, subject: str) -> dict[str, Shown]:
        """What the buttons of a page act on, by key (dashboard/store/shown.py)."""
        return shown.listed(self._cursor, subject)
