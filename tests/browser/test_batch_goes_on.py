"""Several files in a real browser: the page is left, the tab closed, and they are imported once."""

import pytest
from filelock import FileLock
from playwright.sync_api import expect

from dashboard.starting import ports, processes
from dashboard.store.store import Store
from tests.browser.conftest import HOST, unused_port
from tests.browser.test_connection import started
from tests.browser.test_walk import SECONDS, Watched, go, settled
from tests.importing.test_batches import BAD, plan

UNDER_WAY = "Đang nhập 1/5 tệp: Xã An.xlsx"


@pytest.fixture
def url(store):
    """A server with a store that holds nothing yet."""
    port = unused_port()
    server = started(port, store.folder)
    yield ports.address(HOST, port)
    processes.end(server)


def test_a_batch_goes_on_without_its_tab_and_is_told(browser, url, store, tmp_path):
    plans = [plan(tmp_path, f"Xã {letter}") for letter in ("An", "Bình", "Cường", "Dương")]
    files = [
        {"name": file.name, "mimeType": "application/octet-stream", "buffer": file.content}
        for file in (plans[0], BAD, *plans[1:])
    ]
    first = Watched(browser, url)
    page = first.open("nhap-du-lieu")
    page.set_input_files("input[type=file]", files)
    expect(page.locator("h1.papi-title")).to_contain_text("12 dòng sẵn sàng nhập", timeout=SECONDS)
    with FileLock(store.folder / "writer.lock"):  # nothing can be stored meanwhile
        page.get_by_role("button", name="Nhập 12 dòng").dblclick()
        expect(page.get_by_text(UNDER_WAY)).to_be_visible(timeout=SECONDS)
        go(page, "Thôn")
        expect(page.get_by_text(UNDER_WAY)).to_be_visible(timeout=SECONDS)
        page.close()
        second = Watched(browser, url, width=390, height=844)
        page = second.open("phuong-phap")
        expect(page.get_by_text(UNDER_WAY)).to_be_visible(timeout=SECONDS)
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    expect(page.get_by_text("Đã nhập 4 tệp, 1 tệp bị từ chối.")).to_be_visible(timeout=SECONDS)
    page.get_by_role("link", name="Xem", exact=True).click()
    expect(page.locator("h1.papi-title")).to_have_text(
        "Đã nhập xong 12 dòng từ 4 tệp", timeout=SECONDS
    )
    settled(page)
    expect(page.get_by_text("không phải là bảng tính mà là tệp PNG")).to_be_visible()
    assert imports(store) == [(name, False) for name in sorted(f.name for f in plans)]
    page.get_by_role("button", name="Hoàn tác, tải tệp gốc").click()
    page.get_by_role("button", name="Hoàn tác cả đợt").click()
    expect(page.locator("h1.papi-title")).to_have_text("Nhập biểu của xã", timeout=SECONDS)
    assert all(undone for _, undone in imports(store))
    second.close()
    assert first.faults == second.faults == []


def imports(store: Store) -> list[tuple[str, bool]]:
    with store.read() as cursor:
        return cursor.execute("select file, undone from import_log order by file").fetchall()
