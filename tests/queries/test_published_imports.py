"""Imported published scores: the newest source is shown, the reference fills what is missing."""

import pytest

from dashboard.store import stored_scores
from tests.queries.rows import add_published, add_scope, ask

# From data/reference/published_scores.csv: Hưng Yên 2023.
REFERENCE = {"1.1": 1.039607882, "1.2": 1.667466044}


def shown(cursor, year: int = 2023, province: str = "Hưng Yên") -> dict[str, float | None]:
    rows = ask(cursor, "published_scores", year=year, province=province)
    return {row["component"]: row["score"] for row in rows}


def differences(cursor, **given) -> list[tuple]:
    rows = ask(cursor, "published_differences", **given)
    return [(r["year"], r["province"], r["component"], r["imported"], r["reference"]) for r in rows]


def test_imported_score_is_shown_and_the_reference_fills_the_others(cursor):
    before = shown(cursor)
    add_published(cursor, {(2023, "P21", "1.1"): 2.0})
    after = shown(cursor)
    assert after.keys() == before.keys()
    assert after["1.1"] == 2.0
    added = 2.0 - before["1.1"]
    changed = {code for code in after if after[code] != before[code]}
    assert changed == {"1.1", "1", "PAPI"}
    assert after["1"] == pytest.approx(before["1"] + added, abs=1e-9)
    assert after["PAPI"] == pytest.approx(before["PAPI"] + added, abs=1e-9)


def test_imported_whole_is_shown_as_it_was_published_though_its_parts_differ(cursor):
    before = shown(cursor)
    add_published(cursor, {(2023, "P21", "1"): 9.5, (2023, "P21", "PAPI"): 60.0})
    after = shown(cursor)
    assert (after["1"], after["PAPI"]) == (9.5, 60.0)
    assert all(after[code] == before[code] for code in before if code not in ("1", "PAPI"))


def test_total_that_was_not_imported_is_the_sum_of_the_dimensions_shown(cursor):
    before = shown(cursor)
    add_published(cursor, {(2023, "P21", "1"): before["1"] + 1})
    assert shown(cursor)["PAPI"] == pytest.approx(before["PAPI"] + 1, abs=1e-9)


def test_score_withheld_in_the_newest_source_is_empty_and_so_are_its_wholes(cursor):
    add_published(cursor, {(2023, "P21", "1.1"): None})
    after = shown(cursor)
    assert [code for code, score in after.items() if score is None] == ["PAPI", "1", "1.1"]
    rows = ask(cursor, "published_scores", year=2023)
    ranks = [r["rank"] for r in rows if r["component"] == "PAPI" and r["rank"]]
    assert max(ranks) == 60  # one fewer than the 61 of the reference


def test_rank_follows_the_score_shown(cursor):
    add_published(cursor, {(2023, "P21", "PAPI"): 79.0})
    rows = ask(cursor, "published_scores", year=2023)
    first = [r["province"] for r in rows if r["component"] == "PAPI" and r["rank"] == 1]
    assert first == ["Hưng Yên"]
    series = {r["year"]: r for r in ask(cursor, "published_series", component="PAPI")
              if r["province"] == "Hưng Yên"}  # fmt: skip
    assert (series[2023]["score"], series[2023]["rank"]) == (79.0, 1)
    assert series[2022]["rank"] == 11


def test_later_import_is_the_newer_source_and_an_undone_one_is_none(cursor):
    add_published(cursor, {(2023, "P21", "1.1"): 2.0})
    add_published(cursor, {(2023, "P21", "1.1"): 2.1}, import_id=2)
    assert shown(cursor)["1.1"] == 2.1
    cursor.execute("update import_log set undone = true where import_id = 2")
    stored_scores.fill_published(cursor)
    assert shown(cursor)["1.1"] == 2.0
    cursor.execute("update import_log set undone = true where import_id = 1")
    stored_scores.fill_published(cursor)
    assert shown(cursor)["1.1"] == REFERENCE["1.1"]


def test_complete_import_takes_the_place_of_all_earlier_ones_of_its_province_and_year(cursor):
    add_published(cursor, {(2023, "P21", "1.1"): 2.0, (2023, "P01", "1.1"): 2.2})
    add_scope(cursor, 2, "scores")
    cursor.execute("update import_scope set unit = 'P21' where import_id = 2")
    add_published(cursor, {(2023, "P21", "1.2"): 2.1}, import_id=2, complete=True)
    assert (shown(cursor)["1.1"], shown(cursor)["1.2"]) == (REFERENCE["1.1"], 2.1)
    assert shown(cursor, province="Hà Nội")["1.1"] == 2.2


def test_year_after_the_reference_has_its_rows_from_the_import_alone(cursor):
    add_published(cursor, {(2025, "P21", "1.1"): 1.5, (2025, "P01", "1.1"): 1.6})
    rows = ask(cursor, "published_scores", year=2025)
    assert len(rows) == 63 * (28 + 8 + 1)
    known = {(r["province"], r["component"]): (r["score"], r["rank"]) for r in rows if r["score"]}
    assert known == {("Hưng Yên", "1.1"): (1.5, 2), ("Hà Nội", "1.1"): (1.6, 1)}
    assert differences(cursor) == []  # there is nothing to differ from


def test_differences_are_listed_with_both_scores_and_their_source(cursor):
    same, near = REFERENCE["1.1"] + 0.9e-8, REFERENCE["1.2"] + 1.1e-8
    add_published(cursor, {(2023, "P21", "1.1"): same, (2023, "P21", "1.2"): near})
    (row,) = ask(cursor, "published_differences")
    assert row == {
        "year": 2023, "province": "Hưng Yên", "component": "1.2", "imported": near,
        "reference": REFERENCE["1.2"], "difference": pytest.approx(1.1e-8, rel=1e-3),
        "source_file": "tep-1.xlsx", "source_sheet": "Bảng", "source_row": 4,
    }  # fmt: skip


def test_empty_against_a_score_is_a_difference_and_empty_against_empty_is_none(cursor):
    # Quảng Ninh 2023 was withheld.
    add_published(
        cursor,
        {
            (2023, "P14", "1.1"): 1.5,
            (2023, "P14", "1.2"): None,
            (2023, "P21", "1.1"): None,
        },
    )
    assert differences(cursor) == [
        (2023, "Hưng Yên", "1.1", None, REFERENCE["1.1"]),
        (2023, "Quảng Ninh", "1.1", 1.5, None),
    ]
    assert differences(cursor, province="quang ninh") == [(2023, "Quảng Ninh", "1.1", 1.5, None)]
    assert differences(cursor, year=2022) == []


def test_difference_of_a_replaced_or_undone_import_is_gone(cursor):
    add_published(cursor, {(2023, "P21", "1.1"): 2.0})
    add_published(cursor, {(2023, "P21", "1.1"): REFERENCE["1.1"]}, import_id=2)
    assert differences(cursor) == []
    cursor.execute("update import_log set undone = true where import_id = 2")
    assert [row[3] for row in differences(cursor)] == [2.0]
