"""The published index: the reference file's scores, their sums and ranks.

The sums are made here from the CSV files by plain Python, apart from every query.
"""

import csv
from collections import defaultdict
from functools import cache

import pytest

from dashboard.config import REFERENCE
from dashboard.store import sql
from dashboard.store.migrations import DEFINITIONS
from tests.queries.rows import ask, sub_dimensions

YEARS = range(2011, 2025)


@cache
def published(year: int) -> dict[str, dict[str, float | None]]:
    """Sub-dimension scores of each province, None where withheld."""
    with (REFERENCE / "provinces.csv").open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name_vi"] for row in csv.DictReader(file)}
    found = {name: dict.fromkeys(sub_dimensions(year)) for name in names.values()}
    with (REFERENCE / "published_scores.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["year"]) == year and row["score"]:
                found[names[row["province_code"]]][row["component"]] = float(row["score"])
    return found


def summed(parts: dict[str, float | None]) -> dict[str, float | None]:
    """A province's sub-dimensions with its dimensions and total: None with a part withheld."""
    below = defaultdict(list)
    for code, score in parts.items():
        below[code[0]].append(score)
    dimensions = {d: None if None in scores else sum(scores) for d, scores in below.items()}
    whole = None if None in dimensions.values() else sum(dimensions.values())
    return parts | dimensions | {"PAPI": whole}


def table(cursor, year: int) -> dict[tuple[str, str], dict]:
    rows = ask(cursor, "published_scores", year=year)
    found = {(row["province"], row["component"]): row for row in rows}
    assert len(found) == len(rows)
    return found


@pytest.mark.parametrize("year", YEARS)
def test_every_score_is_the_published_one_or_the_sum_of_its_parts(cursor, year):
    found = table(cursor, year)
    expected = {
        (province, component): score
        for province, parts in published(year).items()
        for component, score in summed(parts).items()
    }
    assert found.keys() == expected.keys()
    for key, score in expected.items():
        near = score if score is None else pytest.approx(score, rel=0, abs=1e-9)
        assert found[key]["score"] == near, key


@pytest.mark.parametrize("year", YEARS)
def test_rank_is_one_more_than_the_provinces_with_a_higher_score(cursor, year):
    rows = table(cursor, year).values()
    by_component = defaultdict(list)
    for row in rows:
        if row["score"] is not None:
            by_component[row["component"]].append(row["score"])
    for row in rows:
        higher = sum(
            score > row["score"] for score in by_component[row["component"]] if row["score"]
        )
        assert row["rank"] == (None if row["score"] is None else 1 + higher), row


@pytest.mark.parametrize(
    ("year", "components"), [(2014, 22 + 6 + 1), (2020, 29 + 8 + 1), (2023, 28 + 8 + 1)]
)
def test_a_row_for_each_of_63_provinces_and_component_of_the_year_s_tree(cursor, year, components):
    found = table(cursor, year)
    assert len({province for province, _ in found}) == 63
    assert len({component for _, component in found}) == components
    assert len(found) == 63 * components


@pytest.mark.parametrize(
    ("year", "province", "score", "rank"),
    [
        (2023, "Thừa Thiên Huế", 46.0415, 1),
        (2023, "Hưng Yên", 44.2282, 12),
        (2022, "Hưng Yên", 44.1831, 11),
    ],
)
def test_known_totals_and_places_among_61_provinces(cursor, year, province, score, rank):
    rows = [row for (_, code), row in table(cursor, year).items() if code == "PAPI"]
    (row,) = (row for row in rows if row["province"] == province)
    assert (round(row["score"], 4), row["rank"]) == (score, rank)
    assert sum(row["score"] is not None for row in rows) == 61


def test_known_dimension(cursor):
    (row,) = (
        r
        for r in ask(cursor, "published_scores", year=2023, province="Hà Nội")
        if r["component"] == "6"
    )
    assert round(row["score"], 4) == 7.8486


def test_withheld_is_missing_and_nowhere_zero(cursor):
    rows = ask(cursor, "published_scores", year=2023, province="Quảng Ninh")
    assert len(rows) == 37
    assert {(row["score"], row["rank"]) for row in rows} == {(None, None)}


def test_no_score_of_any_year_is_zero(cursor):
    scores = [row["score"] for year in YEARS for row in ask(cursor, "published_scores", year=year)]
    assert min(score for score in scores if score is not None) > 0.2


def test_province_withheld_in_part_has_the_dimensions_that_were_published(cursor):
    # Bắc Giang 2022: dimensions 1, 2, 4 and 5 were withheld
    rows = ask(cursor, "published_scores", year=2022, province="Bắc Giang")
    dimensions = {
        row["component"]: row["score"] is not None for row in rows if len(row["component"]) == 1
    }
    assert [code for code, is_there in dimensions.items() if is_there] == ["3", "6", "7", "8"]
    assert {row["score"] for row in rows if row["component"] == "PAPI"} == {None}


def test_one_withheld_part_withholds_its_dimension_and_the_total(cursor):
    one = "year = 2023 and component = '6.2' and province_code = 'P01'"
    cursor.execute(f"update reference_score set score = null where {one}")
    for statement in sql.statements(DEFINITIONS / "40_published.sql"):
        cursor.execute(statement)
    rows = ask(cursor, "published_scores", year=2023, province="Hà Nội")
    assert {r["component"] for r in rows if r["score"] is None} == {"6.2", "6", "PAPI"}


@pytest.mark.parametrize(
    "typed", ["Hưng Yên", "tỉnh hưng yên", "hung yen", "Hung Yen", "Hu\u031bng Ye\u0302n"]
)
def test_province_is_known_in_any_writing_and_its_rank_stays_among_all(cursor, typed):
    rows = ask(cursor, "published_scores", year=2023, province=typed)
    assert {row["province"] for row in rows} == {"Hưng Yên"}
    assert rows[0]["component"] == "PAPI" and rows[0]["rank"] == 12


def test_year_without_publication_and_unknown_province_are_empty(cursor):
    assert ask(cursor, "published_scores", year=2010) == []
    assert ask(cursor, "published_scores", year=2023, province="Hưng") == []


@pytest.mark.parametrize(
    ("component", "first", "last"), [("PAPI", 2011, 2024), ("5.2", 2011, 2020)]
)
def test_series_has_every_province_in_every_year_of_the_component(cursor, component, first, last):
    rows = ask(cursor, "published_series", component=component)
    assert {row["year"] for row in rows} == set(range(first, last + 1))
    assert len(rows) == 63 * (last - first + 1)


def test_series_and_table_agree(cursor):
    series = [r for r in ask(cursor, "published_series", component="6") if r["year"] == 2023]
    in_series = {(r["province"], r["score"], r["rank"]) for r in series}
    rows = [row for (_, code), row in table(cursor, 2023).items() if code == "6"]
    assert in_series == {(r["province"], r["score"], r["rank"]) for r in rows}
