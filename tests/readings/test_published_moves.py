"""Ranks of two published years side by side, and since when a score is withheld: by the file."""

import pandas as pd
import pytest

from dashboard.readings.readings import Readings
from tests.queries.test_published_scores import published, summed


@pytest.fixture(scope="module")
def of_years() -> dict[int, dict[str, float | None]]:
    """The total of each province, summed from the published tables."""
    return {
        year: {name: summed(parts)["PAPI"] for name, parts in published(year).items()}
        for year in (2021, 2022, 2023, 2024)
    }


def moves(store, year: int, component: str = "PAPI"):
    with store.read() as cursor:
        return Readings(cursor).published.moves(year, component).set_index("province")


def test_the_rank_of_the_year_before_where_the_two_compare(store, of_years):
    rows = moves(store, 2023)
    scores = {name: score for name, score in of_years[2022].items() if score}
    for name, row in rows.iterrows():
        if scores.get(name):
            place = 1 + sum(s > scores[name] + 1e-9 for s in scores.values())
            assert row.rank_from == place, name
        else:
            assert pd.isna(row.rank_from), name
    assert len(scores) == 61 and set(rows.year_from) == {2022}


@pytest.mark.parametrize(("year", "component"), [(2021, "PAPI"), (2018, "PAPI"), (2021, "5")])
def test_no_rank_stands_beside_over_a_break_of_the_series(store, year, component):
    assert moves(store, year, component).rank_from.isna().all()


def test_since_when_a_score_is_withheld(store):
    """The empty rows of published_scores.csv: 2021 P14, P15, P18; 2022 P15, P18; 2023 P14, P47."""
    with store.read() as cursor:
        rows = cursor.execute("select code, name_vi from province").fetchall()
    name = {code: text for code, text in rows}
    of_2022 = moves(store, 2022).withheld_since.dropna()
    assert of_2022.to_dict() == {name["P15"]: 2021, name["P18"]: 2021}
    of_2023 = moves(store, 2023).withheld_since.dropna()
    assert of_2023.to_dict() == {name["P14"]: 2023, name["P47"]: 2023}
    # 2021 was published of 2.1 in none of the three, 2020 of all
    assert set(moves(store, 2021, "2.1").withheld_since.dropna()) == {2021}
