"""A commune as a whole is read from the stored scores: what is worked out says the same, and
whatever they do not have is worked out."""

import pytest

from dashboard.store import sql, stored_scores
from tests.queries.rows import COMMUNE, Form, add_unit, ask, store_scores, survey, unit_id
from tests.queries.same_answers import same

YEARS = (2022, 2023)
CHANGE = {"year_from": 2022, "year_to": 2023}
ASKED = {
    "component_scores": [{"year": 2022}, {"year": 2023}],
    "component_change": [CHANGE, CHANGE | {"basis": "published"}],
}
ALL = [(name, given) for name, several in ASKED.items() for given in several]
# Q1 is asked with other words, Q4 in one year alone; 2.1 is the same in both.
QUESTIONS = {
    2022: {"Q1": ("1.1", 0, 1, False, "Biết"), "Q2": ("1.1", 1, 5, True), "Q3": ("2.1", 0, 1)},
    2023: {"Q1": ("1.1", 0, 1, False, "Nghe"), "Q2": ("1.1", 1, 5, True), "Q3": ("2.1", 0, 1),
           "Q4": ("1.2", 1, 3)},
}  # fmt: skip


def form(number: int, year: int) -> Form:
    said = {"Q1": (number + year) % 2, "Q2": 1 + number % 5, "Q3": number % 3 % 2, "Q4": 2}
    return Form(said | ({"Q2": None} if number % 7 == 0 else {}), "Nữ" if number % 3 else "Nam")


def of_two_years(cursor) -> None:
    """Two years' surveys of a commune in a district, their scores stored."""
    add_unit(cursor, "Huyện Bình", "district")
    add_unit(cursor, COMMUNE, parent="Huyện Bình")
    for year in YEARS:
        villages = {"Đông": range(31), "Tây": range(40, 61), "Nam": range(70, 74)}
        forms = {village: [form(n, year) for n in numbers] for village, numbers in villages.items()}
        survey(cursor, forms, QUESTIONS[year], {"Đông": 60, "Tây": 90, "Nam": 35}, year=year)
        store_scores(cursor, year=year)


@pytest.fixture
def surveyed(within):
    with within(of_two_years) as cursor:
        yield cursor


def worked_out(cursor, name: str, given: dict[str, object]) -> list[tuple]:
    query = sql.load(name)
    return cursor.execute(
        query.sql, sql.bound(query, {"unit": unit_id(COMMUNE)} | given)
    ).fetchall()


def answered(cursor, name: str, given: dict[str, object], unit: str = COMMUNE) -> list[tuple]:
    return sql.run(cursor, name, **{"unit": unit} | given).fetchall()


@pytest.mark.parametrize(("name", "given"), ALL, ids=str)
def test_stored_scores_say_what_is_worked_out(surveyed, name, given):
    expected = worked_out(surveyed, name, given)
    found = answered(surveyed, name, given)
    assert len(found) > 20 and len(found) == len(expected)
    for row, other in zip(found, expected, strict=True):
        assert all(map(same, row, other)), (row, other)


def test_what_is_asked_otherwise_is_told_from_stored_scores(surveyed):
    rows = {row["component"]: row for row in ask(surveyed, "component_change", unit=COMMUNE,
            **CHANGE) if row["level"] in ("sub_dimension", "question")}  # fmt: skip
    verdicts = {component: rows[component]["verdict"] for component in ("1.1", "Q1", "2.1", "Q2")}
    assert verdicts.pop("1.1") == verdicts.pop("Q1") == "not_comparable"
    assert None not in verdicts.values() and "not_comparable" not in verdicts.values()


def mark(cursor) -> None:
    """So that it is seen which scores are read."""
    cursor.execute("update filled_score set respondents = 7777")


def is_read(rows: list[tuple]) -> bool:
    return 7777 in {value for row in rows for value in row}


@pytest.mark.parametrize(("name", "given"), ALL, ids=str)
def test_a_commune_as_a_whole_is_read_from_them(surveyed, name, given):
    mark(surveyed)
    assert is_read(answered(surveyed, name, given))


@pytest.mark.parametrize("given", [{"sex": "Nữ"}, {"age_from": 0}, {"age_to": 99},
                                   {"villages": ["Đông"]}], ids=str)  # fmt: skip
def test_a_part_of_a_commune_is_worked_out(surveyed, given):
    mark(surveyed)
    assert not is_read(answered(surveyed, "component_scores", {"year": 2023} | given))
    assert not is_read(answered(surveyed, "component_change", CHANGE | given))


def test_common_ground_and_units_above_are_worked_out(surveyed):
    mark(surveyed)
    assert not is_read(answered(surveyed, "component_change", CHANGE | {"basis": "common"}))
    above = answered(surveyed, "component_scores", {"year": 2023}, "Huyện Bình")
    assert above and not is_read(above)


def test_a_commune_that_another_lies_in_is_worked_out(surveyed):
    mark(surveyed)
    add_unit(surveyed, "Xã Con", parent=COMMUNE)
    rows = answered(surveyed, "component_scores", {"year": 2023})
    assert rows and not is_read(rows)


def test_a_year_that_is_not_stored_is_worked_out(surveyed):
    mark(surveyed)
    surveyed.execute("delete from filled_score where year = 2022")
    rows = answered(surveyed, "component_change", CHANGE)
    assert len(rows) > 20 and not is_read(rows)
    stored_scores.refill(surveyed)
    assert answered(surveyed, "component_change", CHANGE) == rows
