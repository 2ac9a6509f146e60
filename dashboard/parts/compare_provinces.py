"""The published index: every province in a year, our own through the years."""

import pandas as pd
import streamlit as st

from dashboard.charts import keys, ranking, tiles, trend
from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import one_of
from dashboard.sentences import headlines, published_ranks
from dashboard.sentences.standings import withheld
from dashboard.shown_values import alphabetical
from dashboard.tables import comparison_tables, text_columns

CUTS = ["cut_low", "cut_middle", "cut_high"]


def show(page: DataPage, component: str, name: str, year: int, province: str | None) -> None:
    """The provinces of a year in squares, by rank, and one of them (our own, unless another was
    chosen) over the years."""
    words = page.words
    scores = page.ask.published.moves(year, component)
    page.heading(
        headlines.provinces(scores, province, year, words),
        words["compare.papi"] if page.chosen.unit else words["compare.nobody"],
        own_data=False,
    )
    if scores.score.isna().all():
        page.nothing(words.say("compare.not_in_year", name=name, year=year))
        return
    if told := _told(page, scores, component, year, province):
        page.lines(told)
    with st.container(key="body"):
        left, right = st.columns([0.44, 0.56], gap="medium")
    with left:
        _squares(page, component, name, year, province)
        _years(page, component, province)
    with right:
        count = scores.score.notna().sum()
        measure = words.say("compare.provinces_measure", name=name, year=year, count=count)
        _ranked(page, scores, measure, province)
    with st.expander(words["page.table"]):
        table, columns = comparison_tables.provinces(scores, words)
        page.table(table, "compare_provinces_table", columns, name)


def _told(
    page: DataPage, scores: pd.DataFrame, component: str, year: int, province: str | None
) -> list[str]:
    """The province's ranks of all years and in each dimension, and who has none this year."""
    words, ask = page.words, page.ask.published
    said = [withheld(scores, year, words)]
    if province:
        series, breaks = ask.series(component), page.ask.breaks(component)
        own = ask.of_province(province, year)
        said.insert(0, published_ranks.over_years(series, province, breaks, words))
        said.insert(1, published_ranks.by_dimension(own, province, year, words))
    return [text for text in said if text]


def marked(page: DataPage) -> str | None:
    """The filter of the province to look at; None for the unit's own."""
    words, ask = page.words, page.ask.published
    names = sorted(ask.scores(ask.years()[-1], "PAPI").province, key=alphabetical)
    label, own = words["compare.province_marked"], words["compare.province_all"]
    return one_of("tinh", label, names, own, is_label_shown=False)


def _ranked(page: DataPage, scores: pd.DataFrame, measure: str, province: str | None) -> None:
    """By score, the rank of the year before beside it where the two compare."""
    words = page.words
    whys = comparison_tables.withheld(scores, words)
    renamed = scores.rename(columns={"score": "estimate"}).assign(why=whys)
    compares = scores.rank_from.notna().any()
    if compares:
        renamed = renamed.assign(beside=text_columns.counts(scores.rank_from))
    rows = comparison_tables.ranked(renamed, "province", scores.province == province)
    earlier = words.say("compare.column.rank_from", year=scores.year_from.iloc[0])
    page.chart(
        ranking.ranked(
            rows,
            words,
            page.look,
            page.phone,
            reference=scores.score.median(),
            reference_label=words["compare.median"],
            beside_head=earlier if compares else "",
        ),
        "compare_provinces",
        headlines.extremes(scores, "province", "score", words),
        measure,
        ranking.alt_text(rows, words),
        source=" ".join(
            [
                words["compare.provinces_source"],
                words["compare.ranks_move" if compares else "compare.ranks_apart"],
            ]
        ),
    )


def _squares(page: DataPage, component: str, name: str, year: int, province: str | None) -> None:
    """The scheme of squares by group."""
    words, look = page.words, page.look
    scores = page.ask.published.tiles(year, component)
    squares = comparison_tables.tiles(scores, province)
    cuts, withheld = scores.iloc[0][CUTS].tolist(), bool(scores.score.isna().any())
    page.chart(
        tiles.provinces(squares, words, look, page.phone),
        "compare_tiles",
        headlines.province_group(scores, province, year, words),
        words.say("compare.tiles_measure", name=name, year=year),
        tiles.alt_text(squares, words),
        key_line=keys.groups_by_quartile(cuts, words, look, withheld=withheld),
        source=words["compare.tiles_source"],
    )


def _years(page: DataPage, component: str, province: str | None) -> None:
    """The province among the others, 2011 to 2024, broken where the series is."""
    words = page.words
    breaks = page.ask.breaks(component)
    lines = comparison_tables.series(page.ask.published.series(component), province)
    page.chart(
        trend.published(lines, words, page.look, page.phone, breaks=breaks, height=300),
        "compare_trend",
        words.say("compare.trend", province=province or words["compare.provinces"]),
        words["compare.trend_measure"],
        trend.alt_text(lines, words, breaks=breaks),
        source=words["compare.trend_source"],
    )
