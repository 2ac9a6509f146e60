"""The meeting's slides: which and in what order, seen on the wall, taken away, with the office's
own template."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

import streamlit as st

from dashboard.documents.model.paper import Paper
from dashboard.errors import DashboardError
from dashboard.parts import deciding, download, paper_pages, show_screen, slide_choice
from dashboard.parts.as_written import as_written
from dashboard.parts.data_page import DataPage
from dashboard.parts.document_request import Request
from dashboard.parts.own_part import file_name, request

SHOWN, LARGEST, MOST_SEEN = "show_paper", 20, 12  # of this session; megabytes of a template or logo
_OFFICE = ("office_template", "office_logo")


def show(page: DataPage) -> None:
    """Choice, buttons, and the first slides; the show itself while it is open."""
    words = page.words
    names = slide_choice.chosen(page)
    if not names:
        page.nothing(words["document.no_slide"])
        return
    asked = request(page).of("slides", *names)
    below = st.container()  # what is known once the pictures are drawn
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button(words["document.show"], type="primary", icon=":material/slideshow:"):
            # What can't be shown is told where its pictures would stand.
            with st.spinner(words["document.drawing"]), suppress(DashboardError):
                st.session_state[SHOWN] = asked.paper()
        download.button(
            words["document.pptx"],
            partial(_slides, asked, *map(_given, _OFFICE)),
            file_name(page, "slides", ".pptx"),
            "slides_pptx",
        )
        download.button(
            words["document.html"],
            partial(asked.file, ".html"),
            file_name(page, "slides", ".html"),
            "slides_html",
        )
    decide = words["document.keys_decide"] if _decides(page) else ""
    page.source(words.say("document.keys", decide=decide))
    with st.expander(words["document.office"]):
        _office(page)
    if not _is_on_screen(page):
        paper_pages.show(page, asked, MOST_SEEN)
        with below, suppress(DashboardError):  # which stands where the pictures would
            _left_out(page, names, asked.paper())


def _left_out(page: DataPage, names: Sequence[str], paper: Paper) -> None:
    """Which of the slides chosen are not there, as they have nothing to show."""
    shown = {part.name for part in paper.parts}
    left = [page.words[f"document.slide.{name}"] for name in names if name not in shown]
    if left:
        page.source(page.words.say("document.slides_empty", names=", ".join(left)))


def _is_on_screen(page: DataPage) -> bool:
    """The show while it is open: of the paper it was opened with, whatever comes in meanwhile."""
    paper = st.session_state.get(SHOWN)
    if paper is None:
        return False
    chosen = page.chosen
    is_open = show_screen.show(
        paper,
        "show",
        partial(deciding.record, chosen.unit_id, chosen.year_to) if _decides(page) else None,
        deciding.officials(page),
        deciding.components(page),
        page.look.mode,
    )
    if not is_open:
        del st.session_state[SHOWN]
    return is_open


def _decides(page: DataPage) -> bool:
    """Whether a decision can be recorded over the slides: of a commune, and not into the past."""
    return page.chosen.level == "commune" and page.ask.reported is None


def _given(key: str) -> bytes | None:
    file = st.session_state.get(key)
    return file.getvalue() if file is not None else None


def _slides(asked: Request, template: bytes | None, logo: bytes | None) -> bytes:
    from dashboard.documents.slides import slides_writer

    return slides_writer.write(asked.paper(), template, logo)


def _office(page: DataPage) -> None:
    """The office's own template and logo; what is wrong with them is said before the download."""
    words = page.words
    left, right = st.columns(2, gap="medium")
    with left:
        st.file_uploader(
            words["document.template"], ["pptx", "potx"], key=_OFFICE[0], max_upload_size=LARGEST
        )
    with right:
        st.file_uploader(
            words["document.logo"],
            ["png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff"],
            key=_OFFICE[1],
            max_upload_size=LARGEST,
        )
    template, logo = map(_given, _OFFICE)
    if template is None and logo is None:
        page.source(words["document.office_none"])
        return
    try:
        _slides(request(page).of("slides", "title"), template, logo)
    except DashboardError as error:
        st.warning(as_written(error.sentence(words)), icon=":material/info:")
    else:
        page.source(words["document.office_good"])
