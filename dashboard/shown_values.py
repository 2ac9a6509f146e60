"""What the finished cells of a table say: values to sort by and to hand out.

Only what is shown is read back, rounded as it is shown: no table sorts by, and no file holds,
more than stands on the page.
"""

import re
from datetime import date
from typing import NamedTuple

from dashboard import numbers
from dashboard.folding import tidy, toned_apart

_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_NUMBER = re.compile(r"([+−]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?( ?%)?")
_PART = re.compile(r"(\d+)/(\d+)(?: · .*)?")
# The letters of Vietnamese in its order; its tones stand in theirs.
_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {tone: place for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}
_PIECES = re.compile(r"\d+|\D+")


class Number(NamedTuple):
    """A figure as it is shown; digits: its decimals, of per cent those of the per cent."""

    value: float
    digits: int
    is_share: bool


ORDERED = 500  # letters by which texts are ordered, as the macro in_order does

Value = Number | date | str | None
Order = tuple[int, float, tuple[object, ...]]  # rank, value, what else


def value_of(text: object, is_figure: bool) -> Value:
    """A date, in a column of figures a number, else the text; None where there is nothing.

    >>> value_of("7,36", True).value, value_of("84 %", True).value
    (7.36, 0.84)
    >>> value_of("31/05/2023", False)
    datetime.date(2023, 5, 31)
    """
    if not isinstance(text, str) or not text or text == numbers.NOTHING:
        return None
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day)
        except ValueError:  # as a file wrote it: 31/06/2023
            return text
    if not is_figure or not (found := _NUMBER.fullmatch(text.replace(numbers.NO_BREAK, " "))):
        return text
    sign, whole, decimals, share = found.groups()
    digits = len(decimals or "")
    value = float(f"{whole.replace('.', '')}.{decimals or 0}")
    if share:
        value = round(value / 100, digits + 2)
    return Number(-value if sign == numbers.MINUS else value, digits, bool(share))


def order_of(text: object, is_figure: bool) -> Order:
    """A key that sorts what cells say: dates and figures by what they are, then words, what is
    missing last."""
    value = value_of(text, is_figure)
    if isinstance(value, Number):
        return 0, value.value, ()
    if isinstance(value, date):
        return 0, float(value.toordinal()), ()
    if value is None:
        return 2, 0.0, ()
    if is_figure and (part := _PART.fullmatch(value)):  # "5/8 · 63 %"
        done, of = int(part[1]), int(part[2])
        return 0, done / of if of else 0.0, (of,)
    return 1, 0.0, alphabetical(value)


def alphabetical(text: str) -> tuple[object, ...]:
    """A key that sorts texts by the Vietnamese alphabet, and numbers in them as numbers.

    >>> sorted(["Thôn 10", "Ô", "Đa", "Thôn 2", "Ơ", "Du", "O"], key=alphabetical)
    ['Du', 'Đa', 'O', 'Ô', 'Ơ', 'Thôn 2', 'Thôn 10']
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for piece in _PIECES.findall(tidy(text[:ORDERED]).lower()):
        if piece.isdecimal():
            letters.append((1, int(piece)))
            continue
        for base, tone in map(_apart, piece):
            if base in _LETTERS:
                letters.append((2, _LETTERS[base]))
            elif base == " ":
                letters.append((0, 0))
            tones.append(tone)
    return tuple(letters), tuple(tones)


def _apart(letter: str) -> tuple[str, int]:
    """A letter without its tone, and the tone's place."""
    base, tones = toned_apart(letter)
    return base, _TONES.get(tones, 0)
