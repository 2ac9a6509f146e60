"""What the words before a moment make of it: a deadline, a new or an old one, a beginning, the
date of a document; and which one of several is meant.

The nearest cue before a moment counts, within its bracket or sentence; a document's own number
is a cue like the words. A word that may be a cue but stands further off ("từ khi có", "Thanh tra")
makes the moment unsure. A moment that only a comma parts from another is like that one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from dashboard.folding import fold
from dashboard.importing.values.moments import Moment, moments, spelled, without
from dashboard.importing.wording import vocabulary

PLAIN, UNTIL, NEW, OLD, START = "plain", "until", "new", "old", "start"
DOCUMENT, VAGUE, UNSURE = "document", "vague", "unsure"
_LEFT_OUT = (OLD, START, DOCUMENT, VAGUE)

_STAGE = re.compile(
    r"\b(?:dot|giai doan|lan|buoc|vong|ky)\s*(?:thu\s+)?(?:\d+|[ivx]+\b|mot|hai|ba)(?:/\d{4})?"
    r"|\bg\.?[/-]?d\.?\s*(?:\d{1,2}|[ivx]+)(?![\w/.])|\b[dl]\d\s*(?=[:(-])|\bphan \d\s*(?=[:(])"
    r"|\b(?:dot|giai doan|lan|buoc|vong|ky) cuoi\b"
)
_CODED = re.compile(
    r"\b\d+[a-z]?/(?:\d{4}/)?[a-z]{2,}(?:[&/.-]+[a-z]+)*\b|\b\d+-[a-z]{2,}/[a-z]+\b"
    r"|\bso:?\s*\d+(?:[/-](?:\d{4}\b|[a-z]+))*"
)
_WEEK = re.compile(r"\btuan\s(?:thu\s+)?\d\b")
_LUNAR = re.compile(r"\bam lich\b|\(al\)|\bram\b")
_VAGUE = re.compile(
    r"\b(?:dau|giua|thuong tuan|trung tuan|tuan(?: thu)? (?!cuoi)\S+|thang thu \S+"
    r"|muoi(?: \S+)?|mot|hai|ba|bon|bay|tam|chin"
    r"|\d+ (?:cua )?thang cuoi)"
    r"(?: (?:cua|ngay|cac))?\s*$"
)
_OTHER_YEAR = re.compile(r"\s*(?:cua )?nam (?:sau|toi|ngoai|truoc|ke tiep)\b")
_BETWEEN = re.compile(
    r"[\W@]*(?:(?:ngay|den|toi|la|het|thang|han|lan|cuoi|truoc|quy|sang|thanh|thu|luc|hoi|buoi"
    r"|khoang|dot|giai doan|buoc|thoi han)\b[\W@]*)*"
)
_OR = re.compile(r"\bhoac\b")
_NEARER = re.compile(r"\W*(?:ngay|cu the|cu the la)?\W*")
_BEFORE = re.compile(r"\btruoc\s*$")
_JOINS = re.compile(r"\s*(?:,|;|&|\+|-|va|roi|den|toi|den het|het|den ngay|va ngay|~)?\s*")
_LISTS = re.compile(r"\s*(?:,|;|&|\+|-|va|roi|den|toi)?\s*(?:ngay\s*)?")
_STRETCH = re.compile(r"-|~|\bden\b|\btoi\b")
_TO_REPORT = re.compile(r"\b(?:nop|gui|bao cao|bc|trinh)\b")
_TAIL = re.compile(r"[\s(]*(?:(?:han|ngay|thoi han)\s+)?(cu|ban dau|moi)\s*(?:[);,.]|$)")
_TAILS = {"cu": OLD, "ban dau": OLD, "moi": NEW}


@dataclass(frozen=True)
class Named:
    """A moment with its part, the words before it, and whether a comma alone parts it from
    the one before; listed: as one of a list, not as the end of a stretch."""

    moment: Moment
    part: str
    before: str
    joined: bool = False
    listed: bool = False

    @property
    def is_before(self) -> bool:
        """Whether it must be over when the moment begins: "trước tháng 6"."""
        return self.moment.grain != "day" and bool(_BEFORE.search(self.before))


@dataclass(frozen=True)
class Reading:
    """The moments of a text with their parts; rest: its other words, without documents."""

    named: tuple[Named, ...]
    rest: str
    stages: bool = False

    @property
    def kept(self) -> tuple[Named, ...]:
        """Those that may be what is asked for."""
        return tuple(one for one in self.named if one.part not in _LEFT_OUT)


def reading(said: str, year: int | None) -> Reading:
    """The moments that a text names and what each is."""
    text = spelled(said)
    stages = bool(_STAGE.search(text))
    text = _STAGE.sub(lambda m: "@" * len(m[0]), text)
    text = _WEEK.sub(lambda m: f"tuan {'@' * (len(m[0]) - 5)}", text)
    text = documents_marked(text)
    found = moments(text, year)
    named: list[Named] = []
    for moment in found:
        named.append(_named(moment, text, named[-1] if named else None))
    if _LUNAR.search(text):
        named = [Named(one.moment, VAGUE, one.before) for one in named]
    return Reading(tuple(named), without(text, found), stages)


def _named(moment: Moment, text: str, last: Named | None) -> Named:
    lead = text[last.moment.end if last else 0 : moment.start]
    joined = last is not None and bool(_LISTS.fullmatch(lead))
    words = re.split(r"[;)]", lead)[-1]
    part = _part(words)
    if tail := _TAIL.match(text, moment.end):
        part = _TAILS[tail[1]]
    elif joined and last and (part == PLAIN or last.part == DOCUMENT):
        part = UNTIL if last.part == START else last.part
    if _is_vague(moment, words) or _OTHER_YEAR.match(text, moment.end):
        part = VAGUE
    if part == START and moment.spans:
        part = PLAIN
    return Named(moment, part, words, joined, joined and not _STRETCH.search(lead))


def _is_vague(moment: Moment, words: str) -> bool:
    """Whether the words before a month or quarter leave open which part of it is meant."""
    return moment.grain != "day" and _VAGUE.search(words) is not None


def _part(words: str) -> str:
    cues = list(_cues().finditer(words))
    if not cues:
        return PLAIN
    last = cues[-1]
    part = DOCUMENT if "#" in last[0] else _parts()[last[0]]
    between = words[last.end() :]
    if part == NEW and re.search(r"\d", between):
        return VAGUE
    is_near = part in (DOCUMENT, UNTIL) or _BETWEEN.fullmatch(between)
    return part if is_near else UNSURE


def meant(found: Reading) -> Named | None:
    """The one moment that is surely meant; None where there is none, or no telling which."""
    kept = [one for one in found.kept if one.part == NEW] or _without_reports(found.kept)
    if len(found.named) > 1 and _OR.search(found.rest):
        return None
    sure = [one for one in kept if one.part != UNSURE]
    if sure and len({one.moment.days for one in kept}) == 1:
        return sure[-1]
    untils = [one for one in kept if one.part == UNTIL]
    if len({one.moment.days for one in untils}) == 1 and _bounds(untils[0], kept):
        return untils[0]
    if len(sure) < len(kept) or any(one.moment.days is None for one in kept):
        return None
    in_order = all(_follows(a, b) for a, b in zip(kept, kept[1:], strict=False))
    if found.stages and kept:
        return max(kept, key=_end)
    if kept and in_order and all(one.joined for one in kept[1:]):
        return kept[-1]
    inner = [one for one in kept if all(other.moment.holds(one.moment) for other in kept)]
    return inner[0] if inner and _NEARER.fullmatch(inner[0].before) else None


def _without_reports(kept: tuple[Named, ...]) -> list[Named]:
    """Without the day of telling of the work, where the day of finishing it is named."""
    work = [one for one in kept if not _is_report(one)]
    is_named = any(one.part == UNTIL and _BETWEEN.fullmatch(_behind_cue(one)) for one in work)
    return work if is_named else list(kept)


def _is_report(one: Named) -> bool:
    return one.part == UNTIL and bool(_TO_REPORT.search(one.before.rpartition(",")[2]))


def _behind_cue(one: Named) -> str:
    """What stands between the word of deadlines and the moment."""
    return one.before[max((cue.end() for cue in _cues().finditer(one.before)), default=0) :]


def lists_days(found: Reading) -> bool:
    """Whether days stand in a list without a word which of them is meant: the last is taken."""
    days = [one for one in found.kept if one.moment.grain == "day"]
    different = {one.moment.days for one in days}
    return not found.stages and len(different) > 1 and all(one.listed for one in days[1:])


def _bounds(until: Named, kept: list[Named]) -> bool:
    """Whether all else that is named is over by the day that has a word of deadlines; what bears
    no words may be the deadline of the work where that day is one of its report."""
    days = until.moment.days
    return days is not None and all(
        one is until
        or one.moment.holds(until.moment)
        or (_follows(one, until) and not (_is_report(until) and _NEARER.fullmatch(one.before)))
        for one in kept
    )


def _end(one: Named) -> date:
    return one.moment.days[1] if one.moment.days else date.min


def _follows(one: Named, other: Named) -> bool:
    a, b = one.moment.days, other.moment.days
    return a is not None and b is not None and a[1] <= b[1]


def documents_marked(text: str) -> str:
    """A spelled text with # in the place of each document's name and number.

    >>> documents_marked("80% (qd so 15/qd-ubnd)")
    '80% (################)'
    """
    return _CODED.sub(_marked, _numbers().sub(_marked, text))


def _marked(match: re.Match[str]) -> str:
    return "#" * len(match[0])


@cache
def _numbers() -> re.Pattern[str]:
    """A document by its name and number: "QĐ 12/2023", "kế hoạch số 45/KH-UBND"."""
    names = "|".join(_longest_first(word for word, _ in vocabulary.pairs("document")))
    number = r"\d+[a-z]?(?:\s*[/-]\s*(?:\d{4}\b|[a-z]+(?:[&/.-]+[a-z]+)*))*(?!\s*[/.-]\s*\d)"
    return re.compile(rf"\b(?:{names})\s*(?:so\s*:?\s*)?{number}(?!\w)")


@cache
def _cues() -> re.Pattern[str]:
    names = _longest_first([*_parts()])
    return re.compile(rf"#+|\b(?:{'|'.join(names)})\b")


@cache
def _parts() -> dict[str, str]:
    documents = {fold(word): DOCUMENT for word, _ in vocabulary.pairs("document")}
    return documents | {fold(word): part for word, part in vocabulary.pairs("date_cue")}


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted((fold(word) for word in words), key=len, reverse=True)
