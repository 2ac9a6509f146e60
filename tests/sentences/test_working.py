""" "Cách tính": the numbers in the sentences are those that the reader would work out."""

import pandas as pd
import pytest

from dashboard.sentences import working
from dashboard.words import words

VI = words("vi")


def parts(*figures: tuple[float | None, str]) -> pd.DataFrame:
    return pd.DataFrame(figures, columns=["estimate", "status"]).astype({"estimate": float})


def whole(level: str, estimate: float | None, status: str = "ok") -> pd.Series:
    return pd.Series({"level": level, "estimate": estimate, "status": status})


def test_a_sum_names_its_parts_and_no_hidden_one():
    (said,) = working.of_parts(
        whole("dimension", 3.75), parts((1.5, "ok"), (2.25, "hidden_n"), (None, "hidden_n")), VI
    )
    assert said == "Điểm 3,7500 = 1,5000 + ẩn + ẩn (cộng 3 phần)."


def test_what_is_missing_is_no_sum_at_all():
    whole_, some = whole("dimension", None, "missing"), parts((1.5, "ok"), (None, "missing"))
    assert working.of_parts(whole_, some, VI) == ["Không có số liệu."]
    nothing = whole("sub_dimension", None, "missing")
    assert working.of_parts(nothing, some.tail(1), VI) == ["Không có số liệu."]


def test_a_mean_leaves_out_the_question_that_nobody_answered():
    (said,) = working.of_parts(
        whole("sub_dimension", 1.75), parts((1.5, "ok"), (None, "missing"), (2.0, "ok")), VI
    )
    assert said.startswith("Điểm 1,7500 = (1,5000 + 2,0000) / 2 (trung bình 2 câu hỏi")
    assert "trong 3 câu đã hỏi" in said


@pytest.mark.parametrize(
    ("is_reversed", "score"), [(False, 0.25 + 2.25 * 4 / 7), (True, 2.5 - 2.25 * 4 / 7)]
)
def test_a_question_s_mean_and_scale(is_reversed, score):
    """8 of 10 with a weight of 7.5 said ten, 15 of a weight of 2 nothing: 600 / 105 = 5.7143."""
    question = pd.Series(
        {"low": 0.0, "high": 10.0, "reversed": is_reversed, "scale_low": 0.25, "scale_high": 2.5}
    )
    villages = pd.DataFrame(
        {"weight": [7.5, 2.0], "answered": [10, 15], "estimate": [8.0, 0.0], "has_adults": True}
    )
    score = 2.5 - 2.25 * 4 / 7 if is_reversed else 0.25 + 2.25 * 4 / 7
    weights, mean, scaled = working.of_question(
        question, villages, pd.Series({"estimate": score, "status": "ok"}), VI
    )
    assert "số người từ 18 tuổi" in weights
    assert mean.endswith("= 600,00 / 105,00 = 5,7143.")
    start = "2,5000 − (2,5000 − 0,2500)" if is_reversed else "0,2500 + (2,5000 − 0,2500)"
    result = "1,2143" if is_reversed else "1,5357"  # 2.25 x 4 / 7 = 1.2857
    assert f"{start} × (5,7143 − 0) / (10 − 0) = {result}." in scaled


def test_a_hidden_question_says_why_and_nothing_else():
    question = pd.Series({"low": 0.0, "high": 1.0, "reversed": False})
    villages = pd.DataFrame(
        {"weight": [1.0], "answered": [9], "estimate": [0.5], "has_adults": False}
    )
    said = working.of_question(
        question, villages, pd.Series({"estimate": None, "status": "hidden_n"}), VI
    )
    assert said == [VI["working.equal_weights"], "Ẩn: dưới 10 người trả lời."]


def test_error_and_interval():
    """t of 20 degrees of freedom is 2.0860: 1.5 more or less 2.0860 x 0.1."""
    score = {"estimate": 1.5, "std_error": 0.1, "ci_low": 1.2914, "ci_high": 1.7086}
    score |= {"respondents": 22, "df": 20, "status": "ok"}
    (said,) = working.of_error(pd.Series(score), VI)
    assert "Sai số chuẩn 0,1000 (22 người trả lời, 20 bậc tự do)" in said
    assert "± 2,0860 × sai số chuẩn = từ 1,29 đến 1,71" in said
    (why,) = working.of_error(pd.Series(score | {"std_error": None, "status": "hidden_n"}), VI)
    assert why == "Ẩn: dưới 10 người trả lời."


def change(**facts: object) -> pd.Series:
    row = {"change": 0.25, "estimate_from": 1.25, "estimate_to": 1.5, "std_error": 0.1}
    row |= {"ci_low": 0.05, "ci_high": 0.45, "p_value": 0.0123, "p_adjusted": 0.0456}
    row |= {"verdict": "up", "status_from": "ok", "status_to": "ok"}
    return pd.Series(row | facts)


def test_change_with_its_test_and_verdict():
    difference, tested = working.of_change(change(), VI)
    assert difference == "Chênh lệch = 1,5000 − 1,2500 = +0,2500."
    assert "p = 0,0123" in tested and "p = 0,0456" in tested and tested.endswith("▲ tăng rõ rệt.")


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"change": None, "verdict": None, "status_from": "hidden_n"}, "no_change"),
        ({"change": None, "verdict": "not_comparable"}, "not_comparable"),
    ],
)
def test_no_change_says_why(facts, key):
    assert working.of_change(change(**facts), VI) == [VI[f"working.{key}"]]


def test_a_tiny_probability_is_no_zero():
    _, tested = working.of_change(change(p_value=1e-7, p_adjusted=0.0001), VI)
    assert "p < 0,0001," in tested and "p = 0,0001 (" in tested
