"""Several officials, bodies or villages in one cell -> one by one.

";" and a new line always part. A comma, a slash or "và" parts only between two things that
begin like a body or a person, and never inside a name that has one of its own (words.csv,
one_name): "Địa chính - Nông nghiệp - Xây dựng và Môi trường" is one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.folding import fold, tidy
from dashboard.importing.model.sheet import text
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.offices import written_out

_ITEM_MARK = re.compile(r"^\s*(?:[-+•*–]\s*(?=\D)|\(?\d{1,2}[.)]\s*(?=[^\d\s]))")
_MAYBE = re.compile(r"\s*[,/&+]\s*|\s+và\s+", re.IGNORECASE)
_VILLAGES = re.compile(r"\s*[;,\n\r/&+]\s*|\s+và\s+", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-ZĐ]{2,}(?:\s*-\s*[A-ZĐ]{2,})*\b")
_PERSON_WORDS = range(2, 6)
_VILLAGE_WORDS = range(1, 4)
_WITHIN = re.compile(r"\s*\([^()]*\)")
_LISTED_WITHIN = re.compile(
    r"(?:các\s+|\d+\s+)?(?P<kind>[^\W\d]+(?:\s[^\W\d]+)*)\s*\((?P<names>[^()]+)\)", re.IGNORECASE
)
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
    return _people(value)


@lru_cache(maxsize=10_000)  # a table names the same few again and again
def _people(value: str) -> tuple[str, ...]:
    found: list[str] = []
    for line in re.split(r"[;\n\r]+", value):
        for body in _bodies(tidy(_ITEM_MARK.sub("", line))):
            found += _of_villages(body)
    return tuple(dict.fromkeys(name for name in found if name))


def is_person(name: str) -> bool:
    """Whether a name is a person's: a surname and a few words in capitals."""
    words = _MAYBE.split(name)[0].split()
    capitals = all(word[0].isupper() for word in words)
    named = vocabulary.start("surname", name) is not None
    return named and capitals and len(words) in _PERSON_WORDS


def _bodies(line: str) -> list[str]:
    """The line parted at each comma, slash or "và" that stands between two bodies."""
    parts, begin, whole = [], 0, list(_wholes(line))
    for match in _MAYBE.finditer(line):
        left, right = line[begin : match.start()], line[match.end() :]
        if any(first < match.start() and match.end() < last for first, last in whole):
            continue
        if begins_a_body(left) and begins_a_body(right):
            parts.append(left)
            begin = match.end()
    return [part.strip(" .,") for part in [*parts, line[begin:]]]


def _wholes(line: str) -> Iterator[tuple[int, int]]:
    """Where names stand that have a comma or "và" of their own, and what is in brackets."""
    yield from (match.span() for match in _WITHIN.finditer(line))
    yield from (match.span() for match in _one_names().finditer(fold(line)))


@cache
def _one_names() -> re.Pattern[str]:
    names = sorted((fold(word) for word, _ in vocabulary.pairs("one_name")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def names_one(written: str) -> bool:
    """Whether the text is the name of a body, an official or a person, as a sheet may bear it."""
    return len(written) > 2 and begins_a_body(written)


def begins_a_body(written: str) -> bool:
    """Whether words begin like the name of a body, a post or a person."""
    if vocabulary.start("not_body", written):
        return False
    if vocabulary.start("body", written) or is_person(written):
        return True
    short = _ABBREVIATION.match(written)
    return short is not None and _is_body_written_out(short[0])


def _is_body_written_out(short: str) -> bool:
    """XD is Xây dựng, a part of a title; CA is a body, VP-TK a title, BQL may be one."""
    full = " ".join(written_out(short))
    return "-" in short or full == short.lower() or vocabulary.start("body", full) is not None


def _of_villages(body: str) -> list[str]:
    """ "Trưởng thôn Đông, Bắc" are the heads of two villages."""
    _, length = vocabulary.beginning("village_head", body)
    names = [name.strip(" .,:") for name in _MAYBE.split(body[length:])]
    if length and len(names) > 1 and all(map(_is_village_name, names)):
        return [f"{body[:length]} {name}" for name in names]
    return [body]


def _is_village_name(name: str) -> bool:
    words = name.split()
    return len(words) in _VILLAGE_WORDS and all(w[0].isupper() or w[0].isdigit() for w in words)


def area(value: object) -> Area:
    """The villages a cell names; blank and "Toàn xã" mean the whole unit.

    >>> area("Thôn Bắc, Hạ").villages
    ('Thôn Bắc', 'Thôn Hạ')
    """
    written = text(value)
    pieces = [] if value is None else _pieces(text(value) if not isinstance(value, str) else value)
    if not pieces or _is_whole(written, pieces):
        return Area(written, True)
    return Area(written, False, tuple(dict.fromkeys(_listed(pieces) or _with_word(pieces))))


def _listed(pieces: list[str]) -> list[str]:
    """ "Các thôn: Bắc, Hạ" are Thôn Bắc and Thôn Hạ."""
    word, length = vocabulary.beginning("villages_listed", pieces[0])
    names = [pieces[0][length:].strip(), *pieces[1:]]
    is_list = word and all(map(_is_village_name, names))
    return [f"{word} {name}" for name in names] if is_list else []


def _pieces(value: str) -> list[str]:
    value = _WITHIN.sub(_unless_list, _unwrapped(value))
    lines = (_ITEM_MARK.sub("", line) for line in re.split(r"[;\n\r]+", value))
    parts = (tidy(part).strip(" .:") for line in lines for part in _VILLAGES.split(line))
    return [part for part in parts if part]


def _unwrapped(value: str) -> str:
    """ "3 thôn (Bắc, Hạ, Đoài)" names villages in brackets."""
    found = _LISTED_WITHIN.fullmatch(value.strip())
    if not found or not vocabulary.exact("village_kind", found["kind"]):
        return value
    is_full = vocabulary.start("village_kind", found["names"])
    return found["names"] if is_full else f"{found['kind']}: {found['names']}"


def _unless_list(within: re.Match[str]) -> str:
    """ "Thôn Bắc (xóm 1, xóm 2)" and "Toàn xã (5 thôn)" are no other places for that."""
    return "" if re.search(r"[\d;,/]|\svà\s", within[0]) else within[0]


def _is_whole(written: str, pieces: list[str]) -> bool:
    if _PART_OF_ALL.match(written) or vocabulary.exact("whole_unit", written):
        return True
    if any(vocabulary.exact("whole_unit", piece) for piece in pieces):
        return True
    return all(vocabulary.start("place", piece) for piece in pieces)


def _with_word(pieces: list[str]) -> list[str]:
    """ "Thôn Bắc, Hạ" means Thôn Hạ: the word of the first piece holds for the bare ones."""
    _, length = vocabulary.beginning("village_kind", pieces[0])
    word = pieces[0][:length]
    if not word or not pieces[0][length:].strip(" :"):
        return pieces
    return [p if vocabulary.start("village_kind", p) else f"{word} {p}" for p in pieces]
