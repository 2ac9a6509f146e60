"""Numbers of forms, made comparable: one form is written 001, 1, "1.0" and "Phiếu số 1"."""

import re

from dashboard.folding import fold

# Letters, then numbers apart by signs. What mixes letters and digits (a tool's own id) is kept.
_NUMBERED = re.compile(r"\W*([^\W\d_]*(?:\s[^\W\d_]+)*)[\W_]*(\d+(?:[-/_\s]+\d+)*)\W*")
_SHORT = re.compile(r"([a-zđ]?)0*(\d+)(?:-0*(\d+))?")
_WHOLE = re.compile(r"(\d+)[.,]0+")
_SIGNS = re.compile(r"[-/_\s]+")
WORDS = frozenset(("phieu", "so", "ma", "no", "form", "stt", "tt", "mau", "number", "nr"))


def letters_and_number(form: str) -> tuple[str, str] | None:
    """The letters of a form's number and its digits without leading zeros; None of an id.

    >>> letters_and_number("P001"), letters_and_number("a3f0-9b")
    (('p', '1'), None)
    """
    said = form.lower()
    if match := _SHORT.fullmatch(said):  # P0001, 23-0001: most of a hundred thousand are such
        return match[1], f"{match[2]}-{match[3]}" if match[3] else match[2]
    whole = _WHOLE.fullmatch(said)
    match = _NUMBERED.fullmatch(whole[1] if whole else said)
    if not match:
        return None
    words = [word for word in match[1].split() if fold(word) not in WORDS]
    numbers = (number.lstrip("0") or "0" for number in _SIGNS.split(match[2]))
    return "".join(words), "-".join(numbers)


def form_key(form: str) -> str:
    """What spellings of one form's number have in common.

    >>> form_key("001"), form_key("1.0"), form_key("Phiếu số 01"), form_key("P001")
    ('1', '1', '1', 'p1')
    >>> form_key("12,5"), form_key("23-001")
    ('12,5', '23-1')
    """
    parts = letters_and_number(form)
    return "".join(parts) if parts else form.lower()
