"""Villages beside their commune as tables: figures, intervals and what the test says."""

from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.charts.village_cells import called
from dashboard.rows import rows_of
from dashboard.tables.text_columns import Table, counts, figures, headed
from dashboard.words import Words


class Part(NamedTuple):
    """A component of a village."""

    component: str
    name: str
    estimate: float
    status: str
    verdict: str | None


class Below(NamedTuple):
    """How far a village is below its commune where it is furthest; is_clear: by its test."""

    difference: Decimal
    part: Part
    is_clear: bool


def furthest_below(parts: pd.DataFrame, whole: pd.DataFrame) -> Below | None:
    """Of the parts clearly below, else of all, the one furthest below the commune; None of none.

    parts: rows of villages_apart of one village; whole: the commune's scores. The difference is
    that of the two figures as shown.
    """
    of_all = dict(zip(whole.component, whole.estimate, strict=True))
    below = [
        (numbers.rounded(row.estimate, 2) - numbers.rounded(of_all[row.component], 2), row)
        for row in rows_of(parts[parts.estimate.notna()], Part)
        if numbers.is_number(of_all.get(row.component))
    ]
    clear = [one for one in below if one[1].verdict == "below" and one[1].status == "ok"]
    if not below or min(below)[0] >= 0:
        return None
    return Below(*min(clear or below), bool(clear))


def beside_commune(own: pd.DataFrame, whole: pd.DataFrame, words: Words) -> Table:
    """A row a component: the village, its interval, the commune, the difference, the verdict.

    own, whole: rows of the heat map's frame of one village and of the commune.
    """
    commune = whole.set_index("component")
    there = commune.reindex(own.component)
    shown = pd.DataFrame(
        {
            "component": list(map(called, own.component, own["name"])),
            "estimate": figures(own, "estimate", "status", words),
            "interval": score_intervals(own),
            "commune": [numbers.score(value) for value in there.estimate],
            "difference": [
                numbers.between(theirs, ours, ours - theirs)
                for theirs, ours in zip(there.estimate, own.estimate, strict=True)
            ],
            "verdict": [verdicts.against(verdict, words) for verdict in own.verdict],
        }
    )
    headings = {
        "estimate": words["standing.in_village"],
        "commune": words["standing.of_commune"],
        "difference": words["standing.away"],
        "interval": words["column.score_interval"],
        "verdict": words["column.against"],
    }
    right = ("estimate", "interval", "commune", "difference")
    return shown, headed(words, *shown, right=right, **headings)


def one_component(scores: pd.DataFrame, whole: pd.Series, words: Words) -> Table:
    """One component in every village and last in the whole unit: score, interval, respondents,
    verdict against the rest, and why a figure is not shown or is unsure."""
    rows = pd.concat([scores, whole.to_frame().T.assign(village=words["chart.heatmap.whole"])])
    shown = pd.DataFrame(
        {
            "village": rows.village,
            "estimate": figures(rows, "estimate", "status", words),
            "interval": score_intervals(rows),
            "respondents": counts(rows.respondents),
            "verdict": [verdicts.against(verdict, words) for verdict in rows.verdict],
            "note": [numbers.reason(status, words=words) for status in rows.status],
        }
    )
    headings = {"interval": words["column.score_interval"], "verdict": words["column.against"]}
    return shown, headed(words, *shown, right=("estimate", "interval", "respondents"), **headings)


def score_intervals(rows: pd.DataFrame) -> list[str]:
    """The 95 % interval of each score; a dash where there is none."""
    return [
        f"{numbers.score(low)} – {numbers.score(high)}"
        if numbers.is_number(low)
        else numbers.NOTHING
        for low, high in zip(rows.ci_low, rows.ci_high, strict=True)
    ]
