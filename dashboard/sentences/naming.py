"""Names within a sentence."""

from datetime import date

from dashboard import numbers
from dashboard.words import Words

MOST_NAMED = 3


def and_more(names: list[str], count: int, what: str, words: Words) -> str:
    """The names, and how many more there are of what they name."""
    more = count - len(names)
    return ", ".join(names) + (words.say(f"summary.more_{what}", count=more) if more else "")


def ended(last_day: date, successor: str | None, words: Words) -> str:
    """Until when a unit stood and what came after it, where that is known."""
    key = "unit_ended_successor" if successor else "unit_ended"
    return words.say(f"about.{key}", day=numbers.day(last_day), successor=successor)
