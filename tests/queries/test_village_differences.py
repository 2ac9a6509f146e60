"""A village against the rest of its commune: by hand, and by scipy from the two domains asked
apart."""

from math import sqrt

import pytest
from scipy import stats

from tests.queries.rows import COMMUNE, Form, ask, same_answers, scored, store_scores, survey

ASKED = {"Q1": ("1.1", 0, 10), "Q2": ("1.1", 0, 1), "Q3": ("5.1", 1, 5, True)}


def halves(low: float, high: float, each: int) -> list[Form]:
    return [*same_answers(each, Q1=low), *same_answers(each, Q1=high)]


def differences(cursor, level: str = "question") -> dict[tuple[str, str], dict]:
    store_scores(cursor)
    rows = ask(cursor, "village_differences", unit=COMMUNE, year=2023)
    return {(row["village"], row["component"]): row for row in rows if row["level"] == level}


def test_difference_by_hand(cursor):
    """1.1 runs from 1/4 to 10/4, so a point of Q1 is 0.225. Thôn A: mean 3, its variance
    (1 - 10/20) x (10/9)/10 = 1/18; Thôn B: 7 and (1 - 20/40) x (20/19)/20 = 1/38; Thôn C: 10 and 0.
    The rest beside A: (40 x 7 + 60 x 10)/100 = 8.8, variance 0.4 x 0.4/38; df 9 + 28."""
    people = {
        "Thôn A": halves(2, 4, 5),
        "Thôn B": halves(6, 8, 10),
        "Thôn C": same_answers(10, Q1=10),
    }
    adults = {"Thôn A": 20, "Thôn B": 40, "Thôn C": 60}
    survey(cursor, people, {"Q1": ("1.1", 0, 10)}, adults)
    row = differences(cursor)["Thôn A", "Q1"]
    error = 0.225 * sqrt(1 / 18 + 0.16 / 38)
    assert row["rest"] == pytest.approx(0.25 + 0.225 * 8.8)
    assert row["difference"] == pytest.approx(-1.305)
    assert row["std_error"] == pytest.approx(error)
    assert row["df"] == 37
    assert row["ci_high"] == pytest.approx(-1.305 + stats.t.ppf(0.975, 37) * error)
    assert row["verdict"] == "below"


def test_it_is_the_test_of_the_two_domains_asked_apart(cursor):
    """Questions left out by some, a reversed one, weights: composites need their covariances."""
    people = {
        name: [
            Form({"Q1": (3 * i + shift) % 11, "Q2": (i + shift) % 3 % 2, "Q3": 1 + (i * i) % 5})
            if i % 4
            else Form({"Q1": (5 * i) % 11, "Q2": None if i % 8 else 1, "Q3": 2 + shift % 3})
            for i in range(size)
        ]
        for name, size, shift in (("A", 14, 0), ("B", 22, 3), ("C", 31, 7), ("D", 1, 1))
    }
    survey(cursor, people, ASKED, {"A": 90, "B": 60, "C": 400, "D": 12})
    own_of = {name: scored(cursor, villages=[name]) for name in people}
    rest_of = {name: scored(cursor, villages=[o for o in people if o != name]) for name in people}
    tested = 0
    for level in ("question", "sub_dimension"):
        found = differences(cursor, level)
        ps = {}
        for (village, code), row in found.items():
            own, rest = own_of[village][code], rest_of[village][code]
            if own["std_error"] is None:
                assert row["verdict"] == ("unclear" if row["difference"] is not None else None)
                assert row["p_adjusted"] is None
                continue
            error = sqrt(own["std_error"] ** 2 + rest["std_error"] ** 2)
            t = (own["estimate"] - rest["estimate"]) / error
            ps[village, code] = 2 * stats.t.sf(abs(t), own["df"] + rest["df"])
            assert row["rest"] == pytest.approx(rest["estimate"], abs=1e-12)
            assert row["std_error"] == pytest.approx(error, abs=1e-12)
            assert row["p_value"] == pytest.approx(ps[village, code], abs=1e-12)
        adjusted = dict(zip(ps, stats.false_discovery_control(list(ps.values())), strict=True))
        for place, p in adjusted.items():
            assert found[place]["p_adjusted"] == pytest.approx(p, abs=1e-12)
            tested += 1
    assert tested == 3 * 3 + 3 * 2


def test_a_village_alone_has_nothing_to_be_tested_against(cursor):
    survey(cursor, {"A": same_answers(40, Q1=5)}, {"Q1": ("1.1", 0, 10)})
    row = differences(cursor)["A", "Q1"]
    assert (row["rest"], row["p_value"], row["verdict"]) == (None, None, None)


def test_where_all_of_a_village_answer_alike_there_is_no_test(cursor):
    """Nobody of 30 said yes, six of 60 elsewhere did: that happens by chance."""
    people = {"A": same_answers(30, Q1=0), "B": [*same_answers(6, Q1=1), *same_answers(54, Q1=0)]}
    survey(cursor, people, {"Q1": ("1.1", 0, 1)}, {"A": 90, "B": 200})
    row = differences(cursor)["A", "Q1"]
    assert row["difference"] < 0
    assert (row["std_error"], row["p_value"], row["verdict"]) == (None, None, "unclear")


def test_equal_answers_everywhere_are_not_told_apart(cursor):
    """No spread, no difference: 0 / 0 is no p."""
    survey(cursor, {name: same_answers(40, Q1=5) for name in "AB"}, {"Q1": ("1.1", 0, 10)})
    rows = differences(cursor)
    assert {(row["p_value"], row["verdict"]) for row in rows.values()} == {(None, "unclear")}
