"""The numbered files of a store's folder. store-000031.duckdb is a whole store;
store-000032.on-000031.duckdb is an overlay: what small writes changed since the whole one that
it leans on (small_writes.py).

A version is known by its number and by which file bears it: when newer files are removed, to
go back, their numbers are given anew, and a backup may be put in a file's place. A damaged one
is set aside as damaged-000031-20231105-101500.duckdb: its number is not given again, and the
time is that of the version that took its place.
"""

import hashlib
import os
import re
import shutil
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dashboard.errors import DashboardError
from dashboard.store import retention
from dashboard.store.refusals import unreadable
from dashboard.store.retention import Kept

_NAME = re.compile(r"store-(\d{6,})(?:\.on-(\d{6,}))?\.duckdb")
_ASIDE = re.compile(r"damaged-(\d{6,})-(\d{8}-\d{6})(?:-\d+)?\.duckdb")
_TIME = "%Y%m%d-%H%M%S"


class Version(NamedTuple):
    """One state of a store, by its file; device and inode are 0 where a file system has none
    (FAT, some shares on Windows): size and time of writing still tell two files apart there.
    on: of an overlay the number of the version that it leans on, and base that version, None
    where it is gone."""

    number: int
    device: int
    inode: int
    size: int
    written_ns: int
    on: int | None = None
    base: "Version | None" = None

    @property
    def whole(self) -> "Version":
        """The version with every table: itself, or the one that it leans on."""
        return self.base or self

    @property
    def files(self) -> tuple["Version", ...]:
        """What is opened to read it."""
        return (self.base, self) if self.base else (self,)

    @property
    def name(self) -> str:
        """What SQL calls it, and no other file ever: the key of what is remembered of it."""
        return f"v{self.number}_{hashlib.md5(repr(self).encode()).hexdigest()[:12]}"

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.path(Path()).name

    def path(self, folder: Path) -> Path:
        """Where its file is."""
        return path_of(folder, self.number, self.on)

    @property
    def published(self) -> datetime:
        """When, in local time: what was stored until then is in it."""
        return datetime.fromtimestamp(self.written_ns // 1_000_000_000)


class Aside(NamedTuple):
    """A damaged file that was set aside: what was stored after since is missing."""

    file: str
    since: datetime


def path_of(folder: Path, number: int, on: int | None = None) -> Path:
    """Where the version of a number is; on: the number that it leans on."""
    leaning = f".on-{on:06d}" if on is not None else ""
    return folder / f"store-{number:06d}{leaning}.duckdb"


def of_file(folder: Path, number: int, on: int | None = None) -> Version:
    """The version that bears a number now; on: the number that it leans on."""
    version = _version(number, path_of(folder, number, on).stat())
    if on is None:
        return version
    with suppress(FileNotFoundError):
        return version._replace(on=on, base=of_file(folder, on))
    return version._replace(on=on)


def is_open(handle: BinaryIO, version: Version) -> bool:
    """Is an open file that of the version?"""
    own = _version(version.number, os.fstat(handle.fileno()))
    return own._replace(on=version.on, base=version.base) == version


def found(folder: Path) -> list[Version]:
    """All versions, in order; none where there is no folder. FileNotFoundError when one is
    removed at this moment.

    Raises DashboardError store_not_a_folder and store_unreadable.
    """
    return [of_file(folder, number, on) for number, on in places(folder)]


def places(folder: Path) -> list[tuple[int, int | None]]:
    """The number of each version and of what it leans on, in order; none where there is no folder.

    Raises DashboardError store_not_a_folder and store_unreadable.
    """
    matches = _matches(folder, _NAME)
    pairs = [(int(match[1]), int(match[2]) if match[2] else None) for match in matches]
    return sorted(pairs, key=lambda pair: (pair[0], pair[1] is None))


def numbers(folder: Path) -> list[int]:
    """Those of all versions, in order."""
    return [number for number, _ in places(folder)]


def next_number(folder: Path) -> int:
    """One that no version has, nor a damaged one that was set aside."""
    aside = (int(match[1]) for match in _matches(folder, _ASIDE))
    return max([0, *numbers(folder), *aside]) + 1


def aside(folder: Path) -> list[Aside]:
    """What was set aside, by number."""
    return [
        Aside(match[0], datetime.strptime(match[2], _TIME))
        for match in sorted(_matches(folder, _ASIDE), key=lambda match: match[0])
    ]


def set_aside(folder: Path, damaged: Version, base: Version | None) -> None:
    """Take a damaged version out of the numbering; its file stays, under a name that tells the
    time of the version that takes its place.

    Raises DashboardError store_damaged_in_use.
    """
    since = (base or damaged).published.strftime(_TIME)
    stem = f"damaged-{damaged.number:06d}-{since}"
    target, more = folder / f"{stem}.duckdb", 1
    while target.exists():
        more += 1
        target = folder / f"{stem}-{more}.duckdb"
    try:
        with suppress(FileNotFoundError):  # somebody took it away
            damaged.path(folder).rename(target)
    except PermissionError as error:
        raise DashboardError("store_damaged_in_use", file=damaged.file) from error


def remove_old(folder: Path) -> None:
    """All but those that are kept (retention.py)."""
    try:
        room = retention.SHARE * shutil.disk_usage(folder).total
    except OSError:
        room = float("inf")
    _remove(folder, _kept(folder), room)


def give_way(folder: Path) -> bool:
    """Remove the oldest version that may go, for room on a full disk; was there one?"""
    kept = _kept(folder)
    _remove(folder, kept, sum(version.size for version in kept) - 1)
    return len(numbers(folder)) < len(kept)


def remove_left_behind(folder: Path) -> None:
    """Files of writers that were killed: with the lock held nobody else writes.

    Rehearsals hold none; theirs go when they are an hour old.
    """
    for file in folder.glob("writing-*"):
        remove(file)
    for file in folder.glob("rehearsal-*"):
        with suppress(FileNotFoundError):
            if time.time() - file.stat().st_mtime > 3600:
                remove(file)


def remove(file: Path) -> None:
    """The file, if it is there and nobody holds it."""
    with suppress(PermissionError):  # Windows: a reader still has it open; next time
        file.unlink(missing_ok=True)


def _remove(folder: Path, kept: list[Kept], room: float) -> None:
    needs = {version.number: version.needs for version in kept}
    for number in retention.going(kept, datetime.now(), room):
        remove(path_of(folder, number, needs[number]))


def _kept(folder: Path) -> list[Kept]:
    kept = []
    for number, on in places(folder):
        with suppress(FileNotFoundError):
            version = of_file(folder, number, on)
            kept.append(Kept(number, version.size, version.published, on))
    return kept


def _version(number: int, stat: os.stat_result) -> Version:
    return Version(number, stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns)


def _matches(folder: Path, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    try:
        found = [pattern.fullmatch(entry.name) for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise DashboardError("store_not_a_folder", path=folder) from None
    except OSError as error:
        raise unreadable(error, folder) from error
    return [match for match in found if match]
