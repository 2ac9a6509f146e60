"""Every page on paper: sheets of A4, nothing to click on them, nothing cut at their edge."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.page_list import PAGES
from tests.browser.test_walk import SECONDS, Watched, settled

A4 = {"landscape": (842, 595), "portrait": (595, 842)}  # points
SHEET = {"landscape": 1032, "portrait": 703}  # px without the margins of 12 mm
CHARTS = "[...document.querySelectorAll('.js-plotly-plot .main-svg')]"
CHART_WIDTHS = f"{CHARTS}.map(one => one.getBoundingClientRect().width)"
SEEN = """selector => [...document.querySelectorAll(selector)]
    .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 200))"""
# What is folded away does not print, nor a table to type in.
OPEN_TABLES = """[...document.querySelectorAll('[data-testid=stDataFrame]')]
    .filter(one => !one.closest('details:not([open]), [data-testid=stForm]')).length"""
CONTROLS = "button, input, header, nav, summary, canvas, [role=combobox], [data-testid=stToolbar]"
# What lies past the edge of the sheet; Plotly keeps a layer of its own outside every chart.
PAST_THE_EDGE = """() => [...document.querySelectorAll('.stMainBlockContainer *')]
    .filter(one => one.checkVisibility() && !one.closest('.js-plotly-plot'))
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 200))"""


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched
    watched.close()
    assert watched.faults == []


def drawn(page) -> None:
    settled(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SECONDS)


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """The size of each page in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(wide)), round(float(tall))) for wide, tall in boxes]


ONE_OF_EACH = {row.sheet: row for row in PAGES}.values()
EVERY_PAGE = pytest.param(PAGES, marks=pytest.mark.long)


@pytest.mark.parametrize("pages", [ONE_OF_EACH, EVERY_PAGE], ids=["one of each", "all"])
def test_pages_print_on_a4(visitor, pages):
    page = visitor.page
    for row in pages:
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1366, "height": 768})
        visitor.open(row.address)
        drawn(page)
        room = SHEET[row.sheet]

        # from the browser's menu: the charts stay those of the window, made smaller
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert all(width <= room + 1 for width in page.evaluate(CHART_WIDTHS)), row.name
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        printed = sheets(page.pdf(prefer_css_page_size=True))
        assert set(printed) == {A4[row.sheet]}, row.name
        assert row.sheet == "landscape" or len(printed) == 1, row.name

        page.emulate_media(media="print")
        page.set_viewport_size({"width": room, "height": 1000})
        assert page.evaluate(SEEN, CONTROLS) == [], row.name
        tables = page.evaluate(OPEN_TABLES)
        assert len(page.evaluate(SEEN, "table.papi-printed")) == tables, row.name
        assert page.evaluate(PAST_THE_EDGE) == [], row.name
        assert page.evaluate("document.scrollingElement.scrollWidth") <= room, row.name
        assert page.evaluate(SEEN, "h1.papi-title"), row.name


def test_a_button_prints_each_group_on_a_sheet_of_its_own(visitor):
    page = visitor.page
    visitor.open("don-doc?ngay=2023-06-10")
    drawn(page)
    page.evaluate(
        "void (window.print = () => { window.atPrint = document.documentElement.className })"
    )
    page.get_by_role("button", name="In mỗi nhóm một tờ").click()
    page.wait_for_timeout(1500)
    assert "papi-apart" in page.evaluate("window.atPrint")
    groups = page.locator(".papi-table th[scope=rowgroup]").count()
    together = len(sheets(page.pdf(prefer_css_page_size=True)))
    page.evaluate("document.documentElement.classList.add('papi-apart')")
    assert len(sheets(page.pdf(prefer_css_page_size=True))) >= groups > together > 0


def test_ctrl_p_draws_the_charts_for_the_sheet(visitor):
    page = visitor.page
    page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.open("thanh-phan")
    drawn(page)
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=SECONDS)
    assert max(page.evaluate(CHART_WIDTHS)) > SHEET["landscape"]
    page.evaluate(f"window.print = () => {{ window.atPrint = {CHART_WIDTHS} }}")
    page.keyboard.press("Control+p")
    page.wait_for_timeout(1500)
    widths = page.evaluate("window.atPrint")
    assert widths and max(widths) <= SHEET["landscape"]
    page.wait_for_timeout(1000)
    assert max(page.evaluate(CHART_WIDTHS)) > SHEET["landscape"]
