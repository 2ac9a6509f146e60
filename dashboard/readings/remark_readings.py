"""What people wrote to explain figures: by component, official, village or task."""

import pandas as pd

from dashboard.folding import official_key
from dashboard.readings.change_readings import ChangeReadings
from dashboard.readings.frames import Frames
from dashboard.remark_kinds import EXPLAINING, is_explained


class RemarkReadings:
    """The records of a unit's year, and the clear falls that they explain."""

    def __init__(self, frames: Frames, change: ChangeReadings):
        self._frames = frames
        self._change = change

    def every(self, unit: str, year: int) -> pd.DataFrame:
        """Every record, the newest first (queries/read/remarks.sql); about_kind and about_key:
        what it is about, an official by the key that all spellings share."""
        rows = self._frames.ask("remarks", unit=unit, year=year)
        parts = [str(about).partition(":") for about in rows.about]
        kinds, keys = [kind for kind, _, _ in parts], [key_of(kind, key) for kind, _, key in parts]
        return rows.assign(
            about_kind=pd.Series(kinds, rows.index, dtype=object),
            about_key=pd.Series(keys, rows.index, dtype=object),
        )

    def holding(self, unit: str, year: int, kind: str = "") -> pd.DataFrame:
        """Those that hold; kind: component, official, village or task alone."""
        rows = self.every(unit, year)
        rows = rows[rows.holds.astype(bool)]
        return rows[rows.about_kind == kind] if kind else rows

    def decisions(self, unit: str, year: int) -> pd.DataFrame:
        """The decisions of meetings that hold, the newest first (queries/read/decisions.sql),
        without how their tasks stand: that is of a day, which plan.tasks knows."""
        rows = self.every_decision(unit, year)
        return rows[rows.holds.astype(bool)].drop(columns="state")

    def every_decision(self, unit: str, year: int) -> pd.DataFrame:
        """Every record of a decision, those withdrawn too."""
        return self._frames.ask("decisions", unit=unit, year=year)

    def explained(self, unit: str, year: int, kind: str) -> set[str]:
        """The keys of what has an explanation; a note alone is none."""
        rows = self.holding(unit, year, kind)
        return set(rows[rows.kind.isin(EXPLAINING)].about_key)

    def falls(self, unit: str, year_from: int, year_to: int) -> pd.DataFrame:
        """The components that clearly fell, each year's questions compared, or where they differ
        those of both; is_explained: something is said of it or of a part of it."""
        change = self._change.between(unit, year_from, year_to)
        unlike = set(change[change.verdict == "not_comparable"].component)
        if unlike:
            common = self._change.between(unit, year_from, year_to, basis="common")
            change = pd.concat(
                [change[~change.component.isin(unlike)], common[common.component.isin(unlike)]]
            )
        fell = change[(change.verdict == "down") & (change.level != "question")]
        explained = self.explained(unit, year_to, "component")
        is_said = [is_explained(code, explained) for code in fell.component]
        return fell.assign(is_explained=pd.Series(is_said, fell.index, dtype=bool))


def key_of(kind: str, key: str) -> str:
    """As what a subject is known: officials by their key, all else as it is."""
    return official_key(key) if kind == "official" else key
