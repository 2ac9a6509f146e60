"""What a cell of the progress column says: a share from 0 to 1, and what is to be said of it.

Only a number that is a share counts: with a per cent sign, out of so many, or alone. Never one
of a document, of days or of villages left, nor how much it grew, nor what is aimed at.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dashboard.folding import fold
from dashboard.importing.model.sheet import text
from dashboard.importing.values import cues
from dashboard.importing.values.cells import Problem, decimal
from dashboard.importing.values.moments import spelled
from dashboard.importing.values.result_words import result_word
from dashboard.importing.values.sayings import says
from dashboard.importing.wording import vocabulary

_N = r"\d+(?:[.,]\d+)?"
_RANGE = re.compile(rf"(?<![\d/])({_N})\s*%?\s*(?:-|den|toi|~)\s*({_N})\s*%")
_PERCENT = re.compile(rf"(?<![\d/.,])([+-]?{_N})\s*%")
_PARTS = re.compile(r"(?<![\d/.%])(\d{1,4})\s*/\s*(\d{1,4})(?![\d/%])\s*(?P<of>[a-z]+)?")
_ALONE = re.compile(rf"(?P<lead>[^\d+-]*)(?P<n>[+-]?{_N})\s*(?:\(?[*\d]?\*?\)?)?\s*\.?")
_CLAUSE = re.compile(r"[;,:(]")
_CHANGE = re.compile(r"\b(?:tang|giam|vuot|con|thieu|cham|hut|them|hon nam truoc)\b")
_COMPARED = re.compile(r"\s*(?:so voi|hon nam|cao hon|thap hon)")
_BELOW = re.compile(r"\b(?:gan|duoi|sap|khong qua|toi da|chua)\b|<")
_AIM = re.compile(r"\b(?:muc tieu|chi tieu|ke hoach|kh|yeu cau|giao)\b")
_ABOVE = re.compile(r"\b(?:tren|hon|it nhat|toi thieu|qua)\b|>|≥")
_ABOUT = re.compile(r"\b(?:khoang|uoc|tam|chung)\b|~|≈")
_NO_SHARE = re.compile(r"\b(?:con|cham|thieu|tru|chua|tang|giam|ngay)\b")
_WHOLE = 100
_SLIP = 10  # 1.8 among 0.5 and 1 is a slip, 80 is 80 %

UNREADABLE, IMPOSSIBLE = Problem("unreadable_progress"), Problem("impossible_progress")
IN_DOUBT = Problem("progress_in_doubt", "warning")
LOWER_END = Problem("progress_lower_end", "warning")


@dataclass(frozen=True)
class Share:
    """A share, none where the cell is blank or not understood, and what is to be said."""

    value: float | None = None
    problem: Problem | None = None


@dataclass(frozen=True)
class Scale:
    """What the plain numbers of a column are. percents: most are. whole: one is 100.
    divisor: what the cell's own number format says."""

    percents: bool = False
    whole: bool = False
    divisor: int | None = None


def scale_of(values: Iterable[object]) -> Scale:
    """The scale of a progress column's plain numbers.

    Per cents where more of them are from 2 up than between 0 and 1: one slip (1.8 among 0.5
    and 1) must not turn every finished task into one per cent.
    """
    numbers = [n for value in values if (n := _plain(value)) is not None]
    percents = sum(n >= 2 for n in numbers) > sum(0 < n < 1 for n in numbers)
    return Scale(percents, _WHOLE in numbers)


def _plain(value: object) -> float | None:
    if isinstance(value, str):
        match = _ALONE.fullmatch(fold(value))
        return decimal(match["n"]) if match and _is_share_word(match["lead"]) else None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return None


def progress(value: object, scale: Scale) -> Share:
    """The share that a cell of a column of that scale says.

    >>> progress("80%", Scale()), progress(80, Scale(percents=True))
    (Share(value=0.8, problem=None), Share(value=0.8, problem=None))
    >>> progress("Chậm 15 ngày", Scale()).value
    """
    if value is None:
        return Share()
    found = _of_text(value, scale) if isinstance(value, str) else _of_number(value, scale)
    if found.value is not None and not 0 <= found.value <= 1:
        return Share(None, IMPOSSIBLE)
    return found


def _of_number(value: object, scale: Scale) -> Share:
    number = _plain(value)
    if number is None or number != number:
        return Share(None, UNREADABLE)
    is_percent = _SLIP <= number <= _WHOLE
    if scale.divisor:  # 80 in a cell that writes per cents shows 8000 %, and means 80 %
        share = number / scale.divisor
        return _read_as(number / _WHOLE) if is_percent and share > 1 else Share(share)
    if not scale.percents:
        return Share(number / _WHOLE if is_percent else number)
    if 0 < number < 1:
        return _read_as(number)
    if number == 1 and not scale.whole:
        return Share(None, IN_DOUBT)
    return Share(number / _WHOLE)


def _read_as(share: float) -> Share:
    said = f"{share * _WHOLE:g}".replace(".", ",")
    return Share(share, Problem("progress_read_as", "warning", {"percent": f"{said}%"}))


@lru_cache(maxsize=10_000)
def _of_text(value: str, scale: Scale) -> Share:
    said = text(value.replace("\uff05", "%"))
    if not re.search(r"\d", said):
        return _of_words(said)
    plain = spelled(re.sub(r"(?i)phần trăm|phan tram|percent", "%", said))
    plain = cues.documents_marked(plain)
    if "?" in said or says("aimed", said):
        return Share(None, IN_DOUBT)
    for read in (_of_range, _of_percents, _of_parts):
        if found := read(plain):
            return found
    match = _ALONE.fullmatch(plain)
    number = decimal(match["n"]) if match and _is_share_word(match["lead"]) else None
    return Share(None, UNREADABLE) if number is None else _of_number(number, scale)


def _of_words(said: str) -> Share:
    if result_word(said) == "done":
        return Share(1.0)
    untouched = result_word(said) == "not_done" and vocabulary.start("untouched", said)
    return Share(0.0) if untouched else Share(None, UNREADABLE)


def _of_range(plain: str) -> Share | None:
    """The lower end of "80-90%"; the only share in the text."""
    found = _RANGE.search(plain)
    if not found or len(_PERCENT.findall(plain)) > found[0].count("%"):
        return None
    low, high = decimal(found[1]), decimal(found[2])
    if low is None or high is None or low >= high:
        return Share(None, IN_DOUBT)
    return Share(low / _WHOLE, LOWER_END)


def _of_percents(plain: str) -> Share | None:
    """The one per cent that is no growth and no rest."""
    found = list(_PERCENT.finditer(plain))
    if not found:
        return None
    shares = [one for one in found if not _is_change(plain, one)]
    number = decimal(shares[0][1]) if len(shares) == 1 else None
    if number is None:
        return Share(None, IN_DOUBT)
    lead = _lead(plain, shares[0])
    if _BELOW.search(lead) or _AIM.search(lead) or (_ABOUT.search(lead) and number >= _WHOLE):
        return Share(None, IN_DOUBT)
    if _ABOVE.search(lead):
        return Share(number / _WHOLE, LOWER_END)
    is_all = _is_of_task(lead) and _is_of_task(_rest(plain, shares[0]))
    return Share(number / _WHOLE) if is_all else _read_as(number / _WHOLE)


def _is_change(plain: str, share: re.Match[str]) -> bool:
    return bool(_CHANGE.search(_lead(plain, share)) or _COMPARED.match(plain, share.end()))


def _lead(plain: str, share: re.Match[str]) -> str:
    """The words before a share, in its clause and after any share before it."""
    return re.split(r"[;,:(%]", plain[: share.start()])[-1]


def _rest(plain: str, share: re.Match[str]) -> str:
    return re.split(r"[;,.:(]", plain[share.end() :])[0]


def _is_of_task(words: str) -> bool:
    """Whether the words beside a share let it be the task's: not "95% hộ tham gia"."""
    known = {part for word, _ in vocabulary.pairs("share_lead") for part in fold(word).split()}
    known |= {part for word, _ in vocabulary.pairs("share_beside") for part in fold(word).split()}
    return set(re.findall(r"[a-z]+", words)) <= known


def _of_parts(plain: str) -> Share | None:
    """8 of 10 villages; 3/4 alone may be a day."""
    found = list(_PARTS.finditer(plain))
    if not found:
        return None
    part, whole = (int(found[0][n]) for n in (1, 2))
    lead = plain[: found[0].start()]
    is_share = found[0]["of"] or re.search(r"\b(?:dat|hoan thanh|xong|duoc)\s*$", lead)
    if len(found) > 1 or not is_share or not whole > 0 or part > whole or _NO_SHARE.search(plain):
        return Share(None, IN_DOUBT)
    return _read_as(part / whole)


def _is_share_word(lead: str) -> bool:
    """Whether the words before a plain number let it be a share."""
    words = re.findall(r"[a-z]+", lead)
    known = {fold(word) for word, _ in vocabulary.pairs("share_lead")}
    return not re.search(r"[^a-z\s:~≈]", lead) and all(word in known for word in words)
