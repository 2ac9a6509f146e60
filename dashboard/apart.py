"""Work done in a process apart, with limits on its memory and time, that dies with ours.

A parser can abort its process, eat the machine or never end on a broken file, and so can what
is made of the cells it found: none of it ever runs in the process of a page. What the child
answers is a message of the wire, refused when it does not say what the work is to answer.
"""

import gc
import json
import logging
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from types import GenericAlias
from typing import IO, Any, TypeVar, TypeVarTuple, get_type_hints

from dashboard import config, temporary, wire
from dashboard.errors import DashboardError

LATE = {-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)} - {0}
STARVED = 3  # the child's exit code when Python itself ran out of memory
BUSY = 3  # by the clock so many times the seconds of work: other programs want the machine too
MOST_ANSWERED = 256 * 2**20  # bytes; a survey of 100,000 forms by 40 answers has 17 MB
MOST_SAID = 10_000  # bytes of a child's complaint that are looked at
# How libraries, Python's and others, complain that there is no memory left.
STARVING = ("MemoryError", "memory allocation of", "bad_alloc", "out of memory", "malloc")
_FAULT = re.compile(
    r'(?m)(?<=^  )File "[^"]*", line \d+, in \S+'
    r"|^[A-Za-z_.]*(?:Error|Exception|Interrupt|Exit)\b"
    r"|^Fatal Python error: [A-Za-z ]+|panicked at [\w/.\\-]+:\d+"
)
COMMAND = (sys.executable, "-m", "dashboard.apart")

Given = TypeVarTuple("Given")
Answer = TypeVar("Answer")


class Failed(Exception):
    """The child gave no answer: args[0] is "time", "memory" or "fault"."""


def run(work: Callable[[*Given], Answer], *given: *Given, memory: int, seconds: float) -> Answer:
    """work(*given) in a child process, within so many bytes of memory and seconds of work.

    work is a function of a module; what it is given and answers is of types that the wire knows.
    Raises Failed, and DashboardError temp_full; however this ends, the child has ended too.
    """
    taken, answered = _types(work)
    message = wire.packed(given, taken)
    name = f"{work.__module__}:{work.__qualname__}"
    task = {"work": name, "memory": memory, "seconds": seconds, "size": len(message)}
    with temporary.nameless() as answer, temporary.nameless() as complaint:
        _child(json.dumps(task).encode() + b"\n" + message, seconds, answer, complaint)
        answer.seek(0)
        content = answer.read(MOST_ANSWERED)  # what is longer is cut off: no message any more
        try:
            found: Answer = wire.unpacked(content, answered)
        except wire.Malformed as fault:
            logging.getLogger(__name__).error(
                "a child process answered wrongly: %s", _where(str(fault))
            )
            raise Failed("fault") from None
    return found


def _types(work: Callable[..., object]) -> tuple[object, object]:
    """The types of what a function is given, as one tuple, and of what it answers."""
    *given, answer = get_type_hints(work).values()
    return GenericAlias(tuple, tuple(given)), answer


def _child(task: bytes, seconds: float, answer: IO[bytes], complaint: IO[bytes]) -> None:
    """Let a child do the task. Raises Failed unless it ends well and in time."""
    with subprocess.Popen(
        COMMAND, cwd=config.ROOT, stdin=subprocess.PIPE, stdout=answer, stderr=complaint
    ) as child:
        # The child's input stays open until it has answered: when it ends, we have died.
        lifeline, child.stdin = child.stdin, None
        assert lifeline is not None
        clock = threading.Timer(BUSY * seconds, child.kill)
        clock.start()
        try:
            with suppress(BrokenPipeError):
                lifeline.write(task)
                lifeline.flush()
            code = child.wait()
            is_late = clock.finished.is_set() or code in LATE
        finally:
            child.kill()
            clock.cancel()
            with suppress(BrokenPipeError):
                lifeline.close()
    if code != 0:
        _has_room(answer)
        raise Failed("time" if is_late else _cause(code, complaint))


def _has_room(answer: IO[bytes]) -> None:
    """Raises DashboardError temp_full where the disk has no room for an answer: then the file
    isn't to blame."""
    try:
        answer.seek(0, os.SEEK_END)
        answer.write(bytes(2**16))
        answer.flush()
    except OSError as error:
        raise DashboardError("temp_full") from error


def _cause(code: int, complaint: IO[bytes]) -> str:
    size = complaint.seek(0, os.SEEK_END)
    complaint.seek(max(0, size - MOST_SAID))
    said = complaint.read().decode("utf-8", "replace")
    if code == STARVED or any(sign in said for sign in STARVING):
        return "memory"
    logging.getLogger(__name__).error("a child process ended: %s", _where(said))
    return "fault"


def _where(said: str) -> str:
    """Where the child failed and how: the places in the code and the kinds of error. What it said
    of them may quote a cell.

    >>> _where('  File "a.py", line 3, in f\\n    int(x)\\nValueError: Nguyễn Văn A')
    'File "a.py", line 3, in f; ValueError'
    """
    return "; ".join(_FAULT.findall(said)) or "no word of where"


def main() -> None:
    """The child: a task from its input, the answer to its output."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints gets into the answer
    task = json.loads(sys.stdin.buffer.readline())
    message = sys.stdin.buffer.read(task["size"])
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work = _named(task["work"])
    taken, answered = _types(work)
    given = wire.unpacked(message, taken)
    _limit(task["memory"], task["seconds"])
    gc.disable()  # nothing here is thrown away: looking for it costs a fifth of the time
    try:
        output.write(wire.packed(work(*given), answered))
        output.flush()
    except MemoryError:
        os._exit(STARVED)
    os._exit(0)  # the thread still waits, and what is here needs no tidying


def _named(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _end_with_parent() -> None:
    os.read(0, 1)
    os._exit(1)


def _limit(memory: int, seconds: float) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the parent's clock alone holds
        return
    limits = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CPU: max(1, round(seconds)),
        resource.RLIMIT_FSIZE: MOST_ANSWERED,
        resource.RLIMIT_CORE: 0,
    }
    for kind, limit in limits.items():
        most = resource.getrlimit(kind)[1]  # what we are allowed may be less already
        limit = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    main()
