"""start.py once from end to end, with a small stand-in for the dashboard behind it."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import start
from dashboard.starting.environment import UNFINISHED
from dashboard.starting.failures import TEXTS
from tests.starting.helpers import HOST, taken_port

# What stands for the server of the dashboard.
SERVER = """
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        with open("asked.txt", "a") as file:
            file.write(self.path + "\\n")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *rest):
        pass

port = int(sys.argv[sys.argv.index("--port") + 1])
HTTPServer(("127.0.0.1", port), Page).serve_forever()
"""
PREPARE = "import os, sys\nprint(sys.argv[1:], os.getcwd(), os.environ.get('PAPI_STORE'))\n"
GROUND = ("__init__.py", "config.py", "errors.py", "words.py", "thresholds.py")
GROUND += ("starting", "texts")


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A folder, with a space and Vietnamese in its name, that holds a small dashboard."""
    folder = tmp_path / "Bảng PAPI xã"
    package = folder / "dashboard"
    package.mkdir(parents=True)
    for name in GROUND:
        source = start.ROOT / "dashboard" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, package / name)
    thresholds = folder / "data" / "reference" / "thresholds.csv"
    thresholds.parent.mkdir(parents=True)
    shutil.copy(start.ROOT / "data" / "reference" / "thresholds.csv", thresholds)
    server = package / "server"
    server.mkdir()
    for name in ("__init__.py", "desktop.py"):
        shutil.copy(start.ROOT / "dashboard" / "server" / name, server)
    (server / "__main__.py").write_text(SERVER, encoding="utf-8")
    (package / "__main__.py").write_text(PREPARE, encoding="utf-8")
    shutil.copy(start.ROOT / "start.py", folder)
    (folder / "streamlit_app.py").touch()
    (folder / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    return folder


def test_it_installs_prepares_serves_and_stops(checkout, tmp_path):
    """From another folder, with the first port taken; the second time without an install."""
    with taken_port() as taken:
        port = taken.getsockname()[1]
        first, code = run_until_ready(checkout, tmp_path, port)
    assert code == 0, first
    assert "Đang cài đặt thư viện" in first
    assert f"['prepare', '--samples'] {checkout} {tmp_path / 'kho'}" in first
    assert f"Cổng {port} đang bận" in first
    asked = (checkout / "asked.txt").read_text(encoding="utf-8").splitlines()
    assert asked == ["/_stcore/health", "/"]
    second, code = run_until_ready(checkout, tmp_path, port)
    assert code == 0
    assert "cài đặt" not in second and ".venv" not in second
    assert f"http://{HOST}:{port}\n" in second


def test_an_install_that_fails_is_one_line(checkout, tmp_path):
    (checkout / "requirements.lock").write_text(
        f"--index-url {(tmp_path / 'none').as_uri()}\n"
        f"papi-dashboard-none==1.0 --hash=sha256:{64 * '0'}\n",
        encoding="utf-8",
    )
    done = run(checkout, tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("Lỗi: " + TEXTS["starting.cause.no_network"])
    assert "No matching distribution found for papi-dashboard-none" in done.stderr
    stamp = checkout / ".venv" / "installed.txt"
    assert stamp.read_text(encoding="utf-8") == UNFINISHED


def run(checkout: Path, cwd: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, checkout / "start.py"],
        cwd=cwd,
        env=office_environment(),
        capture_output=True,
        encoding="utf-8",
    )


def run_until_ready(checkout: Path, cwd: Path, port: int) -> tuple[str, int]:
    """Start it, read on to the address, press Ctrl+C; all it printed and its exit code."""
    windows = os.name == "nt"
    child = subprocess.Popen(
        [sys.executable, checkout / "start.py", "--no-browser", "--port", str(port)],
        cwd=cwd,
        env=dict(office_environment(), PAPI_STORE="kho"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        creationflags=subprocess.CREATE_NEW_PROCESS_GROUP if windows else 0,
    )
    lines = []
    try:
        for line in child.stdout:
            lines.append(line)
            if "Ctrl+C" in line:
                child.send_signal(signal.CTRL_BREAK_EVENT if windows else signal.SIGINT)
        return "".join(lines), child.wait(30)
    finally:
        child.kill()


def office_environment() -> dict[str, str]:
    """No mirror and no settings of this machine."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PIP_")}
    return dict(kept, PIP_CONFIG_FILE=os.devnull)
