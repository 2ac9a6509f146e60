"""A district's first page in a real browser: a commune is one click away, in the same session."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_walk import SECONDS, Watched, about, settled


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched
    watched.close()
    assert watched.faults == []


def test_a_commune_and_its_overdue_tasks_are_one_click_away(visitor):
    page = visitor.open("?xa=huyen-mo-phong&ngay=2023-06-10")
    expect(page.locator("html")).to_have_attribute("data-follows", "links", timeout=SECONDS)
    page.evaluate("window.sameSession = true")
    page.locator(".papi-glance td.papi-unit a", has_text="Xã số 03").click()
    expect(about(page)).to_contain_text("Xã số 03", timeout=SECONDS)
    settled(page)
    expect(about(page)).to_contain_text("10/06/2023")
    assert "xa=xa-so-03" in page.url and page.evaluate("window.sameSession") is True
    page = visitor.open("?xa=huyen-mo-phong&ngay=2023-06-10")
    page.locator(".papi-glance tr", has_text="Xã số 03").locator("td.papi-overdue a").click()
    page.wait_for_url(lambda url: "/don-doc?" in url and "xa=xa-so-03" in url)
    settled(page)
    expect(about(page)).to_contain_text("Xã số 03")
