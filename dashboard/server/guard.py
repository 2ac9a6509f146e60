"""Who may ask: in front of everything else, so that Streamlit only sees what is ours.

Without accounts whoever reaches the program may do all. So it answers on this machine only,
under its own names only (a page that rebinds its name to 127.0.0.1 sends that name as Host)
and to its own pages only (others send another Origin, or none).
"""

import logging
import re
from collections import Counter
from functools import partial
from ipaddress import ip_address
from typing import NamedTuple

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from dashboard.server import headers
from dashboard.server.screening import screened
from dashboard.words import words

UPLOAD = re.compile(r"/_stcore/upload_file/[^/]+/[^/]+")
SOCKET = "/_stcore/stream"
SAFE = {"GET", "HEAD"}
ONLY_ONCE = (b"host", b"origin", b"content-length")
MEGABYTE = 1024 * 1024
# What no address of ours holds: ways up, absolute and encoded paths.
TRICKS = re.compile(r"\.\.|\\|//|%|[\x00-\x1f]")
ENCODED_TRICKS = re.compile(rb"%(2f|5c|2e|00)", re.IGNORECASE)

_log = logging.getLogger("dashboard")


class Refusal(NamedTuple):
    """Why a request is not answered: a status of HTTP and a text of the catalogue."""

    status: int
    text: str


class Guard:
    """Refuses what is not ours to answer, and gives every answer its security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._upload_mb = int(config.get_option("server.maxUploadSize"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refusal = refused(scope, self._upload_mb)
        host = "" if refusal else _header(scope, b"host").lower()
        send = _with_headers(send, headers.security(host))
        if refusal:
            _log.warning("refused (%s): %s %s", refusal.text, refusal.status, scope["path"])
            await self._refuse(refusal, scope, receive, send)
        elif scope["type"] == "websocket":
            await self._app(scope, screened(receive), send)
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A failure is an answer too; Starlette's own would come without our headers."""
        has_started = False

        async def noting(message: Message) -> None:
            nonlocal has_started
            has_started = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception:
            _log.exception("request of %s failed", scope["path"])
            if not has_started:
                await self._refuse(Refusal(500, "server.failed"), scope, receive, send)

    async def _refuse(self, refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
        said = words("vi").say(refusal.text, mb=self._upload_mb)
        response = PlainTextResponse(said, refusal.status, {"Cache-Control": "no-store"})
        await response(scope, receive, send)  # a websocket's handshake is refused likewise


def refused(scope: Scope, upload_mb: int) -> Refusal | None:
    """The first rule that a request or a websocket's handshake breaks, None when none."""
    for breaks in (_from_elsewhere, _doubled, _other_host, _other_origin, _trick, _no_socket):
        if refusal := breaks(scope):
            return refusal
    return _too_large(scope, upload_mb)


def _from_elsewhere(scope: Scope) -> Refusal | None:
    """The address that was reached tells: only who is on this machine reaches loopback."""
    reached = scope.get("server")
    if reached and is_loopback(reached[0]):
        return None
    return Refusal(403, "server.not_here")


def is_loopback(host: str) -> bool:
    """Is this address of a network card the one that no other machine reaches?"""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _doubled(scope: Scope) -> Refusal | None:
    """Two of a header: whoever reads the first and whoever reads the last would disagree."""
    counts = Counter(name for name, _ in scope["headers"])
    return Refusal(400, "server.doubled") if any(counts[n] > 1 for n in ONLY_ONCE) else None


def _other_host(scope: Scope) -> Refusal | None:
    if _header(scope, b"host").lower() in own_hosts(*scope["server"]):
        return None
    return Refusal(421, "server.other_host")


def own_hosts(address: str, port: int) -> set[str]:
    """What the Host of a request to this socket may say."""
    names = ["localhost", f"[{address}]" if ":" in address else address]
    return {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())


def _other_origin(scope: Scope) -> Refusal | None:
    """Whatever can change something, and every websocket, must say that it is of our pages."""
    origin = _header(scope, b"origin")
    is_safe = scope["type"] == "http" and scope["method"] in SAFE
    if origin == f"http://{_header(scope, b'host')}".lower() or (is_safe and not origin):
        return None
    return Refusal(403, "server.other_origin")


def _trick(scope: Scope) -> Refusal | None:
    if TRICKS.search(scope["path"]) or ENCODED_TRICKS.search(scope.get("raw_path") or b""):
        return Refusal(400, "server.odd_path")
    return None


def _no_socket(scope: Scope) -> Refusal | None:
    if scope["type"] == "websocket" and scope["path"] != SOCKET:
        return Refusal(404, "server.nothing_here")
    return None


def _too_large(scope: Scope, upload_mb: int) -> Refusal | None:
    """A body is said to be how long, and only uploads have one."""
    if scope["type"] == "websocket" or scope["method"] in SAFE:
        return None
    if not UPLOAD.fullmatch(scope["path"]):
        return Refusal(405, "server.not_allowed")
    length = _header(scope, b"content-length")
    if not length.isdecimal() and scope["method"] != "DELETE":
        return Refusal(411, "server.no_length")
    if int(length or 0) > (upload_mb + 1) * MEGABYTE:  # a form's frame goes along
        return Refusal(413, "server.too_large")
    return None


def _header(scope: Scope, name: bytes) -> str:
    """A header's text, "" without it."""
    return next((text.decode("latin-1") for key, text in scope["headers"] if key == name), "")


def _with_headers(send: Send, given: headers.Headers) -> Send:
    return partial(_send_with, send, given)


async def _send_with(send: Send, given: headers.Headers, message: Message) -> None:
    if message["type"] in ("http.response.start", "websocket.http.response.start"):
        names = {name for name, _ in given}
        kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in names]
        message = {**message, "headers": [*kept, *given]}
    await send(message)
