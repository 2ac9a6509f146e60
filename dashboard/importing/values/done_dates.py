"""The day on which a task was done, as a cell of the done dates says it.

Only a day that is said to be past counts: not one that is planned, asked for, or that of a
document; before it stand words of completion or none.
"""

import re
from datetime import date
from functools import cache

from dashboard.folding import fold
from dashboard.importing.model.sheet import text
from dashboard.importing.values import cues, dates
from dashboard.importing.values.cells import Problem
from dashboard.importing.values.cues import Named
from dashboard.importing.values.result_words import result_word, share_word
from dashboard.importing.values.sayings import says
from dashboard.importing.wording import vocabulary

_DAY_WORDS = re.compile(r"\b(?:ngay|vao|luc|thang|nam)\b")
_YEAR = re.compile(r"\bnam \d{4}\b")
_AS = ("theo", "nhu")
# Words between signs; not where a moment or a document (~, #) follows: those are its words.
_APART = re.compile(r"(?<![a-z])[a-z][a-z\s.]*(?![a-z\s.]*[:\s]*[~#\d])")
IN_DOUBT = Problem("done_in_doubt", "warning")


def done_day(value: object, year: int | None = None) -> date | None | Problem:
    """The day; none where the task is said not to be done, a Problem where it isn't clear.

    >>> done_day("15/9/2023 (BC số 12 ngày 20/9/2023)"), done_day("Chưa xong")
    (datetime.date(2023, 9, 15), None)
    >>> done_day("Dự kiến 15/9/2023").code
    'done_in_doubt'
    """
    if not isinstance(value, str) or dates.plain_day(fold(value)) is not None:
        return dates.given_day(value, year)
    if dates.is_nothing(value):
        return None
    if says("not_yet", value):
        is_clear = result_word(value) == "not_done" and not re.search(r"\d", value)
        return None if is_clear else IN_DOUBT
    if "?" in value or share_word(value) == "not_done":
        return IN_DOUBT
    found = cues.reading(value, year)
    days = [one for one in found.kept if one.moment.grain == "day"]
    if not days:
        return dates.given_day(text(value), year)
    if found.stages and len(days) == 1:  # one stage of several
        return IN_DOUBT
    if _is_planned(found, days):
        return IN_DOUBT
    spans = any(one.part == cues.START for one in found.named)
    done = [one for one in days if _is_completion(one, spans)]
    if any(one not in done and not _is_deadline(one) for one in days):
        return IN_DOUBT
    if any(one.moment.days is None for one in done):
        return dates.given_day(value, year)
    meant = cues.meant(cues.Reading(tuple(done), found.rest, found.stages))
    return meant.moment.days[1] if meant and meant.moment.days else IN_DOUBT


def _is_planned(found: cues.Reading, days: list[Named]) -> bool:
    """Whether words that stand by themselves after a day make it the planned one: "(kế hoạch)";
    "theo kế hoạch" does so where no word of completion stands before it."""
    is_said_done = any(re.search(r"[a-z]", _DAY_WORDS.sub(" ", one.before)) for one in days)
    behind = _YEAR.sub("", found.rest[days[0].moment.end :])
    return any(
        _planned().fullmatch(part.strip()) is not None
        and not (is_said_done and part.split()[0] in _AS)
        for part in _APART.findall(behind)
    )


def _is_completion(one: Named, spans: bool) -> bool:
    """Whether the words before a day are of completion: "xong ngày", or none of them. spans:
    its beginning is named, so that "đến" names its end."""
    words = re.sub(r"\bden\b", " ", one.before) if spans else one.before
    return not re.search(r"[a-z]", _leads().sub(" ", words))


def _is_deadline(one: Named) -> bool:
    return re.search(r"\bhan\b", one.before) is not None


@cache
def _planned() -> re.Pattern[str]:
    """What is only the words of a plan: "kế hoạch", "theo KH năm"."""
    words = "|".join(re.escape(fold(word)) for word, _ in vocabulary.pairs("done_planned"))
    return re.compile(rf"(?:la |day la )?(?:{words})")


@cache
def _leads() -> re.Pattern[str]:
    words = sorted((fold(word) for word, _ in vocabulary.pairs("done_lead")), key=len)
    return re.compile(rf"\b(?:{'|'.join(reversed(words))})\b")
