"""How a document will look: its first pages as pictures, drawn as its PDF is."""

from base64 import b64encode
from html import escape

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.parts.document_request import Request
from dashboard.parts.page import Page

PPI = {"slides": 36}  # of a preview; a page of a letter has to be read
_READ = 90


def show(page: Page, asked: Request, most: int) -> None:
    """The first pages, at most so many, beside each other as there is room."""
    words = page.words
    try:
        with st.spinner(words["document.drawing"]):
            pictures, count = _drawn(asked, asked.paper().stamp.code)
    except DashboardError as error:
        page.nothing(error.sentence(words))
        return
    shown = pictures[:most]
    alt = [words.say("document.page", page=at, pages=count) for at in range(1, len(shown) + 1)]
    images = "".join(
        f'<img alt="{escape(text)}" src="data:image/png;base64,{b64encode(picture).decode()}">'
        for text, picture in zip(alt, shown, strict=True)
    )
    st.html(f'<div class="papi-pages papi-pages-{asked.what}">{images}</div>')
    if count > len(shown):
        page.source(words.say("document.more_pages", shown=len(shown), pages=count))


@st.cache_data(max_entries=16, show_spinner=False)
def _drawn(asked: Request, code: str) -> tuple[list[bytes], int]:
    """The pages of a document of that data code, at most 12, and how many it has."""
    from dashboard.documents.pdf import pdf_writer

    pages = pdf_writer.typeset(asked.paper()).png(PPI.get(asked.what, _READ))
    return list(pages[:12]), len(pages)
