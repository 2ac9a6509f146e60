"""What a person is told of damaged versions that lie in the store's folder."""

from datetime import datetime
from typing import NamedTuple

from dashboard.store.versions import Aside, Version
from dashboard.words import Words


class Damage(NamedTuple):
    """Files that are damaged, and until when what was stored is still there."""

    files: tuple[str, ...]
    since: datetime

    @classmethod
    def of(
        cls, passed_over: list[str], newest: Version | None, aside: list[Aside]
    ) -> "Damage | None":
        """Of versions passed over for the newest sound one, and of files set aside before."""
        since = [one.since for one in aside]
        if passed_over and newest:
            since.append(newest.published)
        files = (*(one.file for one in aside), *passed_over)
        return cls(files, min(since)) if since else None

    def sentence(self, words: Words) -> str:
        """Which files, what is missing and what to do."""
        since = self.since.strftime("%H:%M:%S %d/%m/%Y")
        return words.say("store.damage", files=", ".join(self.files), since=since)
