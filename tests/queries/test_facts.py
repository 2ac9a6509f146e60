"""The smaller questions: the tree and its scales, periods, units, villages, imports."""

from datetime import date

import pytest

from tests.queries.rows import COMMUNE, add_task, add_unit, ask, log_import, same_answers, survey

ASKED = {"Q1": ("1.1", 0, 10)}


@pytest.mark.parametrize(
    ("year", "component", "low", "high"),
    [
        (2023, "PAPI", 8, 80),
        (2014, "PAPI", 6, 60),
        (2023, "5", 1, 10),
        (2023, "5.1", 1 / 3, 10 / 3),
        (2020, "5.1", 1 / 4, 10 / 4),
    ],
)
def test_components_have_the_scale_of_their_year(cursor, year, component, low, high):
    (row,) = (r for r in ask(cursor, "components", year=year) if r["component"] == component)
    assert (row["scale_low"], row["scale_high"]) == pytest.approx((low, high), rel=1e-12)


def test_components_are_those_of_the_year_s_tree(cursor):
    found = {
        year: {r["component"] for r in ask(cursor, "components", year=year)}
        for year in (2017, 2020, 2023)
    }
    assert found[2020] - found[2023] == {"5.2"}
    assert found[2017] - found[2023] == {"3.x1", "5.2"}
    assert found[2023] - found[2017] >= {"7", "8", "2.1", "3.3"}


def test_periods_of_a_year(cursor):
    found = {row["period"]: row for row in ask(cursor, "periods", year=2023)}
    assert found["2023-H1"]["ends"] == date(2023, 5, 31)
    assert (found["2023-Y"]["starts"], found["2023-Y"]["due"]) == (
        date(2022, 11, 1),
        date(2023, 10, 25),
    )


def test_breaks_are_listed(cursor):
    rows = {(row["component"], row["year"]) for row in ask(cursor, "series_breaks")}
    assert {("*", 2018), ("5", 2021), ("8.3", 2020)} <= rows


def test_units_say_what_they_have_and_whether_it_is_simulated(cursor):
    add_unit(cursor, "Huyện Hạ", "district")
    add_unit(cursor, "Xã Trống", "commune", "Huyện Hạ")
    for commune in ("Xã An", "Xã Bình"):
        add_unit(cursor, commune, "commune", "Huyện Hạ")
    survey(cursor, {"Thôn": same_answers(3, Q1=1)}, ASKED, year=2022)
    log_import(cursor, 2, simulated=True)
    add_task(cursor, unit="Xã Bình", import_id=2)
    cursor.execute("insert into import_scope values (2, 'tasks', 'xa-binh', 2023)")
    found = {row["unit"]: row for row in ask(cursor, "units")}
    assert found.keys() == {"Xã An", "Xã Bình", "Huyện Hạ"}
    assert next(iter(found)) == "Xã An"
    assert (found["Xã An"]["survey_years"], found["Xã An"]["is_simulated"]) == ([2022], False)
    assert (found["Xã Bình"]["plan_years"], found["Xã Bình"]["is_simulated"]) == ([2023], True)
    district = found["Huyện Hạ"]
    assert (district["communes"], district["is_simulated"]) == (2, True)
    assert (district["survey_years"], district["plan_years"]) == ([2022], [2023])


def test_the_office_s_own_commune_comes_before_the_sample_s(cursor):
    """By name the sample's would be the first."""
    survey(cursor, {"Thôn": same_answers(3, Q1=1)}, ASKED, unit="Xã Yên")
    add_unit(cursor, "Xã An")
    log_import(cursor, 2, simulated=True)
    add_task(cursor, unit="Xã An", import_id=2)
    cursor.execute("insert into import_scope values (2, 'tasks', 'xa-an', 2023)")
    assert [row["unit"] for row in ask(cursor, "units")] == ["Xã Yên", "Xã An"]


def test_villages_have_adults_respondents_and_the_official_in_charge(cursor):
    people = {"Thôn Đông": same_answers(3, Q1=1), "Thôn Tây": []}
    survey(cursor, people, ASKED, {"Thôn Đông": 60, "Thôn Tây": 40})
    cursor.execute(
        "insert into unit_row (import_id, sheet, row, unit_id, parent_id, official) "
        "values (1, 'Thôn', 5, 'xa-an/Thôn Đông', 'xa-an', 'Bà B')"
    )
    rows = ask(cursor, "villages", unit=COMMUNE, year=2023)
    found = [(row["village"], row["adults"], row["respondents"], row["official"]) for row in rows]
    assert found == [("Thôn Đông", 60, 3, "Bà B"), ("Thôn Tây", 40, 0, None)]


def test_imports_count_the_rows_of_their_sheets(cursor):
    log_import(cursor, 1)
    log_import(cursor, 2, undone=True)
    cursor.execute(
        "insert into import_sheet values "
        "(1, 'A', 'answers', 9, 3, 2, 4), (1, 'B', 'unknown', 5, 0, 0, 5)"
    )
    (row,) = ask(cursor, "imports")
    assert (row["file"], row["kinds"], row["rows_read"], row["rows_imported"]) == (
        "tep-1.xlsx",
        "answers",
        14,
        3,
    )
    assert (row["rows_refused"], row["rows_recognised"]) == (2, 9)
