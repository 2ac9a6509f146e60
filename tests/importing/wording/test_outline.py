"""Marks before headings and tasks, as they are written."""

import pytest

from dashboard.importing.wording.outline import Form, outline


@pytest.mark.parametrize(
    ("number", "words", "form", "value", "rest"),
    [
        ("IX", "Khác", Form.ROMAN, (9,), "Khác"),
        ("XIV.", "Khác", Form.ROMAN, (14,), "Khác"),
        ("", "(IV) Khác", Form.ROMAN, (4,), "Khác"),
        ("", "B/ Khác", Form.LETTER, (2,), "Khác"),
        ("", "Đ. Khác", Form.LETTER, (5,), "Khác"),
        ("", "đ) Khác", Form.ITEM, (5,), "Khác"),
        ("", "II.1 Khác", Form.DOTTED, (2, 1), "Khác"),
        ("1,2", "Khác", Form.DOTTED, (1, 2), "Khác"),
        ("", "3.x1 Khác", Form.DOTTED, (3, 101), "Khác"),
        ("12", "Khác", Form.NUMBER, (12,), "Khác"),
        ("", "Phần thứ ba: Khác", Form.PART, (3,), "Khác"),
        ("", "CHƯƠNG II", Form.CHAPTER, (2,), ""),
        ("", "Nội dung thành phần 2.2: Khác", Form.COMPONENT, (2, 2), "Khác"),
        ("", "5 nhiệm vụ", Form.NONE, (), "5 nhiệm vụ"),
        ("", "A dua", Form.NONE, (), "A dua"),
        ("", "30/6 họp", Form.NONE, (), "30/6 họp"),
        ("", "Mục tiêu 1", Form.NONE, (), "Mục tiêu 1"),
        ("", "Nhóm Y tế", Form.NONE, (), "Nhóm Y tế"),
        ("", "X quang", Form.NONE, (), "X quang"),
    ],
)
def test_a_mark(number, words, form, value, rest):
    mark = outline(number, words)
    assert (mark.form, mark.number, mark.rest) == (form, value, rest)


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [("10", "11", True), ("1.2", "1.3", True), ("a)", "b)", True), ("III", "IV", True),
     ("10", "12", False), ("1", "II", False), ("1.2", "2.3", False)],
)  # fmt: skip
def test_a_number_that_goes_on(before, after, follows):
    assert outline(after, "").follows(outline(before, "")) is follows
