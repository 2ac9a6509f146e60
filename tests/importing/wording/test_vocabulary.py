import pytest

from dashboard.importing.wording.vocabulary import Lexicon, inside, lexicon, tokens

WORDS = Lexicon(((tokens("không biết"), "2"), (tokens("không"), "1"), (tokens("dừng"), "3")))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Không", "1"),
        ("KHONG", "1"),
        ("Không  biết", "2"),
        ("dừng", "3"),
        ("dung", "3"),
        ("đúng", None),
        ("đừng", None),
        ("không rõ", None),
        ("", None),
    ],
)
def test_exact(text, value):
    assert WORDS.exact(text) == value


def test_the_longest_word_begins_the_text():
    assert WORDS.start("Không biết gì") == "2"
    assert WORDS.start("Tôi không biết") is None


def test_a_word_inside_a_text():
    assert WORDS.inside("Tôi không nói") == "1"
    assert WORDS.inside("Tôi nói") is None


def test_accents_on_either_vowel_are_one():
    assert tokens("huỷ hoà") == tokens("hủy hòa")


def test_composed_and_decomposed_letters_are_one():
    assert inside("due_recurring", "Thu\u031bo\u031b\u0300ng xuye\u0302n") == "yes"


def test_a_list_that_is_not_there_says_so():
    with pytest.raises(KeyError, match="no list"):
        lexicon("nothing")
