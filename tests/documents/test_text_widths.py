"""Widths of words, what of them fits, and lines."""

import doctest

import pytest
from PIL import ImageFont

from dashboard.documents import text_widths
from dashboard.documents.text_widths import cut, fitted, width
from dashboard.errors import DashboardError

TEXT = "Công chức Văn phòng - Thống kê của xã"


def test_examples():
    assert doctest.testmod(text_widths).failed == 0 < doctest.testmod(text_widths).attempted


def test_widths_are_those_of_arial():
    """Arial's advance widths, of 2048 units: A 1366, i 455, blank 569; bold A 1479."""
    assert width("A", 2048) == pytest.approx(1366, abs=2)
    assert width("Ai", 2048) == pytest.approx(1366 + 455, abs=3)
    assert width("A A", 2048) == pytest.approx(2 * 1366 + 569, abs=4)
    assert width("A", 2048, bold=True) == pytest.approx(1479, abs=2)
    assert width("A", 2048, serif=True) == pytest.approx(1479, abs=2)  # Times New Roman
    assert width("", 12) == 0


def test_a_text_that_fits_is_whole():
    room = width(TEXT, 12)
    assert cut(TEXT, 12, room) == TEXT
    shorter = cut(TEXT, 12, room - 1)
    assert shorter.endswith("…") and TEXT.startswith(shorter[:-1])
    assert width(shorter, 12) <= room - 1


def test_lines_are_broken_at_blanks():
    """Of a room for the first two words each line takes what fits; three lines hold all."""
    assert fitted("aaa bbb ccc", 12, width("aaa bbb", 12) + 0.1, 3) == ("aaa bbb ccc", 2)
    assert fitted("aaa bbb ccc", 12, width("aaa", 12) + 0.1, 3) == ("aaa bbb ccc", 3)
    said, lines = fitted("aaa bbb ccc ddd", 12, width("aaa bbb", 12) + 0.1, 1)
    assert (said, lines) == ("aaa…", 1) or said.startswith("aaa b") and said.endswith("…")


@pytest.mark.parametrize(
    ("text", "takes"),
    [("x" * 32_000, 3), ("ab " * 12_000, 3), ("\u0301" * 9_000, 1)],  # marks take no room
)
def test_what_is_far_too_long_ends_in_dots(text, takes):
    said, lines = fitted(text, 12, 200, 3)
    assert said.endswith("…") and lines == takes and len(said) < 7_000


def test_a_word_wider_than_the_room_is_broken():
    said, lines = fitted("x" * 30, 12, width("x" * 10, 12) + 0.1, 5)
    assert said == "x" * 30 and lines in (3, 4)


def test_missing_fonts_are_an_error(no_fonts):
    for bold in (False, True):
        for serif in (False, True):
            with pytest.raises(DashboardError, match="font_missing"):
                width("A", 12, bold, serif)


def test_a_font_of_the_system_is_no_stand_in(no_fonts, monkeypatch):
    """PIL looks for a font's name in the system's folders when it is given a path."""
    asked = []
    monkeypatch.setattr(ImageFont, "truetype", lambda font, *_, **__: asked.append(font))
    with pytest.raises(DashboardError, match="font_missing"):
        width("A", 12)
    assert asked == []
