"""From a question's score down to the rows of the file, on a survey small enough to count.

Thôn A: 90 adults, 12 forms, so 7.5 each; Thôn B: 30 adults, 15 forms, so 2 each.
"""

import pytest

from tests.queries.rows import COMMUNE, Form, ask, same_answers, store_scores, survey

WHERE = {"unit": COMMUNE, "year": 2023, "question": "Q1"}
TEN = same_answers(8, Q1=10)
PEOPLE = {
    "Thôn A": [*TEN, *same_answers(2, Q1=0), Form({"Q1": None}), Form({})],
    "Thôn B": same_answers(15, Q1=0),
}
ADULTS = {"Thôn A": 90, "Thôn B": 30}


@pytest.fixture
def asked(cursor):
    survey(cursor, PEOPLE, {"Q1": ("1.1", 0, 10, False, "How many?")}, ADULTS)
    store_scores(cursor)
    return cursor


def test_villages_bring_their_weight_and_their_mean(asked):
    first, second = ask(asked, "question_villages", **WHERE)
    facts = ("village", "adults", "respondents", "answered", "missing", "weight", "estimate")
    assert [first[name] for name in facts] == ["Thôn A", 90, 12, 10, 2, 7.5, 8.0]
    assert [second[name] for name in facts] == ["Thôn B", 30, 15, 15, 0, 2.0, 0.0]
    assert first["has_adults"] and first["status"] == "caution"


def test_shares_of_answers_are_weighted_and_missing_ones_counted_apart(asked):
    """10 x 7.5 + 15 x 2 = 105 in all; ten points: 8 x 7.5 = 60 of them."""
    none, ten, missing = ask(asked, "question_answers", **WHERE)
    assert (none["answer"], none["respondents"], none["scaled"]) == (0, 17, 0.25)
    assert (ten["answer"], ten["respondents"], ten["scaled"]) == (10, 8, 2.5)
    assert none["share"] == pytest.approx(45 / 105) and ten["share"] == pytest.approx(60 / 105)
    assert (missing["answer"], missing["missing"], missing["share"]) == (None, "blank", None)
    assert missing["respondents"] == 2


def test_answers_of_one_village(asked):
    rows = ask(asked, "question_answers", **WHERE, village="Thôn A")
    assert [(row["answer"], row["share"]) for row in rows] == [(0, 0.2), (10, 0.8), (None, None)]


def test_rows_of_a_village_are_its_forms_in_the_file(asked):
    rows = ask(asked, "question_rows", **WHERE, village="thon a")
    assert [row["source_row"] for row in rows] == list(range(1, 13))
    assert [row["answer"] for row in rows] == [10] * 8 + [0, 0, None, None]
    assert {row["source_sheet"] for row in rows} == {"Phiếu"} and rows[0]["weight"] == 7.5
    assert rows[0]["scaled"] == 2.5 and rows[-1]["missing"] == "blank"


def test_a_reversed_question_scales_backwards_and_without_adults_all_weigh_one(cursor):
    survey(cursor, PEOPLE, {"Q1": ("1.1", 0, 10, True, "How bad?")}, {"Thôn A": 90})
    none, ten, _ = ask(cursor, "question_answers", **WHERE)
    assert (none["scaled"], ten["scaled"]) == (2.5, 0.25)
    assert ten["share"] == pytest.approx(8 / 25)


def test_questions_with_their_range_and_scale(asked):
    (row,) = ask(asked, "questions", unit=COMMUNE, year=2023)
    facts = ("question", "component", "text", "low", "high", "scale_low", "scale_high")
    assert [row[name] for name in facts] == ["Q1", "1.1", "How many?", 0, 10, 0.25, 2.5]


def test_sources_say_which_rows_of_which_sheet(asked):
    (row,) = ask(asked, "survey_sources", unit=COMMUNE, year=2023)
    assert (row["source_sheet"], row["first_row"], row["last_row"]) == ("Phiếu", 1, 15)
    assert row["respondents"] == 27
    (row,) = ask(asked, "survey_sources", unit=COMMUNE, year=2023, village="Thôn A")
    assert (row["last_row"], row["respondents"]) == (12, 12)
