"""Whether published scores can be so: on their scale, and wholes the sums of their parts."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from dashboard.importing.model.sheet import text, typed
from dashboard.importing.table.sheet_findings import Remarks
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.component_codes import Tree
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.provinces import name_of

AS_SUMS = 1e-5  # how exactly the published dimensions are the sums of their parts
HIGHEST = 10.0  # of a dimension, and above every scale of a sub-dimension
SLACK = 0.05  # published sub-dimensions fall this share below the foot of their scale
_NUMBER = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*(?:điểm|points?)?", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A score where it stands; row and column from 0."""

    row: int
    column: int
    value: object
    score: float | None


Identity = tuple[int, str, str]  # year, province, component


def score_in(value: object) -> float | None | Problem:
    """The score in a cell; None where it is blank or says that it was withheld.

    A comma is a decimal mark: no score has thousands.
    """
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if isfinite(value) else Problem("unreadable_score")
    said = text(value) if isinstance(value, str) else ""
    if said and vocabulary.exact("score_withheld", said):
        return None
    match = _NUMBER.fullmatch(said)
    return float(match[1].replace(",", ".")) if match else Problem("unreadable_score")


def parts(code: str, year: int, tree: Tree) -> list[str]:
    """The components of the year whose sum a dimension or the total is."""
    below = "dimension" if code == "PAPI" else "sub_dimension"
    return [
        part
        for part, level in tree.levels.items()
        if level == below
        and tree.stands_in(part, year)
        and (code == "PAPI" or part.startswith(code + "."))
    ]


def stands_in(code: str, year: int, tree: Tree) -> bool:
    """Whether the component is published for that year; the total is for every year that is."""
    return bool(parts(code, year, tree)) if code == "PAPI" else tree.stands_in(code, year)


def impossible(score: float, code: str, year: int, tree: Tree) -> Problem | None:
    """An error for a score that no component can have, a warning for one off its own scale."""
    low, high = _scale(code, year, tree)
    highest = max(high, HIGHEST)
    holes = {"low": _short(low), "high": _short(high)}
    if not 0 < score <= highest:
        return Problem("impossible_score", "error", holes)
    if not low * (1 - SLACK) <= score <= high + 1e-6:
        return Problem("score_off_scale", "warning", holes)
    return None


def _scale(code: str, year: int, tree: Tree) -> tuple[float, float]:
    """Lowest and highest: 1 to 10 of a dimension, shared evenly by its sub-dimensions."""
    if code == "PAPI":
        dimensions = len(parts(code, year, tree))
        return 1.0 * dimensions, 10.0 * dimensions
    count = len(parts(code[0], year, tree)) if "." in code else 1
    return 1 / count, 10 / count


def _short(number: float) -> str:
    return typed(round(number, 2))


def check_sums(scores: Mapping[Identity, Cell], tree: Tree, remarks: Remarks) -> None:
    """A warning for each whole that is not the sum of its parts, one for all that are
    explained by rounding."""
    by_place: dict[tuple[int, str], dict[str, Cell]] = defaultdict(dict)
    for (year, province, code), cell in scores.items():
        by_place[year, province][code] = cell
    rounded = []
    for (year, province), found in by_place.items():
        for code, cell in found.items():
            own = [] if "." in code else [found.get(part) for part in parts(code, year, tree)]
            parted = [part.score for part in own if part and part.score is not None]
            if cell.score is None or not own or len(parted) < len(own):
                continue
            total = sum(parted)
            off = abs(cell.score - total)
            if off <= AS_SUMS:
                continue
            holes = {"component": code, "province": name_of(province), "year": str(year)}
            holes |= {"sum": typed(round(total, 6)), "off": typed(round(off, 6))}
            if off <= _rounding([cell.score, *parted]):
                rounded.append((off, cell, holes))
            else:
                problem = Problem("score_not_sum", "warning", holes)
                remarks.on_cell(cell.row, cell.column, cell.value, problem)
    if rounded:
        _, cell, holes = max(rounded, key=lambda found: found[0])
        problem = Problem("scores_rounded", "warning", holes | {"count": str(len(rounded))})
        remarks.on_cell(cell.row, cell.column, cell.value, problem)


def _rounding(scores: list[float]) -> float:
    """By how much a whole and the sum of its parts may differ when all are rounded alike; 0
    where they are written with so few decimals that the sum of them is what was meant."""
    decimals = max(len(repr(score).partition(".")[2]) for score in scores)
    return len(scores) * 0.5 * 10**-decimals + 1e-9 if decimals >= 2 else 0.0
