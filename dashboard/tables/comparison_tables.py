"""Units beside each other: communes, provinces, and our own survey beside the published index."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from dashboard import groups, numbers
from dashboard.rows import rows_of
from dashboard.states import DONE
from dashboard.tables.text_columns import Table, counts, figures, headed, published
from dashboard.words import Words

PLACES = ("ci_low", "ci_high", "rank_low", "rank_high")


class Rule(NamedTuple):
    """What PAPI's rule of 5 % says of a component, and why it says nothing."""

    rule_5_percent: str | None
    reason: str


def ranked(scores: pd.DataFrame, name: str, marked: "pd.Series[bool]") -> pd.DataFrame:
    """The ranking chart's frame; name is the column that holds the unit's name."""
    status = scores.status if "status" in scores else pd.Series("ok", index=scores.index)
    blank = scores.estimate.isna() & ~numbers.hidden(status)
    frame = pd.DataFrame(
        {
            "unit": scores[name],
            "label": scores[name],
            "estimate": scores.estimate,
            "rank": scores["rank"],
            "marked": marked,
            "status": status.mask(blank, "missing"),
            "group": scores.quartile_group,
        }
    )
    kept = [column for column in (*PLACES, "beside", "why") if column in scores]
    return frame.assign(**{column: scores[column] for column in kept})


def communes(scores: pd.DataFrame, done: pd.DataFrame, words: Words) -> Table:
    """Communes by score with the earlier year's place and the completion of their tasks beside.

    scores: SurveyReadings.moves.
    """
    both = scores.merge(done.drop(columns="unit"), on="unit_id", how="left")
    year = both.year_from.iloc[0]
    shown = pd.DataFrame(
        {
            "rank": counts(both["rank"]),
            "places": _places(both.rank_low, both.rank_high, words),
            "unit": both.unit,
            "estimate": figures(both, "estimate", "status", words),
            "group": [groups.name(group, words) for group in both.quartile_group],
            "rank_from": counts(both.rank_from),
            "places_from": _places(both.rank_low_from, both.rank_high_from, words),
            "estimate_from": figures(both, "estimate_from", "status_from", words),
            "respondents": counts(both.respondents),
            "completion": _completions(both),
            "overdue": counts(both.overdue),
        }
    )
    earlier = ("rank_from", "places_from", "estimate_from")
    named = {name: words.say(f"compare.column.{name}", year=year) for name in earlier}
    right = ("rank", "estimate", "rank_from", "estimate_from", "respondents", "completion")
    return shown, headed(words, *shown, right=(*right, "overdue"), **named)


def moves(scores: pd.DataFrame, marked: Iterable[bool], done: pd.DataFrame) -> pd.DataFrame:
    """The frame of the chart of places: SurveyReadings.moves with what is done of the tasks."""
    both = scores.merge(done.drop(columns="unit"), on="unit_id", how="left")
    return both.assign(label=both.unit, marked=list(marked), done=_completions(both))


def _completions(rows: pd.DataFrame) -> list[str]:
    """What is done of all tasks, a dash where no plan is known."""
    finished = rows[list(DONE)].sum(axis=1)
    return [
        numbers.done_of(int(part), int(whole)) if numbers.is_number(whole) else numbers.NOTHING
        for part, whole in zip(finished, rows.assigned, strict=True)
    ]


def _places(lows: Iterable[float], highs: Iterable[float], words: Words) -> list[str]:
    """The places that a rank may have, "từ 2 đến 9"; one place alone as a number."""
    return [
        numbers.NOTHING
        if not numbers.is_number(low)
        else str(int(low))
        if low == high
        else words.say("compare.places", low=int(low), high=int(high))
        for low, high in zip(lows, highs, strict=True)
    ]


def provinces(scores: pd.DataFrame, words: Words) -> Table:
    """Provinces by published score with four decimals, as PAPI prints them; the rank of the year
    before and how many places lie between; of a withheld score since when.

    scores: PublishedReadings.moves.
    """
    shown = pd.DataFrame(
        {
            "rank": counts(scores["rank"]),
            "province": scores.province,
            "estimate": published(scores.score, words, digits=4),
            "group": [groups.name(group, words) for group in scores.quartile_group],
            "rank_from": counts(scores.rank_from),
            "places_moved": [
                numbers.difference(before - now, 0)
                if numbers.is_number(before) and numbers.is_number(now)
                else numbers.NOTHING
                for before, now in zip(scores.rank_from, scores["rank"], strict=True)
            ],
            "withheld": withheld(scores, words),
        }
    )
    if (shown.withheld == "").all():
        shown = shown.drop(columns="withheld")
    year = scores.year_from.iloc[0]
    named = {"rank_from": words.say("compare.column.rank_from", year=year)}
    right = ("rank", "estimate", "rank_from", "places_moved")
    return shown, headed(words, *shown, right=right, **named)


def withheld(scores: pd.DataFrame, words: Words) -> list[str]:
    """Why a province has no score, and since when; nothing of those that have one."""
    return [
        ""
        if numbers.is_number(score)
        else words.say("compare.withheld_since", year=int(since))
        if numbers.is_number(since)
        else words["chart.no_data"]
        for score, since in zip(scores.score, scores.withheld_since, strict=True)
    ]


def series(scores: pd.DataFrame, province: str | None) -> pd.DataFrame:
    """The trend chart's frame: every province a thin line, our own marked."""
    return scores.assign(
        unit=scores.province, label=scores.province, marked=scores.province == province
    )


def tiles(scores: pd.DataFrame, province: str | None) -> pd.DataFrame:
    """The scheme of squares' frame, our own province marked."""
    return scores.assign(
        unit=scores.province, group=scores.quartile_group, marked=scores.province == province
    )


def around(rows: pd.DataFrame, component: str | None) -> pd.DataFrame:
    """The total and the dimensions; of a chosen component its dimension with all its parts."""
    if component is None:
        return rows[rows.level.isin(["total", "dimension"])]
    dimension = component.partition(".")[0]
    return rows[(rows.component == dimension) | (rows.parent == dimension)]


def provinces_counted(rows: pd.DataFrame, component: str) -> int:
    """How many provinces have a published score of the component that year."""
    counted = rows[rows.component == component].provinces.dropna()
    return int(counted.iloc[0]) if len(counted) else 0


def beside(rows: pd.DataFrame, unit: str, province: str, year: int, words: Words) -> Table:
    """The unit's own score, the province's published one and the provinces' median."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "name": rows.full_name,
            "own": figures(rows, "estimate", "status", words),
            "province": published(rows.score_to, words),
            "median": published(rows["median"], words),
        }
    )
    figures_of = {
        "own": words.say("compare.own_survey", unit=unit),
        "province": words.say("compare.papi_of", province=province, year=year),
        "median": words.say("compare.papi_median", year=year),
    }
    name = words["column.component"]
    return shown, headed(words, *shown, right=figures_of, name=name, **figures_of)


def five_percent(rows: pd.DataFrame, year_from: int, year_to: int, words: Words) -> Table:
    """The province's published scores of two years by PAPI's own rule; nothing over a break."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "name": rows.full_name,
            "from": published(rows.score_from, words),
            "to": published(rows.score_to, words),
            "relative": [_relative(value) for value in rows.relative_change],
            "rule": [_rule(row, words) for row in rows_of(rows, Rule)],
        }
    )
    headings = {"name": words["column.component"], "from": str(year_from), "to": str(year_to)}
    return shown, headed(words, *shown, right=("from", "to", "relative"), **headings)


def _relative(share: float) -> str:
    if not numbers.is_number(share):
        return numbers.NOTHING
    return f"{numbers.difference(share * 100, 1)}{numbers.NO_BREAK}%"


def _rule(row: Rule, words: Words) -> str:
    rule = row.rule_5_percent if isinstance(row.rule_5_percent, str) else "missing"
    said = words[f"rule.{rule}"]
    return f"{said}: {row.reason}" if rule == "not_comparable" else said
