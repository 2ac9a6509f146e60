"""What the system refused (a full disk, no right, a folder that went), as a sentence's code.

DuckDB tells the system's words within its own message; Windows has other ones.
"""

import errno
from pathlib import Path

import duckdb

from dashboard.errors import DashboardError

_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL_WORDS = ("No space left on device", "Disk quota exceeded", "not enough space on the disk")
_NO_RIGHT_WORDS = ("Permission denied", "Read-only file system", "Access is denied")
_FULL_ON_WINDOWS = (39, 112)  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_NEWER_WORDS = ("database file with version number", "newer version of DuckDB")
_TEMP_WORDS = ("max_temp_directory_size", "duckdb_temp_storage")

# A commit that finds no room for its log is a TransactionException.
WRITING = (OSError, duckdb.IOException, duckdb.FatalException, duckdb.TransactionException)
READING = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException)


def in_writing(error: Exception, folder: Path) -> DashboardError | None:
    """Why a version could not be written; None where it is no refusal of the system."""
    is_of_writing = isinstance(error, OSError | duckdb.IOException) or "write file" in str(error)
    if not is_of_writing:
        return None
    if not folder.is_dir():
        return DashboardError("store_gone", path=folder)
    if is_full(error):
        return DashboardError("store_disk_full", path=folder)
    if _is(error, _NO_RIGHT, _NO_RIGHT_WORDS):
        return DashboardError("store_read_only", path=folder)
    return DashboardError("store_not_writable", path=folder)


def in_reading(error: Exception, folder: Path) -> DashboardError | None:
    """Why a sound version could not be read; None where it is no refusal of the system."""
    if _is(error, _FULL, (*_FULL_WORDS, *_TEMP_WORDS), _FULL_ON_WINDOWS):
        return DashboardError("store_temp_full")
    if _is(error, _NO_RIGHT, _NO_RIGHT_WORDS):
        return DashboardError("store_unreadable", path=folder)
    return None


def unreadable(error: OSError, path: Path) -> DashboardError:
    """Why a file or folder of the store could not be opened or read."""
    if isinstance(error, FileNotFoundError):
        return DashboardError("store_gone", path=path)
    return DashboardError("store_unreadable", path=path)


def is_full(error: Exception) -> bool:
    """Is there no room on the disk?"""
    return _is(error, _FULL, _FULL_WORDS, _FULL_ON_WINDOWS)


def newer_format(error: Exception, path: Path) -> None:
    """Raises DashboardError store_too_new_file for a file that a newer DuckDB wrote."""
    if any(words in str(error) for words in _NEWER_WORDS):
        raise DashboardError("store_too_new_file", file=path.name) from error


def _is(
    error: Exception, codes: tuple[int, ...], words: tuple[str, ...], windows: tuple[int, ...] = ()
) -> bool:
    if isinstance(error, OSError):
        return error.errno in codes or getattr(error, "winerror", None) in windows
    return any(word in str(error) for word in words)
