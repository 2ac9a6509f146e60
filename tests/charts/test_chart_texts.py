"""The charts' texts: the same keys and holes in both languages, every state named."""

from string import Formatter

from dashboard.words import words


def holes(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_say_the_same_things():
    vi, en = ({k: holes(v) for k, v in words(c).items()} for c in ("vi", "en"))
    mine = ("chart.", "state.")
    assert {k: v for k, v in vi.items() if k.startswith(mine)} == {
        k: v for k, v in en.items() if k.startswith(mine)
    }
