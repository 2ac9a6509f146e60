"""Scores as tables: components of two years, villages, and the room to the end of the scale."""

import pandas as pd

from dashboard import numbers, verdicts
from dashboard.charts.village_cells import TOTAL, called
from dashboard.tables.text_columns import Table, counts, differences, figures, headed, intervals
from dashboard.words import Words


def change(rows: pd.DataFrame, year_from: int, year_to: int, words: Words) -> Table:
    """Components of two years with their difference and respondents."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "name": rows.full_name,
            "from": figures(rows, "estimate_from", "status_from", words),
            "to": figures(rows, "estimate_to", "status_to", words),
            "change": differences(rows, words),
            "interval": intervals(rows),
            "verdict": [verdicts.text(verdict, words) for verdict in verdicts.of(rows)],
            "n_from": counts(rows.respondents_from),
            "n_to": counts(rows.respondents_to),
        }
    )
    right = ("from", "to", "change", "interval", "n_from", "n_to")
    years = {"from": year_from, "to": year_to}
    headings = {"name": words["column.component"], "change": words["column.difference"]}
    headings |= {end: str(year) for end, year in years.items()}
    headings |= {f"n_{end}": words.say("column.n", year=year) for end, year in years.items()}
    return shown, headed(words, *shown, right=right, **headings)


def village_scores(
    scores: pd.DataFrame, whole: pd.DataFrame, dimension: str | None, words: Words
) -> pd.DataFrame:
    """The heat map's frame: of each village and last of the whole unit the total and the
    dimensions, or a dimension and its parts.

    is_sum: the total, or the dimension. Villages stand by it, the highest first: those of which
    it may not be shown after the others, in their own order, which tells nothing.
    """
    cells = pd.concat(
        [_sum_and_parts(scores, dimension), _sum_and_parts(whole.assign(village=""), dimension)]
    )
    if (cells.village == "").all():
        return cells.head(0)
    named = cells["name"].mask(cells.component == TOTAL, words["villages.total"])
    sums = cells[cells.is_sum & (cells.village != "") & ~numbers.hidden(cells.status)]
    ordered = sums.dropna(subset="estimate").sort_values(
        "estimate", key=lambda own: -own.astype(float).round(9), kind="stable"
    )
    names = dict.fromkeys([*ordered.village, *cells.village[cells.village != ""], ""])
    places = {name: place for place, name in enumerate(names)}
    by_place = cells.village.map(places).argsort(kind="stable")
    return cells.assign(name=named).iloc[by_place]


def _sum_and_parts(scores: pd.DataFrame, dimension: str | None) -> pd.DataFrame:
    """Of each village what is added up first, then its parts."""
    if dimension:
        whole = (scores.level == "dimension") & (scores.component == dimension)
        part = (scores.level == "sub_dimension") & (scores.parent == dimension)
    else:
        whole, part = scores.level == "total", scores.level == "dimension"
    return pd.concat([scores[whole].assign(is_sum=True), scores[part].assign(is_sum=False)])


def villages(cells: pd.DataFrame, about: pd.DataFrame, words: Words) -> Table:
    """The heat map as a table: a row a village, a column a component."""
    texts = cells.assign(text=figures(cells, "estimate", "status", words))
    order = list(dict.fromkeys(cells.component))
    wide = texts.pivot(index="village", columns="component", values="text")[order]
    wide = wide.reindex(cells.village.unique()).reset_index()
    wide = wide.merge(about[["village", "adults", "official"]], on="village", how="left")
    wide["adults"] = counts(wide.adults)
    wide["village"] = wide.village.replace("", words["chart.heatmap.whole"])
    pairs = zip(cells.component, cells["name"], strict=True)
    names = {code: called(code, name) for code, name in pairs}
    return wide, {
        "village": (words["column.village"], False),
        **{code: (names[code], True) for code in order},
        "adults": (words["column.adults"], True),
        "official": (words["column.in_charge"], False),
    }


def rooms(rows: pd.DataFrame, words: Words) -> Table:
    """Sub-dimensions by room: the score, the scale's end, and what the goal would take."""
    shown = pd.DataFrame(
        {
            "code": rows.component,
            "component": rows.full_name,
            "estimate": figures(rows, "estimate", "status", words),
            "highest": [numbers.score(value) for value in rows.scale_high],
            "room": figures(rows, "room", "status", words),
            "share": [numbers.percent(value, 1) for value in rows.share],
            "needed": [numbers.difference(value) for value in rows.needed],
            "reach": [numbers.score(value) for value in rows.reach],
        }
    )
    right = ("estimate", "highest", "room", "share", "needed", "reach")
    return shown, headed(words, *shown, right=right)
