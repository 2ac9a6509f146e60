"""What the words of a page mean: a popover of each, and all on the page on method."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.page_list import page_row
from dashboard.words import Words

_SCORES = ("own_score", "dimension", "sub_dimension", "weight", "interval", "clear", "hidden")
_TASKS = ("lead", "overdue", "undated", "cut_off")
# The terms of each page, in the order in which one meets them; pages without any have no popover.
OF_PAGE = {
    "overview": (*_SCORES, "overdue", "undated", "cut_off"),
    "components": (*_SCORES, "common"),
    "component": (*_SCORES, "common"),
    "villages": _SCORES,
    "officials": _TASKS,
    "follow_up": _TASKS,
    "compare": ("papi", "own_score", "dimension", "interval", "rank_range"),
    "goal": ("papi", "own_score", "dimension", "interval", "rank_range"),
    "reporting_period": ("cut_off", "closing", "overdue", "undated"),
    "explanations": ("own_score", "clear", "lead", "overdue"),
    "public": ("own_score", "clear", "hidden"),
    "import_data": ("simulated",),
}
TERMS = tuple(dict.fromkeys(("papi", *_SCORES, *sum(OF_PAGE.values(), ()), "simulated")))


def show(page: str, words: Words) -> None:
    """The popover of a page."""
    if terms := OF_PAGE.get(page):
        with st.popover(words["glossary.ask"], type="tertiary", key="glossary"):
            st.html(listed(terms, words))
            st.page_link(page_row("method").file, label=words["glossary.every"])


def listed(terms: Sequence[str], words: Words) -> str:
    """Terms with what they mean, as HTML."""
    said = "".join(
        f"<dt>{escape(words[f'glossary.term.{term}'])}</dt>"
        f"<dd>{escape(words[f'glossary.text.{term}'])}</dd>"
        for term in terms
    )
    return f'<dl class="papi-terms">{said}</dl>'
