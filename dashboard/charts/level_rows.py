"""The rows of the level chart: each component's place, texts and hover; nothing hidden is left.

levels.py draws them.
"""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.charts.lettering import bold, hover_lines, safe
from dashboard.rows import NAN, Figure, Level, Status, rows_of
from dashboard.verdicts import CLEAR, Verdict
from dashboard.words import Words

GAP = 0.55  # rows between two dimensions


class Compared(NamedTuple):
    """A component's levels of two years, their difference with its interval, and the verdict:
    without one a difference is a number and a hollow grey diamond, nothing more."""

    component: str
    name: str
    level: Level
    year_from: int
    year_to: int
    estimate_from: Figure
    estimate_to: Figure
    change: Figure
    status_from: Status
    status_to: Status
    scale_low: float
    scale_high: float
    full_name: str | None = None
    ci_low: Figure = NAN
    ci_high: Figure = NAN
    verdict: Verdict | None = None

    @property
    def is_hidden_from(self) -> bool:
        return numbers.is_hidden(self.status_from)

    @property
    def is_hidden_to(self) -> bool:
        return numbers.is_hidden(self.status_to)

    def blanked(self) -> "Compared":
        """Without what may not be shown."""
        either = self.is_hidden_from or self.is_hidden_to
        return self._replace(
            estimate_from=NAN if self.is_hidden_from else self.estimate_from,
            estimate_to=NAN if self.is_hidden_to else self.estimate_to,
            change=NAN if either else self.change,
            ci_low=NAN if either else self.ci_low,
            ci_high=NAN if either else self.ci_high,
            verdict=verdicts.shown(self.verdict, self.status_from, self.status_to),
        )


class LevelRow(NamedTuple):
    """A component as it is drawn: its place from the top and its texts; NaN where nothing is."""

    component: str
    name: str
    y: float
    estimate_from: float
    estimate_to: float
    change: float
    ci_low: float
    ci_high: float
    scale_high: float
    verdict: Verdict | None
    text_from: str
    text_to: str
    text_change: str
    hover: str

    @property
    def clear(self) -> Verdict | None:
        """The verdict if it is a clear one."""
        return self.verdict if self.verdict in CLEAR else None


def level_rows(frame: pd.DataFrame, words: Words) -> list[LevelRow]:
    """The frame's rows with their places and texts; what is hidden loses its figures."""
    rows = [row.blanked() for row in rows_of(frame, Compared)]
    return [_row(row, y, words) for row, y in zip(rows, _places(rows), strict=True)]


def _row(row: Compared, y: float, words: Words) -> LevelRow:
    before = numbers.score(row.estimate_from)
    after = numbers.score(row.estimate_to)
    difference = numbers.between(row.estimate_from, row.estimate_to, row.change)
    statuses = (row.status_from, row.status_to)
    texts = (
        numbers.shown(before, row.estimate_from, row.status_from, words=words),
        numbers.shown(after, row.estimate_to, row.status_to, words=words),
        numbers.shown(difference, row.change, *statuses, words=words),
    )
    return LevelRow(
        row.component,
        row.name,
        y,
        row.estimate_from,
        row.estimate_to,
        row.change,
        row.ci_low,
        row.ci_high,
        row.scale_high,
        row.verdict,
        *texts,
        hover=_hover(row, texts, words),
    )


def _places(rows: list[Compared]) -> list[float]:
    """One a row, and a gap where the next dimension's sub-dimensions begin."""
    places: list[float] = []
    before = None
    for row in rows:
        group = row.component.partition(".")[0] if row.level == "sub_dimension" else None
        gap = GAP if places and group != before else 0
        places.append(places[-1] + 1 + gap if places else 0.0)
        before = group
    return places


def _hover(row: Compared, texts: tuple[str, str, str], words: Words) -> str:
    low, high = numbers.score(row.scale_low), numbers.score(row.scale_high)
    name = row.full_name if isinstance(row.full_name, str) else row.name
    return hover_lines(
        bold(f"{safe(row.component)} {safe(name)}"),
        words.say("chart.levels.hover_year", year=row.year_from, score=texts[0]),
        words.say("chart.levels.hover_year", year=row.year_to, score=texts[1]),
        words.say("chart.levels.hover_difference", difference=texts[2]),
        verdicts.text(row.verdict, words),
        words.say("chart.levels.hover_scale", low=low, high=high),
        numbers.reason(row.status_from, row.status_to, words=words),
    )
