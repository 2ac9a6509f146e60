"""Views under a name, the tour, where a link leads and where the keyboard is, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessible import AXE, EVERYTHING, grave
from tests.browser.test_walk import SECONDS, Watched, about, address, bar, choose, settled

NAME = "Thôn **Hạ** $x$ <b>"
POPOVER = "stPopoverBody"


WIDE = pytest.param((1366, 768, "light"), id="wide")
PHONE = pytest.param((390, 844, "dark"), id="phone", marks=pytest.mark.long)


@pytest.fixture(params=[WIDE, PHONE])
def visitor(request, browser, dashboard_url):
    width, height, theme = request.param
    watched = Watched(browser, dashboard_url, width, height)
    watched.page.emulate_media(color_scheme=theme)
    yield watched
    watched.close()
    assert watched.faults == []


def keep(page, name: str) -> None:
    bar(page).click()
    page.get_by_test_id(POPOVER).get_by_text("Lưu góc nhìn đang xem").click()
    page.get_by_label("Tên", exact=True).fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f'Đã lưu góc nhìn "{name}"')).to_be_visible(timeout=SECONDS)
    settled(page)


def test_a_view_is_kept_and_opened_as_it_was_from_wherever_one_is(visitor):
    page = visitor.open("thanh-phan")
    choose(page, "Bộ lọc", "Thôn", "Thôn Hạ")
    title = page.locator("h1.papi-title")
    expect(title).to_contain_text("44,72", timeout=SECONDS)
    keep(page, NAME)
    visitor.open("thanh-phan?gioi=Nữ")  # the same page with another filter
    expect(title).not_to_contain_text("44,72")
    for elsewhere in ("", "can-bo?ngay=2023-05-31"):
        if elsewhere:
            visitor.open(elsewhere)
            expect(about(page)).to_contain_text("31/05/2023")
        bar(page).click()
        link = page.get_by_role("link", name=NAME, exact=True)
        expect(link.locator("xpath=following-sibling::small")).to_have_text(
            "Thành phần · Xã Đức Hợp · 2022–2023 · Thôn Hạ"
        )
        page.evaluate(AXE)
        assert grave(page, EVERYTHING) == []
        link.click()
        expect(title).to_contain_text("44,72", timeout=SECONDS)
        settled(page)
        expect(page.get_by_test_id(POPOVER)).to_have_count(0)
        page.wait_for_url(f"{visitor.url}/thanh-phan?*")
        assert address(page) == {"thon": "Thôn Hạ"}
    assert page.get_by_test_id("stAlert").count() == 0


def test_the_tour_is_left_at_any_step_by_one_key(visitor):
    page = visitor.open("?gioi_thieu=1")
    tour = page.locator(".papi-tour")
    expect(tour).to_contain_text("1/5")
    page.get_by_role("button", name="Tiếp", exact=True).click()
    expect(tour).to_contain_text("2/5")
    page.evaluate(AXE)
    assert grave(page, EVERYTHING) == []
    page.emulate_media(media="print")
    expect(tour).to_be_hidden()
    page.emulate_media(media="screen")
    page.keyboard.press("Escape")
    expect(tour).to_have_count(0)
    expect(page.get_by_role("button", name="giới thiệu ngắn")).to_have_count(0)
    assert address(page) == {}


@pytest.fixture
def components(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched.open("thanh-phan")
    watched.close()
    assert watched.faults == []


def test_the_keyboard_is_in_a_popover_s_first_field_and_then_back_at_its_button(components):
    page = components
    button = page.get_by_role("button", name="Bộ lọc")
    for opener, field in ((button, "Lĩnh vực"), (bar(page), "Đơn vị")):
        opener.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_label(field, exact=True)).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_test_id(POPOVER)).to_have_count(0)
        expect(opener).to_be_focused()


def scrolled(page) -> None:
    """Down the page, as soon as it is long enough for that."""
    for _ in range(100):
        page.locator(".stMain").evaluate("main => main.scrollTo(0, 60)")
        if page.locator(".stMain").evaluate("main => main.scrollTop") == 60:
            return
        page.wait_for_timeout(100)


def test_a_link_leads_to_the_title_and_a_filter_moves_nothing(components):
    page = components
    main = page.locator(".stMain")
    tops = []
    for go in (
        lambda: page.get_by_role("radio", name="Theo chênh lệch").click(),
        lambda: page.get_by_test_id("stPageLink").get_by_role("link", name="Chi tiết").last.click(),
        lambda: page.locator(".st-key-parts a").last.click(),
        lambda: page.get_by_test_id("stTopNavLink").filter(has_text="Thành phần").click(),
    ):
        scrolled(page)
        before = page.url
        go()
        page.wait_for_url(lambda url, before=before: url != before)
        settled(page)
        tops.append(main.evaluate("main => main.scrollTop"))
    assert tops == [60, 0, 0, 0]
