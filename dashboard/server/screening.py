"""Which messages of a tab reach Streamlit: those that the pages need."""

import logging

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]  # has no types
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg

KINDS = {
    "rerun_script",
    "stop_script",
    "app_heartbeat",
    "file_urls_request",
    "backend_operation_request",
}
# Of the operations on the server only this: a deferred file is given to whoever names it.
OPERATIONS = {"dataframe_chunk"}

_log = logging.getLogger("dashboard")


def screened(receive: Receive) -> Receive:
    """The tab's messages without those that nobody here needs (clear_cache, load_git_info …)."""

    async def next_message() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive" or is_needed(message.get("bytes") or b""):
                return message
            _log.warning("a message of a browser was dropped")

    return next_message


def is_needed(content: bytes) -> bool:
    """Is this a message that the pages' own script sends?"""
    message = BackMsg()
    try:
        message.ParseFromString(content)
    except DecodeError:
        return False
    kind = message.WhichOneof("type")
    if kind != "backend_operation_request":
        return kind in KINDS
    return message.backend_operation_request.WhichOneof("payload") in OPERATIONS
