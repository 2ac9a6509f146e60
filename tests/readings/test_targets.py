"""How far to a goal, worked out by hand."""

import doctest

import pandas as pd
import pytest

from dashboard.readings import targets

OTHERS = pd.Series([46.0, 44.5, 43.0, 41.0, None])
PARTS = pd.DataFrame(
    {"component": list("abc"), "estimate": [2.0, 1.5, 0.5], "scale_high": [2.5, 2.5, 3.0]}
)


def test_examples_of_the_module():
    assert doctest.testmod(targets).failed == 0 and doctest.testmod(targets).attempted == 4


@pytest.mark.parametrize(
    ("now", "wanted", "gap", "state"),
    [
        (43.5, 45.0, 1.5, "open"),
        (45.0, 45.0, 0.0, "reached"),
        (46.0, 45.0, 0.0, "reached"),
        (44.7 + 0.1 + 0.2, 45.0, 0.0, "reached"),
        (43.5, 80.0, 36.5, "open"),
        (43.5, 80.5, 37.0, "impossible"),
        (None, 45.0, None, "unknown"),
        (43.5, None, None, "unknown"),
    ],
)
def test_gap_and_what_it_means(now, wanted, gap, state):
    found = targets.Goal(now, wanted, 80.0)
    assert (found.gap, found.state) == (gap, state)


@pytest.mark.parametrize(
    ("place", "score"), [(1, 46.0), (2, 44.5), (4, 41.0), (5, None), (0, None)]
)
def test_place_is_taken_by_the_score_of_who_holds_it(place, score):
    assert targets.score_of_place(OTHERS, place) == score


def test_who_equals_the_holder_of_a_place_shares_it():
    wanted = targets.score_of_place(pd.Series([46.0, 44.5, 44.5, 43.0]), 3)
    assert wanted == 44.5 and targets.place_of(pd.Series([46.0, 44.5, 44.5, 43.0]), wanted) == 2
    assert targets.place_of(OTHERS, 43.5) == 3 and targets.place_of(OTHERS, 50.0) == 1


@pytest.mark.parametrize(
    ("kind", "number", "score"), [("score", 45.5, 45.5), ("place", 2, 44.5), ("points", 1.5, 45.0)]
)
def test_each_kind_of_goal_is_a_score(kind, number, score):
    assert targets.target(kind, number, 43.5, OTHERS) == score


def test_points_of_no_score_are_none():
    assert targets.target("points", 1.0, None, OTHERS) is None


def test_goal_before_one_is_chosen():
    assert targets.example("score", 43.5, 80.0, OTHERS) == 44.0
    assert targets.example("score", 44.0, 80.0, OTHERS) == 45.0
    assert (
        targets.example("score", 79.9, 80.0, OTHERS)
        == 80.0
        == targets.example("score", 80, 80, OTHERS)
    )
    assert targets.example("place", 43.5, 80.0, OTHERS) == 2
    assert targets.example("place", 47.0, 80.0, OTHERS) == 1
    assert targets.example("points", 43.5, 80.0, OTHERS) == 1.0


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("45,5", "score", 45.5),
        (" 45.5 ", "score", 45.5),
        ("+2", "points", 2.0),
        ("90", "score", 90.0),
        ("4", "place", 4.0),
        ("5", "place", 5.0),
        ("6", "place", None),
        ("0", "place", None),
        ("2,5", "place", None),
        ("0", "points", None),
        ("-1", "points", None),
        ("abc", "score", None),
        ("nan", "score", None),
        ("1e9", "score", None),
        ("", "score", None),
    ],
)
def test_typed_numbers(text, kind, number):
    assert targets.parsed(text, kind, 5) == number


def test_room_is_shared_in_proportion():
    # rooms 0.5, 1.0 and 2.5 of 4: of 1 point 0.125, 0.25 and 0.625
    found = targets.rooms(PARTS, 1.0)
    assert found.component.tolist() == ["c", "b", "a"]
    assert found.room.tolist() == [2.5, 1.0, 0.5]
    assert found.share.tolist() == [0.625, 0.25, 0.125]
    assert found.needed.tolist() == [0.625, 0.25, 0.125]
    assert found.reach.tolist() == [1.125, 1.75, 2.125]
    assert targets.filled(PARTS, 1.0) == 0.25


def test_all_the_room_is_the_end_of_every_scale():
    found = targets.rooms(PARTS, 4.0)
    assert found.reach.tolist() == [3.0, 2.5, 2.5] and targets.filled(PARTS, 4.0) == 1


def test_more_than_the_room_is_not_shared():
    found = targets.rooms(PARTS, 4.5)
    assert found.needed.isna().all() and found.room.tolist() == [2.5, 1.0, 0.5]
    assert targets.filled(PARTS, 4.5) is None and targets.filled(PARTS, None) is None


def test_a_part_without_a_figure_has_no_room_and_the_others_share_all():
    found = targets.rooms(PARTS.assign(estimate=[2.0, None, 0.5]), 0.6)
    assert found.component.tolist() == ["c", "a", "b"]
    # 2.5 and 0.5 of 3: 5/6 and 1/6 of 0.6
    assert found.needed.tolist()[:2] == pytest.approx([0.5, 0.1]) and found.needed.isna()[2]


def test_no_room_is_no_share():
    full = targets.rooms(PARTS.assign(estimate=PARTS.scale_high), 0.0)
    assert full.room.tolist() == [0.0] * 3 and full.share.isna().all()
    assert targets.filled(PARTS.assign(estimate=None), 1.0) is None
