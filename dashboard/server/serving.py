"""Serve the dashboard on this machine until Ctrl+C: main() for the command, serve() for others."""

import argparse
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from ipaddress import ip_address

import uvicorn
from streamlit import App

from dashboard.config import FRONT_DOOR
from dashboard.server import app, desktop, guard
from dashboard.words import words

TEXTS = words("vi")
HOST = "127.0.0.1"
PORT = 8501
LARGEST_MESSAGE = 2 * 1024 * 1024  # bytes a tab may send at once; files go by their own way
SECONDS_TO_STOP = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve as the options say; 0 when stopped, 1 when the port can't be had, 2 wrongly called."""
    chosen = _parser().parse_args(arguments)
    if not is_this_machine(chosen.host):
        print(TEXTS.say("server.only_this_machine", host=chosen.host), file=sys.stderr)
        return 2
    return serve(chosen.host, chosen.port, desktop.open_page if chosen.browser else None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.server", description=TEXTS["server.what"]
    )
    parser.add_argument("--host", default=HOST, help=TEXTS["server.host"])
    parser.add_argument("--port", type=_port, default=PORT, help=TEXTS["server.port"])
    parser.add_argument(
        "--no-browser", dest="browser", action="store_false", help=TEXTS["server.no_browser"]
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(TEXTS["server.port_wrong"])
    return int(text)


def is_this_machine(host: str) -> bool:
    """Can only this machine reach the address? Anything else waits until there are accounts."""
    return host == "localhost" or guard.is_loopback(host)


def serve(host: str, port: int, when_ready: Callable[[str], None] | None = None) -> int:
    """Serve until Ctrl+C or SIGTERM and answer with the exit code.

    host: 127.0.0.1, ::1 or localhost; port 0 takes any. when_ready gets the address.
    """
    host = HOST if host == "localhost" else host
    try:
        listening = _listen(host, port)
    except OSError:
        print(TEXTS.say("server.port_busy", port=port), file=sys.stderr)
        return 1
    _stop_on_signals()
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}"
    server = _Server(_settings(), lambda: _greet(address, when_ready))
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:  # uvicorn hands the signal on when all is closed
        print(TEXTS["server.stopped"], flush=True)
    return 0 if server.started else 1


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ip_address(host).version == 6 else socket.AF_INET
    return socket.create_server((host, port), family=family)


def _stop_on_signals() -> None:
    """Being ended from outside is Ctrl+C too; a shell's background job has it ignored."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.default_int_handler)


def _settings() -> uvicorn.Config:
    return uvicorn.Config(
        App(FRONT_DOOR, **app.options()),
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_per_message_deflate=False,  # within one machine it only costs time
        proxy_headers=False,  # nobody stands between: who claims so is not believed
        server_header=False,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=SECONDS_TO_STOP,
    )


def _greet(address: str, when_ready: Callable[[str], None] | None) -> None:
    print(TEXTS.say("server.ready", address=address), flush=True)
    if when_ready:
        when_ready(address)


class _Server(uvicorn.Server):
    """Uvicorn's, which says when it is ready."""

    def __init__(self, settings: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(settings)
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._when_ready()
