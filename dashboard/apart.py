"""Work done in a process apart, with limits on its memory and time, that dies with ours.

A parser can abort its process, eat the machine or never end on a broken file, and so can what
is made of the cells it found: none of it ever runs in the process of a page.
"""

import gc
import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from dashboard import config

STARVED = 3  # the child's exit code when Python itself ran out of memory


class Failed(Exception):
    """The child gave no answer: args[0] is "time", "memory" or "fault"."""


def run(work: Callable, *given: object, memory: int, seconds: float) -> object:
    """work(*given) in a child process, within so many bytes of memory and seconds.

    work is a function of a module; what it is given and what it answers can be pickled.
    Raises Failed; however this ends, the child has ended too.
    """
    task = pickle.dumps((memory, seconds, work, given))
    command = [sys.executable, "-m", "dashboard.apart"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=config.ROOT, **pipes) as child:
        # The child's input stays open until it has answered: when it ends, we have died.
        lifeline, child.stdin = child.stdin, None
        try:
            with suppress(BrokenPipeError):
                lifeline.write(task)
                lifeline.flush()
            answer, said = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Failed("time") from None
        finally:
            child.kill()
            with suppress(BrokenPipeError):
                lifeline.close()
    if child.returncode == 0:
        return pickle.loads(answer)
    said = said.decode("utf-8", "replace")
    if child.returncode == STARVED or "memory" in said.lower():
        raise Failed("memory")
    logging.getLogger(__name__).error("a child process ended: %s", said)
    raise Failed("fault")


def main() -> None:
    """The child: a task from its input, the answer to its output."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints gets into the answer
    memory, seconds, work, given = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit(memory, seconds)
    gc.disable()  # nothing here is thrown away: looking for it costs a fifth of the time
    try:
        pickle.dump(work(*given), output, protocol=5)
        output.flush()
    except MemoryError:
        os._exit(STARVED)
    os._exit(0)  # the thread still waits, and what is here needs no tidying


def _end_with_parent() -> None:
    os.read(0, 1)
    os._exit(1)


def _limit(memory: int, seconds: float) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the parent's clock alone holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    processor = int(seconds) + 2  # should a parser keep the thread from its turn
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
