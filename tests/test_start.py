"""start.py: every answer it gives, and once the whole of it with a small stand-in for Streamlit."""

import ast
import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

import start

SOURCE = (start.ROOT / "start.py").read_text(encoding="utf-8")

# What stands for the server of the dashboard.
STAND_IN = """
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

option = next(a for a in sys.argv if a.startswith("--server.port="))
HTTPServer(("127.0.0.1", int(option.split("=")[1])), Page).serve_forever()
"""
PREPARE = "import os, sys\nprint(sys.argv[1:], os.getcwd(), os.environ.get('PAPI_STORE'))\n"


# What an old Python needs


def test_an_old_python_can_parse_it():
    ast.parse(SOURCE, feature_version=(3, 6))


def test_annotations_are_names_an_old_python_has():
    """They are evaluated before the version is checked: no list[str], no X | None."""
    for node in ast.walk(ast.parse(SOURCE)):
        if isinstance(node, ast.FunctionDef):
            noted = [node.returns] + [argument.annotation for argument in node.args.args]
            assert not any(isinstance(n, ast.Subscript | ast.BinOp) for n in noted), node.name


def test_it_imports_only_the_standard_library():
    names = set()
    for node in ast.walk(ast.parse(SOURCE)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module.split(".")[0])
    assert names <= sys.stdlib_module_names


def test_a_python_too_old_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    assert start.main([]) == 1
    assert "cần Python 3.11 trở lên, máy đang chạy Python 3.10" in only_line(capsys)


# What is said when something fails


@pytest.mark.parametrize(
    "output, sentence",
    [
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(': Failed to "
            "establish a new connection: [Errno -3] Temporary failure in name resolution')'\n"
            "ERROR: Could not find a version that satisfies the requirement streamlit==1.67.0 "
            "(from versions: none)\nERROR: No matching distribution found for streamlit==1.67.0",
            start.NO_NETWORK,
        ),
        ("socket.gaierror: [Errno 11001] getaddrinfo failed", start.NO_NETWORK),
        ("ProxyError('Cannot connect to proxy.', OSError('407'))", start.NO_NETWORK),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", start.NO_NETWORK),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", start.NO_TRUST),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on "
            "device",
            start.NO_ROOM,
        ),
        ("OSError: [WinError 112] Không đủ dung lượng", start.NO_ROOM),
        ("PermissionError: [WinError 5] Access is denied: 'pyarrow.dll'", start.NO_RIGHT),
        ("Error: [Errno 30] Read-only file system: '.venv'", start.NO_RIGHT),
        (
            "The virtual environment was not created successfully because ensurepip is not "
            "available.",
            start.NO_VENV,
        ),
        ("/usr/bin/python3: No module named venv", start.NO_VENV),
        ("/tmp/x/.venv/bin/python: No module named ensurepip", start.NO_VENV),
        (
            "ERROR: Could not find a version that satisfies the requirement pandas==99.0 "
            "(from versions: 3.1.0, 3.1.1)",
            start.NO_VERSION,
        ),
        ("error: subprocess-exited-with-error\nFailed to build pandas", start.NO_WHEEL),
        ("something else", ""),
    ],
)
def test_a_cause_is_recognised(output, sentence):
    assert start.cause_of(output) == sentence


def test_the_last_line_that_says_something_is_an_error():
    output = "Collecting a\nERROR: one\nERROR: two \n\n[notice] A new release of pip\nbye\n"
    assert start.last_line(output) == "ERROR: two"
    assert start.last_line("a\nb\n[notice] c\n") == "b"
    assert start.last_line("") == ""


def test_a_full_disk_anywhere_is_one_line(monkeypatch, capsys):
    assert start.NO_ROOM in line_after(
        OSError(errno.ENOSPC, "No space left on device"), monkeypatch, capsys
    )


def test_a_folder_without_rights_is_one_line(monkeypatch, capsys):
    refused = PermissionError(errno.EACCES, "Permission denied", ".venv")
    assert start.NO_RIGHT in line_after(refused, monkeypatch, capsys)


def test_an_unknown_system_error_is_one_line(monkeypatch, capsys):
    assert "I/O error" in line_after(OSError(errno.EIO, "I/O error"), monkeypatch, capsys)


def test_ctrl_c_leaves_no_traceback(monkeypatch, capsys):
    monkeypatch.setattr(start, "stop_on_signals", lambda: None)
    monkeypatch.setattr(start, "run", raising(KeyboardInterrupt()))
    assert start.main([]) == 0
    assert start.main(["test"]) == 130
    assert capsys.readouterr().err == ""


def test_a_failed_command_nobody_recognises_shows_what_it_printed(capsys):
    with pytest.raises(start.Problem, match=r"không cài được \[second\]"):
        start.finish([sys.executable, "-c", "print('first\\nsecond'); exit(3)"], "không cài được")
    assert "first\nsecond" in capsys.readouterr().err


# What may be asked of it


def test_the_help_is_vietnamese_and_installs_nothing(monkeypatch, capsys):
    monkeypatch.setattr(start, "ensure_installed", raising(AssertionError()))
    monkeypatch.setattr(start, "stop_on_signals", lambda: None)
    assert start.main(["--help"]) == 0
    assert start.main(["test", "-h"]) == 0
    assert "Cách dùng" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--port", "0"], ["--port", "x"], ["--prt", "1"], ["tests"]])
def test_an_option_it_does_not_know_is_one_line(wrong, monkeypatch, capsys):
    monkeypatch.setattr(start, "stop_on_signals", lambda: None)
    assert start.main(wrong) == 2
    assert "không hiểu tham số" in only_line(capsys)


def test_tests_marked_long_run_only_when_asked_for():
    assert start.pytest_arguments(["-k", "x"]) == ["-m", "not long", "-k", "x"]
    assert start.pytest_arguments(["-k", "x", "--long"]) == ["-k", "x"]


def test_the_continuous_run_is_that_command_and_nothing_more():
    run = start.ROOT / ".ci" / "run"
    assert run.read_text(encoding="utf-8").splitlines() == [
        "#!/usr/bin/env bash",
        'cd "$(dirname "$0")/.." && exec python3 start.py test',
    ]
    assert os.name == "nt" or os.access(run, os.X_OK)


def test_children_keep_the_mirror_and_lose_what_leads_python_astray(monkeypatch, tmp_path):
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.invalid/simple")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    monkeypatch.setenv("PAPI_STORE", "kho")
    monkeypatch.chdir(tmp_path)
    environment = start.child_environment()
    assert environment["PIP_INDEX_URL"] == "https://mirror.invalid/simple"
    assert environment["PYTHONUTF8"] == "1"
    assert environment["PAPI_STORE"] == str(tmp_path / "kho")
    assert not {"PYTHONPATH", "PYTHONHOME"} & set(environment)


def test_a_window_is_opened_only_on_a_desktop(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    assert start.has_desktop() == (os.name == "nt")
    monkeypatch.setenv("DISPLAY", ":0")
    assert start.has_desktop()
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 22")
    assert not start.has_desktop()


# What is installed, and when


@pytest.fixture
def office(tmp_path, monkeypatch) -> list:
    """A folder of its own whose venv and pip only note the commands given to them."""
    (tmp_path / ".venv").mkdir()
    for name in start.TEST:
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(start, "STAMP", tmp_path / ".venv" / "installed.txt")
    commands = []

    def note(command, watch=None):
        if "-c" in command:
            return 0, start.python_version() + "\n"
        commands.append([str(part) for part in command])
        return 0, ""

    monkeypatch.setattr(start, "quietly", note)
    return commands


def test_nothing_is_installed_twice(office):
    start.ensure_installed(start.RUN)
    assert office[0][-2:] == ["-r", "requirements.txt"]
    start.ensure_installed(start.RUN)
    assert len(office) == 1


def test_a_changed_requirement_is_installed(office):
    start.ensure_installed(start.RUN)
    (start.ROOT / "requirements.txt").write_text("a==2\n", encoding="utf-8")
    start.ensure_installed(start.RUN)
    assert len(office) == 2


def test_other_line_endings_are_no_change(office):
    start.ensure_installed(start.RUN)
    (start.ROOT / "requirements.txt").write_bytes(b"a==1\r\n")
    start.ensure_installed(start.RUN)
    assert len(office) == 1


def test_the_tests_install_more_and_running_needs_no_less(office):
    start.ensure_installed(start.RUN)
    start.ensure_installed(start.TEST)
    assert office[1][-2:] == ["-r", "requirements-dev.txt"]
    start.ensure_installed(start.TEST)
    start.ensure_installed(start.RUN)
    assert len(office) == 2


def test_an_interrupted_install_leaves_no_valid_stamp(office, monkeypatch):
    start.ensure_installed(start.RUN)
    (start.ROOT / "requirements.txt").write_text("a==2\n", encoding="utf-8")
    monkeypatch.setattr(start, "finish", raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        start.ensure_installed(start.RUN)
    assert not start.is_installed(start.RUN)
    assert not start.venv_usable()


@pytest.mark.parametrize("answer", [(0, "3.9 linux-x86_64\n"), (103, "No Python at 'C:\\py'")])
def test_a_venv_of_another_python_is_made_anew(office, monkeypatch, answer):
    monkeypatch.setattr(start, "quietly", lambda command, watch=None: answer)
    assert not start.venv_usable()


def test_a_venv_without_its_python_is_made_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(start, "VENV", tmp_path)
    assert start.venv_version() == ""


def test_without_ensurepip_no_half_venv_stays(office, monkeypatch):
    def without_ensurepip(command, watch=None):
        start.VENV.mkdir(exist_ok=True)
        return int("ensurepip" in command), "No module named ensurepip"

    monkeypatch.setattr(start, "quietly", without_ensurepip)
    with pytest.raises(start.Problem, match="python3-venv"):
        start.make_venv()
    assert not start.VENV.exists()


def test_a_second_start_waits_for_the_first(tmp_path):
    path = tmp_path / "start.py"
    path.touch()
    with path.open("rb") as first, path.open("rb") as second:
        assert start.try_lock(first)
        assert not start.try_lock(second)
        first.close()
        assert start.try_lock(second)


# Ports and answers


def test_a_taken_port_gives_way_to_the_next_free_one(capsys):
    with taken_port() as taken:
        port = taken.getsockname()[1]
        assert not start.is_free(port)
        assert start.free_port(port) > port
    assert f"Cổng {port} đang bận" in capsys.readouterr().out
    assert start.is_free(port)


def test_no_free_port_is_one_line(monkeypatch):
    monkeypatch.setattr(start, "PORTS_TRIED", 1)
    with taken_port() as taken, pytest.raises(start.Problem, match="no free port"):
        start.free_port(taken.getsockname()[1])


def test_an_offices_proxy_does_not_come_between(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with HTTPServer((start.HOST, 0), Greeting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert start.answers(f"http://{start.HOST}:{server.server_port}/")
        server.shutdown()


def test_a_server_that_ends_is_not_waited_for():
    child = subprocess.Popen([sys.executable, "-c", ""])
    begun = time.monotonic()
    assert not start.wait_until_ready(child, 9)
    assert time.monotonic() - begun < 10
    with pytest.raises(start.Problem, match="exit code 0"):
        start.watch(child)


# The browser for the tests


def test_a_browser_named_by_the_environment_is_taken(monkeypatch):
    monkeypatch.setenv("PAPI_TEST_BROWSER", "/opt/browser")
    assert start.find_browser() == "/opt/browser"


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
    monkeypatch.setattr(start, "browser_places", lambda: ["", str(browser)])
    monkeypatch.setattr(start, "quietly", lambda command, watch=None: answer)
    assert start.find_browser() == (str(browser) if works else "")


@pytest.mark.parametrize("system, own, expected", [(True, 1, "/b"), (False, 0, ""), (False, 1, "")])
def test_a_missing_browser_comes_from_the_system_or_from_playwright(
    monkeypatch, system, own, expected
):
    monkeypatch.setattr(start, "find_browser", lambda: "")
    monkeypatch.setattr(start, "playwright_has_browser", lambda: False)
    monkeypatch.setattr(start, "install_debian_browser", lambda: "/b" if system else "")
    monkeypatch.setattr(start, "quietly", lambda command, watch=None: (own, ""))
    if system or own == 0:
        assert start.ensure_browser() == expected
    else:
        with pytest.raises(start.Problem, match="Chromium, Chrome hoặc Edge"):
            start.ensure_browser()


# The whole of it


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A folder, with a space and Vietnamese in its name, that holds a small dashboard."""
    folder = tmp_path / "thư mục"
    parts = folder / "dashboard" / "parts"
    parts.mkdir(parents=True)
    for package in (parts, parts.parent):
        (package / "__init__.py").touch()
    (parts / "serve.py").write_text(STAND_IN, encoding="utf-8")
    (parts.parent / "__main__.py").write_text(PREPARE, encoding="utf-8")
    shutil.copy(start.ROOT / "start.py", folder)
    (folder / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    return folder


def test_it_installs_prepares_serves_and_stops(checkout, tmp_path):
    """From another folder, with the first port taken; the second time without an install."""
    with taken_port() as taken:
        port = taken.getsockname()[1]
        first, code = run_until_ready(checkout, tmp_path, port)
    assert code == 0
    assert "Đang cài đặt thư viện" in first
    assert f"['prepare', '--samples'] {checkout} {tmp_path / 'kho'}" in first
    assert f"Cổng {port} đang bận" in first
    asked = (checkout / "asked.txt").read_text(encoding="utf-8").splitlines()
    assert asked == ["/_stcore/health", "/"]
    second, code = run_until_ready(checkout, tmp_path, port)
    assert code == 0
    assert "cài đặt" not in second and ".venv" not in second
    assert f"http://{start.HOST}:{port}\n" in second


def test_an_install_that_fails_is_one_line(checkout, tmp_path):
    (checkout / "requirements.txt").write_text(
        f"--index-url {(tmp_path / 'none').as_uri()}\npapi-dashboard-none==1.0\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, checkout / "start.py"],
        cwd=tmp_path,
        env=office_environment(),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and done.stderr.startswith("Lỗi: " + start.NO_NETWORK)
    assert "No matching distribution found for papi-dashboard-none" in done.stderr
    stamp = checkout / ".venv" / "installed.txt"
    assert stamp.read_text(encoding="utf-8") == start.UNFINISHED


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


# Helpers


class Greeting(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *rest):
        pass


def taken_port() -> socket.socket:
    """Somebody else's server, on whatever port the system gives."""
    listener = socket.socket()
    listener.bind((start.HOST, 0))
    listener.listen()
    return listener


def raising(error: BaseException):
    def fail(*arguments, **options):
        raise error

    return fail


def only_line(capsys) -> str:
    text = capsys.readouterr().err
    assert text.count("\n") == 1 and text.startswith("Lỗi: "), text
    return text


def line_after(error: BaseException, monkeypatch, capsys) -> str:
    monkeypatch.setattr(start, "stop_on_signals", lambda: None)
    monkeypatch.setattr(start, "run", raising(error))
    assert start.main([]) == 1
    return only_line(capsys)
