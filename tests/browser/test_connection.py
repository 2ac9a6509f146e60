"""A server that goes away and comes back: said in Vietnamese, mended by itself."""

import subprocess
from pathlib import Path

from playwright.sync_api import expect

from dashboard.config import ROOT
from dashboard.starting import launching, ports, processes
from tests.browser.conftest import HOST, environment, unused_port
from tests.browser.test_walk import ENGLISH, SECONDS, WORDS_SEEN, settled

SAYS_LOST = """() => getComputedStyle(document.querySelector(".stApp"), "::before").content"""


def started(port: int, store: Path) -> subprocess.Popen:
    server = subprocess.Popen(
        launching.server_command(HOST, port),
        cwd=ROOT,
        env=environment(store),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert ports.wait_until_ready(server, ports.address(HOST, port))
    return server


def test_a_server_that_is_gone_is_said_and_comes_back(browser, dashboard_store):
    port = unused_port()
    server = started(port, dashboard_store)
    page = browser.new_page(locale="vi-VN")
    page.goto(ports.address(HOST, port) + "/phuong-phap")
    settled(page)
    assert page.evaluate(SAYS_LOST) == "none"
    processes.end(server)
    app = page.locator(".stApp")
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED", timeout=SECONDS)
    page.wait_for_timeout(1500)  # time for a dialog
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "Mất kết nối" in page.evaluate(SAYS_LOST)
    assert not ENGLISH.search(page.evaluate(WORDS_SEEN))
    server = started(port, dashboard_store)
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=SECONDS)
    settled(page)
    assert page.evaluate(SAYS_LOST) == "none"
    page.close()
    processes.end(server)
