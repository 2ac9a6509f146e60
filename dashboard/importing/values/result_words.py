"""What a result column says of a task: done, not done, cancelled.

Words of completion count where they are about the task: what follows them may say how, when
and by which document, but not name a product ("Hoàn thành các cơ sở dữ liệu" is what a plan
expects); nor may they be taken back ("Hoàn thành, còn 2 thôn chưa xong"). So with cancelling:
"Không thực hiện thu ngoài quy định" is a task.
"""

import re
from functools import lru_cache

from dashboard.importing.model.sheet import text
from dashboard.importing.values import cues
from dashboard.importing.values.cells import decimal
from dashboard.importing.values.moments import moments, spelled, without
from dashboard.importing.values.sayings import says
from dashboard.importing.wording import vocabulary

_PARTS = re.compile(r"(?<![\d/.])(\d{1,4})\s*/\s*(\d{1,4})(?![\d/])")
_PERCENT = re.compile(r"([+-]?\d+(?:[ \u00a0\u202f.,]\d+)*)\s*%")
_BULLET = re.compile(r"^[\s\-+*•–—·]+")
_INTRODUCED = re.compile(r"(?i)^(?:kết quả|nhiệm vụ|công việc)\s*[:-]?\s+(?=đã |hoàn |xong)")
_PAST = re.compile(r"^da\b")
_WHEN = re.compile(r"\b(?:trong|vao|hoi|dau|giua|cuoi)\b")
_WHOLE = re.compile(
    r"~+|#+|\b\d{1,4}\s*/\s*\d{1,4}\b"
    r"(?:\s*(?:thon|xom|ho|to|khu|xa|chi tieu|tieu chi|nhiem vu|viec)\b)?"
    r"|\b\d+(?:[.,]\d+)?\s*%(?:\s*(?:ke hoach|kh|chi tieu|khoi luong|nhiem vu)\b)?"
    r"|\b\d+ ngay\b|\b(?:19|20)\d\d\b"
)
_GRAINS = frozenset({"day", "month", "quarter"})
_SENTENCE = re.compile(r"[.;()!/]")


def result_word(value: object) -> str | None:
    """done, not_done, cancelled, or None for other words.

    >>> result_word("Hoàn thành trước hạn"), result_word("Hoàn thành các cơ sở dữ liệu")
    ('done', None)
    """
    return _result_word(text(value))


@lru_cache(maxsize=10_000)
def _result_word(said: str) -> str | None:
    said = _INTRODUCED.sub("", _BULLET.sub("", said))
    word, length = vocabulary.beginning("result", said)
    rest = said[length:]
    if word == "done":
        if is_partly(said):
            return "not_done"
        return word if _is_done(said, rest) else None
    if word == "cancelled":
        return word if _is_about_task("cancelled", without_moments(rest)) else None
    if word == "not_done" and vocabulary.start("result_late", said) and says("result_past", rest):
        return share_word(said)
    return word or share_word(said)


def is_partly(said: str) -> bool:
    """Done words that are taken back: 80 %, 8/10, một phần, cơ bản."""
    parts = _PARTS.search(without_moments(said))
    return (
        share_word(said) == "not_done"
        or bool(parts and float(parts[1]) < float(parts[2]))
        or vocabulary.inside("result_partly", said) is not None
    )


def without_moments(said: str, grains: frozenset[str] = _GRAINS) -> str:
    """The text spelled, without its documents and its moments of those grains."""
    marked = cues.documents_marked(spelled(said))
    found = (one for one in moments(marked, 2000) if one.grain in grains)
    return without(marked, [one for one in found if _is_day(marked, one.start)])


def _is_day(marked: str, start: int) -> bool:
    """Not 8/10: days have a year or a word before them."""
    return re.match(r"\d{1,2}/\d{1,2}(?!/)", marked[start:]) is None or (
        re.search(r"\b(?:ngay|truoc|den|tu|han)\s*$", marked[:start]) is not None
    )


def share_word(said: str) -> str | None:
    """What a per cent alone says; more than the whole is more than done."""
    share = _PERCENT.search(said)
    found = decimal(share.group(1).strip()) if share else None
    return None if found is None or found >= 100 else "not_done"


def _is_done(said: str, rest: str) -> bool:
    """Whether words of completion are about the task; a month after them may be the one in
    which it is to be done, but for "đã"."""
    if says("result_back", rest):
        return False
    if _PAST.match(spelled(said)):
        return _is_about_task("done", _WHEN.sub(" ", without_moments(rest)))
    days = without_moments(rest, frozenset({"day"}))
    return days == without_moments(rest) and _is_about_task("done", days)


def _is_about_task(word: str, rest: str) -> bool:
    """Whether what follows the word, its moments left out, is about the task as a whole."""
    first, _, more = _WHOLE.sub(" ", rest).partition(",")
    clause = _SENTENCE.split(first)[0]
    if not _is_used_up(f"{word}_about", clause):
        return False
    return clause != first or word == "cancelled" or _goes_on(more)


def _goes_on(more: str) -> bool:
    """After a comma: how it was done, not what else is to be."""
    more = more.strip()
    return not more or bool(vocabulary.beginning("result_more", more)[0])


def _is_used_up(name: str, clause: str) -> bool:
    """Whether a clause is made of the words of a list; after one that gives a reason all may be."""
    clause = clause.strip(" -+*:–…✓✔☑")
    while clause:
        value, length = vocabulary.beginning(name, clause)
        if not length:
            return False
        if value == "reason":
            return True
        clause = clause[length:].strip(" -+*:–…✓✔☑")
    return True
