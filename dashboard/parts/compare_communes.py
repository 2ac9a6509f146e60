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
    with slot:
        peers = _peers(page, units)
    scores = page.ask.survey.moves(chosen.year_from, chosen.year_to, component, peers)
    among = standings.among(peers, units, chosen.unit_id, words)
    page.heading(headlines.communes(scores, chosen.unit_id, words), page.years, among)
    if scores.empty:
        page.nothing(words.say("compare.no_commune", year=chosen.year_to))
        return
    done = page.ask.plan.every_completion(chosen.year_to, **chosen.when)
    marked = scores.unit_id == chosen.unit_id
    with st.container(key="body"):
        left, right = st.columns([0.53, 0.47], gap="medium")
    with left:
        _ranked(page, scores, marked, name)
    with right:
        _moves(page, scores, marked, done)
    page.source(f"{words['compare.communes_source']} {words['compare.groups_rule']}")
    with st.expander(words["page.table"]):
        table, columns = comparison_tables.communes(scores, done, words)
        page.table(table, "compare_communes_table", columns, words["page.table"])


def _peers(page: DataPage, units: list[UnitRow]) -> tuple[str, ...]:
    """Ids of those compared with; of a unit above the communes its own unless others are chosen."""
    chosen, words = page.chosen, page.words
    names = {unit.unit: unit.unit_id for unit in units}
    is_above = chosen.level != "commune"
    own = words.say("compare.peers_own", unit=chosen.unit)
    picked = st.multiselect(
        words["compare.peers"],
        [name for name in names if is_above or name != chosen.unit],
        key="so_voi",
        bind="query-params",
        placeholder=own if is_above else words["compare.peers_all"],
        select_all=False,
        label_visibility="collapsed",
    )
    ids = tuple(names[name] for name in picked if name in names)
    if is_above:
        return ids or (chosen.unit_id,)
    return (chosen.unit_id, *ids) if ids else ()


def _ranked(page: DataPage, scores: pd.DataFrame, marked: "pd.Series[bool]", name: str) -> None:
    words = page.words
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
        headlines.extremes(scores, "unit", "estimate", words),
        words.say("compare.communes_measure", name=name, year=page.chosen.year_to),
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
