"""What several tests of starting need: somebody else's server, and calls that fail."""

import socket
from collections.abc import Callable

HOST = "127.0.0.1"


def taken_port() -> socket.socket:
    """Somebody else's server, on whatever port the system gives."""
    listener = socket.socket()
    listener.bind((HOST, 0))
    listener.listen()
    return listener


def raising(error: BaseException) -> Callable:
    def fail(*arguments, **options):
        raise error

    return fail


def only_line(capsys) -> str:
    text = capsys.readouterr().err
    assert text.count("\n") == 1 and text.startswith("Lỗi: "), text
    return text
