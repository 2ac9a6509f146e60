"""Which version of a folder holds: the newest one that is sound, and what lies damaged above it."""

import errno
from pathlib import Path
from typing import NamedTuple

from dashboard.errors import DashboardError
from dashboard.store import sealing, soundness, versions
from dashboard.store.damage import Damage
from dashboard.store.versions import Version


class Seen(NamedTuple):
    """The newest sound version, None where there is no store yet; damaged ones above it."""

    newest: Version | None
    damaged: tuple[Version, ...]


class Lookout:
    """Looks into one folder for one process, and remembers which versions it knows."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._soundness = soundness.Soundness(folder)
        self.saw_any = False  # an empty folder is a new store only until there was a version
        self.damage: Damage | None = None  # as it was at the last look

    def look(self) -> Seen:
        """What is there now.

        Raises DashboardError store_no_sound_version, store_gone, store_unreadable,
        store_not_a_folder and store_too_new_file.
        """
        seen = self._sound_and_damaged()
        aside = versions.aside(self._folder)
        damaged = [version.file for version in seen.damaged]
        if seen.newest is None and (damaged or aside):
            files = ", ".join([*damaged, *(one.file for one in aside)])
            raise DashboardError("store_no_sound_version", path=self._folder, files=files)
        if seen.newest is None and self.saw_any:
            raise DashboardError("store_gone", path=self._folder)
        self.saw_any = seen.newest is not None
        self.damage = Damage.of(damaged, seen.newest, aside)
        return seen

    def there(self) -> Version:
        """The newest sound version where there must be one."""
        newest = self.look().newest
        if newest is None:
            raise DashboardError("store_gone", path=self._folder)
        return newest

    def vouch(self, number: int) -> None:
        """For the version of a number, which this process has just published."""
        try:
            self._soundness.vouch(versions.of_file(self._folder, number))
        except FileNotFoundError:  # somebody took it away
            return

    def is_still_whole(self, version: Version) -> bool:
        """Though reading it failed? Not when it is not there as it was."""
        try:
            return self._soundness.look_again(version)
        except FileNotFoundError:
            return False

    def copied(self, version: Version, copy: Path) -> bool:
        """Copy a version without its seal: is it there, and was it whole to its last byte?"""
        source = versions.path_of(self._folder, version.number)
        try:
            holds = sealing.copy(source, copy)
        except OSError as error:
            is_bad_place = error.errno == errno.EIO and not self.is_still_whole(version)
            if source.exists() and not is_bad_place:
                raise
            return False
        if holds or holds is None and soundness.reads_whole(copy):
            return True
        self._soundness.condemn(version)
        return False

    def _sound_and_damaged(self) -> Seen:
        for _ in range(100):
            damaged: list[Version] = []
            try:
                for number in reversed(versions.numbers(self._folder)):
                    version = versions.of_file(self._folder, number)
                    if self._soundness.of(version):
                        return Seen(version, tuple(damaged))
                    damaged.append(version)
                return Seen(None, tuple(damaged))
            except FileNotFoundError:  # removed or replaced at this moment: look again
                continue
        raise DashboardError("store_unreadable", path=self._folder)
