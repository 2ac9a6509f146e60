"""The published index: every province in a year, our own through the years."""

import pandas as pd
import streamlit as st

from dashboard.charts import keys, ranking, tiles, trend
from dashboard.parts.data_page import DataPage
from dashboard.sentences import headlines
from dashboard.tables import comparison_tables

CUTS = ["cut_low", "cut_middle", "cut_high"]


def show(page: DataPage, component: str, name: str, year: int) -> None:
    """The provinces of a year in squares, by rank, and our own among them over the years."""
    words = page.words
    scores = page.ask.published.scores(year, component)
    page.heading(
        headlines.provinces(scores, page.province, year, words),
        words["compare.papi"] if page.chosen.unit else words["compare.nobody"],
        own_data=False,
    )
    if scores.score.isna().all():
        page.nothing(words.say("compare.not_in_year", name=name, year=year))
        return
    with st.container(key="body"):
        left, right = st.columns([0.44, 0.56], gap="medium")
    with left:
        _squares(page, component, name, year)
        _years(page, component)
    with right:
        count = scores.score.notna().sum()
        measure = words.say("compare.provinces_measure", name=name, year=year, count=count)
        _ranked(page, scores, measure)
    with st.expander(words["page.table"]):
        table, columns = comparison_tables.provinces(scores, words)
        page.table(table, "compare_provinces_table", columns, name)


def _ranked(page: DataPage, scores: pd.DataFrame, measure: str) -> None:
    words = page.words
    renamed = scores.rename(columns={"score": "estimate"})
    rows = comparison_tables.ranked(renamed, "province", scores.province == page.province)
    page.chart(
        ranking.ranked(
            rows,
            words,
            page.look,
            page.phone,
            reference=scores.score.median(),
            reference_label=words["compare.median"],
        ),
        "compare_provinces",
        headlines.extremes(scores, "province", "score", words),
        measure,
        ranking.alt_text(rows, words),
        source=words["compare.provinces_source"],
    )


def _squares(page: DataPage, component: str, name: str, year: int) -> None:
    """The scheme of squares by group."""
    words, look = page.words, page.look
    scores = page.ask.published.tiles(year, component)
    squares = comparison_tables.tiles(scores, page.province)
    cuts, withheld = scores.iloc[0][CUTS].tolist(), bool(scores.score.isna().any())
    page.chart(
        tiles.provinces(squares, words, look, page.phone),
        "compare_tiles",
        headlines.province_group(scores, page.province, year, words),
        words.say("compare.tiles_measure", name=name, year=year),
        tiles.alt_text(squares, words),
        key_line=keys.groups_by_quartile(cuts, words, look, withheld=withheld),
        source=words["compare.tiles_source"],
    )


def _years(page: DataPage, component: str) -> None:
    """Our own province among the others, 2011 to 2024, broken where the series is."""
    words = page.words
    breaks = page.ask.breaks(component)
    lines = comparison_tables.series(page.ask.published.series(component), page.province)
    page.chart(
        trend.published(lines, words, page.look, page.phone, breaks=breaks, height=300),
        "compare_trend",
        words.say("compare.trend", province=page.province or words["compare.provinces"]),
        words["compare.trend_measure"],
        trend.alt_text(lines, words, breaks=breaks),
        source=words["compare.trend_source"],
    )
