"""A browser for the tests: one that is here, else one that is installed for them."""

import os
import shutil
import sys
from pathlib import Path

from dashboard.starting.failures import TEXTS, Failure
from dashboard.starting.processes import quietly, tell


def ensure_browser() -> str:
    """The path of a browser, installed if need be; empty means Playwright's own."""
    found = find_browser()
    if found or playwright_has_browser():
        return found
    tell(TEXTS["starting.installing_browser"])
    found = install_debian_browser()
    if found or quietly([sys.executable, "-m", "playwright", "install", "chromium"])[0] == 0:
        return found
    raise Failure(TEXTS["starting.no_test_browser"])


def find_browser() -> str:
    """Path of a Chromium, Chrome or Edge on this machine that works; else empty."""
    wanted = os.environ.get("PAPI_TEST_BROWSER")
    if wanted:
        return wanted
    for path in browser_places():
        if os.path.isfile(path) and starts(path):
            return path
    return ""


def browser_places() -> list[str]:
    """Where a browser may be: names on the PATH, then the usual places of each system."""
    names = "chromium chromium-browser google-chrome google-chrome-stable microsoft-edge msedge"
    places = [shutil.which(name) or "" for name in [*names.split(), "chrome"]]
    for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        base = Path(os.environ.get(folder) or os.devnull)
        places.append(str(base / "Google" / "Chrome" / "Application" / "chrome.exe"))
        places.append(str(base / "Chromium" / "Application" / "chrome.exe"))
        places.append(str(base / "Microsoft" / "Edge" / "Application" / "msedge.exe"))
    for name in ("Google Chrome", "Chromium", "Microsoft Edge"):
        places.append(f"/Applications/{name}.app/Contents/MacOS/{name}")
    return places


def starts(path: str) -> bool:
    """Whether a browser on Linux is more than Ubuntu's stub; a snap cannot see the tests' files.

    Elsewhere no question is put: on Windows it would open a window.
    """
    if not sys.platform.startswith("linux"):
        return True
    try:
        code, output = quietly([path, "--version"])
    except OSError:
        return False
    return code == 0 and "snap" not in output


def playwright_has_browser() -> bool:
    """Whether Playwright has downloaded a browser of its own before."""
    question = (
        "import os, sys; from playwright.sync_api import sync_playwright as s\n"
        "with s() as p: sys.exit(not os.path.exists(p.chromium.executable_path))"
    )
    return quietly([sys.executable, "-c", question])[0] == 0


def install_debian_browser() -> str:
    """Chromium and a font with Vietnamese from the system, where we may; its path or empty."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return ""
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=60"]
    quietly([*apt, "update"])
    quietly([*apt, "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"])
    return find_browser()
