"""Two communes of one name: every question tells them apart, whichever way one is named."""

from datetime import date

import pytest

from dashboard.store import sql, stored_scores
from dashboard.store.namesakes import Namesakes
from dashboard.words import words
from tests.queries.rows import add_task, add_unit, ask, same_answers, survey

ASKED = {"C01": ("1.1", 0, 1)}
ANSWERS = {"A": 1, "B": 0}  # by district
YEARS = {"year": 2023, "year_from": 2022, "year_to": 2023}
GIVEN = {
    **YEARS,
    "question": "C01",
    "village": "Thôn Đông",
    "days": 30,
    "task_id": "1",
    "period": "2023-H1",
}
OF_UNITS = [
    (name, param.name)
    for name in sql.names()
    for param in sql.load(name).params
    if param.name in sql.UNIT_PARAMS
]

WRITTEN = (
    "Xã Tân Lập, Huyện B",
    "xã Tân Lập - huyện B",
    "Tân Lập (B)",
    "xa tan lap huyen b tinh c",
    "HUYỆN B - XÃ TÂN LẬP",
    "Xã Tân Lập (Huyện B)",
)
# Every question with one spelling, every spelling with some question; the rest by --long.
EVERY = [(*asked, written) for asked in OF_UNITS for written in WRITTEN]
QUICK = EVERY[:: len(WRITTEN) + 1]
QUICK += [(*asked, WRITTEN[0]) for asked in OF_UNITS if asked not in {one[:2] for one in QUICK}]
LONG = [pytest.param(*one, marks=pytest.mark.long) for one in EVERY if one not in QUICK]


def of_two_districts(cursor) -> None:
    """Xã Tân Lập of Huyện A and of Huyện B, each with a survey of two years and a task."""
    for district, answer in ANSWERS.items():
        add_unit(cursor, f"Huyện {district}", "district", "Tỉnh C")
        own = f"Xã {district}"
        add_unit(cursor, own, "commune", f"Huyện {district}")
        for year in (2022, 2023):
            survey(cursor, {"Thôn Đông": same_answers(12, C01=answer)}, ASKED, unit=own, year=year)
        add_task(cursor, unit=own, due=date(2023, 9, 30), leads=[f"Ông {district}"])
    add_unit(cursor, "Tỉnh C", "province")
    cursor.execute("update unit set name = 'Xã Tân Lập' where level = 'commune'")
    stored_scores.fill(cursor, [(unit, year) for unit in ("xa-a", "xa-b") for year in (2022, 2023)])


@pytest.fixture
def two(within):
    with within(of_two_districts) as cursor:
        yield cursor


def given(name: str, param: str, unit: str) -> dict[str, object]:
    """What a question needs, of the unit."""
    needed = {
        p.name: GIVEN[p.name] for p in sql.load(name).params if p.required and p.name in GIVEN
    }
    return {**needed, param: unit}


def test_there_are_questions_of_units():
    assert {("tasks", "unit"), ("unit_ranking", "parent")} <= set(OF_UNITS)


@pytest.mark.parametrize(("name", "param", "written"), QUICK + LONG)
def test_by_name_and_district_is_as_by_id(two, name, param, written):
    by_id = ask(two, name, **given(name, param, "xa-b"))
    assert ask(two, name, **given(name, param, written)) == by_id


@pytest.mark.parametrize(("name", "param"), OF_UNITS)
def test_bare_name_is_asked_back_with_both(two, name, param):
    with pytest.raises(Namesakes) as caught:
        ask(two, name, **given(name, param, "Xã Tân Lập"))
    said = caught.value.sentence(words("vi"))
    assert "Xã Tân Lập (Huyện A)" in said and "Xã Tân Lập (Huyện B)" in said


def test_each_has_its_own_figures(two):
    for district, answer in ANSWERS.items():
        unit = f"Xã Tân Lập, Huyện {district}"
        (raw,) = [
            row
            for row in ask(two, "component_scores", unit=unit, year=2023)
            if row["level"] == "question_raw"
        ]
        assert (raw["estimate"], raw["respondents"]) == (answer, 12)
        (task,) = ask(two, "tasks", unit=unit, year=2023)
        assert task["lead"] == f"Ông {district}"


def test_name_of_both_shows_the_district(two):
    assert sorted(row["unit"] for row in ask(two, "unit_ranking", year=2023)) == [
        "Xã Tân Lập (Huyện A)",
        "Xã Tân Lập (Huyện B)",
    ]


def test_commune_of_the_province_itself_goes_before_those_of_its_districts(two):
    add_unit(two, "Xã Tân Lập", "commune", "Tỉnh C")
    assert sql.unit_named(two, "Xã Tân Lập, Tỉnh C") == "xa-tan-lap"
    assert sql.unit_named(two, "Xã Tân Lập, Huyện A, Tỉnh C") == "xa-a"


@pytest.mark.parametrize("wanted", ["Xã Khác", "Xã Tân Lập, Huyện D", "Huyện Tân Lập"])
def test_unknown_unit_is_none(two, wanted):
    assert sql.unit_named(two, wanted) is None


@pytest.mark.parametrize("wanted", ["*", "?", "Xã Khác"])
def test_unknown_unit_finds_nothing(two, wanted):
    """Not what a query takes for all units, either."""
    assert ask(two, "tasks", unit=wanted, year=2023) == []


def test_a_name_once_borne_finds_what_its_bearer_was_joined_to(two):
    two.execute("update unit set name = 'Xã Cũ' where unit_id = 'xa-a'")
    two.execute("insert into joined_name values ('unit', '', 'xa-a', 'xa-b')")
    tasks = ask(two, "tasks", unit="xa-b", year=2023)
    assert tasks != []
    for wanted in ("xa-a", "Xã Cũ"):
        assert ask(two, "tasks", unit=wanted, year=2023) == tasks
