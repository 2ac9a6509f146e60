"""English by one switch: every page, kept in the address and from page to page."""

import re
from html import unescape

import pytest

from dashboard.words import words
from tests.pages.conftest import PAGES, click, gone_to, html, opened, read_by_people, title

VI, EN = words("vi"), words("en")
# Pieces of our own Vietnamese texts, long enough to be nobody's name.
PIECES = {
    piece.strip()
    for key, text in VI.items()
    if EN[key] != text and not key.startswith(("error.", "finding.", "cli.", "method."))
    for piece in re.split(r"\{[^}]*\}|\n", text)
    if len(piece.strip()) > 15 and re.search(r"[À-ỹ]", piece)
}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_in_english_says_nothing_of_our_own_in_vietnamese(page, filled):
    said = unescape(read_by_people(opened(page, lang="en")))
    assert sorted(piece for piece in PIECES if piece in said) == []


def test_the_switch_holds_from_page_to_page_and_can_be_undone(filled):
    app = click(opened("components"), "English")
    assert app.query_params["lang"] == "en"
    english = title(app)
    assert english == title(opened("components", lang="en")) != title(opened("components"))
    app = gone_to(app, "villages")
    assert title(app) == title(opened("villages", lang="en"))
    assert app.query_params["lang"] == "en"
    app = gone_to(click(app, "Tiếng Việt"), "components")
    assert "lang" not in app.query_params
    assert title(app) == title(opened("components"))


@pytest.mark.parametrize("said", ["", "fr", "EN "])
def test_another_language_in_the_address_is_vietnamese(said, filled):
    app = opened("overview", lang=said)
    assert html(app) == html(opened("overview"))
