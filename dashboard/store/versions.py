"""The numbered files of a store's folder, each a whole store: store-000031.duckdb.

A version is known by its number and by which file bears it: when newer files are removed, to
go back, their numbers are given anew, and a backup may be put in a file's place.
"""

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dashboard.errors import DashboardError

KEPT = 8  # the newest and seven backups
_NAME = re.compile(r"store-(\d{6,})\.duckdb")


class Version(NamedTuple):
    """One file of a store; device and inode are 0 where a file system has none (FAT, some
    shares on Windows): size and time of writing still tell two files apart there."""

    number: int
    device: int
    inode: int
    size: int
    written_ns: int

    @property
    def name(self) -> str:
        """What SQL calls it, and no other file ever: the key of what is remembered of it."""
        return f"v{self.number}_{hashlib.md5(repr(self).encode()).hexdigest()[:12]}"


def path_of(folder: Path, number: int) -> Path:
    """Where the version of a number is."""
    return folder / f"store-{number:06d}.duckdb"


def newest(folder: Path) -> Version | None:
    """The version with the highest number, None where there is no store yet.

    Raises DashboardError store_not_a_folder.
    """
    while numbers := _numbers(folder):
        with suppress(FileNotFoundError):  # removed since: look again
            return of_file(folder, numbers[-1])
    return None


def of_file(folder: Path, number: int) -> Version:
    """The version that bears a number now."""
    stat = path_of(folder, number).stat()
    return Version(number, stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns)


def remove_old(folder: Path) -> None:
    """All but the newest few."""
    for number in _numbers(folder)[:-KEPT]:
        remove(path_of(folder, number))


def remove(file: Path) -> None:
    """The file, if it is there and nobody holds it."""
    with suppress(PermissionError):  # Windows: a reader still has it open; next time
        file.unlink(missing_ok=True)


def _numbers(folder: Path) -> list[int]:
    """Of all versions, in order."""
    try:
        found = [_NAME.fullmatch(entry.name) for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise DashboardError("store_not_a_folder", path=folder) from None
    return sorted(int(match[1]) for match in found if match)
