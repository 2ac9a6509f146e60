"""The moments that a text names: days, months, quarters, each with the place where it stands.

A text is first spelled in one way (spelled): folded, line ends as semicolons, month names as
numbers, times of day and days of the week left out. Places are those of the spelled text.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from dashboard.folding import fold, tidy
from dashboard.importing.wording import vocabulary

YEARS = range(1900, 2101)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<y>\d{4}|\d{2})(?![\d%])"
_OWN_YEAR = (
    r"(?:\s*(?:,\s*)?(?:cua\s+)?(?:nam\s+|[/.-]\s*)(?P<y>\d{4}|(?<=/)\d{2}(?!\s*/))(?!\d)"
    r"|(?:\s+|\s*,\s*)(?P<bare>(?:19|20)\d{2})(?!\d|\s*[/.-]))?"
)
_JOIN = r"\s*(?:,|-|va|&|\+|den)\s*"
_D, _M = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})"


def _listed(word: str, item: str) -> str:
    """The word and the items after it: "quý I, II", "tháng 5 - tháng 7"; the year they share."""
    more = rf"(?:{_JOIN}(?:{word}\.?\s*)?{item}\b(?!\s*[/.]\s*(?:0?[1-9]|1[0-2])\b(?!\s*/)))*"
    return rf"\b{word}\.?\s*(?P<items>{item}\b{more}){_OWN_YEAR}"


_QUARTERS = _listed("(?:quy|qui|q)", "(?:iv|i{1,3}|0?[1-4])")
_MONTHS = _listed("(?:thang|t)", "(?:0?[1-9]|1[0-2])")
_DAYS = r"(?P<d0>\d{1,2})\s*(?:-|,|&|va|den)\s*(?:ngay\s+)?"
# "8/10 thôn" is no day.
_COUNTED = (
    r"(?!\s*(?:thon|xom|ho|to|khu|xa|chi tieu|tieu chi|nhiem vu|viec|so|tong|nguoi|cu tri)\b)"
)
_AFRESH = r"(?<![\d/.-])"

# What is looked for first wins its letters: a day before the month that it holds.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (grain, re.compile(pattern))
    for grain, pattern in (
        ("day", rf"(?<!\d)(?P<y>\d{{4}})([-/.]){_M}\2{_D}(?!\d)"),
        ("days", rf"{_AFRESH}{_DAYS}{_D}\s*[/.]\s*{_M}\s*[/.]\s*{_YEAR}"),
        ("day", rf"{_AFRESH}{_D}\s*([/.-])\s*{_M}\s*\2\s*{_YEAR}"),
        ("days", rf"{_AFRESH}{_DAYS}{_D}\s+thang\s+{_M}(?!\d){_OWN_YEAR}"),
        ("day", rf"(?<!\d){_D}\s+thang\s+{_M}(?!\d){_OWN_YEAR}"),
        ("quarters", _QUARTERS),
        ("months", rf"{_AFRESH}(?P<items>(?:0?[1-9]|1[0-2])\s*-\s*(?:0?[1-9]|1[0-2]))\s*/"
                   r"\s*(?P<y>\d{4})(?!\d)"),
        ("months", _MONTHS),
        ("months", r"(?<![\w/.-])(?P<items>0?[1-9]|1[0-2])\s*[/.-]\s*(?P<y>\d{4})(?!\d)"),
        ("days", rf"{_AFRESH}{_DAYS}{_D}[/.]{_M}(?!\d|[/.-]\d|%){_COUNTED}{_OWN_YEAR}"),
        ("day", rf"{_AFRESH}{_D}[/.-]{_M}(?!\d|[/.-]\d|%){_COUNTED}{_OWN_YEAR}"),
    )
)  # fmt: skip

_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_TH = "(?:st|nd|rd|th)?"
_FIRST_MONTHS = re.compile(r"(?<!\d)0?(?P<m>[1-57-9]|1[0-2])\s+thang\s+dau\s+nam\b")
# What is spelled in more ways than one -> the one way. In this order.
_WAYS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"[\u2010-\u2015]"), "-"),
    (re.compile(r"(?<=\d)t(?=\d{2}:\d{2})"), " "),
    (re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:am|pm|z)?\b"), " "),
    (re.compile(r"\b\d{1,2}\s*(?:h|gio)(?:\s?\d{2}(?!\s*[/.-]))?\b(?:\s*phut\b)?"), " "),
    (re.compile(r"\b(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|t[2-7]|cn)\b[,\s]+"
                r"(?=(?:ngay )?\d{1,2}(?:\s*[/.-]\s*\d|\s+thang\b))"), ""),
    (re.compile(rf"\b(\d{{1,2}}){_TH}[\s-]+({_NAMES})\b\.?[\s,-]+(\d{{4}}|\d{{2}})\b"),
     lambda m: _numbered(m[1], m[2], m[3])),
    # "5 máy" and "2 sếp" are no days.
    (re.compile(rf"\b(\d{{1,2}}){_TH}(?:-|\s(?!may|sep))({_NAMES})\b"),
     lambda m: _numbered(m[1], m[2], None)),
    (re.compile(rf"\b({_NAMES})\.?\s+(\d{{1,2}}){_TH},?\s+(\d{{4}})\b"),
     lambda m: _numbered(m[2], m[1], m[3])),
    (re.compile(rf"\b({_NAMES})\.?(?:[\s,-]*(?=\d{{4}}\b)|-(?=\d\d\b))"),
     lambda m: f"thang {_ENGLISH.index(m[1][:3]) + 1}/"),
    (re.compile(r"\b(\d{1,2})[\s./-]*(?:thg|th)\.?\s?(\d{1,2})[\s.,/-]+(?:nam )?(\d{4}|\d{2})\b"),
     r"\1/\2/\3"),
    (re.compile(r"\b(?:thg|th)\.?\s?(?=\d)"), "thang "),
    (re.compile(r"(?<=\d) cua (?=thang \d)"), " "),
    (_FIRST_MONTHS, r"thang \g<m>"),
    (re.compile(r"\bthang nam(?=\s+nam\b|\s*/|\s*[,;.)]|$)(?<!\d thang nam)"), "thang 5"),
    (re.compile(r"(\d[/.]\d+)\s*-\s*(?=\d{1,2}[/.]\d)"), r"\1 den "),
)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """A stretch of days as named, from place start to end of the spelled text.

    days: none where the calendar lacks it, or where no year is known. spans: it is named by
    its two ends, or as a list. year: the one that it names itself.
    """

    start: int
    end: int
    grain: str  # day, month, quarter
    days: tuple[date, date] | None
    spans: bool = False
    year: int | None = None

    def holds(self, other: "Moment") -> bool:
        """Whether the other lies within it."""
        if not self.days or not other.days:
            return False
        return self.days[0] <= other.days[0] and other.days[1] <= self.days[1]


def _numbered(day: str, month: str, year: str | None) -> str:
    return f"{day}/{_ENGLISH.index(month[:3]) + 1}" + (f"/{year}" if year else "")


@lru_cache(maxsize=10_000)
def spelled(said: str) -> str:
    """The text folded, its moments spelled in one way.

    >>> spelled("05-Thg6-23"), spelled("Tháng Sáu"), spelled("14:30 05-Jun-2023")
    ('5/6/23', 'thang 6', '5/6/2023')
    """
    said = tidy(said.replace("\n", " ; ")).lower()
    names, numbers = _month_names(said.isascii())
    said = names.sub(lambda match: f"{match[1]} {numbers[match[2]]}", said)
    folded = fold(said)
    for pattern, way in _WAYS:
        folded = pattern.sub(way, folded)
    return re.sub(r"\b0(?=\d/\d{1,2}/)", "", folded).strip()


@cache
def _month_names(is_plain: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds "tháng sáu", and each name's number; "năm" has rules of its own.

    Without accents "thang sau" may be the next month.
    """
    pairs = [(word, number) for word, number in vocabulary.pairs("month") if word != "sáu"]
    numbers = {fold(word): number for word, number in pairs}
    if not is_plain:
        numbers = dict(vocabulary.pairs("month"))
    words = "|".join(sorted(numbers, key=len, reverse=True))
    return re.compile(rf"\b(tháng|quý|quí|thang|quy|qui) ({words})\b"), numbers


def moments(text: str, year: int | None) -> list[Moment]:
    """What a spelled text names, in its order; without a year of its own: of that year."""
    found = []
    for grain, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found.append(_moment(grain, match, year))
            text = f"{text[: match.start()]}{'~' * len(match[0])}{text[match.end() :]}"
    return sorted(found, key=lambda moment: moment.start)


def without(text: str, found: list[Moment]) -> str:
    """The spelled text with its moments left out."""
    for moment in found:
        text = f"{text[: moment.start]}{'~' * (moment.end - moment.start)}{text[moment.end :]}"
    return text


def _moment(grain: str, match: re.Match[str], year: int | None) -> Moment:
    named = match.groupdict()
    written = named.get("y") or named.get("bare")
    own = int(written) if written else None
    own = own + 2000 if own is not None and own < 100 else own
    place = match.start(), match.end()
    given = own or year
    if grain in ("day", "days"):
        days = _day(given, int(match["m"]), int(match["d"]))
        return Moment(*place, "day", days, grain == "days", own)
    items = re.findall(r"\b(?:iv|i{1,3})\b|\d{1,2}", match["items"])
    numbers = [_ROMAN.get(item) or int(item) for item in items]
    size = 3 if grain == "quarters" else 1
    last = numbers[-1] * size
    days = _stretch(given, last - size + 1, last)
    return Moment(*place, grain[:-1], days, len(items) > 1, own)


def _day(year: int | None, month: int, day: int) -> tuple[date, date] | None:
    if year is None or year not in YEARS:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _stretch(year: int | None, first: int, last: int) -> tuple[date, date] | None:
    if year is None or year not in YEARS:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def years_in(text: str) -> Iterator[int]:
    """The years that a spelled text names by four digits."""
    return (int(number) for number in re.findall(r"(?<!\d)(\d{4})(?!\d)", text))
