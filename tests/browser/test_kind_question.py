"""What a sheet is, asked in a real browser: seen, answered by a click, and never asked again."""

import pytest
from playwright.sync_api import Page, expect

from tests.books_in_doubt import HEADINGS, SHEET, plan_or_log
from tests.browser.test_walk import Watched, about, settled

QUESTION = f'Trang tính "{SHEET}" là bảng gì?'
LOG, PLAN, NEITHER = "Là nhật ký hoạt động", "Là biểu nhiệm vụ", "Không nhập trang tính này"
FIRST = ("Niêm yết danh sách hộ nghèo", "Họp dân về thu chi ngân sách", "Công khai dự toán")
LATER = ("Trực bộ phận một cửa", "Đối thoại với thanh niên")


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched
    watched.close()
    assert watched.faults == []


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def cells(page: Page) -> list[str]:
    """The table of the question: drawn on a canvas, its cells are there for who cannot see."""
    table = page.get_by_test_id("stDataFrame").filter(has=page.get_by_text("trong tệp"))
    expect(table.locator("td", has_text="trong tệp")).to_have_count(len(FIRST))
    return table.locator("th, td").all_text_contents()


def test_a_sheet_that_may_be_two_things_is_asked_about_once(visitor, tmp_path):
    page = visitor.open("nhap-du-lieu")
    first = plan_or_log(tmp_path / "tháng 6.xlsx", "XÃ HỎI MỘT LẦN", *FIRST)
    page.set_input_files("input[type=file]", first)
    expect(page.get_by_text(QUESTION, exact=True)).to_be_visible()
    for name in (LOG, PLAN, NEITHER):
        expect(button(page, name)).to_be_in_viewport()
    said = cells(page)
    for heading, as_log, as_plan in zip(
        HEADINGS,
        ("STT", "Nội dung", "Người thực hiện", "Ngày", "Địa bàn"),
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Địa bàn"),
        strict=True,
    ):
        assert any(cell.endswith(f"· {heading}") for cell in said), heading
        assert {f"→ {as_log}", f"→ {as_plan}"} <= set(said)
    assert set(FIRST) <= set(said)
    expect(page.get_by_role("button", name="Nhập 3 dòng")).to_have_count(0)

    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(600)  # the page tells its new width after 200 ms, and runs again
    settled(page)
    for name in (LOG, PLAN, NEITHER):
        # Looked up and scrolled in one step: a run in between puts another in its place.
        button(page, name).evaluate("button => button.scrollIntoView({block: 'center'})")
        expect(button(page, name)).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390

    button(page, PLAN).click()
    expect(page.locator("h1.papi-title")).to_contain_text("3 dòng sẵn sàng nhập")
    expect(page.get_by_text(QUESTION)).to_have_count(0)
    page.get_by_role("button", name="Nhập 3 dòng").click()
    expect(page.locator("h1.papi-title")).to_have_text("Đã nhập xong 3 dòng từ 1 tệp")
    settled(page)

    second = plan_or_log(tmp_path / "quý 3.xlsx", "XÃ HỎI MỘT LẦN", *LATER)
    page.set_input_files("input[type=file]", second)
    expect(page.locator("h1.papi-title")).to_contain_text("2 dòng sẵn sàng nhập")
    expect(page.get_by_text(QUESTION)).to_have_count(0)
    page.get_by_role("button", name="Nhập 2 dòng").click()
    expect(page.locator("h1.papi-title")).to_have_text("Đã nhập xong 2 dòng từ 1 tệp")
    page.goto(visitor.url + "/can-bo?xa=Xã Hỏi Một Lần")
    settled(page)
    expect(about(page)).to_contain_text("Xã Hỏi Một Lần")
