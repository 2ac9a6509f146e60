"""Files leave by a link of their own, whatever other tabs do meanwhile."""

import asyncio
import gc
from io import BytesIO
from types import SimpleNamespace
from urllib.parse import unquote

from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from dashboard.errors import DashboardError
from dashboard.parts import download
from dashboard.server import downloads
from tests.server.conftest import ask
from tests.server.tab import elements, tab


def test_a_file_comes_though_others_click_in_between(url):
    with tab(url) as own, tab(url) as one, tab(url) as other:
        link = elements(own.run("nhap-du-lieu"), "link_button")[0].url
        for running in (one, other, one, other):
            running.run("nhap-du-lieu")
        answer = ask(url, link)
    assert answer.status == 200 and load_workbook(BytesIO(answer.body)).sheetnames
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''")
    assert unquote(disposition).endswith(".xlsx")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_link_that_nobody_shows_says_so(url):
    answer = ask(url, download.PATH + "x" * 43)
    assert answer.status == 404 and "mở lại trang" in answer.text


def two_pages() -> None:
    import streamlit as st

    from dashboard.parts import download

    if st.checkbox("away"):
        st.write("another page")
    else:
        download.button("file", b"abc".upper, "a.txt", key="one")
    download.settle()


def token(app: AppTest) -> str:
    (button,) = app.get("link_button")
    return button.proto.url.removeprefix(download.PATH)


def test_a_button_keeps_its_link_from_run_to_run_and_loses_it_with_its_page():
    app = AppTest.from_function(two_pages).run()
    first = token(app)
    assert download.find(first).make() == b"ABC"
    assert token(app.run()) == first
    app.checkbox[0].check().run()
    app.run()  # Streamlit lets go of what a run has replaced when the next begins
    gc.collect()
    assert download.find(first) is None


def test_two_sessions_have_links_of_their_own():
    one, other = AppTest.from_function(two_pages).run(), AppTest.from_function(two_pages).run()
    assert token(one) != token(other) and len(token(one)) == 43


def test_what_can_not_be_made_says_why():
    def refused() -> bytes:
        raise DashboardError("slides_none", names="communes")

    offer = download.Offer("t" * 43, "a.pptx", refused)
    download._offers[offer.token] = offer
    asked = SimpleNamespace(path_params={"token": offer.token})
    answer = asyncio.run(downloads.answer(asked))
    assert answer.status_code == 409 and "Không có gì để chiếu" in answer.body.decode()
