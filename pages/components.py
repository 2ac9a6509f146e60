"""Thành phần: the later year against the earlier, dimensions first, the rest on demand."""

import streamlit as st

from dashboard.parts import clear_changes, component_basis, drill, duty_rows, frame, remark_lines
from dashboard.parts.filters import chips, choice, one_of
from dashboard.tables import score_tables

LEVELS = ["dimension", "sub_dimension"]
ORDERS = ["official", "difference"]

with frame.data_page("components") as page:
    chosen, words = page.chosen, page.words
    villages = list(page.ask.survey.villages(chosen.unit_id, chosen.year_to).village)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        level = choice(
            "muc",
            words["components.level.label"],
            {level: words[f"components.level.{level}"] for level in LEVELS},
        )
        order = choice(
            "thu_tu",
            words["components.order.label"],
            {order: words[f"components.order.{order}"] for order in ORDERS},
        )
        with st.popover(words["bar.filter"], icon=":material/tune:"):
            dimension = page.one_dimension()
            village = one_of("thon", words["bar.village"], villages, words["bar.all_villages"])
            sex = one_of("gioi", words["bar.sex"], ["Nam", "Nữ"], words["bar.all_sexes"])
            page.source(words["filters.no_age"])
    chips(
        {"linh_vuc": page.dimensions.get(dimension or ""), "thon": village, "gioi": sex},
        words["filters.reset"],
    )

    change, basis = component_basis.compared(page, village, sex)
    total = change[change.level == "total"].iloc[0]
    shown = change[change.level == ("sub_dimension" if dimension else level)]
    if dimension:
        shown = shown[shown.parent == dimension]
    if order == "difference":
        shown = shown.sort_values("change", key=abs, ascending=False, na_position="last")

    named = page.dimensions.get(dimension or "")
    whole = change[change.component == (dimension or "PAPI")].iloc[0]
    component_basis.heading(page, shown, whole, named, village, sex)
    if not (village or sex):
        component_basis.sexes(page, whole.component, basis)
    years = (chosen.unit_id, chosen.year_from, chosen.year_to)
    duties = page.ask.plan.component_tasks(*years, basis, **chosen.when)
    of_these = change[change.parent == dimension] if dimension else change
    clear_changes.show(page, of_these, duties, village)
    page.levels(shown, total, "components_levels", village, sex and words[f"sex.{sex}"])
    if not (village or sex):
        remark_lines.of_components(page, [*filter(None, [dimension]), *shown.component])
    with st.expander(words["page.table"]):
        rows, columns = score_tables.change(shown, chosen.year_from, chosen.year_to, words)
        page.table(rows, "components_table", columns, words["page.table"])
    is_detailed = bool(dimension) or level == "sub_dimension"
    if not is_detailed or not duties.planned.any():  # else each has its link below
        opens = words["component.open_both_sexes" if sex else "component.open"]
        drill.steps(page, opens, shown, village)
    own = duties[duties.dimension == dimension] if dimension else duties
    duty_rows.of_components(page, own, is_detailed, village)
