"""Every page runs under its own policy: what it forbids is noticed, what is taken away allowed."""

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from dashboard.config import SAMPLES
from tests.browser.test_walk import SECONDS, Watched, settled


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched
    watched.close()
    assert watched.faults == []


def test_a_policy_that_forbids_something_is_noticed(browser, dashboard_url):
    """Without this no visitor could notice one: test_accessible opens every page and all on it."""
    watched = Watched(browser, dashboard_url)
    page = watched.open("")
    with page.expect_console_message(lambda message: "img-src" in message.text):
        page.evaluate(
            "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:1/x'}))"
        )
    watched.close()
    assert any("img-src" in fault for fault in watched.faults)


def test_a_table_can_be_taken_away(visitor, tmp_path):
    page = visitor.open("can-bo")
    for form in (".xlsx", ".csv"):
        link = page.get_by_test_id("stLinkButton").filter(has_text=form)
        file = taken(page, link.locator("a:visible").first, tmp_path)
        assert file.suffix == form and file.stat().st_size > 0


def test_a_blank_form_and_a_marked_workbook_are_downloaded(visitor, tmp_path):
    page = visitor.open("nhap-du-lieu")
    page.get_by_role("button", name="Tải biểu mẫu").click()
    form = page.get_by_test_id("stLinkButton").filter(has_text="Phiếu khảo sát").locator("a")
    assert load_workbook(taken(page, form, tmp_path)).sheetnames
    page.keyboard.press("Escape")
    book = load_workbook(SAMPLES / "bieu-nhiem-vu-2022.xlsx")
    book.worksheets[0]["F12"] = "31/02/2022"
    book.save(tmp_path / "sai.xlsx")
    page.set_input_files("input[type=file]", tmp_path / "sai.xlsx")
    expect(page.locator("h1.papi-title")).to_contain_text("1 lỗi", timeout=SECONDS)
    settled(page)
    marked = page.get_by_test_id("stLinkButton").filter(has_text="đánh dấu").locator("a:visible")
    assert load_workbook(taken(page, marked, tmp_path)).worksheets[0]["F12"].comment


def taken(page, link, folder):
    """The file of a link."""
    with page.expect_download() as file:
        link.click()
    file.value.save_as(folder / file.value.suggested_filename)
    return folder / file.value.suggested_filename
