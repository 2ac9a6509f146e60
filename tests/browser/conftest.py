"""A real browser and the real server, one of each for all tests of this folder.

They end with the folder, not with the run: Playwright keeps an event loop running in the main
thread, and tests of other folders may want one of their own.
"start.py test" hands the browser over in PAPI_TEST_BROWSER; pytest run by hand finds it here.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from dashboard.config import ROOT
from dashboard.starting import browsers, launching, ports, processes

HOST = "127.0.0.1"
expect.set_options(timeout=15_000)  # a busy machine draws a page in more than Playwright's five
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, Chrome or Edge without a window; with no path it is Playwright's own."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=browsers.find_browser() or None,
            args=[*QUIET, "--no-sandbox"] if root else QUIET,
        )
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def dashboard_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of its own with the sample data, as start.py prepares it."""
    store = tmp_path_factory.mktemp("store")
    command = [sys.executable, "-m", "dashboard", "prepare", "--samples"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(store), capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return store


@pytest.fixture(autouse=True)
def _samples_again(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test imported goes with it, by the way back of docs/operating.md: an office's own
    commune would open first in the tests that follow."""
    if "dashboard_store" not in request.fixturenames:
        yield
        return
    store: Path = request.getfixturevalue("dashboard_store")
    before = set(store.glob("store-*.duckdb"))
    yield
    for newer in set(store.glob("store-*.duckdb")) - before:
        newer.unlink()


@pytest.fixture(scope="package")
def dashboard_url(dashboard_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server that start.py would start, its first page opened once."""
    # Ended from outside, pytest must still come to the end of this fixture.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    log = tmp_path_factory.mktemp("server") / "log.txt"
    port = unused_port()
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            launching.server_command(HOST, port),
            cwd=ROOT,
            env=environment(dashboard_store),
            stdout=output,
            stderr=output,
        )
    try:
        page = ports.address(HOST, port)
        assert ports.wait_until_ready(server, page), log.read_text(encoding="utf-8")
        yield page
    finally:
        processes.end(server)


def unused_port() -> int:
    """Any port: two runs of the tests at once would both take the first of a range."""
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return trial.getsockname()[1]


def environment(store: Path) -> dict[str, str]:
    return dict(processes.child_environment(), PAPI_STORE=str(store))
