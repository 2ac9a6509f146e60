"""Scores of a unit's own survey in one year, as they may be shown."""

from collections.abc import Iterable

import pandas as pd

from dashboard.place_kinds import village_key
from dashboard.readings import by_package, suppression
from dashboard.readings.frames import Frames


class SurveyReadings:
    """One year of one unit's survey; what may not be shown is blank."""

    def __init__(self, frames: Frames):
        self._frames = frames

    def tree(self, unit: str, year: int, questions: bool = True) -> pd.DataFrame:
        """The index tree; with questions, those of the unit's survey below their sub-dimensions."""
        if not questions:
            return self._frames.components(year)

        def told() -> pd.DataFrame:
            tree, asked = self._frames.components(year), self.questions(unit, year)
            leaves = asked.assign(level="question", name=asked.text, full_name=asked.text)
            leaves = leaves.rename(columns={"component": "parent", "question": "component"})
            return pd.concat([tree, leaves[tree.columns]], ignore_index=True)

        return self._frames.told("tree", told, unit, year)

    def questions(self, unit: str, year: int) -> pd.DataFrame:
        """The questions of a unit's survey: text, range, coding, the sub-dimension they serve."""
        return self._frames.ask("questions", unit=unit, year=year)

    def scores(self, unit: str, year: int, village: str | None = None) -> pd.DataFrame:
        """Components and questions of a unit, or of one village, in a year; hidden ones blank."""

        def told() -> pd.DataFrame:
            villages = (village,) if village else None
            scores = self._frames.ask("component_scores", unit=unit, year=year, villages=villages)
            if village:
                scores = suppression.hidden_as(scores, self._of_village(unit, year, village))
            named = self.tree(unit, year).merge(scores, on=["component", "level"], how="left")
            return suppression.blank(suppression.told(named, "status", "respondents"))

        return self._frames.told("scores", told, unit, year, village)

    def village_scores(self, unit: str, year: int, questions: bool = False) -> pd.DataFrame:
        """Components of every village with their names; hidden ones blank."""

        def told() -> pd.DataFrame:
            scores = self._frames.ask("village_scores", unit=unit, year=year)
            named = scores.merge(self.tree(unit, year, questions), on=["component", "level"])
            return suppression.blank(suppression.told(named, "status", "respondents"))

        return self._frames.told("village_scores", told, unit, year, questions)

    def villages_apart(self, unit: str, year: int) -> pd.DataFrame:
        """village_scores with questions, and what the test against the rest of the commune says
        of each (difference, p_adjusted, verdict); nothing of a hidden one."""

        def told() -> pd.DataFrame:
            scores = self.village_scores(unit, year, questions=True)
            if scores.empty:
                return scores.assign(difference=None, p_adjusted=None, verdict=None)
            tested = self._frames.ask("village_differences", unit=unit, year=year)
            kept = ["village", "level", "component", "difference", "p_adjusted", "verdict"]
            both = scores.merge(tested[kept], on=kept[:3], how="left")
            both["difference"] = both.difference.where(both.estimate.notna())
            return suppression.blank(both)

        return self._frames.told("villages_apart", told, unit, year)

    def judged(self, unit: str, year: int, villages: tuple[str, ...]) -> pd.DataFrame:
        """What is hidden of the unit, or of one village, whoever of its people is looked at."""
        if len(villages) == 1:
            return self._of_village(unit, year, villages[0])
        return self.scores(unit, year)

    def _of_village(self, unit: str, year: int, village: str) -> pd.DataFrame:
        listed = self.village_scores(unit, year, questions=True)
        return listed[listed.village.map(village_key) == village_key(village)]

    def question_villages(self, unit: str, year: int, question: str) -> pd.DataFrame:
        """Each village's respondents, weight and mean answer to a question; hidden ones blank."""
        frame = self._frames.ask("question_villages", unit=unit, year=year, question=question)
        told = self.village_scores(unit, year, questions=True)
        told = told[(told.level == "question") & (told.component == question)]
        statuses = frame.village.map(dict(zip(told.village, told.status, strict=True)))
        # What nobody has judged, as the villages of a district's communes, is not shown.
        judged = suppression.stated(statuses, suppression.COMPLEMENT)
        return suppression.blank(frame.assign(status=judged))

    def question_answers(
        self, unit: str, year: int, question: str, village: str | None = None
    ) -> pd.DataFrame:
        """How often each answer was given; empty where the question's score may not be shown."""
        where = {"unit": unit, "year": year, "question": question, "village": village}
        frame = self._frames.ask("question_answers", **where)
        return frame if self._may_be_seen(unit, year, question, village) else frame.head(0)

    def question_rows(self, unit: str, year: int, question: str, village: str) -> pd.DataFrame:
        """The rows of the files that hold a village's answers; empty where these are hidden."""
        where = {"unit": unit, "year": year, "question": question, "village": village}
        frame = self._frames.ask("question_rows", **where)
        return frame if self._may_be_seen(unit, year, question, village) else frame.head(0)

    def _may_be_seen(self, unit: str, year: int, question: str, village: str | None) -> bool:
        scores = self.scores(unit, year, village)
        own = scores[(scores.level == "question") & (scores.component == question)]
        return bool(own.estimate.notna().any())

    def sources(self, unit: str, year: int, village: str | None = None) -> pd.DataFrame:
        """Files, sheets and rows that the forms came from."""
        return self._frames.ask("survey_sources", unit=unit, year=year, village=village)

    def days(self, unit: str, year: int) -> pd.DataFrame:
        """The first and the last day of interviews (datetime64, NaT where none is known)."""
        return self._frames.ask("survey_days", unit=unit, year=year)

    def villages(self, unit: str, year: int) -> pd.DataFrame:
        """Villages with the official in charge, adults and respondents."""
        return self._frames.ask("villages", unit=unit, year=year)

    def ranking(self, year: int, component: str, units: Iterable[str] = ()) -> pd.DataFrame:
        """Communes by score, best first; those that may not be shown last and blank.

        units: ids of those ranked among themselves, units above the communes stand for theirs;
        every commune without any. Places count the shown alone: else a hidden one would be told
        by the others' places.
        """
        where = {"year": year, "component": component, "units": tuple(units) or None}
        unseen = self.communes_that_tell(year, component) or None
        asked = where | {"among": "shown", "unseen": unseen}
        rows = by_package.named(self._frames.ask("unit_ranking", **asked), self._frames.language)
        return suppression.blank(rows)

    def communes_that_tell(self, year: int, component: str = "PAPI") -> tuple[str, ...]:
        """Ids of communes that no list shows, for they would tell a hidden one: of the component,
        and of the total, which the dimensions add up to."""
        listed = [
            self._frames.ask("unit_ranking", year=year, component=code)
            for code in dict.fromkeys(("PAPI", component))
        ]
        return tuple(sorted(set().union(*map(suppression.communes_that_tell, listed))))

    def moves(
        self, year_from: int, year_to: int, component: str, units: Iterable[str] = ()
    ) -> pd.DataFrame:
        """The same with the earlier year's estimate_from, rank_from, rank_low_from,
        rank_high_from and status_from beside, among the communes of that year (count_from of
        them); move: up or down where the places that the two ranks may have do not meet and both
        years rank the same communes, else unclear; empty where one of the two is not known."""
        now = self.ranking(year_to, component, units)
        before = self.ranking(year_from, component, units)
        kept = ["estimate", "rank", "rank_low", "rank_high", "status"]
        earlier = before[["unit_id", *kept]].rename(columns={name: f"{name}_from" for name in kept})
        rows = now.merge(earlier, on="unit_id", how="left")
        same = set(now[now["rank"].notna()].unit_id) == set(before[before["rank"].notna()].unit_id)
        move = pd.Series("unclear", index=rows.index, dtype=object)
        move = move.mask(same & (rows.rank_high < rows.rank_low_from), "up")
        move = move.mask(same & (rows.rank_low > rows.rank_high_from), "down")
        known = rows["rank"].notna() & rows.rank_from.notna()
        facts = {"year_from": year_from, "year_to": year_to}
        facts["count_from"] = int(before["rank"].notna().sum())
        status = suppression.stated(rows.status_from)
        return rows.assign(move=move.where(known, None), status_from=status, **facts)
