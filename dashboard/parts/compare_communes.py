"""Communes by their own surveys' score, their places of two years, and their tasks beside it."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.charts import keys, rank_moves, ranking
from dashboard.parts.data_page import DataPage
from dashboard.readings.listed import UnitRow
from dashboard.rows import rows_of
from dashboard.sentences import headlines, standings
from dashboard.tables import comparison_tables

CUTS = ["cut_low", "cut_middle", "cut_high"]


def show(page: DataPage, component: str, name: str, slot: DeltaGenerator) -> None:
    """The communes surveyed in the later year: all, or those chosen in the slot to be compared
    with."""
    chosen, words = page.chosen, page.words
    units = list(rows_of(page.ask.units(), UnitRow))
    above = _above(page, units)
    with slot:
        picked = _picked(page, units, above)
    peers = picked or _ids(above)
    scores = page.ask.survey.moves(chosen.year_from, chosen.year_to, component, peers)
    whose = standings.whose(None if picked else above, bool(picked), words)
    about = "" if component == "PAPI" else f"{name}: "
    among = standings.among(picked, units, chosen.unit_id, words)
    said = headlines.communes(scores, chosen.unit_id, whose, about, words)
    page.heading(said, page.years, among, page.survey_later)
    if scores.empty:
        page.nothing(words.say("compare.no_commune", year=chosen.year_to))
        return
    done = page.ask.plan.every_completion(chosen.year_to, **chosen.when)
    marked = scores.unit_id == chosen.unit_id
    with st.container(key="body"):
        left, right = st.columns([0.53, 0.47], gap="medium")
    with left:
        _ranked(page, scores, marked, name, _apart(page, component, scores, above))
    with right:
        _moves(page, scores, marked, done)
    page.source(f"{words['compare.communes_source']} {words['compare.groups_rule']}")
    with st.expander(words["page.table"]):
        table, columns = comparison_tables.communes(scores, done, words)
        page.table(table, "compare_communes_table", columns, words["page.table"])


def _above(page: DataPage, units: list[UnitRow]) -> UnitRow | None:
    """Whose communes are compared unless others are chosen: a unit above the communes has its
    own; a commune's is the nearest above with another one surveyed, if there is any."""
    known = {unit.unit_id: unit for unit in units}
    unit = known[page.chosen.unit_id]
    if unit.level != "commune":
        return unit
    while (above := known.get(str(unit.parent_id))) is not None:
        if len(page.ask.survey.ranking(page.chosen.year_to, "PAPI", _ids(above))) > 1:
            return above
        unit = above
    return None


def _ids(unit: UnitRow | None) -> tuple[str, ...]:
    return (unit.unit_id,) if unit else ()


def _picked(page: DataPage, units: list[UnitRow], above: UnitRow | None) -> tuple[str, ...]:
    """Ids of those chosen to be compared, the commune looked at with them; none chosen: none."""
    chosen, words = page.chosen, page.words
    names = {unit.unit: unit.unit_id for unit in units}
    is_above = chosen.level != "commune"
    own = words.say("compare.peers_own", unit=above.unit) if above else words["compare.peers_all"]
    picked = st.multiselect(
        words["compare.peers"],
        [name for name in names if is_above or name != chosen.unit],
        key="so_voi",
        bind="query-params",
        placeholder=own,
        select_all=False,
        label_visibility="collapsed",
    )
    ids = tuple(names[name] for name in picked if name in names)
    return ids if is_above or not ids else (chosen.unit_id, *ids)


def _apart(page: DataPage, component: str, scores: pd.DataFrame, above: UnitRow | None) -> str:
    """What may be said of the order. Two picked out of a unit's communes are told apart no more
    easily for that: they keep the places that they may have among all of these."""
    chosen, words = page.chosen, page.words
    seen = scores.dropna(subset="rank")
    if len(seen) == 2 and above:
        wide = page.ask.survey.ranking(chosen.year_to, component, _ids(above))
        both = wide[wide.unit_id.isin(seen.unit_id)].dropna(subset="rank")
        if len(both) == 2:
            whose = standings.whose(above, False, words)
            count = int(wide["rank"].notna().sum())
            return standings.pair(
                both, words.say("compare.within", count=count, whose=whose), words
            )
    return standings.apart(seen, chosen.unit_id, words)


def _ranked(
    page: DataPage, scores: pd.DataFrame, marked: "pd.Series[bool]", name: str, apart: str
) -> None:
    words = page.words
    ends = headlines.extremes(scores, "unit", "estimate", words)
    measure = words.say("compare.communes_measure", name=name, year=page.chosen.year_to)
    rows = comparison_tables.ranked(scores, "unit", marked)
    page.chart(
        ranking.ranked(
            rows,
            words,
            page.look,
            page.phone,
            reference=scores.estimate.mean(),
            reference_label=words["compare.mean"],
        ),
        "compare_communes",
        apart or ends,
        " · ".join([measure, *([ends] if marked.any() else [])]),
        ranking.alt_text(rows, words),
        key_line=keys.groups_by_quartile(scores.iloc[0][CUTS].tolist(), words, page.look),
    )


def _moves(
    page: DataPage, scores: pd.DataFrame, marked: Iterable[bool], done: pd.DataFrame
) -> None:
    """The places of both years and the tasks done, in the same order."""
    words, chosen = page.words, page.chosen
    rows = comparison_tables.moves(scores, marked, done)
    page.chart(
        rank_moves.moved(rows, words, page.look, page.phone),
        "compare_moves",
        standings.move(scores, chosen.unit_id, words),
        standings.counted(scores, words),
        rank_moves.alt_text(rows, words),
        key_line=rank_moves.key_line(chosen.year_from, chosen.year_to, words, page.look),
    )
