"""Pictures of every page with the sample data, at four widths, light and dark.

python3 start.py screenshots [--out FOLDER] writes FOLDER/1366x768-light/thanh-phan.png and so on;
those of the documents (docs/pictures) are of 1366x768-light.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from dashboard.config import ROOT
from dashboard.page_list import PAGES
from dashboard.starting import browsers, launching, ports, processes
from dashboard.starting.arguments import Parser, screenshot_options
from dashboard.starting.failures import TEXTS, guarded
from tests.browser.conftest import HOST, QUIET, environment, unused_port

FIRST = "tong-quan"
SIZES = ((1366, 768), (1920, 1080), (390, 844), (820, 1180))
THEMES = ("light", "dark")
SECONDS = 120_000


def main(arguments: Sequence[str]) -> int:
    """Take them of a server of our own; the exit code."""
    parser = Parser("python3 start.py screenshots")
    screenshot_options(parser)
    out: Path = parser.parse_args(arguments).out
    with tempfile.TemporaryDirectory() as store:
        prepare = [sys.executable, "-m", "dashboard", "prepare", "--samples"]
        subprocess.run(prepare, cwd=ROOT, env=environment(Path(store)), check=True)
        port = unused_port()
        command = launching.server_command(HOST, port)
        server = subprocess.Popen(command, cwd=ROOT, env=environment(Path(store)))
        try:
            address = ports.address(HOST, port)
            ports.wait_until_ready(server, address)
            take_all(address, out)
        finally:
            processes.end(server)
    processes.tell(TEXTS.say("starting.pictures_taken", folder=out))
    return 0


def take_all(address: str, out: Path) -> None:
    """A folder for each size and theme."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.ensure_browser() or None, args=[*QUIET, "--no-sandbox"]
        )
        for size in SIZES:
            for theme in THEMES:
                take(browser, address, out, size, theme)
        browser.close()


def take(browser: Browser, address: str, out: Path, size: tuple[int, int], theme: str) -> None:
    """A PNG of every page that a menu lists, named as in its address."""
    wide, tall = size
    folder = out / f"{wide}x{tall}-{theme}"
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(
        viewport={"width": wide, "height": tall}, locale="vi-VN", color_scheme=theme
    )
    page = context.new_page()
    for row in (row for row in PAGES if row.menu != "none"):
        page.goto(f"{address}/{row.address}")
        expect(page.locator("h1.papi-title")).to_be_visible(timeout=SECONDS)
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=SECONDS)
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SECONDS)
        page.wait_for_timeout(1_000)  # charts are drawn after the script has ended
        page.screenshot(path=folder / f"{row.address or FIRST}.png")
    context.close()


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:]), interrupted=130))
