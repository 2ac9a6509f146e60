"""The figures of a package: those of the frozen state that are the commune's own, are answers of
nobody alone and may be shown.

The superior does not see single answers, and a score of a few forms would be as good as one: what
readings blank on the pages is left out here too. So the code of the whole state can't be worked
out from them; it stands in the signed manifest.
"""

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard.papers.state import State
from dashboard.store.frozen import PARTS, Figure, as_json

# Parts of the state that a package carries: no ranks (other communes'), no remarks or log entries
# (what single people wrote), no published index (everybody has it).
SENT = (
    *("component_scores", "component_change", "village_scores"),
    *("unit_completion", "official_completion", "component_tasks", "tasks"),
)
_KEYS = {part.query: part.key for part in PARTS}
_Shown = dict[str, Any]  # key as JSON -> the row as it may be shown


def figures(state: State) -> list[Figure]:
    """In the order of the state."""
    shown: dict[tuple[str, str], _Shown] = {}
    found = []
    for figure in state.figures:
        if figure.query not in SENT:
            continue
        rows = None
        if figure.query in _READ:
            place = figure.query, figure.params
            if place not in shown:
                shown[place] = dict(_rows(state, *place))
            rows = shown[place]
        if kept := _as_shown(figure, rows):
            found.append(kept)
    return found


def _as_shown(figure: Figure, rows: _Shown | None) -> Figure | None:
    """The figure, its status as it is shown; None where it may not be."""
    if rows is None:
        return figure
    row = rows.get(figure.key)
    if row is None:
        return None
    said = row.get(figure.column)
    if figure.column.startswith("status"):
        return figure._replace(value=str(said))
    return None if figure.column in row and pd.isna(said) else figure


def _rows(state: State, query: str, params: str) -> Iterator[tuple[str, Any]]:
    frame = _READ[query](state, json.loads(params))
    for row in frame.to_dict("records"):
        key = {name: row[name] for name in _KEYS[query]}
        yield as_json(key), row


def _scores(state: State, asked: dict[str, object]) -> pd.DataFrame:
    return state.ask.survey.scores(state.about.unit, int(str(asked["year"])))


def _villages(state: State, asked: dict[str, object]) -> pd.DataFrame:
    return state.ask.survey.village_scores(state.about.unit, int(str(asked["year"])))


def _changes(state: State, asked: dict[str, object]) -> pd.DataFrame:
    year_from, year_to = (int(str(asked[name])) for name in ("year_from", "year_to"))
    basis, unit = str(asked["basis"]), state.about.unit
    return state.ask.change.between(unit, year_from, year_to, basis=basis)


_READ = {"component_scores": _scores, "village_scores": _villages, "component_change": _changes}


def years(found: list[Figure]) -> tuple[int, ...]:
    """The surveys of which there are scores."""
    asked = {figure.params for figure in found if figure.query == "component_scores"}
    return tuple(sorted({int(json.loads(params)["year"]) for params in asked}))
