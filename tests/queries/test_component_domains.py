"""Who is taken in: villages, sex, ages, units above the communes (docs/method.md)."""

import pytest

from dashboard.errors import DashboardError
from dashboard.store.namesakes import Namesakes
from tests.queries.rows import Form, add_unit, ask, estimates, same_answers, scored, survey

ASKED = {"Q1": ("1.1", 0, 10)}
ADULTS = {"Thôn Đông": 60, "Thôn Tây": 30}  # three forms each: 20 and 10 a form


@pytest.fixture
def commune(cursor):
    east = [Form({"Q1": 10}, "Nữ", 30), Form({"Q1": 5}, "Nam", 40), Form({"Q1": 0}, "Nam", 50)]
    west = [Form({"Q1": 1}, "Nữ", 60), Form({"Q1": 2}, "Nữ", 60), Form({"Q1": 3}, None, None)]
    survey(cursor, {"Thôn Đông": east, "Thôn Tây": west}, ASKED, ADULTS)
    return cursor


def mean(cursor, **domain: object) -> tuple[float | None, int]:
    row = scored(cursor, **domain)["raw Q1"]
    return row["estimate"], row["respondents"]


def test_sex_keeps_the_weights_of_the_full_sample(commune):
    # women: 20 x 10 + 10 (1 + 2) = 230 over 20 + 10 + 10; weights made anew for women would
    # be 60 and 15: (60 x 10 + 15 x 3) / 90 = 7.17
    assert mean(commune, sex="Nữ") == (pytest.approx(230 / 40, rel=1e-12), 3)


def test_sex_leaves_out_forms_that_do_not_say(commune):
    assert mean(commune, sex="Nam") == (pytest.approx((5 + 0) / 2, rel=1e-12), 2)


@pytest.mark.parametrize("typed", ["nữ", "Nu", "NỮ"])
def test_sex_is_known_without_case_and_accents(commune, typed):
    assert mean(commune, sex=typed)[1] == 3


def test_sex_that_is_neither_is_not_taken_for_everybody(commune):
    with pytest.raises(DashboardError):
        mean(commune, sex="Female")


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ({"age_from": 40}, ["0", "1", "2", "5"]),
        ({"age_from": 41}, ["0", "1", "2"]),
        ({"age_to": 40}, ["10", "5"]),
        ({"age_to": 39}, ["10"]),
        ({"age_from": 40, "age_to": 50}, ["0", "5"]),
    ],
)
def test_age_bounds_are_inclusive(commune, ages, expected):
    weight = {"10": 20, "5": 20, "0": 20, "1": 10, "2": 10}
    total = sum(weight[answer] for answer in expected)
    value = sum(weight[answer] * int(answer) for answer in expected) / total
    assert mean(commune, **ages) == (pytest.approx(value, rel=1e-12), len(expected))


def test_age_that_nobody_has_takes_in_nobody(commune):
    assert mean(commune, age_from=61) == (None, 0)


def test_village_is_its_plain_mean(commune):
    assert mean(commune, villages=["Thôn Đông"]) == (pytest.approx(5, rel=1e-12), 3)


@pytest.mark.parametrize("named", [["thôn tây"], ["Tây"], ["tay"], ["Thon Tay"], ["  THÔN  TÂY "]])
def test_village_is_known_without_case_accents_and_its_kind(commune, named):
    assert mean(commune, villages=named) == (pytest.approx(2, rel=1e-12), 3)


def test_several_villages_keep_their_weights(commune):
    everybody = mean(commune)
    assert everybody[0] == pytest.approx((20 * 15 + 10 * 6) / 90, rel=1e-12)
    assert mean(commune, villages=["Thôn Đông", "Thôn Tây"]) == everybody


def test_conditions_hold_together(commune):
    assert mean(commune, villages=["Đông"], sex="Nam", age_from=45) == (0, 1)


def test_no_villages_named_is_all_of_them(commune):
    assert mean(commune, villages=[]) == mean(commune)


def test_village_that_is_not_there_takes_in_nobody(commune):
    assert mean(commune, villages=["Thôn Nam"]) == (None, 0)


@pytest.mark.parametrize(
    ("one", "other"), [("Thôn Đông", "Thôn Đống"), ("Thôn 1", "Xóm 1"), ("Thôn Hà", "Thôn Hạ")]
)
def test_village_s_own_spelling_wins_over_a_likeness(cursor, one, other):
    survey(cursor, {one: same_answers(3, Q1=10), other: same_answers(2, Q1=0)}, ASKED)
    assert mean(cursor, villages=[one]) == (10, 3)
    assert mean(cursor, villages=[other]) == (0, 2)


def two_communes(cursor):
    add_unit(cursor, "Tỉnh Bắc", "province")
    add_unit(cursor, "Huyện Hạ", "district", "Tỉnh Bắc")
    for commune in ("Xã An", "Xã Bình"):
        add_unit(cursor, commune, "commune", "Huyện Hạ")
    add_unit(cursor, "Xã Ngoài", "commune", "Tỉnh Bắc")
    for commune, answer, adults in (("Xã An", 10, 30), ("Xã Bình", 4, 60), ("Xã Ngoài", 0, 9)):
        survey(cursor, {"Thôn 1": same_answers(3, Q1=answer)}, ASKED, {"Thôn 1": adults}, commune)


def test_district_takes_every_commune_below_it(cursor):
    two_communes(cursor)
    # villages of one name stay two strata: (10 x 3 x 10 + 20 x 3 x 4) / (30 + 60) = 540 / 90
    row = scored(cursor, unit="Huyện Hạ")["raw Q1"]
    assert row["estimate"] == pytest.approx(6, rel=1e-12)
    assert (row["respondents"], row["df"]) == (6, 6 - 2)


def test_province_takes_the_districts_communes_too(cursor):
    two_communes(cursor)
    # 540 of the district and 3 x 3 x 0, over 30 + 60 + 9
    assert estimates(cursor, unit="Tỉnh Bắc")["raw Q1"] == pytest.approx(540 / 99, rel=1e-12)


def test_commune_above_which_others_lie_is_only_itself(cursor):
    two_communes(cursor)
    assert estimates(cursor, unit="Xã An")["raw Q1"] == pytest.approx(10, rel=1e-12)


def test_communes_may_ask_different_questions(cursor):
    add_unit(cursor, "Huyện Hạ", "district")
    for commune, asked in (("Xã An", {"Q1": ("1.1", 0, 10)}), ("Xã Bình", {"Q1": ("1.1", 0, 1)})):
        add_unit(cursor, commune, "commune", "Huyện Hạ")
        survey(cursor, {"Thôn": same_answers(2, Q1=1)}, asked, unit=commune)
    # each answer on its own question's range: 1 of 10 is 0.1, 1 of 1 is 1
    assert estimates(cursor, unit="Huyện Hạ")["Q1"] == pytest.approx(0.25 + 2.25 * 0.55, rel=1e-12)


@pytest.mark.parametrize("typed", ["xã an", "XÃ AN", "An", "xa an", "Xa\u0303 An", " Xã  An "])
def test_unit_is_known_without_case_accents_and_its_kind(commune, typed):
    assert mean(commune, unit=typed)[1] == 6


@pytest.mark.parametrize("typed", ["Xã Tân Lập", "Tân Lập", "xa tan lap"])
def test_name_that_two_units_bear_is_asked_back(cursor, typed):
    survey(cursor, {"Thôn": same_answers(3, Q1=1)}, ASKED, unit="Xã Tân Lập")
    cursor.execute("insert into unit values ('xa-tan-lap-2', 'commune', 'Xã Tân Lập', null)")
    with pytest.raises(Namesakes):
        ask(cursor, "component_scores", unit=typed, year=2023)


def test_kind_that_is_written_must_agree(cursor):
    survey(cursor, {"Thôn": same_answers(3, Q1=1)}, ASKED, unit="Xã Kim Động")
    assert ask(cursor, "component_scores", unit="Huyện Kim Động", year=2023) == []
