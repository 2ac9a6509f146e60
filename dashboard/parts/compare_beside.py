"""Our own survey, and the published index as another survey."""

import pandas as pd
import streamlit as st

from dashboard.charts import beside as beside_chart
from dashboard.parts.data_page import DataPage
from dashboard.sentences import headlines
from dashboard.tables import comparison_tables


def show(page: DataPage, component: str | None) -> None:
    """The total and the dimensions, or one dimension with its parts, in both surveys."""
    chosen, words = page.chosen, page.words
    province, code = page.province, component or "PAPI"
    rows = page.ask.published.beside(chosen.unit_id, province, chosen.year_from, chosen.year_to)
    named = province or words["compare.province"]
    page.heading(
        headlines.beside(rows, chosen.unit, named, code, words),
        words.say("compare.beside_about", unit=chosen.unit, year=chosen.year_to),
        words["compare.other_survey"],
    )
    seen = comparison_tables.around(rows, component)
    _scores(page, seen, named, comparison_tables.provinces_counted(rows, code))
    _rule(page, seen, named)


def _scores(page: DataPage, seen: pd.DataFrame, province: str, count: int) -> None:
    """Both scores of each component, and the provinces' median."""
    words, look, unit, year = page.words, page.look, page.chosen.unit, page.chosen.year_to
    page.chart(
        beside_chart.scores(seen, words, look, page.phone, unit=unit, province=province),
        "compare_beside",
        words["compare.beside_title"],
        words.say("compare.beside_measure", year=year, count=count),
        beside_chart.alt_text(seen, words, unit=unit, province=province),
        key_line=beside_chart.key_line(words, look, unit=unit, province=province),
        source=words["compare.beside_source"],
    )
    with st.expander(words["page.table"]):
        table, columns = comparison_tables.beside(seen, unit, province, year, words)
        page.table(table, "compare_beside_table", columns, words["compare.beside_title"])


def _rule(page: DataPage, seen: pd.DataFrame, province: str) -> None:
    """PAPI's own rule of 5 % over the province's two years."""
    words, year_from, year_to = page.words, page.chosen.year_from, page.chosen.year_to
    years = {"year_from": year_from, "year_to": year_to}
    title = words.say("compare.rule_title", province=province, **years)
    page.section(title, words["compare.rule_measure"])
    table, columns = comparison_tables.five_percent(seen, year_from, year_to, words)
    page.table(table, "compare_rule_table", columns, title)
    page.source(words["compare.rule_source"])
