"""One step back in the browser undoes one filter, one step forward sets it again."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_walk import Watched, address, choose, heading, settled


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched
    watched.close()
    assert watched.faults == []


def test_one_step_back_undoes_one_filter(visitor):
    visitor.open("can-bo?xa=Xã Đức Hợp")  # an address that the program mends: no step of its own
    page = visitor.open("thanh-phan")
    title = page.locator("h1.papi-title")
    everybody = heading(page)
    choose(page, "Bộ lọc", "Thôn", "Thôn Hạ")
    expect(title).not_to_have_text(everybody)
    of_village = heading(page)
    choose(page, "Bộ lọc", "Giới tính", "Nữ")
    expect(title).not_to_have_text(of_village)
    for step, said, where in (
        ("back", of_village, {"thon": "Thôn Hạ"}),
        ("back", everybody, {}),
        ("forward", of_village, {"thon": "Thôn Hạ"}),
    ):
        page.go_back() if step == "back" else page.go_forward()
        settled(page)
        expect(title).to_have_text(said)
        assert address(page) == where
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{visitor.url}/can-bo")
