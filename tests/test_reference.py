"""The tables of data/reference join, and say what docs/method.md says of them."""

import csv
from collections import Counter
from datetime import date

import pytest

from dashboard.config import REFERENCE
from dashboard.folding import tidy
from dashboard.store.migrations import REFERENCE_TABLES

FILES = sorted(REFERENCE.glob("*.csv"))


def table(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


COMPONENTS = {row["code"]: row for row in table("components")}
BELOW = {"dimension": "total", "sub_dimension": "dimension"}


def tree(year: int) -> dict[str, list[str]]:
    """level -> codes in a year."""
    levels: dict[str, list[str]] = {}
    for code, row in COMPONENTS.items():
        if int(row["first_year"]) <= year <= int(row["last_year"] or 9999):
            levels.setdefault(row["level"], []).append(code)
    return levels


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_is_utf_8_without_bom_and_with_plain_line_ends(file):
    content = file.read_bytes()
    content.decode("utf-8")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content and content.endswith(b"\n") and not content.endswith(b"\n\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_rows_have_a_cell_for_every_column(file):
    rows = table(file.stem)
    assert rows and all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("name", sorted(file.stem for file in REFERENCE_TABLES.glob("*.sql")))
def test_cells_of_the_store_s_tables_have_no_stray_spaces(name):
    cells = [cell for row in table(name) for cell in row.values()]
    assert [cell for cell in cells if cell != tidy(cell)] == []


def test_component_codes_are_unique_and_named_in_both_languages():
    assert len(COMPONENTS) == len(table("components"))
    assert all(row["name_vi"] and row["name_en"] for row in COMPONENTS.values())


def test_component_s_parent_is_there_one_level_up_in_all_its_years():
    for code, row in COMPONENTS.items():
        if code == "PAPI":
            assert (row["level"], row["parent"]) == ("total", "")
            continue
        parent = COMPONENTS[row["parent"]]
        assert parent["level"] == BELOW[row["level"]], code
        assert int(parent["first_year"]) <= int(row["first_year"]), code
        assert int(row["last_year"] or 9999) <= int(parent["last_year"] or 9999), code


@pytest.mark.parametrize("year", range(2011, 2027))
def test_every_dimension_of_a_year_has_its_sub_dimensions(year):
    levels = tree(year)
    assert {COMPONENTS[code]["parent"] for code in levels["sub_dimension"]} == set(
        levels["dimension"]
    )
    assert levels["dimension"] == list("12345678" if year >= 2018 else "123456")


@pytest.mark.parametrize(
    ("year", "count"),
    [
        (2011, 22),
        (2017, 22),
        (2018, 28),
        (2019, 29),
        (2020, 29),
        (2021, 28),
        (2022, 28),
        (2023, 28),
    ],
)
def test_number_of_sub_dimensions_by_year(year, count):
    assert len(tree(year)["sub_dimension"]) == count


def test_there_are_63_provinces_each_with_its_successor():
    rows = table("provinces")
    for column in ("code", "name_vi", "name_en"):
        assert len({row[column] for row in rows}) == 63, column
    assert len({row["successor_from_2025_07_01"] for row in rows}) == 34  # as the law has it


def test_published_scores_join_and_are_on_their_scale():
    provinces = {row["code"] for row in table("provinces")}
    sub_dimensions = {year: set(tree(year)["sub_dimension"]) for year in range(2011, 2025)}
    for row in table("published_scores"):
        assert row["province_code"] in provinces
        assert row["component"] in sub_dimensions[int(row["year"])], row
        assert row["score"] == "" or 0.2 < float(row["score"]) <= 10 / 2, row


def test_published_scores_have_one_row_for_each_province_and_sub_dimension():
    seen = Counter(
        (r["year"], r["province_code"], r["component"]) for r in table("published_scores")
    )
    assert set(seen.values()) == {1}
    expected = {(str(y), c) for y in range(2011, 2025) for c in tree(y)["sub_dimension"]}
    assert {(year, component) for year, _, component in seen} == expected
    assert len(seen) == 63 * len(expected)


def test_breaks_are_of_known_components_in_a_year_they_have():
    for row in table("series_breaks"):
        assert row["reason_vi"] and row["reason_en"]
        if row["component"] != "*":
            component = COMPONENTS[row["component"]]
            last = int(component["last_year"] or 9999)
            assert int(component["first_year"]) < int(row["year"]) <= last, row


def test_break_of_a_part_is_a_break_of_the_whole():
    breaks = {(row["component"], row["year"]) for row in table("series_breaks")}
    for component, year in breaks:
        if component not in ("*", "PAPI"):
            assert (COMPONENTS[component]["parent"], year) in breaks, (component, year)


def test_each_year_has_a_half_year_and_a_year_in_order():
    periods = {row["period"]: row for row in table("periods")}
    years = sorted({int(row["year"]) for row in periods.values()})
    assert years == list(range(years[0], years[-1] + 1)) and {2022, 2023, 2026} <= set(years)
    assert list(periods) == [f"{year}-{part}" for year in years for part in ("H1", "Y")]
    for row in periods.values():
        starts, ends, due = (date.fromisoformat(row[key]) for key in ("starts", "ends", "due"))
        assert starts < ends <= due, row


@pytest.mark.parametrize(
    ("period", "starts", "ends", "due"),
    [
        ("2023-H1", "2022-11-01", "2023-05-31", "2023-06-02"),  # before 3/6
        ("2023-Y", "2022-11-01", "2023-10-25", "2023-10-25"),
        ("2022-H1", "2021-11-01", "2022-05-31", "2022-06-02"),
        ("2022-Y", "2021-11-01", "2022-10-25", "2022-10-25"),
    ],
)
def test_periods_of_the_plan(period, starts, ends, due):
    (row,) = (row for row in table("periods") if row["period"] == period)
    assert (row["starts"], row["ends"], row["due"]) == (starts, ends, due)


def test_short_names_are_of_known_components_and_short_enough_for_charts():
    rows = table("component_short_names")
    assert {row["code"] for row in rows} <= COMPONENTS.keys()
    assert len({row["code"] for row in rows}) == len(rows)
    names = [row[column] for row in rows for column in ("short_vi", "short_en")]
    assert [name for name in names if not 0 < len(name) <= 36] == []


def test_every_province_has_a_square_of_its_own_near_its_neighbours():
    tiles = {row["code"]: row for row in table("province_tiles")}
    assert tiles.keys() == {row["code"] for row in table("provinces")}
    places = {c: (int(t["tile_column"]), int(t["tile_row"])) for c, t in tiles.items()}
    assert len(set(places.values())) == 63
    assert all(0 < len(row["label"]) <= 11 for row in tiles.values())
    names = {row["name_vi"]: places[row["code"]] for row in table("provinces")}
    for one, other in (
        ("Hưng Yên", "Hải Dương"),
        ("Hưng Yên", "Thái Bình"),
        ("Hưng Yên", "Hà Nội"),
    ):
        steps = [abs(a - b) for a, b in zip(names[one], names[other], strict=True)]
        assert max(steps) == 1, (one, other)
    for north, south in (("Hà Giang", "Hà Nội"), ("Hà Nội", "Nghệ An"), ("Nghệ An", "Đà Nẵng"),
                         ("Đà Nẵng", "Khánh Hòa"), ("Khánh Hòa", "Cà Mau")):  # fmt: skip
        assert names[north][1] < names[south][1]
