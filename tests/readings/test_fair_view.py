"""Limits of chance by hand: sums of binomial coefficients."""

from math import comb

import pandas as pd
import pytest

from dashboard.readings import fair_view


@pytest.mark.parametrize(
    ("due", "share", "ends"),
    [
        (8, 0.5, (1, 7)),  # 1/256 and 9/256 of the ways leave 0, at most 1
        (10, 0.5, (2, 8)),  # 11/1024 at most 1, 56/1024 at most 2
        (5, 0.9, (3, 5)),  # 0.00856 at most 2, 0.08146 at most 3
        (4, 1.0, (4, 4)),
        (4, 0.0, (0, 0)),
        (1, 0.5, (0, 1)),
    ],
)
def test_limits_leave_at_most_a_fortieth_on_each_side(due, share, ends):
    assert fair_view.limits(due, share) == ends


@pytest.mark.parametrize("share", [0.2, 0.56, 0.83, 0.97])
@pytest.mark.parametrize("due", [5, 11, 30])
def test_limits_are_the_narrowest_that_do(due, share):
    def exactly(count: int) -> float:
        return comb(due, count) * share**count * (1 - share) ** (due - count)

    low, high = fair_view.limits(due, share)
    below, above = range(low), range(high + 1, due + 1)
    assert sum(map(exactly, below)) <= 0.025 < sum(map(exactly, [*below, low]))
    assert sum(map(exactly, above)) <= 0.025 < sum(map(exactly, [*above, high]))


def load(*rows: tuple[str, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["official", "due_by_now", "due_done"])
    return frame.assign(unit="Xã An")


def test_only_who_has_enough_due_tasks_is_compared():
    # 20 of 40 due tasks are done; of 10 then 2 to 8 are usual, of 4 nothing is said
    rows = [("Ông A", 6, 1), ("Ông A", 4, 0), ("Bà B", 10, 9), ("Ông C", 10, 5), ("Bà D", 4, 0)]
    found = fair_view.beside_chance(load(*rows, ("", 6, 5), ("Ông E", 0, 0)))
    assert set(found.share) == {0.5}
    standing = dict(zip(found.official, found.standing, strict=True))
    assert standing == {"Ông A": "below", "Bà B": "above", "Ông C": "within", "Bà D": "few"}
    (own,) = found[found.official == "Ông A"].to_dict("records")
    assert (own["due"], own["done"], own["low"], own["high"]) == (10, 1, 2, 8)


def test_the_ends_themselves_are_within():
    found = fair_view.beside_chance(load(("Ông A", 10, 2), ("Bà B", 10, 8)))
    assert list(found.standing) == ["within", "within"]


def test_without_due_tasks_there_is_no_row():
    assert fair_view.beside_chance(load(("Ông A", 0, 0))).empty
    assert fair_view.beside_chance(load()).empty
