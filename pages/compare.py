"""So sánh: the communes surveyed, the 63 provinces with our own marked, or our own survey
beside the published index."""

import streamlit as st

from dashboard.parts import compare_beside, compare_communes, compare_provinces, frame
from dashboard.parts.filters import choice, one_of

GROUPS = ["communes", "provinces", "beside"]

with frame.data_page("compare") as page:
    words = page.words
    known = GROUPS if page.chosen.unit else ["provinces"]
    tree = page.ask.components(page.chosen.year_to)
    names = dict(zip(tree.component, tree["name"], strict=True))
    labels = {code: name if code == "PAPI" else f"{code} {name}" for code, name in names.items()}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        group = choice(
            "nhom",
            words["compare.group.label"],
            {group: words[f"compare.group.{group}"] for group in known},
        )
        year = page.published_year("nam") if group == "provinces" else page.chosen.year_to
        with st.container(width=260):
            about = words["bar.component"], list(labels)[1:], labels["PAPI"], labels
            component = one_of("thanh_phan", *about, is_label_shown=False)
        slot = st.container(width=340)
        with slot:
            marked = compare_provinces.marked(page) if group == "provinces" else None
    code = component or "PAPI"
    if group == "communes":
        compare_communes.show(page, code, labels[code], slot)
    elif group == "provinces":
        compare_provinces.show(page, code, labels[code], year, marked or page.province)
    else:
        compare_beside.show(page, component)
