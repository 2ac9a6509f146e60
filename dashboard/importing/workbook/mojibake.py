"""Vietnamese in UTF-8 that was opened as Western text: "Xã Äá»©c Há»£p", once or several times.

Its bytes are had back and read as what they are. Only a text that comes out as sound
Vietnamese is taken; of a letter whose bytes were lost on the way LOST stands in its place.
"""

import re
from functools import cache

from dashboard.importing.workbook.old_letters import is_syllable
from dashboard.importing.workbook.twins import NEXT, SOUND

LOST = "\ufffd"
_TABLES = ("cp1252", "cp1258", "mac_roman", "cp437", "cp850")
_BEGINS = re.compile("[ÃĂÂÄÅÆáà√ƒ≈∆·├─┼╞ß]")  # what the first byte of a letter looks like
_SOUND = re.compile(f"[{SOUND}\u00a0{LOST}]*")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_TIMES = 3

_TWO_OF_THREE = re.compile("á[º»]")  # never in a sound text
_WHOLE = re.compile(f"[ÃĂÄÅÆ]{NEXT}|[a-z][ÃĂÄÆ]")
_BEYOND = re.compile("[đĐơƠưƯẠ-ỹ]")  # letters that such a text cannot have


def undone(text: str) -> str | None:
    """The text as it was meant; None where it is none of this kind.

    >>> undone("XÃ£ Há»£p Tiáº¿n"), undone("Xã Hợp Tiến")
    ('Xã Hợp Tiến', None)
    """
    found = text
    for _ in range(_MOST_TIMES):
        once = _once(found) if _BEGINS.search(found) else None
        if once is None:
            break
        found = once
    return found if found != text and _SOUND.fullmatch(found) else None


def _once(text: str) -> str | None:
    usual = _decoded(text, _TABLES[0])
    if usual is not None and _SOUND.fullmatch(usual):
        return usual
    found = [once for table in _TABLES if (once := _decoded(text, table)) is not None]
    if found:
        return max(found, key=_syllables)
    is_one = _TWO_OF_THREE.search(text) or (_WHOLE.search(text) and not _BEYOND.search(text))
    return _with_losses(text) if is_one else None


def _syllables(text: str) -> int:
    words = (word for word in _WORD.findall(text) if word[1:].islower() or word.isupper())
    return sum(map(is_syllable, words))


def _decoded(text: str, table: str) -> str | None:
    letters = _bytes(table)
    try:
        return b"".join([letters[letter] for letter in text]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


@cache
def _bytes(table: str) -> dict[str, bytes]:
    """Letter -> its byte; the places that a table leaves free were kept as they were."""
    found = {chr(byte): bytes([byte]) for byte in range(256)}
    for byte in range(256):
        try:
            found[bytes([byte]).decode(table)] = bytes([byte])
        except UnicodeDecodeError:
            continue
    return found


def _with_losses(text: str) -> str | None:
    """The text where some bytes are gone: what is whole is had back, the rest is LOST."""
    letters = _bytes("cp1252")
    text = re.sub(f"Ă(?={NEXT}| )", "Ã", text)  # as Vietnamese Windows shows that byte
    raw = b"".join(letters.get(letter, letter.encode()) for letter in text)
    raw = re.sub(rb"\xc3(?= )", b"\xc3\xa0", raw)  # the second byte of à looks like a space
    raw = re.sub(rb"(\xe1[\xba\xbb])(?:\xef\xbf\xbd|[?])", rb"\1", raw)
    found = raw.decode("utf-8", "replace")
    found = re.sub("(\\w*)à (\\w+)", _joined, found)
    return found if _SOUND.fullmatch(found) else None


def _joined(words: re.Match[str]) -> str:
    """ "hà nh" is one word: the space was a part of its letter."""
    whole = f"{words[1]}à{words[2]}"
    return whole if is_syllable(whole) and not is_syllable(words[2]) else words[0]
