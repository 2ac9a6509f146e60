"""The seal of a version: a sum over all its bytes, behind them in the same file.

    <the database, byte for byte> <MAGIC, 16 bytes> <SHA-256 of the database, 32 bytes>

DuckDB reads a file by its header and passes over what follows its last block. One file, so the
seal can't be lost or told of another one, under whatever number a backup comes back.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

MAGIC = b"papi-xa sealed 1"
SEAL_BYTES = len(MAGIC) + hashlib.sha256().digest_size
_PIECE = 1 << 20


def seal(file: Path) -> None:
    """Put the seal behind a finished database and bring both to the disk."""
    with file.open("rb+", buffering=0) as handle:
        found = _sum(handle, os.fstat(handle.fileno()).st_size)
        handle.write(MAGIC + found)
        os.fsync(handle.fileno())


def holds(handle: BinaryIO) -> bool | None:
    """Is the file of an open handle what was sealed? None: it bears no seal at all."""
    size, told = _seal_of(handle)
    return None if told is None else _sum(handle, size) == told


def copy(source: Path, target: Path) -> bool | None:
    """Copy the database without its seal, read once; the answer is that of holds()."""
    with source.open("rb", buffering=0) as handle, target.open("wb", buffering=0) as copied:
        size, told = _seal_of(handle)
        found = _sum(handle, size, copied.write)
    return None if told is None else found == told


def folder_to_disk(folder: Path) -> None:
    """The names in a folder, so that a rename outlives a power cut."""
    with suppress(OSError):  # Windows opens no folders, and keeps names by itself
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _seal_of(handle: BinaryIO) -> tuple[int, bytes | None]:
    """The size of what is sealed, and the sum that the seal tells; the whole file without one."""
    size = os.fstat(handle.fileno()).st_size
    handle.seek(max(0, size - SEAL_BYTES))
    tail = handle.read(SEAL_BYTES)
    if len(tail) == SEAL_BYTES and tail.startswith(MAGIC):
        return size - SEAL_BYTES, tail[len(MAGIC) :]
    return size, None


def _sum(
    handle: BinaryIO, size: int, pass_on: Callable[[memoryview], object] = lambda piece: None
) -> bytes:
    """Over the first bytes of the file, each piece passed on as it is read."""
    total = hashlib.sha256()
    buffer = memoryview(bytearray(min(_PIECE, size) or 1))
    handle.seek(0)
    while size > 0 and (read := handle.readinto(buffer[: min(len(buffer), size)])):  # type: ignore[attr-defined]
        total.update(buffer[:read])
        pass_on(buffer[:read])
        size -= read
    return total.digest()
