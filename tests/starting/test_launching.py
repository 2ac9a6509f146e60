"""Ports, answers, children and the window that is opened."""

import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dashboard.server import desktop
from dashboard.starting import browsers, launching, ports, processes
from dashboard.starting.failures import Failure
from dashboard.starting.testing import pytest_arguments
from tests.starting.helpers import HOST, taken_port


def test_children_keep_the_mirror_and_lose_what_leads_python_astray(monkeypatch, tmp_path):
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.invalid/simple")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    monkeypatch.setenv("PAPI_STORE", "kho")
    monkeypatch.chdir(tmp_path)
    environment = processes.child_environment()
    assert environment["PIP_INDEX_URL"] == "https://mirror.invalid/simple"
    assert environment["PYTHONUTF8"] == "1"
    assert environment["PAPI_STORE"] == str(tmp_path / "kho")
    assert not {"PYTHONPATH", "PYTHONHOME"} & set(environment)


def test_a_window_is_opened_only_on_a_desktop(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    assert desktop.has_desktop() == (os.name == "nt")
    monkeypatch.setenv("DISPLAY", ":0")
    assert desktop.has_desktop()
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 22")
    assert not desktop.has_desktop()


def test_a_taken_port_gives_way_to_the_next_free_one(capsys):
    with taken_port() as taken:
        port = taken.getsockname()[1]
        assert not ports.is_free(HOST, port)
        assert ports.free_port(HOST, port) > port
    assert f"Cổng {port} đang bận" in capsys.readouterr().out
    assert ports.is_free(HOST, port)


def test_no_free_port_is_one_line(monkeypatch):
    monkeypatch.setattr(ports, "PORTS_TRIED", 1)
    with taken_port() as taken, pytest.raises(Failure, match="no free port"):
        ports.free_port(HOST, taken.getsockname()[1])


def test_an_address_of_six_groups_stands_in_brackets():
    assert ports.address("::1", 8501) == "http://[::1]:8501"
    assert ports.address(HOST, 8501) == "http://127.0.0.1:8501"


class Greeting(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *rest):
        pass


def test_an_offices_proxy_does_not_come_between(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with HTTPServer((HOST, 0), Greeting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert ports.answers(f"http://{HOST}:{server.server_port}/")
        server.shutdown()


def test_a_server_that_ends_is_not_waited_for():
    child = subprocess.Popen([sys.executable, "-c", ""])
    begun = time.monotonic()
    assert not ports.wait_until_ready(child, f"http://{HOST}:9")
    assert time.monotonic() - begun < 10
    with pytest.raises(Failure, match="exit code 0"):
        launching.watch(child)


def test_tests_marked_long_run_only_when_asked_for():
    processes = ["-n", "auto"]
    assert pytest_arguments(["-k", "x"]) == [*processes, "-m", "not long", "-k", "x"]
    assert pytest_arguments(["-k", "x", "--long"]) == [*processes, "-m", "", "-k", "x"]


# The browser for the tests


def test_a_browser_named_by_the_environment_is_taken(monkeypatch):
    monkeypatch.setenv("PAPI_TEST_BROWSER", "/opt/browser")
    assert browsers.find_browser() == "/opt/browser"


@pytest.mark.parametrize(
    "answer, works",
    [
        ((0, "Chromium 156.0.8078.79 built on Debian\n"), True),
        ((0, "Chromium 156.0.8078.79 snap\n"), False),
        ((1, "Command '/usr/bin/chromium-browser' requires the chromium snap\n"), False),
    ],
)
def test_a_stub_is_no_browser(monkeypatch, tmp_path, answer, works):
    browser = tmp_path / "chromium"
    browser.touch()
    monkeypatch.delenv("PAPI_TEST_BROWSER", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(browsers, "browser_places", lambda: ["", str(browser)])
    monkeypatch.setattr(browsers, "quietly", lambda command, watch=None: answer)
    assert browsers.find_browser() == (str(browser) if works else "")


@pytest.mark.parametrize("system, own, expected", [(True, 1, "/b"), (False, 0, ""), (False, 1, "")])
def test_a_missing_browser_comes_from_the_system_or_from_playwright(
    monkeypatch, system, own, expected
):
    monkeypatch.setattr(browsers, "find_browser", lambda: "")
    monkeypatch.setattr(browsers, "playwright_has_browser", lambda: False)
    monkeypatch.setattr(browsers, "install_debian_browser", lambda: "/b" if system else "")
    monkeypatch.setattr(browsers, "quietly", lambda command, watch=None: (own, ""))
    if system or own == 0:
        assert browsers.ensure_browser() == expected
    else:
        with pytest.raises(Failure, match="Chromium, Chrome hoặc Edge"):
            browsers.ensure_browser()
