"""The cells of the village heat map: places, labels and the step of the ramp of each.

heatmap.py draws them.
"""

from typing import NamedTuple

import pandas as pd

from dashboard import numbers
from dashboard.charts.lettering import safe, shorten_apart, wrapped
from dashboard.rows import Figure, Status
from dashboard.thresholds import thresholds
from dashboard.verdicts import APART, Against
from dashboard.words import Words

TOTAL = "PAPI"  # the code of the sum of all, which nobody knows it by
PHONE_LETTERS = 18  # of a village where two lines are alike
MANY = 10  # components, above which their codes alone fit
# The key shows 2.5 steps: these give 0.10, 0.20, 0.25, 0.50, 0.75, 1.00 ...
STEPS = (0.04, 0.08, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2, 2.0, 3.0)


class VillageScore(NamedTuple):
    """A component's score in a village, '' being the whole commune; verdict: against the rest."""

    village: str
    component: str
    name: str
    estimate: Figure
    status: Status
    respondents: float
    scale_low: float
    scale_high: float
    verdict: Against | None = None
    is_sum: bool = False


class Cell(NamedTuple):
    """A score with its place: the commune's figure, its step of the ramp, the village's label."""

    village: str
    component: str
    name: str
    estimate: float
    status: Status
    respondents: float
    scale_low: float
    scale_high: float
    x: int
    y: int
    whole: float
    step: float
    label: str
    verdict: Against | None = None


def village_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Each cell with its place, the commune's figure and, if it is shown, its step of the ramp."""
    cells = frame.reset_index(drop=True).copy()
    cells["estimate"] = cells.estimate.astype(float).mask(numbers.hidden(cells.status))
    rows = sorted(dict.fromkeys(cells.village), key=lambda village: village == "")
    cells["x"] = cells.component.map({c: x for x, c in enumerate(dict.fromkeys(cells.component))})
    cells["y"] = cells.village.map({village: y for y, village in enumerate(rows)})
    whole = cells[cells.village == ""].set_index("component").estimate
    mean = cells[cells.village != ""].groupby("component").estimate.mean()
    found = cells.component.map(whole).astype(float)
    cells["whole"] = found.fillna(cells.component.map(mean).astype(float))
    cells["step"] = _steps(cells)
    return cells


def _steps(cells: pd.DataFrame) -> "pd.Series[float]":
    """The middle unless the village clearly differs; then by how much, at least one step."""
    said = cells.get("verdict", pd.Series(index=cells.index, dtype=object))
    side = said.map({"above": 1, "below": -1}).fillna(0).astype(float)
    size = (_away(cells) / step_size(cells)).round().clip(1, 3)
    return size * side + 3


def _away(cells: pd.DataFrame) -> "pd.Series[float]":
    """How far each lies from the whole: in points of a part's scale, a sum's being wider."""
    wide = cells.scale_high - cells.scale_low
    away: pd.Series[float] = (cells.estimate - cells.whole).abs() * wide.min() / wide
    return away


def clear(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Cells whose village clearly differs from the rest of the commune."""
    if "verdict" not in cells:
        return pd.Series(False, index=cells.index)
    return cells.verdict.isin(APART) & ~numbers.hidden(cells.status)


def step_size(cells: pd.DataFrame) -> float:
    """Points of one colour step: the smallest handy size that keeps nearly all cells apart."""
    away = _away(cells)[cells.village != ""].dropna()
    widest = away.quantile(0.95) / 3 if len(away) else 0
    return next((step for step in STEPS if step >= widest), STEPS[-1])


def called(code: str, name: str) -> str:
    """Code and name of a component; the total by its name alone."""
    return name if code == TOTAL else f"{code} {name}"


def short(cell: Cell, words: Words) -> str:
    """Its code, for a column too narrow for its name."""
    return words["chart.heatmap.total"] if cell.component == TOTAL else cell.component


def parts(cells: pd.DataFrame) -> pd.DataFrame:
    """Without what they add up to, which has a wider scale."""
    return cells[~cells.is_sum.astype(bool)] if "is_sum" in cells else cells


def turned(cells: pd.DataFrame) -> pd.DataFrame:
    """Villages as columns: the way 28 components fit on a phone."""
    return cells.assign(x=cells.y, y=cells.x)


def few(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Villages of few respondents, by their largest count over the components."""
    largest = cells.groupby("village").respondents.transform("max")
    return (largest < thresholds().caution_respondents) & (cells.village != "")


def row_names(cells: pd.DataFrame, words: Words, phone: bool) -> list[str]:
    """Names of the villages; on the phone without the word all share, in two short lines."""
    names = [village or words["chart.heatmap.whole"] for village in cells.village]
    if not phone:
        return list(map(safe, shorten_apart(names, 24)))
    firsts = {village.partition(" ")[0] for village in cells.village if " " in village}
    shared = f"{firsts.pop()} " if len(firsts) == 1 else ""
    marks = [words["chart.heatmap.few"] if is_few else "" for is_few in few(cells)]
    bare = [name.removeprefix(shared) for name in names]
    texts = [wrapped(name, 9)[:2] for name in bare]
    if len(set(map(tuple, texts))) < len(set(bare)):
        texts = [wrapped(name, 9) for name in shorten_apart(bare, PHONE_LETTERS)]
    return [
        "<br>".join(map(safe, [*lines, mark] if mark else lines))
        for lines, mark in zip(texts, marks, strict=True)
    ]
