"""Rows sorted as what their cells are, and found without accents."""

import random
import unicodedata

import pandas as pd
import pytest

from dashboard.folding import fold
from dashboard.tables import row_order

COLUMNS = {"due": ("Hạn", False), "late": ("Ngày trễ", True), "task": ("Nhiệm vụ", False)}
ROWS = pd.DataFrame(
    [
        ("31/12/2022", "9", "Họp Thôn 10"),
        ("chưa có hạn", "–", "Công khai hộ nghèo"),
        ("01/02/2023", "1.200", "Niêm yết giá đất"),
        ("15/01/2023", "ẩn", "họp thôn 2"),
    ],
    columns=list(COLUMNS),
)


@pytest.mark.parametrize(
    ("by", "falling", "places"),
    [
        ("due", False, [0, 3, 2, 1]),
        ("due", True, [2, 3, 0, 1]),  # what has no date stays behind
        ("late", False, [0, 2, 3, 1]),
        ("late", True, [2, 0, 3, 1]),
        ("task", False, [1, 3, 0, 2]),
        ("task", True, [2, 0, 3, 1]),
    ],
)
def test_dates_figures_and_texts_sort_as_what_they_are(by, falling, places):
    assert list(row_order.ordered(ROWS, COLUMNS, by, falling).index) == places


def test_rows_that_are_alike_keep_their_order():
    same = ROWS.assign(due="01/02/2023")
    for falling in (False, True):
        assert list(row_order.ordered(same, COLUMNS, "due", falling).index) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("HO NGHEO", [1]),
        ("thôn họp", [0, 3]),  # every word, wherever it stands
        ("dat", [2]),
        ("2023 gia", [2]),
        ("  ", [0, 1, 2, 3]),
        ("nghèo giá", []),
    ],
)
def test_a_search_leaves_accents_and_case_aside(query, places):
    assert list(row_order.found(ROWS, list(COLUMNS), query).index) == places


# Words that differ in nothing but their accents, as Vietnamese has them.
ALIKE = ["chưa", "chữa", "chua", "chùa", "hạn", "hàn", "han", "hân", "đất", "dất", "dat", "thôn"]


def test_a_word_with_accents_is_found_with_these_and_one_without_with_any():
    draw = random.Random(7)
    for _ in range(300):
        rows = [draw.sample(ALIKE, 3) for _ in range(4)]
        asked = draw.sample(ALIKE, draw.choice([1, 1, 2]))
        fits = [
            place
            for place, row in enumerate(rows)
            if all(
                any(fold(one) == word for one in row) if word == fold(word) else word in row
                for word in asked
            )
        ]
        form = draw.choice(["NFC", "NFD"])
        frame = pd.DataFrame({"task": [unicodedata.normalize(form, " ".join(r)) for r in rows]})
        query = unicodedata.normalize(draw.choice(["NFC", "NFD"]), " ".join(asked).upper())
        assert list(row_order.found(frame, ["task"], query).index) == fits, (rows, asked)


def test_a_tone_on_the_other_vowel_is_the_same_word_and_a_beginning_is_enough():
    frame = pd.DataFrame({"task": ["Hòa giải", "hoả hoạn", "hộ nghèo"]})
    for query, places in {"hoà": [0], "hỏa": [1], "nghè": [2], "hóa": []}.items():
        assert list(row_order.found(frame, ["task"], query).index) == places


def test_a_search_reads_only_what_is_shown():
    hidden = ROWS.assign(task_id="abc")
    assert row_order.found(hidden, list(COLUMNS), "abc").empty
