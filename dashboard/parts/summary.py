"""The findings in words on a page: each sentence with the way to its chart, all as a text."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard.parts import download
from dashboard.parts.data_page import DataPage
from dashboard.sentences import brief
from dashboard.sentences.brief import Facts, Finding

LISTS = ("follow_up", "officials")


def summary(page: DataPage, change: pd.DataFrame, completion: pd.DataFrame) -> None:
    """The section with the sentences; change and completion as the page has read them."""
    words, year = page.words, page.chosen.year_to
    said = brief.findings(_facts(page, change, completion), words)
    page.section(words["summary.title"], words["summary.about"])
    with st.container(key="summary", gap=None):
        for finding in said:
            _sentence(page, finding)
    text = brief.plain_text(_heading(page), said)
    download.button(
        words["summary.download"],
        text.encode,
        words.say("summary.file", year=year),
        key="summary_text",
    )


def _facts(page: DataPage, change: pd.DataFrame, completion: pd.DataFrame) -> Facts:
    chosen, ask = page.chosen, page.ask
    unit, year_from, year_to = chosen.unit_id, chosen.year_from, chosen.year_to
    return Facts(
        unit=chosen.unit,
        province=page.province,
        year_from=year_from,
        year_to=year_to,
        change=change,
        duties=ask.plan.component_tasks(unit, year_from, year_to, **chosen.when),
        completion=completion,
        officials=ask.plan.officials(unit, year_to, **chosen.when),
        follow_up=ask.plan.follow_up(unit, year_to, **chosen.when),
        villages=ask.survey.villages_apart(unit, year_to),
        own=ask.survey.scores(unit, year_to),
        published=ask.published.beside(unit, page.province, year_from, year_to),
    )


def _heading(page: DataPage) -> str:
    """What the text is about, and that it is simulated where it is: a text travels alone."""
    facts = [page.years, page.seen_at]
    if page.chosen.is_simulated:
        facts.append(page.words["page.simulated"])
    return page.words.say("summary.heading", facts=" · ".join(facts))


def _sentence(page: DataPage, finding: Finding) -> None:
    left, right = st.columns([0.82, 0.18], vertical_alignment="center", gap="small")
    with left:
        st.html(f'<p class="papi-finding">{escape(finding.text)}</p>')
    with right:
        label = page.words["summary.see_list" if finding.page in LISTS else "summary.see"]
        page.link(finding.page, label, finding.query)
