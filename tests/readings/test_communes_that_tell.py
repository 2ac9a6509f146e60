"""Which communes are hidden beside a hidden one, so that no sum of a unit above tells it."""

import random

import pandas as pd
import pytest

from dashboard.readings.suppression import communes_that_tell


def frame(*rows: tuple[str, str, int, tuple[str, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit_id", "status", "respondents", "above"])


def test_the_next_smallest_of_the_district_and_then_of_none_other():
    rows = frame(
        ("a", "hidden_n", 5, ("h", "t")),
        ("b", "ok", 40, ("h", "t")),
        ("c", "ok", 30, ("h", "t")),
        ("d", "ok", 10, ("k", "t")),
        ("e", "missing", 0, ("h", "t")),
    )
    assert communes_that_tell(rows) == {"c"}


def test_one_that_is_alone_in_its_district_hides_two_of_another():
    """Of the province a and d would be left, and d would be told by its district."""
    rows = frame(
        ("a", "hidden_n", 5, ("h", "t")),
        ("d", "ok", 10, ("k", "t")),
        ("e", "ok", 20, ("k", "t")),
        ("f", "ok", 30, ("k", "t")),
    )
    assert communes_that_tell(rows) == {"d", "e"}


@pytest.mark.parametrize("seed", range(30))
def test_no_unit_above_has_one_alone_hidden(seed):
    chance = random.Random(seed)
    rows = frame(
        *(
            (
                f"u{n}",
                chance.choice(["ok", "ok", "hidden_n", "missing"]),
                chance.randint(1, 9),
                above,
            )
            for n in range(chance.randint(1, 12))
            for above in [(f"h{chance.randint(1, 4)}", "t")]
        )
    )
    told = communes_that_tell(rows)
    there = rows[rows.status != "missing"]
    unseen = told | set(there.unit_id[there.status == "hidden_n"])
    for name in {one for above in there.above for one in above}:
        own = [
            unit for unit, above in zip(there.unit_id, there.above, strict=True) if name in above
        ]
        assert len(own) == 1 or len(unseen & {*own}) != 1
