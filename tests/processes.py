"""Processes as the system knows them (/proc)."""

import time
from collections.abc import Callable
from pathlib import Path


def children(process: int | str = "self") -> list[str]:
    """Processes that this one started and that are there still."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [child for task in tasks for child in task.read_text().split()]


def wait_until(true: Callable[[], bool]) -> None:
    """Return when it is so; 10 seconds are too long."""
    until = time.monotonic() + 10
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)
