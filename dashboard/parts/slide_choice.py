"""Which slides, in what order."""

import streamlit as st

from dashboard.papers.slides_paper import SLIDES
from dashboard.parts.data_page import DataPage

KEY = "trang_chieu"


def chosen(page: DataPage) -> tuple[str, ...]:
    """The names of the slides, as they were put in order."""
    words = page.words
    names = {name: words[f"document.slide.{name}"] for name in SLIDES}
    picked = st.multiselect(
        words["document.slide_list"],
        list(names),
        default=list(names),
        format_func=names.__getitem__,
        key=KEY,
        placeholder=words["document.no_slide"],
    )
    return tuple(picked)
