"""Cài đặt và chạy bảng điều khiển: python3 start.py (python3 start.py --help xem các tùy chọn).

Makes .venv beside this file, installs the lock into it and hands over to the program there.
Written so that Python 3.6 can still parse it: an old Python then gets a sentence, not a
SyntaxError. What it takes from dashboard/starting needs the standard library only.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
MINIMUM = (3, 11)


def main(arguments: list) -> int:
    """Install what is missing, then serve, test, pack or take pictures; the exit code."""
    speak_utf8()
    if tuple(sys.version_info[:2]) < MINIMUM:
        too_old = (
            "Lỗi: cần Python 3.11 trở lên, máy đang chạy Python {}.{} (Python 3.11 or later is "
            "needed: python.org)"
        )
        print(too_old.format(*sys.version_info[:2]), file=sys.stderr, flush=True)
        return 1
    sys.path.insert(0, str(ROOT))  # PYTHONSAFEPATH leaves it out
    from dashboard.starting import failures, processes

    processes.stop_on_signals()
    interrupted = 130 if arguments[:1] == ["test"] else 0
    return failures.guarded(lambda: run(arguments), interrupted)


def speak_utf8() -> None:
    """A Windows console or pipe may not take Vietnamese: a "?" is better than a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def run(arguments: list) -> int:
    """What is asked is understood before anything is installed."""
    from dashboard.starting import arguments as asked
    from dashboard.starting import environment, failures

    if asked.HELP & set(arguments):
        print(failures.TEXTS["starting.help"])
        return 0
    module = asked.module_for(arguments)
    own = environment.Environment(ROOT)
    tests = arguments[:1] in (["test"], ["screenshots"])
    own.ensure(environment.TEST if tests else environment.RUN)
    return hand_over([str(own.python), "-m"] + module)


def hand_over(command: list) -> int:
    """Become that command. Windows cannot: there we wait for it, deaf to Ctrl+C, which it hears.

    It runs in the caller's folder, from which paths were meant, and finds the program in ours.
    """
    from dashboard.starting import processes

    environment = dict(processes.child_environment(), PYTHONPATH=str(ROOT))
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    for name in ("SIGINT", "SIGBREAK"):
        signal.signal(getattr(signal, name), lambda *_: None)
    return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
