"""Which tasks are looked at: village, component, official, role, unit, year (docs/formats.md)."""

from datetime import date

import pytest

from tests.queries.rows import COMMUNE, add_task, add_unit, ask

AT = date(2023, 10, 25)


def named(cursor, **given: object) -> list[str]:
    rows = ask(cursor, "tasks", **({"unit": COMMUNE, "year": 2023, "as_of": AT} | given))
    return sorted(row["task"] for row in rows)


def assigned(cursor, **given: object) -> dict[str, int]:
    given = {"unit": COMMUNE, "year": 2023, "as_of": AT} | given
    return {row["official"]: row["assigned"] for row in ask(cursor, "official_completion", **given)}


@pytest.fixture
def villages(cursor):
    facts = {"leads": ["Ông A"]}
    add_task(cursor, "toàn xã", **facts)
    add_task(cursor, "đông", whole_unit=False, villages=["Thôn Đông"], **facts)
    add_task(cursor, "hai thôn", whole_unit=False, villages=["Thôn Đông", "Thôn Tây"], **facts)
    add_task(cursor, "không rõ", whole_unit=False, **facts)
    return cursor


@pytest.mark.parametrize("typed", ["Thôn Đông", "đông", "thon dong"])
def test_village_takes_in_whole_commune_tasks(villages, typed):
    assert named(villages, village=typed) == ["hai thôn", "toàn xã", "đông"]
    assert assigned(villages, village=typed) == {"Ông A": 3}


def test_whole_commune_tasks_say_so(villages):
    rows = ask(villages, "tasks", unit=COMMUNE, year=2023, village="Thôn Tây")
    assert {row["task"]: row["whole_unit"] for row in rows} == {"toàn xã": True, "hai thôn": False}


def test_village_that_is_not_there_leaves_whole_commune_tasks(villages):
    assert named(villages, village="Thôn Nam") == ["toàn xã"]


def test_village_s_own_spelling_wins_over_a_likeness(cursor):
    add_task(cursor, "đông", whole_unit=False, villages=["Thôn Đông"], leads=["Ông A"])
    add_task(cursor, "đống", whole_unit=False, villages=["Thôn Đống"], leads=["Bà B"])
    assert named(cursor, village="Thôn Đông") == ["đông"]
    assert assigned(cursor, village="Thôn Đống") == {"Bà B": 1}


COMPONENTS = ["1", "1.1", "1.10", "1.2", "10", "10.1", "11", None]


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        ("1", ["1", "1.1", "1.10", "1.2"]),
        ("1.1", ["1.1"]),
        ("10", ["10", "10.1"]),
        ("1.3", []),
        ("PAPI", ["1", "1.1", "1.10", "1.2", "10", "10.1", "11", "None"]),
        (None, ["1", "1.1", "1.10", "1.2", "10", "10.1", "11", "None"]),
    ],
)
def test_component_takes_in_its_descendants_and_no_likeness(cursor, component, expected):
    for code in COMPONENTS:
        add_task(cursor, str(code), component=code, leads=["Ông A"])
    assert named(cursor, component=component) == expected
    assert sum(assigned(cursor, component=component).values()) == len(expected)


@pytest.fixture
def officials(cursor):
    add_task(cursor, "một", leads=["Văn hóa - Xã hội"], supports=["Địa chính"])
    add_task(cursor, "hai", leads=["Địa chính", "Văn hóa - Xã hội"])
    add_task(cursor, "ba", supports=["Văn hóa - Xã hội"])
    return cursor


@pytest.mark.parametrize(
    ("role", "expected"),
    [(None, ["hai", "một"]), ("lead", ["hai", "một"]), ("support", ["ba"])],
)
@pytest.mark.parametrize("typed", ["Văn hóa - Xã hội", "Công chức văn hoá -  xã hội"])
def test_official_s_tasks_by_role(officials, role, expected, typed):
    assert named(officials, official=typed, role=role) == expected


def test_role_chooses_whose_completion_is_counted(officials):
    assert assigned(officials) == {"Văn hóa - Xã hội": 2, "Địa chính": 1}
    assert assigned(officials, role="support") == {"Văn hóa - Xã hội": 1, "Địa chính": 1}


def test_other_unit_and_other_year_are_left_out(cursor):
    add_task(cursor, "của An")
    add_task(cursor, "năm trước", year=2022)
    add_task(cursor, "của Bình", unit="Xã Bình")
    assert named(cursor) == ["của An"]
    assert named(cursor, year=2022, as_of=None) == ["năm trước"]


def test_district_sees_the_tasks_of_its_communes(cursor):
    add_unit(cursor, "Huyện Hạ", "district")
    for commune in ("Xã An", "Xã Bình"):
        add_unit(cursor, commune, "commune", "Huyện Hạ")
        add_task(cursor, f"của {commune}", unit=commune, leads=["Chủ tịch"])
    add_task(cursor, "của Ngoài", unit="Xã Ngoài", leads=["Chủ tịch"])
    assert named(cursor, unit="Huyện Hạ") == ["của Xã An", "của Xã Bình"]


def test_period_of_another_year_has_no_tasks(cursor):
    add_task(cursor)
    assert named(cursor, period="2022-Y") == []
