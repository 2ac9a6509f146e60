"""The shapes of what names a person: numbers of phones and identities, mail, names."""

import re

from dashboard.folding import fold
from dashboard.importing.wording import vocabulary

_PHONE = re.compile(r"(?:\+?84|0)?[235789]\d{8}|0?2\d{9}")
_NATIONAL_ID = re.compile(r"\d{12}|0?\d{11}|\d{9}")
_OF_YEAR = re.compile(r"20[12]\d{6,7}")  # 202300123 numbers a form
# A number of a form of several parts, one of them a year or the first shorter than a phone's.
_OF_PARTS = re.compile(r"(?:\d+[-/.])*20[12]\d(?:[-/.]\d+)+|\d{1,2}(?:[-/.]\d+)+")
_MAIL = re.compile(r"[^\s@,;()]+@[^\s@,;()]+\.[a-z]{2,}", re.IGNORECASE)
_MARKS = re.compile(r"[\s.()\-]")
_DIGITS = re.compile(r"\+?\d(?:[\s.()\-]*\d)+")
_RUN = re.compile(r"\+?\d+")
_SPACED_PHONE = re.compile(
    r"(?<!\d)0[35789](?:\d{2}[\s.-]\d{3}|\d[\s.-]\d{3}[\s.-]?\d)[\s.-]?\d{3}$"
)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_GIVEN_MIDDLE = frozenset(("văn", "thị"))
_ANY_MIDDLE = frozenset(("Văn", "Thị", "A", "Seo", "Mí", "Láo", "Mùi"))  # behind any surname
_PREFIXED = re.compile(r"\b(?:H|K|Bh)['’ʼ`]\w")  # H'Hen, K'Brểu
_WORDS = range(2, 6)  # of a name


def looks_private(said: str) -> bool:
    """Whether a text is a phone number, a national ID or an email address.

    >>> looks_private("0912 345 678"), looks_private("a@b.vn"), looks_private("45")
    (True, True, False)
    """
    bare = _MARKS.sub("", said)
    patterns = ((_PHONE, bare), (_NATIONAL_ID, bare), (_MAIL, said.strip()))
    return any(pattern.fullmatch(words) for pattern, words in patterns)


def without_numbers(said: str) -> str:
    """The text without numbers of phones and identities and without mail.

    >>> without_numbers("DH-003/0912345678"), without_numbers("202300123")
    ('DH-003/', '202300123')
    >>> without_numbers("DH-003-0912345678"), without_numbers("003 0912 345 678")
    ('DH-003-', '003 ')
    >>> without_numbers("V01-2022-001"), without_numbers("0912-345-678")
    ('V01-2022-001', '')
    """
    return _DIGITS.sub(_unless_private, _MAIL.sub("", said))


def _unless_private(found: re.Match[str]) -> str:
    bare = _MARKS.sub("", found[0])
    if _is_private_run(bare) and not _OF_PARTS.fullmatch(found[0]):
        return ""
    # "003-0912345678": the number of the form stands before that of the phone.
    said = _SPACED_PHONE.sub("", found[0])
    return _RUN.sub(lambda run: "" if _is_private_run(run[0]) else run[0], said)


def _is_private_run(digits: str) -> bool:
    return looks_private(digits) and not _OF_YEAR.fullmatch(digits)


def is_name(said: str) -> bool:
    """Whether a text is a person's name by its shape: a surname and one to four words, each with
    a capital, or with Văn or Thị behind the surname.

    >>> is_name("Nguyễn Văn A"), is_name("nguyễn thị a"), is_name("Thôn Đông")
    (True, True, False)
    """
    words = said.split()
    if len(words) not in _WORDS or not all(word[0].isalpha() for word in words):
        return False
    if vocabulary.start("surname", said) is None:
        return len(words) > 2 and _are_named(words) and (_is_rare(said) or _has_middle(words))
    return words[1].lower() in _GIVEN_MIDDLE or _are_named(words)


def _has_middle(words: list[str]) -> bool:
    """A middle name of any people behind what is no word of a place: Vàng Mí X, not Xã A Lưới."""
    is_place = any(vocabulary.exact(kind, words[0]) for kind in ("village_kind", "unit_kind"))
    return words[1] in _ANY_MIDDLE and not is_place and not all(map(str.isupper, words))


def is_prefixed(said: str) -> bool:
    """Whether a text begins with a name such as H'Hen or K'Brểu: no huyện, no khu."""
    return _PREFIXED.match(said) is not None


def may_be_name(said: str) -> bool:
    """Whether a text may be a person's name: a surname of any people, and a word or more.

    >>> may_be_name("Trần Phú"), may_be_name("Đông Hòa")
    (True, False)
    """
    begins = _is_rare(said) or vocabulary.start("surname", said) is not None
    if is_of_person(said) or is_prefixed(said) or is_name(said):
        return True
    return begins and len(said.split()) in _WORDS


def _is_rare(said: str) -> bool:
    return vocabulary.start("surname_rare", said) is not None


def _are_named(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words)


def name_begins(words: list[str]) -> int:
    """The place of the first of the words that begin a name of three words or more; their number
    where none does.

    >>> name_begins("Thôn Đông Nguyễn Văn A".split())
    2
    """
    for place in range(len(words) - 2):
        if is_name(" ".join(words[place : place + 3])):
            return place
    return len(words)


def is_of_person(said: str) -> bool:
    """Whether words begin by saying that a person or a house comes: "nhà bà", "SĐT".

    >>> is_of_person("nhà bà X"), is_of_person("Nhân")
    (True, False)
    """
    return vocabulary.start("of_person", said) is not None and not fold(said).startswith("nha tho")


def names_somebody(said: str) -> bool:
    """Whether a number of a person, mail or a name of three words stands anywhere in a text."""
    words = re.findall(r"[^\W\d_]+", said)
    is_named = name_begins(words) < len(words) or _PREFIXED.search(said) is not None
    return is_named or without_numbers(said) != said


def without_people(said: str) -> str:
    """A question's words without what names somebody: in brackets, behind a semicolon, within.

    >>> without_people("Có = 1; Không = 0; hỏi ông Lê Văn A"), without_people("Tốt? (0912345678)")
    ('Có = 1; Không = 0', 'Tốt?')
    """
    if not names_somebody(said):
        return said
    said = _BRACKETED.sub(lambda found: "" if names_somebody(found[0]) else found[0], said)
    pieces = [piece for piece in said.split(";") if not names_somebody(piece)] or [said]
    words = without_numbers(";".join(pieces)).split()
    while (place := name_begins(words)) < len(words):
        words[place : place + 3] = ["…"]
    return " ".join(words)
