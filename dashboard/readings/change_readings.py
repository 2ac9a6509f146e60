"""Two years of a unit's own survey against each other, as they may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from dashboard.place_kinds import village_key
from dashboard.readings import suppression
from dashboard.readings.frames import Frames
from dashboard.readings.survey_readings import SurveyReadings

SEXES = ("Nam", "Nữ")
SIDES = ("from", "to")


@dataclass(frozen=True)
class Domain:
    """Whose answers in which two years, on each year's own questions or on those of both."""

    unit: str
    year_from: int
    year_to: int
    villages: tuple[str, ...] = ()
    sex: str | None = None
    basis: str = "published"

    def year(self, side: str) -> int:
        """The earlier ("from") or the later year ("to")."""
        return self.year_from if side == "from" else self.year_to


class ChangeReadings:
    """Differences between two years; what may not be shown is blank."""

    def __init__(self, frames: Frames, survey: SurveyReadings):
        self._frames = frames
        self._survey = survey

    def between(
        self,
        unit: str,
        year_from: int,
        year_to: int,
        villages: Iterable[str] = (),
        sex: str | None = None,
        basis: str = "published",
        questions: bool = False,
    ) -> pd.DataFrame:
        """Components of both years with names, scales and their difference; hidden ones blank.

        One village or one sex alone is hidden too where its complement is: the whole stands
        beside it, and what is left would be the hidden group.
        """
        domain = Domain(unit, year_from, year_to, tuple(villages), sex, basis)
        tree = self._survey.tree(unit, year_to, questions)
        return self._frames.told("change", lambda: self._told(domain, tree), domain, questions)

    def _told(self, domain: Domain, tree: pd.DataFrame) -> pd.DataFrame:
        """The sexes together: what is hidden among one's parts must not follow from the other's."""
        sexes = SEXES if domain.sex else (None,)
        groups = pd.concat([self._of(replace(domain, sex=sex), tree) for sex in sexes])
        for side in SIDES:
            groups = suppression.told(groups, f"status_{side}", f"respondents_{side}", "group")
        own = groups[groups.group == (domain.sex or "")].drop(columns="group")
        years = {"year_from": domain.year_from, "year_to": domain.year_to}
        return suppression.blank_change(own.reset_index(drop=True).assign(**years))

    def _of(self, domain: Domain, tree: pd.DataFrame) -> pd.DataFrame:
        """The domain's differences under their names, hidden where its whole is."""
        change = self._asked(domain)
        for side in SIDES:
            status = f"status_{side}"
            judged = self._survey.judged(domain.unit, domain.year(side), domain.villages)
            change = suppression.hidden_as(change, judged, status)
            if domain.basis == "common":  # beside the other basis it tells what it leaves out
                change = suppression.hidden_as(change, suppression.wholes(judged), status)
            if domain.sex and len(domain.villages) == 1:
                theirs = self._in_village(domain, tree, side)
                change = suppression.hidden_as(change, theirs, status, status)
        return _named(tree, change).assign(group=domain.sex or "")

    def _in_village(self, domain: Domain, tree: pd.DataFrame, side: str) -> pd.DataFrame:
        """The domain's one village among every village's differences for its sex, with what one
        village tells of another hidden."""
        every = replace(domain, villages=())

        def told() -> pd.DataFrame:
            names = self._survey.villages(domain.unit, domain.year_to).village
            rows = [
                _named(tree, self._asked(replace(domain, villages=(name,)))).assign(village=name)
                for name in names
            ]
            return suppression.told(pd.concat(rows), f"status_{side}", f"respondents_{side}")

        frame = self._frames.told("villages of", told, every, side, len(tree))
        return frame[frame.village.map(village_key) == village_key(domain.villages[0])]

    def _asked(self, domain: Domain) -> pd.DataFrame:
        return self._frames.ask(
            "component_change",
            unit=domain.unit,
            year_from=domain.year_from,
            year_to=domain.year_to,
            villages=domain.villages or None,
            sex=domain.sex,
            basis=domain.basis,
        )


def _named(tree: pd.DataFrame, change: pd.DataFrame) -> pd.DataFrame:
    return tree.merge(change, on=["component", "level"], how="left")
