"""The real server for the tests of this folder, in an environment that notices calls outside."""

import http.client
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from dashboard.config import ROOT
from dashboard.store.store import Store

COMMAND = [sys.executable, "-m", "dashboard.server", "--port", "0", "--no-browser"]


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@pytest.fixture(scope="package")
def outside() -> Iterator[socket.socket]:
    """The only way out of the servers: a proxy that must never be called."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        yield listening


@pytest.fixture(scope="package")
def served_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    Store(folder).prepare()
    return folder


@pytest.fixture(scope="package")
def url(served_store: Path, outside: socket.socket) -> Iterator[str]:
    """The address of a server as "python -m dashboard.server" starts it."""
    with serving(COMMAND, served_store, outside) as (_, address):
        yield address


@contextmanager
def serving(
    command: list[str], store: Path, outside: socket.socket, folder: Path = ROOT
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server started by a command, and the address that it tells."""
    proxy = f"http://127.0.0.1:{outside.getsockname()[1]}"
    environment = os.environ | {"PAPI_STORE": str(store), "PYTHONUNBUFFERED": "1"}
    environment |= {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": ""}
    server = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        yield server, told_address(server)
    finally:
        server.terminate()
        server.communicate(timeout=60)


def told_address(server: subprocess.Popen[str]) -> str:
    """What it prints first that looks like an address."""
    said = ""
    for line in server.stdout:
        said += line
        if found := re.search(r"http://[\w.]+:\d+", line):
            return found[0]
    raise AssertionError(f"the server ended: {said}")


def ask(
    url: str,
    path: str,
    method: str = "GET",
    headers: Sequence[tuple[str, str]] = (),
    host: str = "",
    body: bytes = b"",
) -> Answer:
    """One request as it is, its path untouched; host instead of the server's own."""
    own = urlsplit(url).netloc
    connection = http.client.HTTPConnection(own, timeout=30)
    try:
        connection.putrequest(method, path, skip_host=True)
        for name, text in [("Host", host or own), *headers]:
            connection.putheader(name, text)
        connection.endheaders(body or None)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()
