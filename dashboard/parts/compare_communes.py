"""Communes by their own surveys' score, and their tasks beside it."""

import streamlit as st

from dashboard.charts import keys, ranking
from dashboard.parts.data_page import DataPage
from dashboard.sentences import headlines
from dashboard.tables import comparison_tables

CUTS = ["cut_low", "cut_middle", "cut_high"]


def show(page: DataPage, component: str, name: str) -> None:
    """The communes surveyed in the later year."""
    chosen, words = page.chosen, page.words
    scores = page.ask.survey.ranking(chosen.year_to, component)
    page.heading(headlines.communes(scores, chosen.unit_id, words), page.years)
    if scores.empty:
        page.nothing(words.say("compare.no_commune", year=chosen.year_to))
        return
    rows = comparison_tables.ranked(scores, "unit", marked=scores.unit_id == chosen.unit_id)
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
        words.say("compare.communes_measure", name=name, year=chosen.year_to),
        ranking.alt_text(rows, words),
        key_line=keys.groups_by_quartile(scores.iloc[0][CUTS].tolist(), words, page.look),
        source=f"{words['compare.communes_source']} {words['compare.groups_rule']}",
    )
    done = page.ask.plan.every_completion(chosen.year_to, **chosen.when)
    with st.expander(words["page.table"]):
        table, columns = comparison_tables.communes(scores, done, words)
        page.table(table, "compare_communes_table", columns, words["page.table"])
