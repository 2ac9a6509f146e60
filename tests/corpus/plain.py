"""Text without Vietnamese marks, and text for comparing; apart from the program's own folding."""

import re
import unicodedata


def plain(text: str) -> str:
    """The text as typed without marks: "Thời hạn" is "Thoi han"."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(mark for mark in parts if not unicodedata.combining(mark))


def same(first: object, second: object) -> bool:
    """Two texts that differ in spaces, case or the marks between parts only."""
    return _words(first) == _words(second)


def _words(text: object) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", str(text)).casefold())
