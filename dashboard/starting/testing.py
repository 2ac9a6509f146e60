"""start.py test: every check of the repository, one line each, then the tests.

All run, whatever fails; the exit code is that of the first that failed.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress

from dashboard.config import ROOT
from dashboard.starting.browsers import ensure_browser
from dashboard.starting.failures import TEXTS, guarded
from dashboard.starting.locking import one_at_a_time
from dashboard.starting.processes import child_environment, end, quietly, stop_on_signals, tell

PYTHON = sys.executable
CHECKS = {
    "ruff check": [PYTHON, "-m", "ruff", "check", "."],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "mypy": [PYTHON, "-m", "mypy"],
    "import-linter": [
        PYTHON,
        "-c",
        "from importlinter.cli import lint_imports_command as check; check()",
    ],
}


def main(arguments: Sequence[str]) -> int:
    """Run them all; arguments are pytest's, but for --long."""
    stop_on_signals()
    codes = [check(name, command) for name, command in CHECKS.items()]
    codes.append(test(arguments))
    return next((code for code in codes if code), 0)


def check(name: str, command: Sequence[str]) -> int:
    """One check's exit code; what it printed is shown only when it failed."""
    begun = time.monotonic()
    code, output = quietly(command)
    if code:
        tell(output)
    summarise(name, code, time.monotonic() - begun)
    return code


def summarise(name: str, code: int, seconds: float) -> None:
    """The one line about a check."""
    verdict = TEXTS["starting.failed" if code else "starting.passed"]
    tell(f"{name}: {verdict} ({seconds:.0f} s)")


def test(arguments: Sequence[str]) -> int:
    """Run pytest with everything it needs; its exit code."""
    with one_at_a_time(ROOT / "start.py"):
        environment = dict(child_environment(), PAPI_TEST_BROWSER=ensure_browser())
    command = [PYTHON, "-m", "pytest", *pytest_arguments(arguments)]
    begun = time.monotonic()
    child = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        code = child.wait()
    except KeyboardInterrupt:  # mostly pytest heard it too, and is stopping its own
        with suppress(subprocess.TimeoutExpired):
            child.wait(5)
        raise
    finally:
        end(child)
    summarise("pytest", code, time.monotonic() - begun)
    return code


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """On every core; --long is ours: without it the tests marked long are left out."""
    rest = [argument for argument in arguments if argument != "--long"]
    kept = "" if "--long" in arguments else "not long"
    return ["-n", "auto", "-m", kept, *rest]


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:]), interrupted=130))
