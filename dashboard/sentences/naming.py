"""Names within a sentence."""

from dashboard.words import Words

MOST_NAMED = 3


def and_more(names: list[str], count: int, what: str, words: Words) -> str:
    """The names, and how many more there are of what they name."""
    more = count - len(names)
    return ", ".join(names) + (words.say(f"summary.more_{what}", count=more) if more else "")
