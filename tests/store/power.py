"""What a power cut would leave of a store's folder, at every step of a writing.

The disk is thought of as badly as it may be: of a file's bytes only those are there that were
there at its last os.fsync, and names given and taken only once the folder was synced. What DuckDB
syncs by itself is not seen, so it counts for nothing. Each step (a sync, a name given or taken)
is one moment; at each the folder is told as several disks might leave it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

STEPS = ("fsync", "fdatasync", "replace", "rename", "unlink", "remove", "link")


class Left(NamedTuple):
    """What is there when the power is back: name -> bytes; moment and disk say how it came."""

    moment: str
    disk: str
    files: dict[str, bytes]

    def put(self, folder: Path) -> Path:
        """Into an empty folder."""
        folder.mkdir()
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        return folder


class Power:
    """Watches a folder whose present state is on the disk; use inside monkeypatch."""

    def __init__(self, folder: Path, monkeypatch):
        self.folder = folder
        self.left: list[Left] = []
        self._names = self._names_now()
        self._synced = {inode: (folder / name).read_bytes() for name, inode in self._names.items()}
        self._told: set[int] = set()
        for step in STEPS:
            monkeypatch.setattr(os, step, self._watched(step, getattr(os, step)))

    def _watched(self, step: str, act):
        def watched(*given, **more):
            is_here = any(self._is_here(path) for path in given)
            if is_here:
                self.cut(f"before {step} {self._name(given[0])}")
            done = act(*given, **more)
            if is_here and "sync" in step:
                self._sync(given[0])
            if is_here:
                self.cut(f"after {step} {self._name(given[-1])}")
            return done

        return watched

    def cut(self, moment: str) -> list[Left]:
        """What each disk would leave at this moment; kept in left unless it was there before."""
        now, found = self._names_now(), []
        for disk, names, lost in self._disks(now):
            files = {name: self._content(name, inode, now, lost) for name, inode in names.items()}
            found.append(Left(moment, disk, files))
            known = hash(tuple(sorted(files.items())))
            if known not in self._told:
                self._told.add(known)
                self.left.append(found[-1])
        return found

    def _disks(self, now: dict[str, int]) -> Iterator[tuple[str, dict[str, int], str]]:
        """How a disk keeps names, and what stands for bytes that were not synced."""
        yield "nothing unsynced is there", self._names, "none"
        yield "names are there, bytes are not", now, "none"
        yield "names are there, bytes are zero", now, "zero"
        yield "names are there, half of the bytes", now, "half"
        kept = {name: inode for name, inode in self._names.items() if name in now}
        yield "removals are there, new names are not", kept, "none"
        both = self._names | now
        yield "new names are there, removals are not", both, "none"

    def _content(self, name: str, inode: int, now: dict[str, int], lost: str) -> bytes:
        if inode in self._synced:
            return self._synced[inode]
        if lost == "none" or name not in now:
            return b""
        content = (self.folder / name).read_bytes()
        return bytes(len(content)) if lost == "zero" else content[: len(content) // 2]

    def _sync(self, handle: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{handle}"))
        if path == self.folder:
            self._names = self._names_now()
        else:
            self._synced[os.fstat(handle).st_ino] = path.read_bytes()

    def _names_now(self) -> dict[str, int]:
        return {entry.name: entry.inode() for entry in os.scandir(self.folder) if entry.is_file()}

    def _is_here(self, path: object) -> bool:
        where = self._path(path)
        return where is not None and (where == self.folder or where.parent == self.folder)

    def _name(self, path: object) -> str:
        where = self._path(path)
        return where.name if where else ""

    def _path(self, path: object) -> Path | None:
        if isinstance(path, int):
            try:
                return Path(os.readlink(f"/proc/self/fd/{path}"))
            except OSError:
                return None
        return Path(os.fspath(path)) if isinstance(path, str | os.PathLike) else None
