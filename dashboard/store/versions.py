"""The numbered files of a store's folder. store-000031.duckdb is a whole store;
store-000032.on-000031.duckdb is an overlay: what small writes changed since the whole one that it
names (small_writes.py). The highest number is the newest.

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
_NAME = re.compile(r"store-(\d{6,})(?:\.on-(\d{6,}))?\.duckdb")


class Version(NamedTuple):
    """One state of a store, by its file; device and inode are 0 where a file system has none
    (FAT, some shares on Windows): size and time of writing still tell two files apart there.
    base: of an overlay the version that it leans on."""

    number: int
    device: int
    inode: int
    size: int
    written_ns: int
    base: "Version | None" = None

    @property
    def name(self) -> str:
        """What SQL calls it, and no other file ever: the key of what is remembered of it."""
        return f"v{self.number}_{hashlib.md5(repr(self).encode()).hexdigest()[:12]}"

    @property
    def on(self) -> int | None:
        """The number that it leans on."""
        return self.base.number if self.base else None

    @property
    def whole(self) -> "Version":
        """The version with every table: itself, or the one that it leans on."""
        return self.base or self

    @property
    def files(self) -> tuple["Version", ...]:
        """What has to be there to read it."""
        return (self.base, self) if self.base else (self,)


def path_of(folder: Path, number: int, base: int | None = None) -> Path:
    """Where the version of a number is; base: the number that it leans on."""
    on = f".on-{base:06d}" if base is not None else ""
    return folder / f"store-{number:06d}{on}.duckdb"


def next_number(folder: Path) -> int:
    """One more than any that a file bears."""
    return max((number for number, _ in _found(folder)), default=0) + 1


def newest(folder: Path) -> Version | None:
    """The version with the highest number, None where there is no store yet.

    Raises DashboardError store_not_a_folder.
    """
    while found := _whole(folder):
        with suppress(FileNotFoundError):  # removed since: look again
            return of_file(folder, *found[-1])
    return None


def of_file(folder: Path, number: int, base: int | None = None) -> Version:
    """The version that bears a number now; base: the number that it leans on."""
    below = of_file(folder, base) if base is not None else None
    stat = path_of(folder, number, base).stat()
    return Version(number, stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, below)


def remove_old(folder: Path) -> None:
    """All but the newest few, and what these lean on."""
    found = _found(folder)
    kept = found[-KEPT:]
    leant_on = {base for _, base in kept}
    for number, base in found[:-KEPT]:
        if base is not None or number not in leant_on:
            remove(path_of(folder, number, base))


def remove(file: Path) -> None:
    """The file, if it is there and nobody holds it."""
    with suppress(PermissionError):  # Windows: a reader still has it open; next time
        file.unlink(missing_ok=True)


def _whole(folder: Path) -> list[tuple[int, int | None]]:
    """Those found that have all they lean on."""
    found = _found(folder)
    return [(number, base) for number, base in found if base is None or (base, None) in found]


def _found(folder: Path) -> list[tuple[int, int | None]]:
    """Number of every version and of what it leans on, in order; of one number a whole store
    counts before an overlay."""
    try:
        found = [_NAME.fullmatch(entry.name) for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise DashboardError("store_not_a_folder", path=folder) from None
    pairs = [(int(match[1]), int(match[2]) if match[2] else None) for match in found if match]
    return sorted(pairs, key=lambda pair: (pair[0], pair[1] is None))
