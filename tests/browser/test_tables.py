"""Tables in a real browser: a heading sorts, a row leads to its task and back, names in charts and
texts in lists are ways of the same session, and nothing of Streamlit's own English is seen."""

import pytest
from playwright.sync_api import expect

from dashboard.parts.data_table import WIDTHS
from tests.browser.test_walk import ENGLISH, SECONDS, WORDS_SEEN, Watched, about, settled

OVERDUE = "Công khai danh sách hộ nghèo"
LEAD = "Công chức Văn phòng - Thống kê"


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched
    watched.close()
    assert watched.faults == []


def task_list(page):
    return page.get_by_test_id("stDataFrame").first


def test_rows_names_and_headings_are_ways_within_the_session(visitor):
    page = visitor.open("can-bo?ngay=2023-06-10")
    page.locator(".js-plotly-plot a", has_text="Văn phòng - Thống kê").first.click()
    expect(page.get_by_role("button", name=LEAD)).to_be_visible(timeout=SECONDS)
    settled(page)
    task_list(page).scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = task_list(page).bounding_box()
    page.mouse.click(box["x"] + 150, box["y"] + 16)  # the heading of the tasks
    first = task_list(page).locator("table [role=columnheader]", has_text="Nhiệm vụ ▲")
    expect(first).to_have_count(1, timeout=SECONDS)
    settled(page)
    page.wait_for_timeout(500)
    box = task_list(page).bounding_box()
    page.mouse.click(box["x"] + 32, box["y"] + 70)  # the button of the first row
    page.wait_for_url(lambda url: "/nhiem-vu?" in url and "nv=" in url)
    settled(page)
    expect(about(page)).to_contain_text("10/06/2023")
    page.get_by_test_id("stPageLink-NavLink").filter(has_text="Trở lại trang Cán bộ").click()
    page.wait_for_url(lambda url: "/can-bo?" in url)
    settled(page)
    expect(page.get_by_role("button", name=LEAD)).to_be_visible()


def test_no_english_comes_with_a_table_whose_main_columns_fit_a_laptop(visitor):
    page = visitor.open("can-bo")
    task_list(page).scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    box = task_list(page).bounding_box()
    assert 64 + sum(WIDTHS.values()) <= box["width"]
    page.mouse.click(box["x"] + 300, box["y"] + 70)
    page.keyboard.press("Control+f")
    page.mouse.move(box["x"] + 300, box["y"] + 16)
    page.wait_for_timeout(500)
    expect(page.get_by_test_id("search-input")).not_to_be_visible()
    expect(page.get_by_test_id("stElementToolbarButton").first).not_to_be_visible()
    page.mouse.click(box["x"] + 455, box["y"] + 16)  # the three dots of a heading
    page.wait_for_timeout(500)
    assert not ENGLISH.search(said := page.evaluate(WORDS_SEEN)), ENGLISH.search(said)
    assert not page.get_by_text("Pin column").is_visible()


def test_a_task_in_the_list_to_urge_opens_in_the_session(visitor):
    page = visitor.open("don-doc?ngay=2023-06-10")
    expect(page.locator("html")).to_have_attribute("data-follows", "links", timeout=SECONDS)
    page.evaluate("window.sameSession = true")
    page.locator(".papi-table a", has_text=OVERDUE).first.click()
    page.wait_for_url(lambda url: "/nhiem-vu?" in url and "nv=" in url)
    settled(page)
    expect(page.locator("h1.papi-title")).to_contain_text(OVERDUE)
    assert page.evaluate("window.sameSession") is True
    back = page.get_by_test_id("stPageLink-NavLink").filter(has_text="Trở lại trang Cần đôn đốc")
    back.click()
    page.wait_for_url(lambda url: "/don-doc?" in url)
