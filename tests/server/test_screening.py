"""Which messages of a tab are handed on."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.server.screening import is_needed, screened


def message(kind: str, operation: str = "") -> bytes:
    made = BackMsg()
    if operation:
        getattr(made.backend_operation_request, operation).SetInParent()
    elif kind in ("rerun_script", "file_urls_request"):
        getattr(made, kind).SetInParent()
    else:
        setattr(made, kind, True)
    return made.SerializeToString()


@pytest.mark.parametrize(
    "kind", ["rerun_script", "stop_script", "app_heartbeat", "file_urls_request"]
)
def test_what_pages_need_is_handed_on(kind):
    assert is_needed(message(kind))


@pytest.mark.parametrize(
    "kind",
    [
        "clear_cache",
        "load_git_info",
        "set_run_on_save",
        "debug_disconnect_websocket",
        "debug_shutdown_runtime",
    ],
)
def test_what_acts_on_others_or_on_the_machine_is_dropped(kind):
    assert not is_needed(message(kind))


def test_of_the_operations_only_a_table_s_rows_are_handed_on():
    assert is_needed(message("", "dataframe_chunk"))
    for other in ("deferred_file", "install_skills", "dismiss_skills_nudge"):
        assert not is_needed(message("", other))


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff", b"text"])
def test_what_is_no_message_is_dropped(content):
    assert not is_needed(content)


def test_dropped_messages_leave_the_others_in_order():
    coming = [{"type": "websocket.connect"}]
    for kind in ("stop_script", "clear_cache", "load_git_info", "app_heartbeat"):
        coming.append({"type": "websocket.receive", "bytes": message(kind)})
    coming.append({"type": "websocket.receive", "text": "text"})
    coming.append({"type": "websocket.disconnect", "code": 1000})
    queue = iter(coming)

    async def receive():
        return next(queue)

    async def all_handed_on():
        screen, got = screened(receive), []
        while not got or got[-1]["type"] != "websocket.disconnect":
            got.append(await screen())
        return got

    assert asyncio.run(all_handed_on()) == [coming[0], coming[1], coming[4], coming[6]]
