"""The ways on from an empty store: import, look at the sample data, get blank forms."""

import streamlit as st

from dashboard.page_list import page_row
from dashboard.parts import sample_data, tour
from dashboard.parts.page import Page


def ways(page: Page) -> None:
    """Three buttons, each with a sentence that says whom it is for."""
    words = page.words
    own, samples, forms = st.columns(3, gap="medium")
    with own:
        if st.button(words["empty.import"], type="primary", key="empty_import"):
            st.switch_page(page_row("import_data").file)
        page.source(words["first_run.import_how"])
    with samples:
        sample_data.load_button(page)
        page.source(words["first_run.samples_how"])
    with forms:
        if st.button(words["first_run.forms"], key="empty_forms"):
            st.switch_page(page_row("import_data").file)
        page.source(words["first_run.forms_how"])
    tour.link(page)
