"""Two years beside each other, by each year's own questions or by those asked in both."""

import pytest

from tests.queries.rows import COMMUNE, Form, ask, same_answers, survey


def change(cursor, basis: str | None = "published", **domain: object) -> dict[str, dict]:
    rows = ask(
        cursor,
        "component_change",
        unit=COMMUNE,
        year_from=2022,
        year_to=2023,
        basis=basis,
        **domain,
    )
    return {(row["level"], row["component"]): row for row in rows}


SUB = ("sub_dimension", "1.1")
EARLIER = {"Q1": ("1.1", 0, 10, False, "Biết chính sách"), "Q2": ("1.1", 0, 10, False, "Đi họp")}
LATER = {
    "Q1": ("1.1", 0, 10, False, "BIẾT  chính sách"),
    "Q2": ("1.1", 0, 10, False, "Đi bầu"),
    "Q3": ("1.1", 0, 10, False, "Đóng góp"),
}


@pytest.fixture
def years(cursor):
    survey(cursor, {"Thôn": same_answers(30, Q1=2, Q2=4)}, EARLIER, year=2022)
    survey(cursor, {"Thôn": same_answers(30, Q1=8, Q2=6, Q3=10)}, LATER, year=2023)
    return cursor


@pytest.mark.parametrize("basis", ["published", None])
def test_published_basis_takes_each_year_s_own_questions(years, basis):
    row = change(years, basis)[SUB]
    # 2022: (0.2 + 0.4)/2 = 0.3, 2023: (0.8 + 0.6 + 1)/3 = 0.8, on 0.25 to 2.5
    assert row["estimate_from"] == pytest.approx(0.25 + 2.25 * 0.3, rel=1e-12)
    assert row["estimate_to"] == pytest.approx(0.25 + 2.25 * 0.8, rel=1e-12)
    assert row["change"] == pytest.approx(2.25 * 0.5, rel=1e-12)


def test_common_basis_takes_questions_of_one_code_and_one_text(years):
    rows = change(years, "common")
    # Q2's text changed, Q3 is new; Q1's differs by case and spaces only
    assert rows[SUB]["estimate_from"] == pytest.approx(0.25 + 2.25 * 0.2, rel=1e-12)
    assert rows[SUB]["estimate_to"] == pytest.approx(0.25 + 2.25 * 0.8, rel=1e-12)
    questions = [row for (level, _), row in rows.items() if level == "question"]
    assert {row["component"] for row in questions if row["change"] is not None} == {"Q1"}


def test_what_other_questions_say_is_no_change(years):
    """1.1 of 2023 has another text and a question more; Q1 is the same question."""
    rows = change(years)
    told = {at: rows[at]["verdict"] for at in (SUB, ("question", "Q1"), ("question", "Q2"))}
    assert told == {SUB: "not_comparable", ("question", "Q1"): "up",
                    ("question", "Q2"): "not_comparable"}  # fmt: skip
    common = change(years, "common")
    assert common[SUB]["verdict"] == common["question", "Q1"]["verdict"] == "up"


def test_common_basis_without_a_common_question_is_missing(cursor):
    survey(cursor, {"Thôn": same_answers(30, Q1=2)}, {"Q1": ("1.1", 0, 10)}, year=2022)
    survey(cursor, {"Thôn": same_answers(30, Q9=2)}, {"Q9": ("1.1", 0, 10)}, year=2023)
    row = change(cursor, "common")[SUB]
    assert (row["estimate_from"], row["estimate_to"], row["change"]) == (None, None, None)
    assert row["status"] == "missing"


def test_question_of_one_year_only_has_no_change(years):
    row = change(years)[("question", "Q3")]
    assert (row["estimate_from"], row["change"], row["status"]) == (None, None, "missing")
    assert row["estimate_to"] == pytest.approx(2.5)


@pytest.mark.parametrize(
    ("earlier", "later", "status"),
    [
        (30, 30, "ok"),
        (29, 30, "caution"),
        (30, 29, "caution"),
        (9, 30, "hidden_n"),
        (30, 9, "hidden_n"),
        (9, 29, "hidden_n"),
        (30, 0, "missing"),
    ],
)
def test_change_is_no_better_than_its_weaker_year(cursor, earlier, later, status):
    for year, count in ((2022, earlier), (2023, later)):
        people = {"Thôn": same_answers(count, Q1=2) or [Form()]}
        survey(cursor, people, {"Q1": ("1.1", 0, 10)}, year=year)
    assert change(cursor)[SUB]["status"] == status


def test_domain_holds_in_both_years(cursor):
    for year, answer in ((2022, 2), (2023, 7)):
        people = [
            Form({"Q1": answer}, "Nữ", 30),
            Form({"Q1": 10}, "Nam", 30),
            Form({"Q1": 10}, "Nữ", 70),
        ]
        survey(cursor, {"Thôn": people}, {"Q1": ("1.1", 0, 10)}, year=year)
    row = change(cursor, sex="Nữ", age_to=60, villages=["Thôn"])[("question_raw", "Q1")]
    assert (row["estimate_from"], row["estimate_to"], row["change"]) == (2, 7, 5)


def test_one_row_for_every_component_of_either_tree(cursor):
    survey(cursor, {"Thôn": same_answers(3, Q1=2)}, {"Q1": ("5.1", 0, 10)}, year=2022)
    survey(cursor, {"Thôn": same_answers(3, Q1=2)}, {"Q1": ("5.1", 0, 10)}, year=2020)
    rows = ask(
        cursor, "component_change", unit=COMMUNE, year_from=2020, year_to=2022, basis="published"
    )
    subs = {row["component"] for row in rows if row["level"] == "sub_dimension"}
    assert len(rows) == len({(row["level"], row["component"]) for row in rows})
    assert len(subs) == 29 and "5.2" in subs  # 2020's 5.2 has no score in 2022
