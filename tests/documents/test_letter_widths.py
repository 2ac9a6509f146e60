"""Widths of words, and what of them fits."""

import pytest

from dashboard import config
from dashboard.documents import letter_widths
from dashboard.documents.letter_widths import cut, fitted, width
from dashboard.errors import DashboardError

TEXT = "Công chức Văn phòng - Thống kê của xã"


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
    assert cut(TEXT, room, 12) == TEXT
    shorter = cut(TEXT, room - 1, 12)
    assert shorter.endswith("…") and TEXT.startswith(shorter[:-1])
    assert width(shorter, 12) <= room - 1


def test_lines_are_broken_at_blanks():
    """Of a room for the first two words each line takes what fits; three lines hold all."""
    assert fitted("aaa bbb ccc", width("aaa bbb", 12) + 0.1, 12, 3) == ("aaa bbb ccc", 2)
    assert fitted("aaa bbb ccc", width("aaa", 12) + 0.1, 12, 3) == ("aaa bbb ccc", 3)
    said, lines = fitted("aaa bbb ccc ddd", width("aaa bbb", 12) + 0.1, 12, 1)
    assert (said, lines) == ("aaa…", 1) or said.startswith("aaa b") and said.endswith("…")


@pytest.mark.parametrize("text", ["x" * 32_000, "ab " * 12_000, "\u0301" * 9_000])
def test_what_is_far_too_long_ends_in_dots(text):
    said, lines = fitted(text, 200, 12, 3)
    assert said.endswith("…") and lines == 3 and len(said) < 7_000


def test_a_word_wider_than_the_room_is_broken():
    said, lines = fitted("x" * 30, width("x" * 10, 12) + 0.1, 12, 5)
    assert said == "x" * 30 and lines in (3, 4)


def test_missing_fonts_are_an_error(monkeypatch, tmp_path):
    monkeypatch.setattr(config, "FONTS", tmp_path)
    letter_widths._font.cache_clear()
    letter_widths._word.cache_clear()
    with pytest.raises(DashboardError) as error:
        width("A", 12)
    assert error.value.code == "font_missing"
    monkeypatch.undo()
    letter_widths._font.cache_clear()
    assert width("A", 12) > 0
