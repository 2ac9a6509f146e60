"""Texts made comparable, the same in Python and in SQL (definitions/05_names.sql)."""

import csv
import unicodedata

import pytest

from dashboard.config import REFERENCE
from dashboard.folding import fold, official_key, slug, tidy, without_accents

VOWELS = "aăâeêioôơuưy"
MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]  # huyền sắc ngã hỏi nặng
LETTERS = [unicodedata.normalize("NFC", vowel + mark) for vowel in VOWELS for mark in MARKS]
ALPHABET = "".join([*LETTERS, *map(str.upper, LETTERS), "đĐ"])


def names() -> list[str]:
    """Every name that the reference tables know."""
    found = []
    for table in ("components", "provinces"):
        with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            found += [row["name_vi"] for row in csv.DictReader(file)]
    return found


TEXTS = [
    *names(),
    ALPHABET,
    "",
    "   ",
    "  Thôn \t Đông\n",
    "Văn phòng - Thống kê",
    "UBND xã Đức Hợp (1/7/2025)",
    "Thôn\u00a0Đông",  # a space that Word and web pages put in
    "Thôn\u2009Đông",
    "Thôn\u3000Đông",
    "Hoà Bình",
    "Hòa Bình",
]


def in_sql(cursor, macro: str, text: str) -> str:
    return cursor.execute(f"select {macro}($1)", [text]).fetchone()[0]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
@pytest.mark.parametrize("text", TEXTS)
def test_sql_folds_as_python_does(cursor, text, form):
    written = unicodedata.normalize(form, text)
    assert in_sql(cursor, "fold", written) == fold(written)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Công chức Văn hóa -  Xã hội", "van hoa - xa hoi"),
        ("cán bộ tư pháp", "tu phap"),
        ("Công chức", "cong chuc"),
        ("Trưởng thôn", "truong thon"),
        ("CÔNG AN", "cong an"),
    ],
)
def test_query_knows_an_official_without_the_word_for_official(cursor, text, key):
    assert in_sql(cursor, "official_key", text) == key


@pytest.mark.parametrize("function", [tidy, fold])
@pytest.mark.parametrize("text", TEXTS)
def test_folding_twice_changes_nothing(function, text):
    assert function(function(text)) == function(text)


def test_fold_takes_every_mark_off_every_letter():
    plain = "".join(vowel * len(MARKS) for vowel in "aaaeeiooouuy")
    assert fold(ALPHABET) == plain * 2 + "dd"


def test_decomposed_text_folds_like_composed_text():
    assert fold(unicodedata.normalize("NFD", "Đức Hợp")) == fold("Đức Hợp") == "duc hop"


def test_tidy_keeps_case_and_accents():
    assert tidy("  Xã\u00a0 Đức\n Hợp ") == "Xã Đức Hợp"


def test_accents_go_and_case_stays():
    assert without_accents("Đức Hợp ƯƠ") == "Duc Hop UO"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã Đức Hợp", "xa-duc-hop"),
        (" Thôn 1/2 (mới) ", "thon-1-2-moi"),
        ("Tổ 3", "to-3"),
        ("…", ""),
    ],
)
def test_slug_is_fit_for_an_address(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(
    "name",
    ["Công chức Tư pháp - Hộ tịch", "CÁN BỘ  Mặt trận", "Công chức", "Cán bộ thôn", "Bà Đào"],
)
def test_an_official_s_key_is_the_same_in_both(cursor, name):
    assert in_sql(cursor, "official_key", name) == official_key(name)
    assert official_key("công chức  tư pháp") == official_key("Tư pháp") == "tu phap"
