"""Of all ways to give each column a field the best is taken: against every way there is."""

import random
from itertools import permutations

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from dashboard.importing.recognition import assignment
from dashboard.importing.recognition.assignment import SURE, TAKEN, TOSS_UP, WEAK, best


def every_way(scores, names):
    """The greatest sum of any way to give columns fields, by trying them all."""
    columns = sorted(scores)
    places = [*names, *[None] * len(columns)]
    return max(
        sum(
            scores[column][name]
            for column, name in zip(columns, way, strict=False)
            if name and scores[column].get(name, 0) >= TAKEN
        )
        for way in set(permutations(places, len(columns)))
    )


@pytest.mark.parametrize("seed", range(25))
def test_the_best_way_of_all(seed):
    drawn = random.Random(seed)
    names = ["text", "lead", "due"]
    likely, unlikely = (WEAK, 16.0), (0.0, TAKEN)
    scores = {
        c: {n: drawn.uniform(*drawn.choice([likely, unlikely])) for n in names} for c in range(3)
    }
    found = best(scores)
    taken = sum(scores[one.column][name] for name, one in found.items())
    assert taken == pytest.approx(every_way(scores, names))
    assert len({one.column for one in found.values()}) == len(found)


@pytest.mark.parametrize("seed", range(25))
def test_the_search_finds_what_the_solver_finds(seed):
    drawn = random.Random(seed)
    names = [f"field {number}" for number in range(9)]
    worth = {c: {n: drawn.uniform(TAKEN, 16) for n in drawn.sample(names, 4)} for c in range(8)}
    found, solved = assignment._Search(worth).best(), assignment._solved(worth)

    def total(chosen):
        return sum(worth[column][name] for column, name in chosen.items())

    assert total(found) == pytest.approx(total(solved))


def test_a_large_contest_is_left_to_the_solver():
    drawn = random.Random(1)
    names = [f"field {number}" for number in range(14)]
    worth = {c: {n: drawn.uniform(9, 10) for n in names} for c in range(18)}
    assert assignment._Search(worth).best() == {}
    assert len(best(worth)) == 14


def test_a_column_gives_way_where_both_gain_by_it():
    """B is a little better for the text, but A can be nothing else."""
    found = best({0: {"text": 9.0}, 1: {"text": 10.0, "product": 9.5}})
    assert {name: one.column for name, one in found.items()} == {"text": 0, "product": 1}


def test_what_is_hardly_spoken_for_is_nothing():
    assert best({0: {"text": TAKEN - 0.1}, 1: {}}) == {}


def test_what_is_weakly_spoken_for_as_two_things_is_neither():
    """A column of bodies without a heading that says something: who leads or who helps?"""
    assert best({0: {"lead": 5.0, "support": 5.0 - TOSS_UP / 2}}) == {}
    assert best({0: {"lead": 5.0, "support": 5.0 - 2 * TOSS_UP}})["lead"].column == 0


def test_of_equals_the_left_one_and_the_other_is_its_rival():
    found = best({3: {"lead": 12.0}, 5: {"lead": 12.0}})
    assert (found["lead"].column, found["lead"].rivals) == (3, (5,))


def test_what_is_clearly_better_has_no_rival():
    found = best({0: {"due": 9.0}, 1: {"due": 9.0 - SURE - 0.1}})
    assert (found["due"].column, found["due"].rivals) == (0, ())


def test_the_margin_is_to_the_next_best_of_column_or_field():
    found = best({0: {"due": 9.0, "done": 6.0}, 1: {"text": 12.0}})
    assert found["due"].margin == pytest.approx(3.0)


def test_the_module_alone_is_the_same_function():
    """It is loaded without the rest of scipy.optimize, which takes long."""
    solve = assignment._solver()
    assert solve is not linear_sum_assignment
    gain = np.random.default_rng(1).random((5, 9))
    for ours, theirs in zip(solve(gain, True), linear_sum_assignment(gain, True), strict=True):
        assert ours.tolist() == theirs.tolist()
