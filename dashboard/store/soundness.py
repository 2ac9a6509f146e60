"""Which versions are whole. Each is looked at once by a process, when it is first met.

A sealed version is whole when its sum is right. One without a seal is of a program from before
the seals, and then every column of every table is read: DuckDB keeps a sum of each block, and
what it misses is damage in blocks that nothing uses. A file that has neither is damaged.
"""

import errno
import threading
from pathlib import Path

import duckdb

from dashboard.store import migrations, sealing, sql, table_sums, versions
from dashboard.store.refusals import newer_format, unreadable
from dashboard.store.versions import Version

_OF_DAMAGE = (errno.EIO, errno.EISDIR)  # a bad place on the disk; no file at all
FIRST_SEALED = 7  # the migration from which on every version bears a seal


class Soundness:
    """What is known of the versions of one folder."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._known: dict[Version, bool] = {}
        self._looking = threading.Lock()

    def of(self, version: Version) -> bool:
        """Is it whole? FileNotFoundError when it went, or another file took its place.

        Raises DashboardError store_unreadable where the system does not let it be read, and
        store_too_new_file.
        """
        if version.on is not None and not (version.base and self.of(version.base)):
            return False
        known = self._known.get(version)
        if known is not None:
            return known
        with self._looking:
            if version not in self._known:
                self._known[version] = self._look(version)
            return self._known[version]

    def vouch(self, version: Version) -> None:
        """For a version that this process has just published."""
        self._known[version] = True

    def condemn(self, version: Version) -> None:
        """What was read of it was not what was written."""
        self._known[version] = False

    def look_again(self, version: Version) -> bool:
        """Is it whole, though something went wrong in reading it?"""
        self._known.pop(version, None)
        return self.of(version)

    def _look(self, version: Version) -> bool:
        path = version.path(self._folder)
        try:
            with path.open("rb", buffering=0) as handle:
                if not versions.is_open(handle, version):
                    raise FileNotFoundError(path)
                below = sealing.told(version.base.path(self._folder)) if version.base else b""
                holds = sealing.holds(handle, below)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno in _OF_DAMAGE:
                return False
            raise unreadable(error, path) from error
        return reads_whole(path) if holds is None else holds


def reads_whole(path: Path) -> bool:
    """Is a file without a seal a whole store of a program from before the seals?

    Also true for one of a later program that seals otherwise: whoever opens it is told so.
    """
    try:
        # Of its own: an error within DuckDB may make an instance useless for good.
        with duckdb.connect(":memory:") as database:
            attached = str(path).replace("'", "''")
            database.execute(f"attach '{attached}' as looked_at (read_only)")
            database.execute("use looked_at")
            schema: int = sql.value(database, "schema_version", "read")
            if FIRST_SEALED <= schema <= migrations.newest():
                return False
            table_sums.of_all(database)
    except duckdb.Error as error:
        newer_format(error, path)
        return False
    return True
