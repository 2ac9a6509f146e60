"""Villages by their total, how sure their order is, and what of each clearly changed.

Frames arrive with what may not be shown blank: it has no place, no order and no change.
"""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.rows import Figure, Status, rows_of
from dashboard.words import Words


class Scored(NamedTuple):
    """A village's total, '' being the whole commune's."""

    village: str
    component: str
    name: str
    estimate: Figure
    status: Status
    ci_low: Figure
    ci_high: Figure


class Moved(NamedTuple):
    """A component of one village in two years."""

    component: str
    name: str
    estimate_from: Figure
    estimate_to: Figure
    status_from: Status
    status_to: Status


def order(cells: pd.DataFrame, year: int, words: Words) -> str:
    """The commune's total, the highest and the lowest village's, and whether the order is sure;
    "" of fewer than two.

    cells: score_tables.village_scores.
    """
    rows, whole = _sums(cells)
    if len(rows) < 2 or whole is None:
        return ""
    high, low = rows[0], rows[-1]
    pairs = zip(rows, rows[1:], strict=False)
    if all(one.ci_low > other.ci_high for one, other in pairs):
        sure = "sure"
    else:
        sure = "ends" if high.ci_low > low.ci_high else "unsure"
    score = numbers.score(whole.estimate)
    holes = {"high": _scored(high, words), "low": _scored(low, words), "year": year}
    holes["whole"] = numbers.shown(score, whole.estimate, whole.status, words=words)
    return words.say("among.order", name=whole.name, sure=words[f"among.{sure}"], **holes)


def place(cells: pd.DataFrame, village: str, words: Words) -> str:
    """Which place by the total a village has, and the places that it may have: those that do not
    put it on the other side of a village whose interval lies apart from its own; "" without."""
    rows, _ = _sums(cells)
    own = next((row for row in rows if row.village == village), None)
    if own is None:
        return ""
    above = sum(round(row.estimate, 9) > round(own.estimate, 9) for row in rows)
    least = sum(row.ci_low > own.ci_high for row in rows)
    most = len(rows) - sum(row.ci_high < own.ci_low for row in rows)
    name = words["about.total"] if own.component == "PAPI" else own.name
    holes = {"village": village, "name": name, "rank": above + 1, "count": len(rows)}
    key = "among.place_sure" if least + 1 == most else "among.place"
    return words.say(key, low=least + 1, high=most, **holes)


def _sums(cells: pd.DataFrame) -> tuple[list[Scored], Scored | None]:
    """The totals of the villages that have one, as they are ordered, and the commune's."""
    rows = list(rows_of(cells[cells.is_sum.astype(bool)], Scored))
    own = [row for row in rows if row.village and numbers.is_number(row.estimate)]
    return own, next((row for row in rows if not row.village), None)


def _scored(row: Scored, words: Words) -> str:
    key = "among.scored_few" if row.status == "caution" else "among.scored"
    return words.say(key, village=row.village, score=numbers.score(row.estimate))


def since(row: pd.Series, words: Words) -> str:
    """One village's total of the earlier year and what may be said of the change; "" of nothing.

    row: of component_change.
    """
    verdict = verdicts.of(row.to_frame().T)[0]
    if verdict is None:
        return ""
    return words.say(
        "among.since",
        year=row.year_from,
        before=numbers.score(row.estimate_from),
        after=numbers.score(row.estimate_to),
        change=numbers.between(row.estimate_from, row.estimate_to, row.change),
        verdict=words[f"verdict.{verdict}"],
    )


def moved(
    changes: Mapping[str, pd.DataFrame], year_from: int, dimension: str | None, words: Words
) -> list[str]:
    """What clearly fell and what clearly rose in which village, or that nothing did; nothing where
    no two years can be compared.

    changes: village -> its components of two years; dimension: the one looked at and its parts.
    """
    told: dict[str, list[str]] = {"down": [], "up": []}
    is_judged = False
    for village, every in changes.items():
        rows = _looked_at(every, dimension)
        said = pd.Series(verdicts.of(rows), rows.index, dtype=object)
        is_judged |= bool(said.notna().any())
        for verdict, names in told.items():
            own = [_moved(row, words) for row in rows_of(rows[said == verdict], Moved)]
            if own:
                parts = ", ".join(own)
                names.append(words.say("among.moved", village=village, parts=parts))
    lines = [
        words.say(f"among.moved_{verdict}", year=year_from, names="; ".join(names))
        for verdict, names in told.items()
        if names
    ]
    return lines or ([words.say("among.moved_none", year=year_from)] if is_judged else [])


def _looked_at(rows: pd.DataFrame, dimension: str | None) -> pd.DataFrame:
    """The total and the dimensions, or the dimension and its parts."""
    if dimension is None:
        return rows[rows.level.isin(["total", "dimension"])]
    is_part = (rows.level == "sub_dimension") & (rows.parent == dimension)
    return rows[is_part | ((rows.level == "dimension") & (rows.component == dimension))]


def _moved(row: Moved, words: Words) -> str:
    name = words["about.total"] if row.component == "PAPI" else row.name
    is_few = "caution" in (row.status_from, row.status_to)
    before, after = numbers.score(row.estimate_from), numbers.score(row.estimate_to)
    key = "among.part_few" if is_few else "among.part"
    return words.say(key, name=name, before=before, after=after)
