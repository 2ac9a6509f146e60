"""Files in the system's temporary folder, for as long as they are needed."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dashboard.errors import DashboardError


@contextmanager
def file_of(content: bytes, name: str) -> Iterator[Path]:
    """The content as a file of that name. Raises DashboardError temp_full."""
    with _folder() as folder:
        path = Path(folder) / name
        try:
            path.write_bytes(content)
        except OSError as error:
            raise DashboardError("temp_full") from error
        yield path


def nameless() -> IO[bytes]:
    """A file that goes when it is closed. Raises DashboardError temp_full."""
    try:
        return tempfile.TemporaryFile()
    except OSError as error:
        raise DashboardError("temp_full") from error


def _folder() -> "tempfile.TemporaryDirectory[str]":
    """Python tries to write before it takes a folder: a full one is none."""
    try:
        return tempfile.TemporaryDirectory()
    except OSError as error:
        raise DashboardError("temp_full") from error
