"""Several officials, bodies or villages in one cell -> one by one.

";" and a new line always part. A comma, a slash or "và" parts only between two things that
begin like a body or a person: "Địa chính - Nông nghiệp - Xây dựng và Môi trường" is one name.
"""

import re
from dataclasses import dataclass

from dashboard.folding import tidy
from dashboard.importing import vocabulary
from dashboard.importing.sheet import text

_ITEM_MARK = re.compile(r"^\s*(?:[-+•*]|\d{1,2}[.)])\s+")
_MAYBE = re.compile(r"\s*[,/&+]\s*|\s+và\s+", re.IGNORECASE)
_VILLAGES = re.compile(r"\s*[;,\n/&+]\s*|\s+và\s+", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-ZĐ]{2,}(?:\s*-\s*[A-ZĐ]{2,})*\b")
_PERSON_WORDS = range(2, 6)
_PART_OF_ALL = re.compile(r"(\d+)\s*/\s*\1\s+\w+")


@dataclass(frozen=True)
class Area:
    """Where a task is done: in the whole unit, or in some of its villages."""

    written: str
    whole: bool
    villages: tuple[str, ...] = ()


def people(value: object) -> tuple[str, ...]:
    """The officials and bodies named in a cell, in their order, each once.

    >>> people("Đài truyền thanh xã; Các thôn")
    ('Đài truyền thanh xã', 'Các thôn')
    """
    if not isinstance(value, str):
        return (text(value),) if value is not None else ()
    found: list[str] = []
    for line in re.split(r"[;\n\r]+", value):
        found += _bodies(tidy(_ITEM_MARK.sub("", line)))
    return tuple(dict.fromkeys(name for name in found if name))


def _bodies(line: str) -> list[str]:
    """The line parted at each comma, slash or "và" that stands between two bodies."""
    parts, begin = [], 0
    for match in _MAYBE.finditer(line):
        left, right = line[begin : match.start()], line[match.end() :]
        if _begins_a_body(left) and _begins_a_body(right):
            parts.append(left)
            begin = match.end()
    return [part.strip(" .,") for part in [*parts, line[begin:]]]


def _begins_a_body(written: str) -> bool:
    if vocabulary.start("not_body", written):
        return False
    if vocabulary.start("body", written) or _ABBREVIATION.match(written):
        return True
    return _begins_a_person(written)


def _begins_a_person(written: str) -> bool:
    words = _MAYBE.split(written)[0].split()
    capitals = all(word[0].isupper() for word in words)
    named = vocabulary.start("surname", written) is not None
    return named and capitals and len(words) in _PERSON_WORDS


def area(value: object) -> Area:
    """The villages a cell names; blank and "Toàn xã" mean the whole unit.

    >>> area("Thôn Bắc, Hạ").villages
    ('Thôn Bắc', 'Thôn Hạ')
    """
    written = text(value)
    pieces = [] if value is None else [tidy(p) for p in _VILLAGES.split(str(value)) if p.strip()]
    if not pieces or _is_whole(written, pieces):
        return Area(written, True)
    return Area(written, False, tuple(dict.fromkeys(_with_word(pieces))))


def _is_whole(written: str, pieces: list[str]) -> bool:
    if _PART_OF_ALL.match(written) or vocabulary.exact("whole_unit", written):
        return True
    if any(vocabulary.exact("whole_unit", piece) for piece in pieces):
        return True
    return all(vocabulary.start("place", piece) for piece in pieces)


def _with_word(pieces: list[str]) -> list[str]:
    """ "Thôn Bắc, Hạ" means Thôn Hạ: the word of the first piece holds for the bare ones."""
    if not vocabulary.start("village_word", pieces[0]) or " " not in pieces[0]:
        return pieces
    word = pieces[0].split()[0]
    return [p if vocabulary.start("village_word", p) else f"{word} {p}" for p in pieces]
