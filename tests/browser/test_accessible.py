"""Every page, wide and narrow, light and dark, as axe-core judges it: no serious fault.

Opening a page costs seconds, so each is opened once for all that is looked at on it, and turned
from a wide light window into a dark phone. Each size in each theme by itself: --long.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.config import ROOT
from dashboard.page_list import PAGES
from dashboard.words import words
from tests.browser.test_walk import ENGLISH, SECONDS, WORDS_SEEN, Watched, about, bar, settled

LAPTOP, PHONE = (1366, 768), (390, 844)
TABLET, PROJECTED = (820, 1180), (1920, 1080)
WITHOUT_CHART = [
    "bao-cao", "don-doc", "giai-trinh", "giam-sat", "ky-bao-cao", "nguoi-dan", "nhap-du-lieu",
    "nhiem-vu", "phuong-phap", "ten-goi",
]  # fmt: skip
AXE = Axe().axe_script
EVERYTHING = "{resultTypes: ['violations']}"
COLOURS = "{resultTypes: ['violations'], runOnly: {type: 'rule', values: ['color-contrast']}}"
GRAVE = {"serious", "critical"}
WIDTH = (
    "Math.max(document.querySelector('.stMain').scrollWidth, document.scrollingElement.scrollWidth)"
)
# Names as long as a cell may be, wherever text stands that may hold one (tables break theirs).
LONG_NAMES = """() => {
  for (const one of document.querySelectorAll(".stMain h1, .stMain h2, .stMain p"))
    if (one.checkVisibility() && one.textContent) one.append("x".repeat(32000));
  return Math.max(document.querySelector(".stMain").scrollWidth,
                  document.scrollingElement.scrollWidth) - innerWidth;
}"""

# What Streamlit says in English, wherever it is seen or heard.
PHRASES = [text for key, text in words("en").items() if key.startswith("streamlit.said.")]
SAID = """phrases => [...document.querySelectorAll("body *")].flatMap(one => [
    ...["aria-label", "title", "placeholder"].map(name => one.getAttribute(name)),
    ...[...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
        .map(node => node.textContent.trim())]).filter(text => phrases.includes(text))"""


def english(page: Page) -> list[str]:
    """Streamlit's own English words on the page; the uploader's is out of sight by its size."""
    return [text for text in page.evaluate(SAID, PHRASES) if text != "Upload"]


def grave(page: Page, options: str) -> list[str]:
    """What axe-core finds, as rule and place: of the page at rest, for what fades is faint."""
    found = page.evaluate(f"axe.run(document, {options})")["violations"]
    if found:
        page.wait_for_timeout(1000)
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=SECONDS)
        found = page.evaluate(f"axe.run(document, {options})")["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:120]} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def open_what_opens(page: Page) -> None:
    """Every popover, every folded part."""
    for popover in page.get_by_test_id("stPopover").get_by_role("button").all():
        popover.click()
        page.keyboard.press("Escape")
    for expander in page.get_by_test_id("stExpander").locator("summary").all():
        expander.click()
    settled(page)


SIZES = (LAPTOP, PHONE, TABLET, PROJECTED)
LOOKS = [(size, theme) for size in SIZES for theme in ("light", "dark")]
WIDE_OR_PHONE = [(LAPTOP, "light"), pytest.param(PHONE, "dark", marks=pytest.mark.long)]


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url, *LAPTOP)
    yield watched
    watched.close()
    assert watched.faults == []


def look_like(page: Page, size: tuple[int, int], theme: str) -> None:
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": size[0], "height": size[1]})


def look_at(page: Page, row) -> None:
    """How wide it is and what it says as it stands."""
    settled(page)
    if row.address not in WITHOUT_CHART:
        expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=SECONDS)
    if page.evaluate(WIDTH) > page.viewport_size["width"]:  # a run for this width may be under way
        page.wait_for_timeout(2000)
        settled(page)
    assert page.evaluate(WIDTH) <= page.viewport_size["width"], row.name
    assert english(page) == [], row.name
    said = page.evaluate(WORDS_SEEN)
    assert not ENGLISH.search(said), (row.name, ENGLISH.search(said))


def test_every_page(visitor):
    """Each opened once and looked at in every way: what it says, how wide it is, what axe finds,
    and (by the visitor) that nothing it opens is against its policy."""
    page = visitor.page
    for row in PAGES:
        look_like(page, LAPTOP, "light")
        visitor.open(row.address)
        expect(about(page)).to_contain_text("dữ liệu mô phỏng")
        look_at(page, row)
        page.evaluate(AXE)
        assert grave(page, EVERYTHING) == [], row.name

        look_like(page, PHONE, "dark")
        look_at(page, row)
        assert grave(page, COLOURS) == [], row.name
        open_what_opens(page)
        assert page.evaluate(LONG_NAMES) <= 0, row.name


@pytest.mark.long
@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_every_page_opened_in_every_look(visitor, size, theme):
    page = visitor.page
    look_like(page, size, theme)
    for row in PAGES:
        visitor.open(row.address)
        look_at(page, row)
        page.evaluate(AXE)
        assert grave(page, EVERYTHING) == [], row.name
        open_what_opens(page)
        assert page.evaluate(LONG_NAMES) <= 0, row.name


@pytest.mark.parametrize(("size", "theme"), WIDE_OR_PHONE)
def test_what_opens_at_a_click_has_no_serious_fault(visitor, size, theme):
    page = visitor.page
    look_like(page, size, theme)
    visitor.open("thanh-phan")
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


@pytest.mark.parametrize(("size", "theme"), WIDE_OR_PHONE)
def test_a_file_that_is_held_or_not_taken_is_said_in_vietnamese(visitor, size, theme):
    look_like(visitor.page, size, theme)
    page = visitor.open("nhap-du-lieu")
    page.set_input_files("input[type=file]", ROOT / "README.md")
    page.get_by_text("Không nhận loại tệp").wait_for()
    assert page.get_by_role("button", name="Bỏ tệp README.md").count() == 1
    assert english(page) == []
