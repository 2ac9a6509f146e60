"""Tổng quan of a unit above the communes: its communes at a glance, each one click away."""

import pandas as pd
import streamlit as st

from dashboard.parts import overview_figures, row_links
from dashboard.parts.data_page import DataPage
from dashboard.parts.filters import choice
from dashboard.parts.pieces import plain_table
from dashboard.parts.selection import UNIT
from dashboard.parts.summary import summary
from dashboard.sentences import communes_below
from dashboard.sentences.reporting import period_name
from dashboard.tables import commune_tables
from dashboard.tables.commune_tables import ORDERS

# Where a column's texts lead.
WAYS = {"unit": "overview", "verdict": "components", "overdue": "follow_up"}
WAYS |= {"completion": "officials", "report": "reporting_period"}


def show(page: DataPage) -> None:
    """The communes first: what is asked of the answers of all takes longer."""
    chosen, words = page.chosen, page.words
    years = chosen.year_from, chosen.year_to
    rows = page.ask.communes.at_a_glance(chosen.unit_id, *years, chosen.when)
    said = communes_below.headline(rows, chosen.unit, chosen.year_to, words)
    page.heading(said, page.years, page.seen_at)
    figures = st.container(key="kpis")
    _communes(page, rows)
    done = page.ask.plan.completion(chosen.unit_id, chosen.year_to, **chosen.when)
    counts = done.select_dtypes("number").sum()
    counts["longest"] = done.longest_overdue.max()
    change = page.change()
    total = change[change.level == "total"].iloc[0]
    with figures:
        overview_figures.key_figures(page, total, counts)
    if chosen.only_packages:  # no answers of its own, and no tasks to be named
        page.link("compare", words["district.ranked"])
        return
    page.levels(change[change.level == "dimension"], total, "overview_levels")
    with st.container(horizontal=True):
        page.link("components", words["overview.more_components"])
        page.link("compare", words["district.ranked"])
        page.link("follow_up", words["overview.all"])
    summary(page, change, done)


def _communes(page: DataPage, rows: pd.DataFrame) -> None:
    chosen, words = page.chosen, page.words
    period = period_name(chosen.period_kind, words)
    how = "district.packaged" if chosen.only_packages else "district.communes"
    how = words.say(how, count=len(rows))
    reports = communes_below.reports(rows, period, words)
    if rows.empty:
        page.section(how, reports)
        page.nothing(words["district.none"])
        return
    title = st.container()
    names = {order: words[f"district.order.{order}"] for order in ORDERS}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        order = choice("xep", words["district.order.label"], names)
    listed = commune_tables.ordered(rows, order)
    with title:
        page.section(communes_below.ends(listed, order, words) or how, f"{how} · {reports}")
    shown, columns = commune_tables.at_a_glance(listed, chosen.period_due, chosen.seen_at, words)
    has_pages = set(page.ask.units().unit_id)  # not one that is known by its package alone
    ways = {
        f"{column}_href": [
            row_links.href(name, **{UNIT: unit_id}) if unit_id in has_pages else ""
            for unit_id in listed.unit_id
        ]
        for column, name in WAYS.items()
    }
    kinds = commune_tables.kinds(listed, chosen.period_due, chosen.seen_at)
    plain_table(shown.assign(**ways).join(kinds), columns, css="papi-table papi-glance")
    page.take_away(shown, "communes_at_a_glance", columns, words["district.title"])
    page.source(words["district.note"])
    if rows.by_package.any():
        told = ", ".join(rows.unit[rows.by_package])
        page.source(words.say("package.noted", names=told))
