"""Which port is free, and whether a server answers there."""

import errno
import os
import socket
import time
import urllib.request

from dashboard.starting.failures import TEXTS, Failure
from dashboard.starting.processes import Child, tell

PORTS_TRIED = 100
SECONDS_TO_ANSWER = 180


def free_port(host: str, first: int) -> int:
    """The first free port from here on; a Failure when there is none near."""
    last = min(first + PORTS_TRIED, 65536) - 1
    for port in range(first, last + 1):
        if is_free(host, port):
            if port != first:
                tell(TEXTS.say("starting.port_taken", first=first, port=port))
            return port
    raise Failure(TEXTS.say("starting.no_port", first=first, last=last))


def is_free(host: str, port: int) -> bool:
    """As the server will bind it: on Unix a port just left is free, on Windows REUSE shares."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        if os.name != "nt":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                raise
            return False
    return True


def address(host: str, port: int) -> str:
    """Where a browser finds the server."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def wait_until_ready(child: Child, address: str) -> bool:
    """Wait until the server says it is well, then open its first page as a browser would."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline and child.poll() is None:
        if answers(address + "/_stcore/health"):
            return answers(address + "/") and child.poll() is None
        time.sleep(0.1)
    return False


def answers(address: str) -> bool:
    """Straight to this machine: an office's proxy must not come between."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(address, timeout=30) as answer:
            return answer.status == 200 and bool(answer.read())
    except OSError:
        return False
