"""Files that are there whole or not at all: written beside their place, then renamed."""

import os
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from dashboard.errors import DashboardError


def write(files: Mapping[Path, bytes]) -> None:
    """Write several files, none of them unless all can be. Raises DashboardError cannot_write."""
    with ExitStack() as left:
        beside: dict[Path, Path] = {}
        for path, content in files.items():
            new = path.with_name(f".{path.name[:80]}.{os.getpid()}.new")
            left.callback(_remove, new)
            try:
                if path.is_dir():
                    raise IsADirectoryError
                new.write_bytes(content)
                with suppress(OSError):
                    os.chmod(new, path.stat().st_mode & 0o777)
            except (OSError, ValueError):
                raise DashboardError("cannot_write", path=path) from None
            beside[new] = path
        for new, path in beside.items():
            try:
                os.replace(new, path)
            except OSError:
                raise DashboardError("cannot_write", path=path) from None


def _remove(path: Path) -> None:
    with suppress(OSError, ValueError):
        path.unlink(missing_ok=True)
