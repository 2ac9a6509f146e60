"""What the real server answers: to its own pages, and to everybody else."""

import re
import select
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from dashboard.server.headers import ALWAYS
from tests.server.conftest import ask
from tests.server.tab import elements, has_failed, tab

HANDSHAKE = [
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
]
STATIC = re.compile(r'src="(/static/js/index[^"]+)"')


def test_own_page_is_served(url):
    with tab(url) as own:
        said = own.run("nhap-du-lieu")
    assert not has_failed(said) and len(elements(said, "link_button")) >= 4


def test_every_answer_has_its_security_headers(url):
    page = ask(url, "/")
    answers = [
        page,
        ask(url, "/thon?nam=2023"),
        ask(url, STATIC.search(page.text)[1]),
        ask(url, "/favicon.png"),
        ask(url, "/shell.js"),
        ask(url, "/_stcore/health"),
        ask(url, "/_stcore/host-config"),
        ask(url, "/static/none.js"),
        ask(url, "/tai-ve/none"),
        ask(url, "/a/b"),
        ask(url, "/thon/"),
        ask(url, "/static/../x"),
        ask(url, "/", host="evil.example"),
        ask(url, "/", "POST", [("Origin", url), ("Content-Length", "0")]),
        ask(url, "/_stcore/stream", headers=HANDSHAKE),
        ask(url, "/_stcore/stream", headers=[*HANDSHAKE, ("Origin", "http://evil.example")]),
    ]
    statuses = [answer.status for answer in answers]
    assert statuses == [200] * 7 + [404, 404, 404, 307, 400, 421, 405, 403, 403]
    for answer in answers:
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")
        assert answer.headers["Server"] is None


def test_shell_is_vietnamese_and_guesses_nothing(url):
    page = ask(url, "/thon").text
    assert '<html lang="vi">' in page and "<title>Theo dõi PAPI</title>" in page
    assert "<script>" not in page and "_stcore/agent" not in page and '="./' not in page
    assert '"blockErrorDialogs": true' in ask(url, "/shell.js").text
    assert ask(url, "/_stcore/host-config").text in ask(url, "/shell.js").text.replace(" ", "")


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/agent/openapi.json",
        "/_stcore/bidi-components/x",
        "/component/x/index.html",
        "/media/0123456789abcdef0123456789abcdef.txt",
        "/app/static/x",
        "/auth/login",
        "/oauth2callback/x",
    ],
)
def test_what_no_page_needs_is_not_there(url, path):
    assert ask(url, path).status == 404


def test_a_rebound_name_reads_nothing(url):
    host = f"evil.example:{urlsplit(url).port}"
    assert ask(url, "/", host=host).status == 421
    handshake = [*HANDSHAKE, ("Origin", f"http://{host}")]
    assert ask(url, "/_stcore/stream", headers=handshake, host=host).status == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null", None])
def test_other_origins_get_no_websocket(url, origin):
    with pytest.raises(InvalidStatus, match="403"), tab(url, origin):
        pass


def test_a_foreign_origin_sends_the_server_nowhere(url, outside):
    """Streamlit would ask an outside host for its own address, and stand still meanwhile."""
    for origin in ("http://evil.example", "http://8.8.8.8", "null"):
        with pytest.raises(InvalidStatus), tab(url, origin):
            pass
        assert ask(url, "/_stcore/health", headers=[("Origin", origin)]).status == 403
    assert select.select([outside], [], [], 0.3)[0] == []


def test_too_large_an_upload_is_refused_in_a_sentence(url):
    headers = [("Origin", url), ("Content-Length", str(60 * 1024 * 1024))]
    answer = ask(url, "/_stcore/upload_file/a/b", "PUT", headers)
    assert answer.status == 413 and "50 MB" in answer.text


def test_too_large_a_message_ends_the_tab(url):
    with tab(url) as own, pytest.raises(ConnectionClosed) as ended:
        own.socket.send(b"x" * (3 * 1024 * 1024))
        own.socket.recv(timeout=20)
    assert ended.value.rcvd.code == 1009
