"""How the server starts and ends."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from dashboard.config import FRONT_DOOR, PACKAGE
from dashboard.server import app, desktop, serving
from dashboard.store.store import open_store
from tests.server.conftest import COMMAND, ask
from tests.server.conftest import serving as started
from tests.server.tab import tab


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "evil.example", ""])
def test_other_machines_are_refused_until_there_are_accounts(host, capsys):
    assert serving.main(["--host", host, "--port", "0", "--no-browser"]) == 2
    assert "chỉ chạy trên máy này" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_is_a_number(port, capsys):
    with pytest.raises(SystemExit, match="2"):
        serving.main(["--port", port])
    assert "cổng là số" in capsys.readouterr().err


def test_a_busy_port_is_said(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert serving.main(["--port", str(port), "--no-browser"]) == 1
    assert f"Cổng {port} đang bận" in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_is_clean_with_tabs_open(served_store, outside, number):
    with started(COMMAND, served_store, outside) as (server, url), tab(url) as own:
        own.run("nhap-du-lieu")
        server.send_signal(number)
        assert server.wait(timeout=20) == 0
        assert server.stdout.read().splitlines()[-1] == "Đã dừng."


def test_it_listens_on_this_machine_only(url, outside):
    """127.0.0.2 is this machine too, but not the address that was bound."""
    port = int(url.rsplit(":", 1)[1])
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_a_bare_streamlit_run_is_guarded_too(served_store, outside, tmp_path):
    """From another folder, which has no settings of ours."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(FRONT_DOOR)]
    command += ["--server.port", str(port)]
    with started(command, served_store, outside, tmp_path) as (_, told):
        assert told == f"http://127.0.0.1:{port}"
        assert 'lang="vi"' in ask(told, "/thon").text
        assert ask(told, "/", host=f"evil.example:{port}").status == 421
        assert ask(told, "/_stcore/health", headers=[("Origin", "null")]).status == 403
        assert ask(told, "/").headers["Content-Security-Policy"]
        with tab(told) as own:
            own.run("nhap-du-lieu")
        with pytest.raises(OSError):
            socket.create_connection(("127.0.0.2", port), timeout=5)


def test_own_settings_hold_from_any_folder(tmp_path):
    """Streamlit looks for its settings where it is started."""
    code = (
        "from dashboard.server.serving import _settings; _settings()\n"
        "from streamlit import config\n"
        "print(*map(config.get_option, ('runner.postScriptGC', 'server.maxUploadSize')))"
    )
    environment = os.environ | {"PYTHONPATH": str(PACKAGE.parent)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "50"], done.stderr


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def test_a_write_under_way_is_finished_before_the_end(store):
    """Scripts run in threads that die with the process: the end of serving waits for them."""
    begun = threading.Event()

    def slow(cursor) -> None:
        begun.set()
        time.sleep(0.5)

    before = store.version
    writer = threading.Thread(target=store.write, args=(slow,), daemon=True)

    async def serve_for_a_moment() -> None:
        async with app.lifespan(None):
            writer.start()
            await asyncio.to_thread(begun.wait)

    asyncio.run(serve_for_a_moment())
    assert store.version == before + 1
    assert open_store(store.folder) is store


def test_no_write_begins_after_the_end(store):
    assert store.end_writing(1)
    assert not store.end_writing(0.05)


@pytest.mark.parametrize(
    ("environment", "has"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"DISPLAY": ":0", "SSH_CONNECTION": "x"}, False)],
)
def test_a_browser_is_opened_where_there_is_a_desktop(monkeypatch, environment, has):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    for name, text in environment.items():
        monkeypatch.setenv(name, text)
    asked = []
    monkeypatch.setattr(desktop.subprocess, "Popen", lambda command, **_: asked.append(command))
    desktop.open_page("http://127.0.0.1:1")
    assert bool(asked) is has
