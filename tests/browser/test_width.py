"""The page's width decides how a page is drawn, whatever the browser is called."""

import re
import time

import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.test_walk import SECONDS, Watched, settled

PHONE_UPRIGHT, PHONE_ACROSS = (390, 844), (844, 390)
TABLET, LAPTOP = (820, 1180), (1366, 768)
# On a phone the main chart has no second panel for the differences.
CHART = ".st-key-chart_overview_levels .js-plotly-plot"
IS_WIDE = f"Boolean(document.querySelector('{CHART}')?.layout?.xaxis2)"


@pytest.fixture
def opened(browser, dashboard_url):
    """Opens the first page at a size; at the end nothing may have gone wrong."""
    visitors = []

    def open_at(size: tuple[int, int]) -> Watched:
        visitors.append(Watched(browser, dashboard_url, *size))
        visitors[-1].runs = 0
        visitors[-1].page.on("websocket", lambda one: one.on("framesent", visitors[-1].count))
        visitors[-1].open("")
        return visitors[-1]

    yield open_at
    for visitor in visitors:
        visitor.close()
        assert visitor.faults == []


@pytest.fixture(autouse=True)
def counting(monkeypatch):
    """A visitor counts how often its page was asked to run."""

    def count(self, content: bytes | str) -> None:
        if isinstance(content, bytes):
            self.runs += BackMsg.FromString(content).HasField("rerun_script")

    monkeypatch.setattr(Watched, "count", count, raising=False)


def wait_until(page, is_wide: bool) -> None:
    """The chart is drawn so. (Playwright's own way to wait is against the policy.)"""
    until = time.monotonic() + SECONDS / 1000
    while page.evaluate(IS_WIDE) is not is_wide:
        assert time.monotonic() < until
        page.wait_for_timeout(100)


def is_drawn_for_its_width_at_once(visitor: Watched, is_wide: bool) -> None:
    expect(visitor.page.locator(CHART)).to_be_visible(timeout=SECONDS)
    visitor.page.wait_for_timeout(1000)  # a wrong guess would have been mended by now
    assert visitor.page.evaluate(IS_WIDE) is is_wide
    assert visitor.runs == 1


def test_a_phone_is_drawn_narrow_at_once_and_anew_when_it_is_turned(opened):
    visitor = opened(PHONE_UPRIGHT)
    is_drawn_for_its_width_at_once(visitor, False)
    for size, is_wide in ((PHONE_ACROSS, True), (PHONE_UPRIGHT, False), (LAPTOP, True)):
        visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
        wait_until(visitor.page, is_wide)
        settled(visitor.page)
    assert 4 <= visitor.runs <= 7  # once a turn; on a busy machine a turn may be told twice


def test_only_another_class_of_width_runs_the_page(opened):
    visitor = opened(LAPTOP)
    is_drawn_for_its_width_at_once(visitor, True)
    for width in (1200, 820, 700, 1366):
        visitor.page.set_viewport_size({"width": width, "height": 768})
        visitor.page.wait_for_timeout(400)
    assert visitor.runs == 1


def test_a_tablet_is_wide_and_counts_what_has_no_room_in_the_navigation(opened):
    visitor = opened(TABLET)
    is_drawn_for_its_width_at_once(visitor, True)
    nav = visitor.page.locator("header")
    expect(nav.get_by_text(re.compile(r"^\d+ nữa$"))).to_be_visible(timeout=SECONDS)
    assert "more" not in nav.inner_text().replace("expand_more", "")


def test_the_width_holds_from_page_to_page_and_in_a_second_tab(opened):
    visitor = opened(LAPTOP)
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    wait_until(visitor.page, False)
    other = visitor.page.context.new_page()  # its window is as wide as the first one was
    other.goto(visitor.url)
    settled(other)
    wait_until(other, True)
    visitor.page.goto(f"{visitor.url}/thon")
    settled(visitor.page)
    visitor.page.goto(visitor.url)
    settled(visitor.page)
    wait_until(visitor.page, False)
