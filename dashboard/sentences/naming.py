"""Names within a sentence."""

from collections.abc import Iterable
from datetime import date

from dashboard import numbers
from dashboard.folding import capital
from dashboard.words import Words

MOST_NAMED = 3


def about(chosen: Iterable[str], text: str) -> str:
    """What is set, and what is said of it: "Thôn Hạ: 2 nhiệm vụ quá hạn"."""
    of = ", ".join(chosen)
    return capital(f"{of}: {text[:1].lower()}{text[1:]}") if of else text


def and_more(names: list[str], count: int, what: str, words: Words) -> str:
    """The names, and how many more there are of what they name."""
    more = count - len(names)
    return ", ".join(names) + (words.say(f"summary.more_{what}", count=more) if more else "")


def ended(last_day: date, successor: str | None, words: Words) -> str:
    """Until when a unit stood and what came after it, where that is known."""
    key = "unit_ended_successor" if successor else "unit_ended"
    return words.say(f"about.{key}", day=numbers.day(last_day), successor=successor)
