"""Child processes: how they are run, watched and ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboard.config import ROOT
from dashboard.starting.failures import Failure, last_line, sentence_of

Command = Sequence[str | Path]
Child = subprocess.Popen[str] | subprocess.Popen[bytes]
ASTRAY = {
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONSAFEPATH",
    "PYTHONDONTWRITEBYTECODE",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
}


def tell(text: str, end: str = "\n") -> None:
    """Flushed, so that it stands before what the child processes print."""
    print(text, end=end, flush=True)


def stop_on_signals() -> None:
    """Being ended from outside is Ctrl+C too: the server must not be left behind.

    SIGINT as well: a shell starts background jobs with it ignored. nohup ignores SIGHUP,
    and that is meant.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number and (name == "SIGINT" or signal.getsignal(number) != signal.SIG_IGN):
            signal.signal(number, signal.default_int_handler)


def child_environment() -> dict[str, str]:
    """Our environment for children, without what would lead Python astray.

    PIP_* stays, because offices have mirrors. Bytecode is written (the installer leaves
    that to the first import): without it every start would compile the libraries again.
    """
    environment = {name: text for name, text in os.environ.items() if name not in ASTRAY}
    environment.update(PYTHONUTF8="1", PIP_USER="0")
    if environment.get("PAPI_STORE"):  # children run in ROOT, the path was meant from here
        environment["PAPI_STORE"] = os.path.abspath(environment["PAPI_STORE"])
    return environment


def quietly(command: Command, watch: Callable[[str], None] | None = None) -> tuple[int, str]:
    """Run a command; its exit code and everything it printed. It ends when we do."""
    child = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    lines = []
    try:
        for line in child.stdout or ():
            lines.append(line)
            if watch:
                watch(line)
        return child.wait(), "".join(lines)
    finally:
        end(child)


def finish(command: Command, otherwise: str, watch: Callable[[str], None] | None = None) -> None:
    """Run a command that has to succeed; otherwise a Failure says why it did not."""
    code, output = quietly(command, watch)
    if code == 0:
        return
    cause = sentence_of(output)
    if not cause:
        print("\n" + output, file=sys.stderr)
    raise Failure(f"{cause or otherwise} [{last_line(output) or code}]")


def dot(line: str) -> None:
    """pip's long silence made bearable: a dot a library."""
    if line.lstrip().startswith(("Collecting", "Processing", "Installing")):
        tell(".", end="")


def end(child: Child, seconds: float = 5) -> None:
    """Ask a child to stop, make it after so many seconds; nothing to do when it has ended."""
    if child.stdout:
        child.stdout.close()
    if child.poll() is not None:
        return
    impatient = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl+C
    child.terminate()
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    finally:
        signal.signal(signal.SIGINT, impatient)
