"""So sánh: the communes surveyed, or the 63 provinces with our own marked."""

import streamlit as st

from dashboard import headlines, tables
from dashboard.charts import ranking, trend
from dashboard.parts import frame
from dashboard.parts.frame import Page
from dashboard.parts.pieces import chips, choice, one_of

GROUPS = ["communes", "provinces"]


def communes(page: Page, component: str, name: str) -> None:
    """Communes by their own surveys' score, and their tasks beside it."""
    chosen, words = page.chosen, page.words
    scores = page.ask.ranking(chosen.year_to, component)
    page.heading(headlines.communes(scores, chosen.unit_id, words), page.years)
    if scores.empty:
        page.nothing(words.say("compare.no_commune", year=chosen.year_to))
        return
    rows = tables.ranked(scores, "unit", marked=scores.unit_id == chosen.unit_id)
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
        source=words["compare.communes_source"],
    )
    done = page.ask.every_completion(chosen.year_to, **chosen.when)
    with st.expander(words["page.table"]):
        table, columns = tables.communes(scores, done, words)
        page.table(table, "compare_communes_table", columns, words["page.table"])


def provinces(page: Page, component: str, name: str, year: int) -> None:
    """The published index: every province in a year, our own through the years."""
    words = page.words
    scores = page.ask.published(year, component)
    page.heading(
        headlines.provinces(scores, page.province, year, words),
        words["compare.papi"],
        own_data=False,
    )
    if scores.score.isna().all():
        page.nothing(words.say("compare.not_in_year", name=name, year=year))
        return
    with st.container(key="body"):
        left, right = st.columns([0.56, 0.44], gap="medium")
    rows = tables.ranked(
        scores.rename(columns={"score": "estimate"}), "province", scores.province == page.province
    )
    with left:
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
            words.say(
                "compare.provinces_measure", name=name, year=year, count=scores.score.notna().sum()
            ),
            ranking.alt_text(rows, words),
            source=words["compare.provinces_source"],
        )
    with right:
        series = page.ask.published_series(component)
        breaks = page.ask.breaks(component)
        lines = tables.series(series, page.province)
        page.chart(
            trend.published(lines, words, page.look, page.phone, breaks=breaks, height=300),
            "compare_trend",
            words.say("compare.trend", province=page.province or words["compare.provinces"]),
            words["compare.trend_measure"],
            trend.alt_text(lines, words, breaks=breaks),
            source=words["compare.trend_source"],
        )
        table, columns = tables.published(scores, words)
        page.table(table, "compare_provinces_table", columns, name)


with frame.page("compare", needs="any") as page:
    tree = page.ask.components(page.chosen.year_to)
    names = dict(zip(tree.component, tree["name"], strict=True))
    labels = {code: name if code == "PAPI" else f"{code} {name}" for code, name in names.items()}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        group = choice(
            "nhom",
            page.words["compare.group.label"],
            {group: page.words[f"compare.group.{group}"] for group in GROUPS},
        )
        year = page.published_year("nam") if group == "provinces" else None
        with st.popover(page.words["bar.filter"], icon=":material/tune:"):
            component = one_of(
                "thanh_phan",
                page.words["bar.component"],
                list(labels)[1:],
                labels["PAPI"],
                labels,
            )
    chips({"thanh_phan": labels.get(component)})
    code = component or "PAPI"
    if group == "communes":
        communes(page, code, labels[code])
    else:
        provinces(page, code, labels[code], year)
