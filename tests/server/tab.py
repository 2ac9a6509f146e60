"""A browser's tab without a browser: Streamlit's messages over a websocket of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


@contextmanager
def tab(url: str, origin: str | None = "", **headers: str) -> Iterator["Tab"]:
    """A tab on the server at url; its Origin is the server's own unless another is given."""
    opening = connect(
        f"ws://{urlsplit(url).netloc}/_stcore/stream",
        origin=url if origin == "" else origin,
        subprotocols=["streamlit"],
        additional_headers=headers,
        max_size=None,
        ping_interval=None,  # a server that stands still is measured, not left
        proxy=None,
    )
    with opening as socket:
        yield Tab(socket)


class Tab:
    """One open page."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def run(self, page: str = "", query: str = "") -> list[ForwardMsg]:
        """Open or rerun a page by its address; all that the server says to it."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        self.socket.send(message.SerializeToString())
        return list(self._said())

    def _said(self) -> Iterator[ForwardMsg]:
        for content in self.socket:
            message = ForwardMsg.FromString(content)
            yield message
            if message.WhichOneof("type") == "script_finished":
                return


def elements(said: list[ForwardMsg], kind: str) -> list:
    """The new elements of one kind among what was said."""
    found = [one.delta.new_element for one in said if one.WhichOneof("type") == "delta"]
    return [getattr(one, kind) for one in found if one.WhichOneof("type") == kind]


def has_failed(said: list[ForwardMsg]) -> bool:
    """Did the page show an error, or Streamlit an exception?"""
    alerts = [one for one in elements(said, "alert") if one.format == one.ERROR]
    return bool(alerts or elements(said, "exception"))
