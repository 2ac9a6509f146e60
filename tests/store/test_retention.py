"""Which versions go: worked out by hand for lists of versions, and rules over lists at random."""

import random
from datetime import datetime, timedelta

import pytest

from dashboard.store.retention import ALWAYS, DAYS, LAST, Kept, going

TODAY = datetime(2023, 11, 20, 15)
ROOM = float("inf")


def ago(number: int, days: float = 0, size: int = 10, needs: int | None = None) -> Kept:
    return Kept(number, size, TODAY - timedelta(days=days), needs)


def test_of_one_day_the_last_eight_stay():
    assert going([ago(n) for n in range(1, 12)], TODAY, ROOM) == [1, 2, 3]


def test_of_each_day_the_newest_stays_for_two_weeks():
    """Numbers 1, 2 on the 15th day back, 3, 4 on the 14th, 5 to 7 yesterday, eight of today."""
    old = [ago(1, 14.3), ago(2, 14), ago(3, 13.3), ago(4, 13), ago(5, 1.2), ago(6, 1.1), ago(7, 1)]
    assert going([*old, *(ago(n) for n in range(8, 16))], TODAY, ROOM) == [1, 2, 3, 5, 6]


def test_a_day_begins_at_midnight_not_twenty_four_hours_ago():
    """The 19th at 23:00 is the newest of the 19th, though 16 hours back as 20 hours back is not."""
    late, early = ago(2, 16 / 24), ago(1, 20 / 24)
    assert going([early, late, *(ago(n) for n in range(3, 11))], TODAY, ROOM) == [1]


def test_when_room_is_short_the_oldest_go_first():
    assert going([ago(n) for n in range(1, 6)], TODAY, room=30) == [1, 2]
    assert going([ago(n) for n in range(1, 6)], TODAY, room=29) == [1, 2, 3]


def test_the_newest_two_stay_whatever_they_take():
    assert going([ago(n) for n in range(1, 4)], TODAY, room=0) == [1]
    assert going([ago(1)], TODAY, room=0) == going([], TODAY, room=0) == []


def test_what_a_kept_version_needs_stays_with_it():
    """Version 1 is whole, 2 to 12 are small and each leans on it."""
    leaning = [ago(1, size=100), *(ago(n, size=1, needs=1) for n in range(2, 13))]
    assert going(leaning, TODAY, ROOM) == [2, 3, 4]
    assert going(leaning, TODAY, room=105) == [2, 3, 4, 5, 6, 7]
    assert going(leaning, TODAY, room=0) == [*range(2, 11)]


def test_small_versions_push_no_whole_ones_out():
    """1 to 9 are whole, 10 to 19 lean on the last of them."""
    versions = [*(ago(n) for n in range(1, 10)), *(ago(n, needs=9) for n in range(10, 20))]
    assert going(versions, TODAY, ROOM) == [1, 10, 11]


def test_what_nobody_kept_needs_goes_with_those_that_needed_it():
    old = [ago(1, 20, 100), ago(2, 20, 1, needs=1), ago(3, 20, 1, needs=2)]
    assert going([*old, *(ago(n) for n in range(4, 12))], TODAY, ROOM) == [1, 2, 3]


def test_order_of_the_list_does_not_matter():
    versions = [ago(n, days=n % 5) for n in range(1, 30)]
    mixed = random.Random(5).sample(versions, len(versions))
    assert going(mixed, TODAY, 120) == going(versions, TODAY, 120)


@pytest.mark.parametrize("seed", range(200))
def test_rules_hold_for_versions_at_random(seed):
    chance = random.Random(seed)
    count = chance.randrange(1, 40)
    days = sorted((chance.uniform(0, 30) for _ in range(count)), reverse=True)
    versions = [
        ago(n, day, chance.randrange(1, 50), chance.choice([None, chance.randrange(0, n)]))
        for n, day in enumerate(days, 1)
    ]
    room = chance.choice([ROOM, chance.uniform(0, 1000)])
    gone = set(going(versions, TODAY, room))
    kept = [version for version in versions if version.number not in gone]
    numbers = [version.number for version in kept]

    assert numbers[-ALWAYS:] == [version.number for version in versions][-ALWAYS:]
    for version in kept:  # nothing leans on what went
        assert version.needs in (None, 0) or version.needs not in gone
    if room == ROOM:
        assert [*range(max(1, count - LAST + 1), count + 1)] == numbers[-min(LAST, count) :]
        for back in range(DAYS):
            day = (TODAY - timedelta(days=back)).date()
            of_day = [v.number for v in versions if v.published.date() == day]
            assert not of_day or of_day[-1] in numbers
    smallest = going(versions, TODAY, 0)
    if sum(version.size for version in kept) > room:  # only what may never go is left then
        assert sorted(gone) == smallest
    assert gone <= set(smallest)
    # Giving way: with less room than is taken at least one goes, if any may.
    less = going(kept, TODAY, sum(version.size for version in kept) - 1)
    assert less or len(going(kept, TODAY, 0)) == 0
