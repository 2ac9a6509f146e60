"""The communes of a unit side by side: verdicts as on each one's own page, nobody left out."""

import pytest

from tests.queries.rows import (
    Form,
    add,
    add_task,
    add_unit,
    ask,
    log_import,
    store_scores,
    survey,
    unit_id,
    whole_questionnaire,
)

YEARS = {"year_from": 2022, "year_to": 2023}
UNITS = {"unit": "Huyện", **YEARS}


def shares(cursor, commune: str, year: int, *answers: float) -> None:
    """Twelve people a share, who answer everything with it, in one village."""
    asked = {code: (question[0], 0, 10) for code, question in whole_questionnaire(year).items()}
    people = [Form(dict.fromkeys(asked, share)) for share in answers for _ in range(12)]
    survey(cursor, {"Thôn": people}, asked, unit=commune, year=year)
    store_scores(cursor, commune, year)


def of_three(cursor) -> None:
    add_unit(cursor, "Tỉnh", "province")
    add_unit(cursor, "Huyện", "district", "Tỉnh")
    for name in ("Xã An", "Xã Bình", "Xã Châu"):
        add_unit(cursor, name, "commune", "Huyện")
    add_unit(cursor, "Xã Xa", "commune", "Tỉnh")
    for year, answers in ((2022, (4, 6)), (2023, (1, 3))):
        shares(cursor, "Xã An", year, *answers)
    for year, answers in ((2022, (4, 6)), (2023, (4, 7))):
        shares(cursor, "Xã Bình", year, *answers)


@pytest.fixture
def district(within):
    with within(of_three) as cursor:
        yield cursor


def test_verdicts_are_those_of_each_commune_alone(district):
    rows = {row["unit"]: row for row in ask(district, "communes_at_a_glance", **UNITS)}
    assert {name: row["verdict"] for name, row in rows.items()} == {
        "Xã An": "down",
        "Xã Bình": "unclear",
        "Xã Châu": None,
    }
    for name in ("Xã An", "Xã Bình"):
        (own,) = [
            row
            for row in ask(district, "component_change", unit=name, **YEARS)
            if row["level"] == "total"
        ]
        for column in ("estimate_from", "estimate_to", "change", "p_value", "p_adjusted",
                       "status", "respondents_to"):  # fmt: skip
            assert rows[name][column] == own[column], (name, column)
    # 72 points of 10: 5 less 3 a tenth of the range are 3 tenths of 72
    assert round(rows["Xã An"]["change"], 9) == -21.6


def test_communes_of_the_unit_alone_without_data_too(district):
    assert [row["unit"] for row in ask(district, "communes_at_a_glance", **UNITS)] == [
        "Xã An",
        "Xã Bình",
        "Xã Châu",
    ]
    of_province = ask(district, "communes_at_a_glance", unit="Tỉnh", **YEARS)
    assert [(row["unit"], row["parent"]) for row in of_province][-1] == ("Xã Xa", "Tỉnh")
    assert {row["status_to"] for row in of_province[2:]} == {"missing"}


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "task", "listed"),
    [
        (None, "2022-12-31", False, False),
        (None, "2023-01-01", False, True),
        ("2024-01-01", None, False, False),
        ("2023-12-31", None, False, True),
        (None, "2022-12-31", True, True),  # what has data is never left out
    ],
)
def test_a_commune_of_another_time_is_none_of_them(district, valid_from, valid_to, task, listed):
    log_import(district, 1)
    row = {"import_id": 1, "sheet": "Đơn vị", "row": 4, "unit_id": unit_id("Xã Châu")}
    row |= {"parent_id": unit_id("Huyện"), "valid_from": valid_from, "valid_to": valid_to}
    add(district, "unit_row", row | {"successor": "", "official": ""})
    if task:
        add_task(district, unit="Xã Châu")
    units = [row["unit"] for row in ask(district, "communes_at_a_glance", **UNITS)]
    assert ("Xã Châu" in units) is listed


def test_the_newest_closing_of_the_period_stands_beside(district):
    for period, number, at in (
        ("2023-Y", 1, "2023-10-26"),
        ("2023-Y", 2, "2023-10-28"),
        ("2023-H1", 3, "2023-11-01"),
    ):
        district.execute(
            "insert into closing values ($1, 2023, $2, $3, $4::timestamp, '2023-10-25', $5, '', "
            "'', false, [])",
            [unit_id("Xã Bình"), period, number, at, f"mã {number}"],
        )
    rows = ask(district, "communes_at_a_glance", **UNITS)
    seen = [(row["unit"], row["closings"], row["fingerprint"]) for row in rows]
    assert seen == [("Xã An", 0, None), ("Xã Bình", 2, "mã 2"), ("Xã Châu", 0, None)]
    assert f"{rows[1]['closed_at']:%Y-%m-%d}" == "2023-10-28"
