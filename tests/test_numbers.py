import doctest
from datetime import date

import pandas as pd
import pytest

from dashboard import numbers
from dashboard.charts import lettering, look
from dashboard.words import words

SPACE, MINUS = "\u00a0", "\u2212"


@pytest.mark.parametrize(
    "value, text",
    [
        (7.36, "7,36"),
        (7.355, "7,36"),
        (0.125, "0,13"),
        (10, "10,00"),
        (-0.5, f"{MINUS}0,50"),
        (0.0, "0,00"),
        (None, "–"),
        (float("nan"), "–"),
        (pd.NA, "–"),
    ],
)
def test_scores(value, text):
    assert numbers.score(value) == text


@pytest.mark.parametrize(
    "value, text",
    [
        (0.13, "+0,13"),
        (-0.29, f"{MINUS}0,29"),
        (0.004, "0,00"),
        (-0.004, "0,00"),
        (0.005, "+0,01"),
        (-0.005, f"{MINUS}0,01"),
        (float("nan"), "–"),
    ],
)
def test_differences_carry_a_sign_unless_they_round_to_zero(value, text):
    assert numbers.difference(value) == text


@pytest.mark.parametrize(
    "part, whole, text",
    [
        (3, 4, "3/4"),
        (0, 0, "0/0"),
        (5, 8, f"5/8 · 63{SPACE}%"),
        (10, 11, f"10/11 · 91{SPACE}%"),
        (5, 5, f"5/5 · 100{SPACE}%"),
        (0, 5, f"0/5 · 0{SPACE}%"),
        (1000, 1200, f"1.000/1.200 · 83{SPACE}%"),
    ],
)
def test_shares_begin_at_five_and_round_half_up(part, whole, text):
    assert numbers.done_of(part, whole) == text


@pytest.mark.parametrize(
    "share, text", [(0.625, f"63{SPACE}%"), (0.145, f"15{SPACE}%"), (None, "–")]
)
def test_percent(share, text):
    assert numbers.percent(share) == text


def test_dates_and_counts():
    assert numbers.day(date(2023, 5, 31)) == "31/05/2023"
    assert numbers.day(pd.NaT) == numbers.day(None) == "–"
    assert numbers.short_day(date(2023, 5, 1)) == "1/5"
    assert [numbers.count(n) for n in (7, 1234, 1234567)] == ["7", "1.234", "1.234.567"]


def test_hidden_goes_before_missing():
    vi = words("vi")
    assert numbers.shown("7,36", 7.36, "ok", words=vi) == "7,36"
    assert numbers.shown("7,36", 7.36, "hidden_n", words=vi) == vi["chart.hidden"]
    assert numbers.shown("–", None, "ok", "hidden_complement", words=vi) == vi["chart.hidden"]
    assert numbers.shown("–", None, "missing", words=vi) == "–"


@pytest.mark.parametrize("status", ["hidden_n", "hidden_complement", "hidden_no_se", "missing"])
def test_every_reason_is_said(status):
    vi = words("vi")
    assert numbers.reason("ok", status, words=vi) == vi[f"chart.why.{status}"]
    assert numbers.reason("ok", words=vi) == ""


@pytest.mark.parametrize("module", [numbers, lettering, look])
def test_examples_of_the_docstrings(module):
    result = doctest.testmod(module)
    assert (result.failed, result.attempted > 0) == (0, True)


def test_long_names_are_cut_between_words_and_wrapped_evenly():
    assert lettering.shorten("one two three", 9) == "one two…"
    assert lettering.shorten("one two three", 13) == "one two three"
    assert lettering.shorten("unbreakable", 5) == "unbr…"
    heads = ["4 Control of", "corruption", "in public"]
    assert lettering.wrapped("4 Control of corruption in public", 18) == heads
    assert lettering.wrapped("aa bb cc dd", 8) == ["aa bb", "cc dd"]


def test_markup_in_a_name_stays_text():
    assert lettering.safe("<b>A</b> & B") == "&lt;b&gt;A&lt;/b&gt; &amp; B"
