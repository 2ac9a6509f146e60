"""Vietnamese text made comparable: NFC, without case, accents, đ and extra spaces.

queries/schema/definitions/05_names.sql holds the same folding in SQL; a test holds them together.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot below


def tidy(text: str) -> str:
    """NFC with single spaces: the text as it is stored and shown.

    >>> tidy("  Thôn\\n Đông ")
    'Thôn Đông'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def capital(text: str) -> str:
    """The text with a capital first letter, the others as they are.

    >>> capital("đã xong, xã Đức Hợp")
    'Đã xong, xã Đức Hợp'
    """
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=10_000)  # a workbook says the same few words again and again
def fold(text: str) -> str:
    """The text for comparing: tidy, lower case, no accents, d for đ.

    >>> fold("Văn phòng -  Thống kê")
    'van phong - thong ke'
    """
    return without_accents(tidy(text).lower())


def without_accents(text: str) -> str:
    """The text without Vietnamese marks; case and spaces stay.

    >>> without_accents("Đức Hợp")
    'Duc Hop'
    """
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """A letter's code -> the letter without marks, worked out once."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(c for c in apart if not unicodedata.combining(c))
        return self[code]


_PLAIN = _Plain({ord("đ"): "d", ord("Đ"): "D"})


def toned(text: str) -> str:
    """The text with each word's tone at its end: where a tone is placed does not matter.

    >>> toned("Hòa Bình") == toned("Hoà Bình")
    True
    """
    return " ".join(map(_tone_last, unicodedata.normalize("NFD", text).split(" ")))


def toned_apart(word: str) -> tuple[str, str]:
    """The word without its tones, in NFC, and its tones.

    >>> toned_apart("cộng") == ("công", "\u0323")
    True
    """
    plain, tones = _apart(unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", plain), tones


@lru_cache(maxsize=10_000)
def _tone_last(word: str) -> str:
    return "".join(_apart(word))


def _apart(word: str) -> tuple[str, str]:
    tones = [c for c in word if c in _TONES]
    return "".join(c for c in word if c not in _TONES), "".join(tones)


def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens, fit for an address.

    >>> slug("Xã Đức Hợp")
    'xa-duc-hop'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


_PERSON = re.compile(r"^(cong chuc|can bo)\s+(?=\S)")


def official_key(name: str) -> str:
    """The folded name of an official without "Công chức": as the queries know them.

    >>> official_key("Công chức  Tư pháp - Hộ tịch")
    'tu phap - ho tich'
    """
    return _PERSON.sub("", fold(name))
