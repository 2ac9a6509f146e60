"""Every page, light and dark, wide and narrow, as axe-core judges it: no serious fault.

In the other theme only what colours decide is looked at again: contrast.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from dashboard.config import ROOT
from dashboard.page_list import PAGES
from dashboard.words import words
from tests.browser.test_walk import Watched, bar, settled

LAPTOP, PHONE = (1366, 768), (390, 844)
AXE = Axe().axe_script
EVERYTHING = "{resultTypes: ['violations']}"
COLOURS = "{resultTypes: ['violations'], runOnly: {type: 'rule', values: ['color-contrast']}}"
GRAVE = {"serious", "critical"}
# Names as long as a cell may be, wherever text stands that may hold one (tables break theirs).
LONG_NAMES = """() => {
  for (const one of document.querySelectorAll(".stMain h1, .stMain h2, .stMain p"))
    if (one.checkVisibility() && one.textContent) one.append("x".repeat(32000));
  return Math.max(document.querySelector(".stMain").scrollWidth,
                  document.scrollingElement.scrollWidth) - innerWidth;
}"""

# What Streamlit says in English, wherever it is seen or heard.
PHRASES = [text for key, text in words("en").items() if key.startswith("streamlit.said.")]
ENGLISH = """phrases => [...document.querySelectorAll("body *")].flatMap(one => [
    ...["aria-label", "title", "placeholder"].map(name => one.getAttribute(name)),
    ...[...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
        .map(node => node.textContent.trim())]).filter(text => phrases.includes(text))"""


def english(page: Page) -> list[str]:
    """Streamlit's own English words on the page; the uploader's is out of sight by its size."""
    return [text for text in page.evaluate(ENGLISH, PHRASES) if text != "Upload"]


def grave(page: Page, options: str) -> list[str]:
    """What axe-core finds, as rule and place."""
    found = page.evaluate(f"axe.run(document, {options})")["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:120]} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.fixture(params=[(LAPTOP, "light", "dark"), (PHONE, "dark", "light")], ids=["wide", "phone"])
def visit(request, browser, dashboard_url):
    size, theme, other = request.param
    watched = Watched(browser, dashboard_url, *size)
    watched.page.emulate_media(color_scheme=theme)
    yield watched, theme, other
    watched.page.context.close()
    assert watched.faults == []


def test_no_page_has_a_serious_fault_nor_is_widened_by_a_long_name(visit):
    visitor, theme, other = visit
    page = visitor.page
    for row in PAGES:
        visitor.open(row.address)
        page.evaluate(AXE)
        assert grave(page, EVERYTHING) == [], row.name
        assert english(page) == [], row.name
        page.emulate_media(color_scheme=other)
        settled(page)
        assert grave(page, COLOURS) == [], (row.name, other)
        page.emulate_media(color_scheme=theme)
        assert page.evaluate(LONG_NAMES) <= 0, row.name


def test_what_opens_at_a_click_has_no_serious_fault(visit):
    visitor, _, _ = visit
    page = visitor.open("thanh-phan")
    page.evaluate(AXE)
    bar(page).click()
    assert grave(page, EVERYTHING) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Bộ lọc").first.click()
    page.get_by_label("Thôn", exact=True).click()
    page.get_by_role("option").first.wait_for()
    assert grave(page, EVERYTHING) == [] == english(page)
    page.keyboard.type("qqqq")
    page.get_by_text("Không tìm thấy", exact=True).wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_test_id("stMainMenuButton").click()
    page.get_by_text("In trang", exact=True).first.wait_for()
    assert english(page) == []


def test_a_file_that_is_held_or_not_taken_is_said_in_vietnamese(visit):
    visitor, _, _ = visit
    page = visitor.open("nhap-du-lieu")
    page.set_input_files("input[type=file]", ROOT / "README.md")
    page.get_by_text("Không nhận loại tệp").wait_for()
    assert page.get_by_role("button", name="Bỏ tệp README.md").count() == 1
    assert english(page) == []
