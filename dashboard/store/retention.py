"""Which versions are kept: one rule over numbers, sizes and times, that knows no disk."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

LAST = 8  # the newest and seven before it; small ones do not count for the whole ones
DAYS = 14  # of each of these days its newest version
SHARE = 0.1  # of the disk, that all versions may take together
ALWAYS = 2  # the newest ones, whatever they take


class Kept(NamedTuple):
    """A version that is there: bytes, when it was published, and the number of an earlier one
    without which it can't be read."""

    number: int
    size: int
    published: datetime
    needs: int | None = None


def going(versions: Sequence[Kept], today: datetime, room: float) -> list[int]:
    """Numbers of the versions that go, in rising order.

    The last eight stay, and of those that need no other the last eight, and the newest of each
    day for two weeks, within room (bytes): when that is short the oldest go first. What a kept
    version needs stays with it, and the newest two stay whatever they take.
    """
    by_number = {version.number: version for version in versions}
    newest_first = sorted(versions, reverse=True)
    kept: set[int] = set()
    for place, version in enumerate(_wanted(newest_first, today)):
        more = _with_needs(version, by_number) - kept
        taken = sum(by_number[number].size for number in kept | more)
        if place >= ALWAYS and taken > room:
            break
        kept |= more
    return sorted(by_number.keys() - kept)


def _wanted(newest_first: Sequence[Kept], today: datetime) -> Iterable[Kept]:
    """What would stay if there were room, newest first."""
    days, whole = set(), 0
    first_day = (today - timedelta(days=DAYS - 1)).date()
    for place, version in enumerate(newest_first):
        day = version.published.date()
        is_last = place < LAST or version.needs is None and whole < LAST
        whole += version.needs is None
        if is_last or day >= first_day and day not in days:
            yield version
        days.add(day)


def _with_needs(version: Kept, by_number: dict[int, Kept]) -> set[int]:
    """The version and all that it leans on, as far as it is there."""
    found: set[int] = set()
    number: int | None = version.number
    while number in by_number and number not in found:
        found.add(number)
        number = by_number[number].needs
    return found
