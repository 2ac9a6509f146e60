"""How the rows of a plan are numbered: the mark before a heading or a task, and its words.

"II. Công khai", "(I)", "B/", "a)", "1.1-", "1,1", "II.1", "Phần thứ nhất", "Chỉ số nội dung 2:".
What a mark means, the reader of sections says; here is only how it is written.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from dashboard.folding import fold, tidy
from dashboard.importing.wording import vocabulary

_ROMAN = {"I": 1, "V": 5, "X": 10}
_SEGMENT = r"(?:[IVX]+|\d{1,2}|x\d|[A-ZĐ]|[a-zđ])"
_MARK = re.compile(
    rf"[(\[]?(?P<mark>{_SEGMENT}(?:[.,]{_SEGMENT})*)(?![^\W_])"
    r"(?P<end>\s*[.)\]:/–—-]+(?!\d)|(?=\s)|$)\s*(?P<rest>.*)"
)
_ORDINAL = re.compile(r"thứ\s+(?P<word>\w+)[.)\]:/–—-]*(?:\s+|$)(?P<rest>.*)", re.IGNORECASE)
_GLUED = re.compile(r"(?P<prefix>SC|CS|ND|TP|S|D)(?=\d)")
_NUMBER_WORD = re.compile(r"^số\s+(?=\d)", re.IGNORECASE)
_FIRST_LETTERS = 5  # that may stand after "Phần" without a sign: "Nhóm Y tế" is no group Y
_GAP = re.compile(r"(?<=[\dIVX])\s*([.,])\s*(?=\d)|(?<=\w)\s+(?=[.)\]:/–—-]+$)")
_SMALL_ROMAN = re.compile(r"[ivx]{2,}[.)\]:/–—-]*")
_SIGNED = re.compile(r"^[\s.:,/–—-]+")


class Form(IntEnum):
    """The form of a mark, the uppermost first: what stands below it ends where it comes again."""

    NONE = 0
    PART = 1
    CHAPTER = 2
    LETTER = 3
    ROMAN = 4
    GROUP = 5
    COMPONENT = 6
    NUMBER = 7
    DOTTED = 8
    ITEM = 9


@dataclass(frozen=True)
class Mark:
    """A mark with the words after it: of "II.1 Thông tin" (2, 1), "II.1" and "Thông tin".

    prefix: the word that says what is numbered ("chỉ số nội dung"); is_roman: it begins so.
    """

    form: Form = Form.NONE
    number: tuple[int, ...] = ()
    written: str = ""
    rest: str = ""
    prefix: str = ""
    is_roman: bool = False

    def follows(self, other: "Mark | None") -> bool:
        """Whether it is the next number of the other's kind: 11 after 10, 1.3 after 1.2."""
        if other is None or self.form is not other.form or not (self.number and other.number):
            return False
        return self.number == (*other.number[:-1], other.number[-1] + 1)


def outline(number: str, words: str) -> Mark:
    """The mark in the number's cell, else before the words."""
    if not number:
        return _before(words)
    cell = _tidied(number)
    mark = _before(cell)
    if mark.form is Form.NONE:
        bare = _marked(cell)
        mark = bare if bare and not bare.rest else Mark(rest="" if words else number)
    rest = " ".join(part for part in (mark.rest, words) if part)
    return Mark(mark.form, mark.number, mark.written, rest, mark.prefix, mark.is_roman)


@lru_cache(maxsize=10_000)
def _tidied(number: str) -> str:
    """A number's cell without the spaces in it: "2. 2", "II –", "ii.", "Ⅱ"."""
    left = unicodedata.normalize("NFKC", tidy(number)).rstrip(",; ")
    left = _GAP.sub(r"\1", left)
    return left.upper() if _SMALL_ROMAN.fullmatch(left) else left


@lru_cache(maxsize=10_000)
def _before(words: str) -> Mark:
    """The mark that words begin with; a bare digit or letter without a sign is none."""
    words = _with_plain_start(tidy(words))
    if mark := _prefixed(words):
        return mark
    found = _MARK.match(words)
    mark = _marked(words)
    if not found or mark is None:
        return Mark(rest=words)
    is_plain = mark.rest and not found["end"] and mark.form is not Form.DOTTED
    if is_plain and (mark.form is not Form.ROMAN or not mark.rest[0].isupper()):
        return Mark(rest=words)
    return mark


def _with_plain_start(words: str) -> str:
    """ "ii. …" and "Ⅱ. …" as "II. …"."""
    first, space, rest = words.partition(" ")
    first = unicodedata.normalize("NFKC", first)
    is_small = _SMALL_ROMAN.fullmatch(first) and not first[-1].isalpha()
    return (first.upper() if is_small else first) + space + rest


def _marked(words: str) -> Mark | None:
    found = _MARK.match(words)
    if not found:
        return None
    parts = re.split(r"[.,]", found["mark"])
    form = _form(parts)
    return Mark(form, tuple(map(_value, parts)), found["mark"], found["rest"], "", _roman(parts[0]))


def _form(parts: list[str]) -> Form:
    if len(parts) > 1:
        return Form.DOTTED
    if _roman(parts[0]):
        return Form.ROMAN
    if parts[0].isdigit():
        return Form.NUMBER
    return Form.LETTER if parts[0].isupper() else Form.ITEM


def _roman(part: str) -> bool:
    return set(part) <= _ROMAN.keys()


def _value(part: str) -> int:
    """The place of a segment in its row; 3.x1 stands behind all of 3."""
    if part.isdigit():
        return int(part)
    if not _roman(part):
        return (
            100 + int(part[1:])
            if part[1:].isdigit()
            else "abcdđefghijklmnopqrstuvwxyz".find(part.lower()) + 1
        )
    values = [_ROMAN[letter] for letter in part]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


def _prefixed(words: str) -> Mark | None:
    """ "Phần thứ nhất: …", "Mục 1", "Nội dung thành phần 2.2: …"."""
    for name in ("section_word", "code_prefix", "papi_prefix"):
        value, length = vocabulary.beginning(name, words)
        if value and (mark := _numbered(words[:length], _after(words[length:]), value)):
            return mark
    if glued := _GLUED.match(words):
        return _numbered("SC", words[glued.end() :], "")
    return None


def _after(words: str) -> str:
    """What follows the word that says what is numbered: "số 1" is 1."""
    return _NUMBER_WORD.sub("", words.strip(" .:"))


def _is_numbering(mark: Mark) -> bool:
    return not mark.rest or mark.number[0] <= _FIRST_LETTERS


def _numbered(prefix: str, after: str, value: str) -> Mark | None:
    form = {"part": Form.PART, "chapter": Form.CHAPTER, "group": Form.GROUP}.get(value)
    mark = _marked(after)
    if mark and (mark.form not in (Form.LETTER, Form.ITEM) or (form and _is_numbering(mark))):
        is_code = mark.form is Form.DOTTED and not mark.is_roman
        own = Form.COMPONENT if form is None or is_code else form
        return Mark(own, mark.number, mark.written, mark.rest, fold(prefix), mark.is_roman)
    if not (ordinal := _ORDINAL.match(after)):
        return None
    word = ordinal["word"]
    place = word if word.isdigit() else vocabulary.exact("ordinal_word", word)
    if place is None:
        return None
    rest = _SIGNED.sub("", ordinal["rest"])
    return Mark(form or Form.COMPONENT, (int(place),), word, rest, fold(prefix))
