"""Serve the dashboard: prepare the store, start the server on a free port, open the browser."""

import subprocess
import sys
import time
from typing import NoReturn

from dashboard.config import FRONT_DOOR, ROOT
from dashboard.server import desktop
from dashboard.starting.failures import TEXTS, Failure, last_line, sentence_of
from dashboard.starting.locking import one_at_a_time
from dashboard.starting.ports import address, free_port, wait_until_ready
from dashboard.starting.processes import Child, child_environment, end, stop_on_signals, tell

SECONDS_TO_STOP = 45  # a running import is let finish


def serve(host: str, first_port: int, browser: bool) -> NoReturn:
    """Serve until Ctrl+C (a KeyboardInterrupt); a Failure when the server ends by itself."""
    stop_on_signals()
    with one_at_a_time(FRONT_DOOR):
        prepare()
        tell(TEXTS["starting.starting"])
        port = free_port(host, first_port)
        child = start_server(host, port)
    try:
        tell(TEXTS.say("starting.ready", address=address(host, port)))
        if browser:
            desktop.open_page(address(host, port))
        watch(child)
    finally:
        end(child, SECONDS_TO_STOP)


def prepare() -> None:
    """The store made or migrated, with the sample data when it is new."""
    command = [sys.executable, "-m", "dashboard", "prepare", "--samples"]
    child = subprocess.Popen(command, cwd=ROOT, env=child_environment(), stderr=subprocess.PIPE)
    try:
        errors = child.communicate()[1].decode("utf-8", "replace")
    finally:
        end(child)
    if child.returncode != 0:
        cause = sentence_of(errors) or TEXTS["starting.not_prepared"]
        raise Failure(f"{cause} [{last_line(errors) or child.returncode}]")
    sys.stderr.write(errors)


def start_server(host: str, port: int) -> Child:
    """The server, once it answers. Its greetings, in English, are not shown; its errors are."""
    child = subprocess.Popen(
        server_command(host, port),
        cwd=ROOT,
        env=child_environment(),
        stdout=subprocess.DEVNULL,
    )
    try:
        if wait_until_ready(child, address(host, port)):
            return child
        raise Failure(TEXTS["starting.not_started"])
    except BaseException:  # Ctrl+C too
        end(child)
        raise


def server_command(host: str, port: int) -> list[str]:
    """The server alone, on that port or not at all."""
    command = [sys.executable, "-m", "dashboard.server", "--no-browser"]
    return [*command, "--host", host, "--port", str(port)]


def watch(child: Child) -> NoReturn:
    """Until Ctrl+C. Short sleeps: on Windows a plain wait does not hear Ctrl+C."""
    while child.poll() is None:
        time.sleep(0.2)
    raise Failure(TEXTS.say("starting.server_ended", code=child.returncode))
