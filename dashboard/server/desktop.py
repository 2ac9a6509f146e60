"""Opening the person's browser, where there is a desktop to open it on."""

import os
import subprocess
import sys
from contextlib import suppress


def open_page(address: str) -> None:
    """By a process of its own: a browser may block or chatter without harm."""
    if not has_desktop():
        return
    nothing = subprocess.DEVNULL
    command = [sys.executable, "-m", "webbrowser", address]
    with suppress(OSError):
        subprocess.Popen(
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )


def has_desktop() -> bool:
    """A text terminal, or one reached over ssh, has no window to open."""
    if os.environ.get("SSH_CONNECTION"):
        return False
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
