"""The scoring chain by hand (docs/method.md): questions, sub-dimensions, dimensions, total.

Two villages of three forms each. Đông has 60 adults: 60/3 = 20 a form; Tây 30: 10 a form.
"""

import pytest

from tests.queries.rows import (
    Form,
    ask,
    estimates,
    same_answers,
    scored,
    sub_dimensions,
    survey,
    whole_questionnaire,
)

ADULTS = {"Thôn Đông": 60, "Thôn Tây": 30}


def forms(code: str, east: list, west: list) -> dict[str, list[Form]]:
    return {
        "Thôn Đông": [Form({code: value}) for value in east],
        "Thôn Tây": [Form({code: value}) for value in west],
    }


def test_question_mean_weighs_each_form_with_adults_over_forms(cursor):
    survey(cursor, forms("Q1", [10, 5, 0], [0, 5, 2]), {"Q1": ("1.1", 0, 10)}, ADULTS)
    # (20 (10 + 5 + 0) + 10 (0 + 5 + 2)) / (3 x 20 + 3 x 10) = 370 / 90
    assert estimates(cursor)["raw Q1"] == pytest.approx(370 / 90, rel=1e-12)


def test_weights_stay_when_an_answer_is_missing(cursor):
    survey(cursor, forms("Q1", [10, None, None], [0, 5, 10]), {"Q1": ("1.1", 0, 10)}, ADULTS)
    # the one valid form of Đông still weighs 20: (20 x 10 + 10 (0 + 5 + 10)) / (20 + 30) = 7;
    # with 60 adults over one valid form it would be (600 + 150) / 90 = 8.33
    row = scored(cursor)["raw Q1"]
    assert row["estimate"] == pytest.approx(7, rel=1e-12)
    assert row["respondents"] == 4


def test_question_goes_onto_the_scale_of_a_dimension_of_four(cursor):
    survey(cursor, forms("Q1", [10, 5, 0], [0, 5, 2]), {"Q1": ("1.1", 0, 10)}, ADULTS)
    # k = 4: 1/4 + (10/4 - 1/4) (370/90 - 0) / 10
    assert estimates(cursor)["Q1"] == pytest.approx(0.25 + 2.25 * 370 / 900, rel=1e-12)


def test_question_goes_onto_the_scale_of_a_dimension_of_three(cursor):
    survey(cursor, forms("Q1", [5, 3, 1], [1, 3, 5]), {"Q1": ("7.2", 1, 5)}, ADULTS)
    # k = 3, mean 3: 1/3 + (10/3 - 1/3) (3 - 1) / (5 - 1) = 1/3 + 3/2
    assert estimates(cursor)["Q1"] == pytest.approx(1 / 3 + 1.5, rel=1e-12)


def test_reversed_question_counts_down_from_the_scale_s_end(cursor):
    survey(cursor, forms("Q1", [2, 2, 2], [2, 2, 2]), {"Q1": ("1.2", 1, 5, True)}, ADULTS)
    # 10/4 - (10/4 - 1/4) (2 - 1) / (5 - 1) = 2.5 - 0.5625; the raw mean is not turned
    found = estimates(cursor)
    assert found["Q1"] == pytest.approx(2.5 - 0.5625, rel=1e-12)
    assert found["raw Q1"] == 2


@pytest.mark.parametrize(
    ("component", "year", "low", "high"),
    [
        ("1.1", 2023, 1 / 4, 10 / 4),
        ("3.1", 2023, 1 / 3, 10 / 3),
        ("5.1", 2023, 1 / 3, 10 / 3),  # 5.2 was dropped: three sub-dimensions are left
        ("5.1", 2020, 1 / 4, 10 / 4),
        ("8.1", 2018, 1 / 2, 10 / 2),  # 8.3 came in 2019
    ],
)
def test_scale_ends_follow_the_tree_of_the_year(cursor, component, year, low, high):
    asked = {"LOW": (component, 1, 5), "HIGH": (component, 1, 5), "BACK": (component, 1, 5, True)}
    survey(cursor, {"Thôn": same_answers(3, LOW=1, HIGH=5, BACK=5)}, asked, year=year)
    found = estimates(cursor, year=year)
    assert [found["LOW"], found["HIGH"], found["BACK"]] == pytest.approx(
        [low, high, low], rel=1e-12
    )


def test_sub_dimension_is_the_mean_of_its_questions(cursor):
    asked = {"Q1": ("1.1", 0, 1), "Q2": ("1.1", 0, 10), "Q3": ("1.1", 1, 4)}
    survey(cursor, {"Thôn": [Form({"Q1": 1, "Q2": 5, "Q3": 1}), Form({"Q1": 0})]}, asked)
    # shares 1/2, 5/10, 0: mean 1/3, though Q1 has two answers and the others one
    assert estimates(cursor)["1.1"] == pytest.approx(0.25 + 2.25 / 3, rel=1e-12)


def test_question_without_a_valid_answer_is_left_out_of_its_sub_dimension(cursor):
    asked = {"Q1": ("1.1", 0, 1), "Q2": ("1.1", 0, 1)}
    survey(cursor, {"Thôn": same_answers(3, Q1=1, Q2=None)}, asked)
    found = scored(cursor)
    assert found["1.1"]["estimate"] == pytest.approx(2.5, rel=1e-12)
    assert (found["Q2"]["estimate"], found["Q2"]["respondents"]) == (None, 0)
    assert found["Q2"]["status"] == "missing"


def test_dimension_is_the_sum_of_its_sub_dimensions(cursor):
    asked = {"Q1": ("3.1", 0, 1), "Q2": ("3.2", 0, 10), "Q3": ("3.3", 0, 10)}
    survey(cursor, {"Thôn": same_answers(3, Q1=1, Q2=5, Q3=0)}, asked)
    # 1/3 + 3 (1) = 10/3, 1/3 + 3 (0.5) = 11/6, 1/3: together 5.5
    assert estimates(cursor)["3"] == pytest.approx(5.5, rel=1e-12)


@pytest.mark.parametrize(("answer", "dimension", "total"), [(0, 1, 8), (1, 10, 80)])
def test_dimension_runs_from_1_to_10_and_total_from_8_to_80(cursor, answer, dimension, total):
    asked = whole_questionnaire(2023)
    survey(cursor, {"Thôn": same_answers(3, **dict.fromkeys(asked, answer))}, asked)
    found = estimates(cursor)
    assert [found[str(number)] for number in range(1, 9)] == pytest.approx([dimension] * 8)
    assert found["PAPI"] == pytest.approx(total, rel=1e-12)


def test_component_with_a_missing_part_is_missing_and_not_a_partial_sum(cursor):
    asked = whole_questionnaire(2023)
    answers = dict.fromkeys(asked, 1) | {"Q6.4": None}
    survey(cursor, {"Thôn": same_answers(30, **answers)}, asked)
    found = scored(cursor)
    for component in ("6.4", "6", "PAPI"):
        assert (found[component]["estimate"], found[component]["status"]) == (None, "missing")
    assert found["7"]["estimate"] == pytest.approx(10)
    assert found["6"]["respondents"] == 30  # who answered something of it


def test_component_that_nobody_asks_about_is_missing(cursor):
    survey(cursor, {"Thôn": same_answers(12, Q1=1)}, {"Q1": ("1.1", 0, 1)})
    found = scored(cursor)
    expected = {"PAPI", *"12345678", *sub_dimensions(2023), "Q1", "raw Q1"}
    assert found.keys() == expected
    assert (found["1"]["estimate"], found["2.1"]["status"]) == (None, "missing")


@pytest.mark.parametrize("adults", [{}, {"Thôn Đông": 60}])
def test_all_weigh_the_same_when_a_village_has_no_population(cursor, adults):
    villages = forms("Q1", [10, 10, 10], [0])
    survey(cursor, villages, {"Q1": ("1.1", 0, 10)}, adults)
    assert estimates(cursor)["raw Q1"] == pytest.approx(30 / 4, rel=1e-12)


def test_population_of_another_year_is_not_used(cursor):
    villages, asked = forms("Q1", [10, 10, 10], [0]), {"Q1": ("1.1", 0, 10)}
    survey(cursor, villages, asked, year=2023)
    survey(cursor, villages, asked, ADULTS, year=2022)
    # 2022: (20 x 30 + 30 x 0) / (60 + 30); 2023: equal weights
    assert estimates(cursor, year=2022)["raw Q1"] == pytest.approx(600 / 90, rel=1e-12)
    assert estimates(cursor, year=2023)["raw Q1"] == pytest.approx(30 / 4, rel=1e-12)


def test_df_is_respondents_minus_the_villages_they_are_from(cursor):
    asked = {"Q1": ("1.1", 0, 1), "Q2": ("1.1", 0, 1), "Q3": ("1.2", 0, 1)}
    east = [Form({"Q1": 1, "Q2": 0}), Form({"Q1": None, "Q2": 0}), Form({"Q3": 0})]
    survey(cursor, {"Thôn Đông": east, "Thôn Tây": [Form({"Q3": 1}), Form()]}, asked)
    found = scored(cursor)
    # 1.1: two of Đông answered one of its questions; 1: three of Đông and one of Tây
    assert (found["1.1"]["respondents"], found["1.1"]["df"]) == (2, 2 - 1)
    assert (found["1"]["respondents"], found["1"]["df"]) == (4, 4 - 2)
    assert (found["Q1"]["respondents"], found["Q1"]["df"]) == (1, 1 - 1)


@pytest.mark.parametrize(
    ("respondents", "villages", "status"),
    [
        (9, 1, "hidden_n"),
        (9, 9, "hidden_n"),
        (10, 10, "hidden_no_se"),  # df 0
        (10, 9, "caution"),  # df 1
        (10, 1, "caution"),
        (29, 1, "caution"),
        (30, 1, "ok"),
        (30, 23, "caution"),  # df 7
        (30, 22, "ok"),  # df 8
    ],
)
def test_status_by_respondents_and_df(cursor, respondents, villages, status):
    people = {f"Thôn {number}": same_answers(1, Q1=1) for number in range(1, villages)}
    people["Thôn lớn"] = same_answers(respondents - villages + 1, Q1=1)
    survey(cursor, people, {"Q1": ("1.1", 0, 1)})
    found = scored(cursor)
    assert {found[level]["status"] for level in ("1.1", "Q1", "raw Q1")} == {status}


def test_levels_come_in_order_with_the_unit_s_own_name(cursor):
    survey(cursor, {"Thôn": same_answers(1, Q1=1)}, {"Q1": ("1.1", 0, 1)})
    rows = ask(cursor, "component_scores", unit="xã an", year=2023)
    levels = list(dict.fromkeys(row["level"] for row in rows))
    assert levels == ["total", "dimension", "sub_dimension", "question", "question_raw"]
    assert {(row["unit"], row["year"]) for row in rows} == {("Xã An", 2023)}


def test_year_without_a_survey_has_no_scores(cursor):
    survey(cursor, {"Thôn": same_answers(12, Q1=1)}, {"Q1": ("1.1", 0, 1)}, year=2022)
    assert not [
        r for r in ask(cursor, "component_scores", unit="Xã An", year=2023) if r["estimate"]
    ]


@pytest.mark.parametrize(
    ("adults", "variance"),
    [
        # weights 5, 5 and 5, mean 5, influences -1, -1/3 and 4/3;
        # Đông (1 - 2/10) 2 (10/9 - 16/9/2), and Tây, alone and so centred at 0, (1 - 1/5) 16/9
        ({"Đông": 10, "Tây": 5}, 0.8 * 2 * 2 / 9 + 0.8 * 16 / 9),
        # equal weights give the same influences, and nothing is known of those not asked
        ({}, 2 * 2 / 9 + 16 / 9),
        ({"Đông": 10}, 2 * 2 / 9 + 16 / 9),
    ],
)
def test_error_of_a_village_with_one_respondent_and_without_adults(cursor, adults, variance):
    people = {"Đông": [Form({"Q1": 2}), Form({"Q1": 4})], "Tây": [Form({"Q1": 9})]}
    survey(cursor, people, {"Q1": ("1.1", 0, 10)}, adults)
    row = scored(cursor)["raw Q1"]
    assert (row["estimate"], row["df"]) == (pytest.approx(5), 1)
    assert row["std_error"] == pytest.approx(variance**0.5, rel=1e-12)
    # t on one degree of freedom: 97.5 % of it lie below 12.7062047362
    assert row["ci_high"] == pytest.approx(5 + 12.7062047362 * variance**0.5, rel=1e-9)
