"""The guard's rules, one request at a time, without a server."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.server import guard
from dashboard.server.guard import refused

OWN = {"host": "127.0.0.1:8501"}
FROM_PAGE = OWN | {"origin": "http://127.0.0.1:8501"}
SOCKET = "/_stcore/stream"
UPLOAD = "/_stcore/upload_file/session/file"
OTHER_ORIGINS = [
    "http://evil.example",
    "http://127.0.0.1:8502",
    "http://127.0.0.1",
    "https://127.0.0.1:8501",
    "http://localhost:8501",
    "http://0.0.0.0:8501",
    "http://127.0.0.1:8501.evil.example",
    "http://127.0.0.1:8501/",
    "null",
    "file://",
]


def asked(
    path: str = "/",
    headers: dict[str, str] | list[tuple[str, str]] = OWN,
    kind: str = "http",
    method: str = "GET",
    server: tuple[str, int] | None = ("127.0.0.1", 8501),
) -> dict:
    pairs = headers.items() if isinstance(headers, dict) else headers
    return {
        "type": kind,
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "headers": [(name.encode(), text.encode()) for name, text in pairs],
        "server": server,
    }


def status(scope: dict) -> int | None:
    refusal = refused(scope, upload_mb=50)
    return refusal and refusal.status


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "LOCALHOST:8501"])
def test_own_names_are_answered(host):
    assert status(asked(headers={"host": host})) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8501",
        "evil.example",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:8502",
        "localhost.:8501",
        "127.0.0.1:8501.evil.example",
        "evil@127.0.0.1:8501",
        "0.0.0.0:8501",
        "[::1]:8501",
        "",
    ],
)
def test_a_rebound_name_is_not_answered(host):
    same = f"http://{host}"
    assert status(asked(headers={"host": host})) == 421
    assert status(asked(SOCKET, {"host": host, "origin": same}, "websocket")) == 421


def test_a_request_without_host_is_not_answered():
    assert status(asked(headers={})) == 421


def test_ipv6_loopback_has_its_own_names():
    here = ("::1", 8501)
    assert status(asked(headers={"host": "[::1]:8501"}, server=here)) is None
    assert status(asked(headers={"host": "localhost:8501"}, server=here)) is None
    assert status(asked(headers=OWN, server=here)) == 421


def test_port_80_may_be_left_out():
    assert status(asked(headers={"host": "localhost"}, server=("127.0.0.1", 80))) is None


@pytest.mark.parametrize("server", [("192.0.2.7", 8501), ("0.0.0.0", 8501), ("::", 8501), None])
def test_only_the_machine_itself_is_answered(server):
    """However it was started: what was reached is an address of the network card."""
    assert status(asked(server=server)) == 403


@pytest.mark.parametrize("origin", OTHER_ORIGINS)
def test_pages_of_others_open_no_websocket_and_change_nothing(origin):
    headers = OWN | {"origin": origin}
    assert status(asked(SOCKET, headers, "websocket")) == 403
    assert status(asked(UPLOAD, headers | {"content-length": "9"}, method="PUT")) == 403
    assert status(asked("/_stcore/health", headers)) == 403


def test_nothing_changes_without_an_origin():
    assert status(asked(SOCKET, OWN, "websocket")) == 403
    for method in ("PUT", "DELETE", "POST", "OPTIONS", "PATCH"):
        assert status(asked(UPLOAD, OWN | {"content-length": "9"}, method=method)) == 403


def test_own_page_opens_the_websocket_and_sends_files():
    assert status(asked(SOCKET, FROM_PAGE, "websocket")) is None
    assert status(asked(UPLOAD, FROM_PAGE | {"content-length": "9"}, method="PUT")) is None
    assert status(asked(UPLOAD, FROM_PAGE, method="DELETE")) is None


@pytest.mark.parametrize("name", ["host", "origin", "content-length"])
def test_a_doubled_header_is_refused(name):
    twice = [*FROM_PAGE.items(), ("content-length", "9"), (name, "other")]
    assert status(asked(UPLOAD, twice, method="PUT")) == 400


@pytest.mark.parametrize(
    "path",
    [
        "/../etc/passwd",
        "/static/../_stcore/metrics",
        "/static/%2e%2e/_stcore/metrics",
        "/static/..%2f_stcore/metrics",
        "/static\\..\\x",
        "//evil.example/x",
        "/static//x",
        "/x\x00",
    ],
)
def test_tricks_in_a_path_are_refused(path):
    assert status(asked(path)) == 400


@pytest.mark.parametrize("raw", [b"/static/%2E%2E/x", b"/static%2fx", b"/a%5cb", b"/a%00"])
def test_tricks_that_the_server_has_decoded_are_refused(raw):
    assert status(asked("/static/x") | {"raw_path": raw}) == 400


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/thon"])
def test_there_is_one_websocket(path):
    assert status(asked(path, FROM_PAGE, "websocket")) == 404


def test_only_uploads_have_a_body():
    assert status(asked("/", FROM_PAGE | {"content-length": "9"}, method="POST")) == 405


@pytest.mark.parametrize(
    ("length", "answer"),
    [("52428800", None), ("60000000", 413), ("9" * 30, 413), ("-1", 411), ("", 411)],
)
def test_an_upload_is_taken_up_to_its_size(length, answer):
    headers = FROM_PAGE | {"content-length": length}
    assert status(asked(UPLOAD, headers, method="PUT")) == answer


def test_a_failure_behind_the_guard_is_an_answer_with_headers(caplog):
    async def failing(scope, receive, send):
        raise RuntimeError("broken")

    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(guard.Guard(failing)(asked(), None, send))
    assert sent[0]["status"] == 500 and "broken" in caplog.text
    assert b"content-security-policy" in dict(sent[0]["headers"])


def test_a_tab_s_messages_pass_the_screen():
    coming = [
        {"type": "websocket.receive", "bytes": BackMsg(clear_cache=True).SerializeToString()},
        {"type": "websocket.receive", "bytes": BackMsg(stop_script=True).SerializeToString()},
    ]
    got = []

    async def receive():
        return coming.pop(0)

    async def streamlit(scope, receive, send):
        got.append(await receive())

    scope = asked(SOCKET, FROM_PAGE, "websocket")
    asyncio.run(guard.Guard(streamlit)(scope, receive, None))
    assert got == [{"type": "websocket.receive", "bytes": b"8\x01"}] and not coming
