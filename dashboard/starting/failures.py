"""What can go wrong on the way to a running program, each in one line for the person there."""

import sys
from collections.abc import Callable

from dashboard.words import words

TEXTS = words("vi")

# What pip, venv and the system tell, by cause. The order decides: a full disk also ends in
# "could not install", a lost network also in "from versions: none".
CAUSES = {
    "no_room": [
        "No space left on device",
        "Errno 28]",
        "WinError 112]",
        "Disk quota exceeded",
    ],
    "no_right": [
        "Permission denied",
        "Errno 13]",
        "WinError 5]",
        "WinError 32]",
        "Read-only file system",
    ],
    "no_venv": ["No module named venv", "No module named ensurepip", "ensurepip is"],
    "no_pip": ["No module named pip"],
    "no_trust": ["CERTIFICATE_VERIFY_FAILED", "SSLError"],
    "no_match": ["DO NOT MATCH THE HASHES"],
    "no_network": [
        "Temporary failure in name resolution",
        "Name or service not known",
        "nodename nor servname",
        "getaddrinfo failed",
        "NewConnectionError",
        "NameResolutionError",
        "ConnectTimeoutError",
        "ReadTimeoutError",
        "Read timed out",
        "ConnectionResetError",
        "Connection aborted",
        "Connection broken",
        "IncompleteRead",
        "Network is unreachable",
        "Max retries exceeded",
        "ProxyError",
        "Tunnel connection failed",
        "from versions: none",
    ],
    "no_version": ["Could not find a version", "No matching distribution"],
    "no_wheel": ["Failed building wheel", "Failed to build", "subprocess-exited-with-error"],
}


class Failure(Exception):
    """Something the person at the machine can put right, told in one line.

    code is the exit code of the program.
    """

    def __init__(self, sentence: str, code: int = 1):
        super().__init__(sentence)
        self.code = code


def cause_of(output: str) -> str:
    """The name of the cause of what a failed command printed; empty when none is recognised."""
    for name, signs in CAUSES.items():
        if any(sign in output for sign in signs):
            return name
    return ""


def sentence_of(output: str) -> str:
    """The sentence for what a failed command printed; empty when nothing is recognised."""
    name = cause_of(output)
    return TEXTS[f"starting.cause.{name}"] if name else ""


def last_line(output: str) -> str:
    """The last line that says something: an error before any other, no notices."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("[notice]")]
    errors = [line for line in lines if line.startswith(("ERROR:", "OSError:"))]
    return (errors or lines or [""])[-1][:200]


def guarded(run: Callable[[], int], interrupted: int = 0) -> int:
    """run(), and its exit code; no expected failure ends in a traceback.

    interrupted is the exit code after Ctrl+C.
    """
    try:
        return run()
    except Failure as failure:
        return _failed(str(failure), failure.code)
    except OSError as error:
        return _failed(sentence_of(str(error)) or TEXTS.say("starting.system_says", error=error))
    except KeyboardInterrupt:
        print(TEXTS["starting.stopped"], flush=True)
        return interrupted


def _failed(sentence: str, code: int = 1) -> int:
    print(TEXTS.say("starting.error", sentence=sentence), file=sys.stderr, flush=True)
    return code
