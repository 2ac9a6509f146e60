"""The published provincial index: what PAPI printed, and our own survey beside it."""

import pandas as pd

from dashboard.readings.frames import Frames
from dashboard.readings.survey_readings import SurveyReadings


class PublishedReadings:
    """Published scores of the provinces; a withheld one is missing."""

    def __init__(self, frames: Frames, survey: SurveyReadings):
        self._frames = frames
        self._survey = survey

    def scores(self, year: int, component: str) -> pd.DataFrame:
        """Provinces by published score of a component, best first; withheld ones last."""
        scores = self._frames.ask("published_scores", year=year)
        return scores[scores.component == component].reset_index(drop=True)

    def moves(self, year: int, component: str) -> pd.DataFrame:
        """The same with rank_from, the rank of the year before, and withheld_since, of a province
        without a score the first year of those on end of which none was published.

        Over a break of the series, or of a province that was merged since, no rank stands beside.
        """
        series = self.series(component)
        before = series[series.year == year - 1].set_index("province")
        merged = series[series.year == year].set_index("province").merged_from
        now = self.scores(year, component)
        breaks = self._frames.ask("series_breaks")
        broken = breaks[breaks.component.isin([component, "*"])].year.eq(year).any()
        same = now.province.map(merged).fillna(0) == now.province.map(before.merged_from).fillna(0)
        rank_from = now.province.map(before["rank"]).where(same & (not broken))
        since = _withheld_since(series, year)
        return now.assign(
            rank_from=rank_from, withheld_since=now.province.map(since), year_from=year - 1
        )

    def of_province(self, province: str | None, year: int) -> pd.DataFrame:
        """Published scores and ranks of a province with names and scales; withheld ones missing."""
        scores = self._frames.ask("published_scores", year=year, province=province or "")
        scores = scores.rename(columns={"score": "estimate"})[["component", "estimate", "rank"]]
        named = self._frames.components(year).merge(scores, on="component", how="left")
        return named.assign(status=named.estimate.notna().map({True: "ok", False: "missing"}))

    def years(self) -> list[int]:
        """The years of the published index, in order."""
        return sorted(int(year) for year in self.series("PAPI").year.unique())

    def series(self, component: str) -> pd.DataFrame:
        """Published scores of a component over the years."""
        return self._frames.ask("published_series", component=component)

    def tiles(self, year: int, component: str) -> pd.DataFrame:
        """Published scores of a component with each province's square."""
        return self.scores(year, component).merge(self._frames.ask("province_tiles"), on="province")

    def beside(self, unit: str, province: str | None, year_from: int, year_to: int) -> pd.DataFrame:
        """Every component: the unit's own score (hidden ones blank), the province's published
        ones of both years with PAPI's 5 % rule, and the median of the provinces with a score."""
        ask = self._frames.ask
        years = {"year_from": year_from, "year_to": year_to}
        # An unknown province is none of them, not all.
        change = ask("published_change", **years, province=province or "")
        country = ask("published_scores", year=year_to)
        country = country.drop_duplicates("component")[["component", "median", "provinces"]]
        rows = self._survey.scores(unit, year_to).drop(columns="unit")
        reason = {f"reason_{self._frames.language}": "reason"}
        change = change.rename(columns=reason).drop(columns="province")
        return rows.merge(change, on="component", how="left").merge(
            country, on="component", how="left"
        )


def _withheld_since(series: pd.DataFrame, year: int) -> dict[str, int]:
    """Of provinces without a score in the year: the first of the years on end without one."""
    past = series[series.year <= year].sort_values("year", ascending=False)
    known = past[past.groupby("year").score.transform("count") > 0]  # published at all that year
    found: dict[str, int] = {}
    for province, rows in known.groupby("province"):
        missing = rows.score.isna().cummin()
        if missing.any():
            found[str(province)] = int(rows[missing].year.min())
    return found
