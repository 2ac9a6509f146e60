"""What of a cell is a form's number: letters and digits apart by signs, and no person's name."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from dashboard.folding import fold, tidy
from dashboard.importing.values.form_numbers import WORDS
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.personal_shapes import name_begins, without_numbers

_PLAIN = re.compile(r"[A-ZĐ]?[-/_. ]?\d{1,8}(?:[-/_.]\d{1,8})*")
_CODE = re.compile(r"[A-ZĐ]{1,6}[-/_. ]?\d{1,8}(?:[-/_.]\d{1,8})*")
_NONE: frozenset[str] = frozenset()
_TOOLS = re.compile(r"(?:uuid:)?[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")
_PART = re.compile(r"[^\W_]+|[\W_]+")
_VOWEL = re.compile(r"[AEIOUY]", re.IGNORECASE)  # HOA may be a name, DH and KSHL are none
_MOST_DIGITS = 8  # more may be a phone's
_LONGEST = 48
_FORMS_A_WORD = 8
_PART_OF_FORMS = 10
_USUAL = 3  # forms that share a word: it is none of theirs alone


def usual_words(forms: Collection[str]) -> frozenset[str]:
    """The folded words that several forms of a column share: a village's, a surveyor's team.

    A given name is shared too, by a few of very many.
    """
    counts = Counter(word for form in forms for word in set(re.findall(r"[^\W\d_]+", fold(form))))
    if len(forms) == 1:  # a form sent later: its letters are those of the others
        return frozenset(counts) if all(map(_CODE.fullmatch, forms)) else _NONE
    least = min(_USUAL, len(forms))
    are_few = len(forms) >= _FORMS_A_WORD * len(counts)  # villages are, given names never
    return frozenset(
        word
        for word, count in counts.items()
        if count >= least and (are_few or _PART_OF_FORMS * count >= len(forms))
    )


def are_plain(forms: Sequence[object]) -> bool:
    """Whether all of a column are such as P00012, of one letter and length, and no two the same:
    each is its number alone, and that of no other form. Asked of many at once, for a survey has
    a hundred thousand.

    >>> are_plain(["P01", "P02"]), are_plain(["P01", "P1"]), are_plain([1.0, 2.0])
    (True, False, False)
    """
    texts = [form for form in forms if isinstance(form, str)]
    if len(texts) < len(forms) or len(set(texts)) < len(forms):
        return False
    first = texts[0] if texts else ""
    letter = first[:1] if first[:1].isalpha() else ""
    alike = re.compile(rf"(?:{letter}[0-9]{{{len(first) - len(letter)}}} )+")
    is_one = _PLAIN.fullmatch(first) is not None and len(first) <= _MOST_DIGITS
    return is_one and letter.isascii() and alike.fullmatch(" ".join([*texts, ""])) is not None


def form_only(said: str, usual: frozenset[str] = frozenset()) -> str:
    """The number of a form as written, without a name, a phone or mail beside it; "" of what is
    no number.

    >>> form_only("DH-003 (Nguyễn Văn A)"), form_only("Phiếu 12"), form_only("Nguyễn Văn A")
    ('DH-003', 'Phiếu 12', '')
    >>> form_only("HOA-12"), form_only("HOA-12", frozenset(("hoa",)))
    ('12', 'HOA-12')
    """
    if _PLAIN.fullmatch(said) and sum(map(str.isdigit, said)) <= _MOST_DIGITS:
        return said
    if _TOOLS.fullmatch(said.lower()):
        return said
    bare = without_numbers(said)
    parts = _PART.findall(bare)
    kept = _kept(parts, usual)
    if bare == said and all(kept) and len(said) <= _LONGEST:
        return said
    found = "".join(part if keep else " " for part, keep in zip(parts, kept, strict=True))
    found = re.sub(r"\(\W*\)|\[\W*\]", " ", found)
    found = re.sub(r"[\s\-/_.,:;()]+$|^[\s\-/_.,:;()]+", "", tidy(found))[:_LONGEST]
    found = re.sub(r"\s*[-/_.,:;(]\s+.*", "", found) if found != tidy(said) else found
    return found if any(map(str.isdigit, found)) else ""


def _kept(parts: list[str], usual: frozenset[str]) -> list[bool]:
    """Whether each part may stay: signs, digits, abbreviations, words of forms and places."""
    words = [part for part in parts if part[0].isalpha() and part.isalpha()]
    named = set(words[name_begins(words) :])
    return [
        part not in named and _may_stay(part, parts[place + 1 : place + 2], usual)
        for place, part in enumerate(parts)
    ]


def _may_stay(part: str, after: list[str], usual: frozenset[str]) -> bool:
    if not any(map(str.isalpha, part)):
        return True
    letters = re.match(r"[^\W\d_]*", part)
    word = letters[0] if letters else ""
    is_mixed = len(word) < len(part)
    if fold(word) in usual or fold(word) in WORDS or vocabulary.exact("village_kind", word):
        return True
    if not re.fullmatch(r"[A-Za-z0-9Đđ]+", part):
        return False
    if word.isupper() or len(word) < 2 or (is_mixed and len(word) <= 3):
        return len(word) <= 6 and not (len(word) > 2 and _VOWEL.search(word))
    is_before_number = is_mixed or (bool(after) and after[0] in ("-", "/", "_", "."))
    return is_before_number and word.islower() and len(word) <= 4
