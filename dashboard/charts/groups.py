"""The four groups by quartile: their names, their colours and a key line with the cut points."""

from collections.abc import Sequence
from html import escape

from dashboard import numbers
from dashboard.charts.look import Look
from dashboard.words import Words

GROUPS = ("low", "medium_low", "medium_high", "high")  # as the colours of look.groups


def colour(group: object, look: Look) -> str:
    """The fill of a group, the page's own colour for who is in none."""
    return look.groups[GROUPS.index(group)] if group in GROUPS else look.background


def name(group: object, words: Words) -> str:
    """The group in words, a dash for who is in none."""
    return words[f"group.{group}"] if group in GROUPS else numbers.NOTHING


def spans(cuts: Sequence[float], words: Words) -> dict[str, str]:
    """group -> "Cao: từ 7,86", the highest first; cuts are the three of quartile_cuts()."""
    low, middle, high = (numbers.score(cut) for cut in cuts)
    return {
        "high": words.say("group.from", name=name("high", words), low=high),
        "medium_high": words.say(
            "group.between", name=name("medium_high", words), low=middle, high=high
        ),
        "medium_low": words.say(
            "group.between", name=name("medium_low", words), low=low, high=middle
        ),
        "low": words.say("group.below", name=name("low", words), high=low),
    }


def key_line(cuts: Sequence[float], words: Words, look: Look, *, withheld: bool = False) -> str:
    """The key as HTML for st.html; without cuts (fewer than 8 scores) why nobody is grouped."""
    if not all(map(numbers.is_number, cuts)):
        return f'<div class="papi-key"><span>{escape(words["group.too_few"])}</span></div>'
    signs = [
        _sign(f"background:{colour(group, look)}", text)
        for group, text in spans(cuts, words).items()
    ]
    if withheld:
        signs.append(_sign(f"border:1px dashed {look.hidden_line}", words["group.withheld"]))
    return f'<div class="papi-key">{"".join(signs)}</div>'


def _sign(style: str, text: str) -> str:
    return f'<span><i class="papi-swatch" style="{style}"></i>{escape(text)}</span>'
