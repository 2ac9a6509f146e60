"""What of a cell is the name of a place: what stands behind it may name who lives there."""

import re

from dashboard.folding import tidy
from dashboard.importing.model.sheet import typed
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.personal_shapes import (
    is_name,
    is_of_person,
    is_prefixed,
    name_begins,
    without_numbers,
)

_PLAIN = re.compile(r"[^\W\d_]+ (?:\d{1,3}|[^\W\d_]+(?:-[^\W\d_]+)?)")  # most are "Thôn Đông"
_PARTING = re.compile(r"\s*[\n\r\t(),;:|/\[\]]\s*|\s+-+\s+|\s*[–—]\s*")
# "b. Lê Văn A" is bà, not bản.
TITLED = re.compile(r"[bxt]\. ?(?=[^\W\d_]+ [^\W\d_]+ [^\W\d_]+)", re.IGNORECASE)
_MOST_WORDS = 6
_KINDS = ("village_kind", "unit_kind")
_LONG_NUMBER = re.compile(r"\d{5,}")


def place_only(value: object, is_usual: bool = False) -> str:
    """The name of a place as written; "" where the cell begins with none.

    is_usual: it is known, or several cells hold it; who is named in one cell is not.

    >>> place_only("Thôn 1 (nhà bà A, 0912345678)"), place_only("Thôn 1 - Đức Hợp", True)
    ('Thôn 1', 'Thôn 1 - Đức Hợp')
    """
    if not isinstance(value, str):
        said = typed(value)
        return said if len(said) < 5 else ""
    said = tidy(value)
    if _PLAIN.fullmatch(said) and not is_of_person(said):
        return said
    end = _end_of_place(value, is_usual)
    return _closed(tidy(value[:end]))


def _end_of_place(value: str, is_usual: bool) -> int:
    """Where in the text the place ends."""
    begin = end = 0
    for parting in [*_PARTING.finditer(value), None]:
        stop = parting.start() if parting else len(value)
        piece = value[begin:stop]
        if piece.strip():
            length = _head(piece, is_usual) if end == 0 else _further(piece, is_usual)
            if length < len(piece.rstrip()):
                return begin + length if length else end
            end = stop
        begin = parting.end() if parting else stop
    closing = re.match(r"[\s)\]]*", value[end:])
    return end + closing.end() if closing else end


def _closed(said: str) -> str:
    return f"{said})" if said.count("(") > said.count(")") else said


def _head(piece: str, is_usual: bool) -> int:
    """How much of the first piece is the place."""
    lead = len(piece) - len(piece.lstrip())
    length = _length_of_kind(piece[lead:])
    kind, rest = piece[: lead + length], piece[lead + length :]
    words = rest.split()
    if not words:
        return 0
    if not kind.strip() and not is_usual and _is_nobodys(rest):
        return 0
    return _length(piece, kind, words[: _count(words, bool(kind.strip()), is_usual)])


def _length_of_kind(piece: str) -> int:
    return max(vocabulary.beginning(name, piece)[1] for name in _KINDS)


def _is_nobodys(said: str) -> bool:
    """Whether a text without the word of a place is a person's name or says that one comes."""
    words = said.split()
    return (is_name(said) and len(words) > 2) or is_of_person(said)


def _count(words: list[str], has_kind: bool, is_usual: bool) -> int:
    """How many of the words are the place's name."""
    least = 1  # "Thôn Nguyễn Văn Trỗi", "Xóm Bà Đen"
    if words[0].lower() in ("số", "so") and len(words) > 1:
        least = 2
    named = name_begins(words)
    limit = min(len(words), _MOST_WORDS, named if named >= least or not has_kind else len(words))
    if words[least - 1].isdigit() and not is_usual:
        limit = min(limit, least)  # "Thôn 1" and what is written behind it
    for place in range(least, limit):
        rest = " ".join(words[place:])
        if (words[place][0].islower() and is_of_person(rest)) or _LONG_NUMBER.search(words[place]):
            return place
    return 0 if without_numbers(" ".join(words[:least])) != " ".join(words[:least]) else limit


def _length(piece: str, kind: str, words: list[str]) -> int:
    """Where the last of the words ends."""
    end = len(kind)
    for word in words:
        end = piece.index(word, end) + len(word)
    return end if words else 0


def _further(piece: str, is_usual: bool) -> int:
    """How much of a piece behind the first is a place: one with its word, a side, or a name
    that is usual here."""
    said = piece.strip()
    if vocabulary.exact("side_of_place", said):
        return len(piece)
    if TITLED.match(said) or is_prefixed(said):
        return 0
    if _length_of_kind(said):
        return _head(piece, is_usual)
    is_place = is_usual and not is_name(said) and not is_of_person(said)
    if is_place and without_numbers(said) == said and len(said.split()) <= _MOST_WORDS:
        return len(piece)
    return 0
