"""So sánh: the communes surveyed, the 63 provinces with our own marked, or our own survey
beside the published index."""

import streamlit as st

from dashboard.charts import beside as beside_chart
from dashboard.charts import keys, ranking, tiles, trend
from dashboard.parts import frame
from dashboard.parts.frame import Page
from dashboard.parts.pieces import chips, choice, one_of
from dashboard.sentences import headlines
from dashboard.tables import comparison_tables as tables

GROUPS = ["communes", "provinces", "beside"]
CUTS = ["cut_low", "cut_middle", "cut_high"]


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
        key_line=keys.groups_by_quartile(scores.iloc[0][CUTS], words, page.look),
        source=f"{words['compare.communes_source']} {words['compare.groups_rule']}",
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
        left, right = st.columns([0.44, 0.56], gap="medium")
    with left:
        province_tiles(page, component, name, year)
        province_years(page, component)
    with right:
        rows = tables.ranked(
            scores.rename(columns={"score": "estimate"}),
            "province",
            scores.province == page.province,
        )
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
    with st.expander(words["page.table"]):
        table, columns = tables.provinces(scores, words)
        page.table(table, "compare_provinces_table", columns, name)


def province_tiles(page: Page, component: str, name: str, year: int) -> None:
    """The scheme of squares by group."""
    words = page.words
    scores = page.ask.tiles(year, component)
    squares = tables.tiles(scores, page.province)
    page.chart(
        tiles.provinces(squares, words, page.look, page.phone),
        "compare_tiles",
        headlines.province_group(scores, page.province, year, words),
        words.say("compare.tiles_measure", name=name, year=year),
        tiles.alt_text(squares, words),
        key_line=keys.groups_by_quartile(
            scores.iloc[0][CUTS], words, page.look, withheld=scores.score.isna().any()
        ),
        source=words["compare.tiles_source"],
    )


def province_years(page: Page, component: str) -> None:
    """Our own province among the others, 2011 to 2024, broken where the series is."""
    words = page.words
    breaks = page.ask.breaks(component)
    lines = tables.series(page.ask.published_series(component), page.province)
    page.chart(
        trend.published(lines, words, page.look, page.phone, breaks=breaks, height=300),
        "compare_trend",
        words.say("compare.trend", province=page.province or words["compare.provinces"]),
        words["compare.trend_measure"],
        trend.alt_text(lines, words, breaks=breaks),
        source=words["compare.trend_source"],
    )


def beside(page: Page, component: str | None) -> None:
    """Our own survey, and the published index as another survey."""
    chosen, words = page.chosen, page.words
    year_from, year_to, province = chosen.year_from, chosen.year_to, page.province
    rows = page.ask.beside(chosen.unit, province, year_from, year_to)
    named = province or words["compare.province"]
    page.heading(
        headlines.beside(rows, chosen.unit, named, component or "PAPI", words),
        words.say("compare.beside_about", unit=chosen.unit, year=year_to),
        words["compare.other_survey"],
    )
    seen = tables.around(rows, component)
    page.chart(
        beside_chart.scores(seen, words, page.look, page.phone, unit=chosen.unit, province=named),
        "compare_beside",
        words["compare.beside_title"],
        words.say(
            "compare.beside_measure",
            year=year_to,
            count=tables.provinces_counted(rows, component or "PAPI"),
        ),
        beside_chart.alt_text(seen, words, unit=chosen.unit, province=named),
        key_line=beside_chart.key_line(words, page.look, unit=chosen.unit, province=named),
        source=words["compare.beside_source"],
    )
    with st.expander(words["page.table"]):
        table, columns = tables.beside(seen, chosen.unit, named, year_to, words)
        page.table(table, "compare_beside_table", columns, words["compare.beside_title"])
    title = words.say("compare.rule_title", province=named, year_from=year_from, year_to=year_to)
    page.section(title, words["compare.rule_measure"])
    table, columns = tables.five_percent(seen, year_from, year_to, words)
    page.table(table, "compare_rule_table", columns, title)
    page.source(words["compare.rule_source"])


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
    elif group == "provinces":
        provinces(page, code, labels[code], year)
    else:
        beside(page, component)
