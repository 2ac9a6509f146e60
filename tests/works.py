"""Work for a process apart: what may go wrong there, one at a time."""

import os
import time


def sleeps(seconds: float) -> None:
    time.sleep(seconds)


def eats(size: int) -> int:
    return len(bytes(size))


def ends(code: int) -> None:
    os._exit(code)


def aborts() -> None:
    os.abort()


def fails() -> None:
    raise ValueError("broken")


def answers(value: object) -> int:
    """Whatever it is given, though a whole number was promised."""
    return value  # type: ignore[return-value]  # what a child taken over would do


def prints(text: str) -> str:
    print(text)
    return text


def floods(size: int) -> bytes:
    return bytes(size)


def quotes(said: str) -> int:
    """Fails on what it is given, and repeats it."""
    return int(said)


def complains(size: int) -> None:
    """Says much, and fails."""
    os.write(2, b"x" * size)
    os._exit(1)
