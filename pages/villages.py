"""Thôn: every village by component, then one village: its scores and its official."""

import streamlit as st

from dashboard.charts import heatmap
from dashboard.parts import frame, remark_lines, village_view
from dashboard.parts.filters import chips, one_of
from dashboard.sentences import standing_out
from dashboard.tables import score_tables

with frame.data_page("villages") as page:
    chosen, words = page.chosen, page.words
    about = page.ask.survey.villages(chosen.unit_id, chosen.year_to)
    names = list(about.village)

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        year = page.one_year("nam")
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            dimension = page.one_dimension()
            village = one_of("thon", words["bar.village"], names, words["bar.all_villages"])
    chips(
        {"linh_vuc": page.dimensions.get(dimension or ""), "thon": village},
        words["filters.reset"],
    )

    scores = page.ask.survey.villages_apart(chosen.unit_id, year)
    whole = page.ask.survey.scores(chosen.unit_id, year)
    cells = score_tables.village_scores(scores, whole, dimension, words)
    named = page.dimensions.get(dimension or "")
    is_above = cells.empty and chosen.level != "commune"
    said = standing_out.headline(cells, year, named, village, words)
    title = words["standing.choose_commune"] if is_above else said
    page.heading(title, chosen.unit, named, village, str(year))
    if village:
        village_view.of(page, village, cells, about, dimension)
    elif names:
        village_view.every(page, cells, names, year, dimension)
    if names:
        village_view.openers(page, names, village)
    if village:
        village_view.figures(page, village, cells, year)
        if not dimension:
            village_view.parts(page, village, scores, whole, year)
    if cells.empty:
        none = words.say("villages.none", year=year)
        page.nothing(words["component.unit_parts"] if is_above else none)
    else:
        page.chart(
            heatmap.villages_by_component(cells, words, page.look, page.phone, village),
            "villages_heatmap",
            standing_out.chart_title(cells, words),
            words.say("standing.measure", year=year),
            heatmap.alt_text(cells, words),
            key_line=heatmap.key_line(cells, words, page.look),
            source=words["standing.source"],
        )
        with st.expander(words["page.table"]):
            rows, columns = score_tables.villages(cells, about, words)
            page.table(rows, "villages_table", columns, words["page.table"])
    if not village:
        remark_lines.to(page, "village")
