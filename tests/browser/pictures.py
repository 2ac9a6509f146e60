"""The pictures of the documents, taken anew of a dashboard that runs with the sample data.

python -m tests.browser.pictures ADDRESS [FOLDER] [WIDTH HEIGHT]
"""

import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from dashboard.config import ROOT
from dashboard.page_list import PAGES
from dashboard.starting import browsers
from tests.browser.conftest import QUIET

FIRST = "tong-quan"
SECONDS = 60_000


def main(address: str, folder: Path, width: int, height: int) -> None:
    """A PNG of every page that a menu lists, named as in its address."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.find_browser() or None, args=[*QUIET, "--no-sandbox"]
        )
        size = {"width": width, "height": height}
        page = browser.new_context(viewport=size, locale="vi-VN").new_page()
        for row in (row for row in PAGES if row.menu != "none"):
            page.goto(f"{address}/{row.address}")
            expect(page.locator("h1.papi-title")).to_be_visible(timeout=SECONDS)
            expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=SECONDS)
            page.wait_for_timeout(1_500)  # charts are drawn after the script has ended
            page.screenshot(path=folder / f"{row.address or FIRST}.png")
        browser.close()


if __name__ == "__main__":
    given = sys.argv[1:]
    where = Path(given[1]) if len(given) > 1 else ROOT / "docs" / "pictures"
    wide, tall = map(int, given[2:4] or (1366, 768))
    main(given[0], where, wide, tall)
