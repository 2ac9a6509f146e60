"""Thôn: every village by component, then one village: its scores and its official."""

import streamlit as st

from dashboard.charts import heatmap
from dashboard.parts import duty_rows, frame, remark_lines
from dashboard.parts.filters import chips, one_of
from dashboard.sentences import headlines
from dashboard.tables import score_tables

with frame.data_page("villages") as page:
    chosen, words = page.chosen, page.words
    about = page.ask.survey.villages(chosen.unit_id, chosen.year_to)

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        year = page.one_year("nam")
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            dimension = page.one_dimension()
            village = one_of(
                "thon", words["bar.village"], list(about.village), words["bar.all_villages"]
            )
    chips(
        {"linh_vuc": page.dimensions.get(dimension or ""), "thon": village},
        words["filters.reset"],
    )

    scores = page.ask.survey.village_scores(chosen.unit_id, year)
    whole = page.ask.survey.scores(chosen.unit_id, year)
    page.heading(headlines.villages(scores, year, words), page.years)
    cells = score_tables.village_scores(scores, whole, dimension)
    if cells.empty:
        page.nothing(words.say("villages.none", year=year))
    else:
        page.chart(
            heatmap.villages_by_component(cells, words, page.look, page.phone),
            "villages_heatmap",
            words["villages.chart"],
            words.say("villages.measure", year=year),
            heatmap.alt_text(cells, words),
            key_line=heatmap.key_line(cells, words, page.look),
            source=words["villages.source"],
        )
        with st.expander(words["page.table"]):
            rows, columns = score_tables.villages(cells, about, words)
            page.table(rows, "villages_table", columns, words["page.table"])
    if village:
        change = page.change(village)
        total = change[change.level == "total"].iloc[0]
        official = about[about.village == village].official.iloc[0]
        page.levels(change[change.level == "dimension"], total, "village_levels", village)
        remark_lines.of_village(page, village)
        if isinstance(official, str):
            page.source(words.say("villages.in_charge", village=village, official=official))
            duty_rows.tasks_of(page, official)
        page.link(
            "component",
            words["overview.how"],
            {"ma": "PAPI", "thon": village},
            words["filters.reset"],
        )
        page.link(
            "officials",
            words.say("villages.tasks", village=village),
            {"thon": village},
            words["filters.reset"],
        )
    else:
        page.source(words["villages.choose"])
        remark_lines.to(page, "village")
