"""Texts as Plotly reads them: escaped, bold, coloured, cut, wrapped, and how wide they are."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import count
from os.path import commonprefix

from dashboard.charts.look import SIZE

LETTER = 6.6  # the mean width of a letter at SIZE in the bundled font, in pixels


def safe(text: object) -> str:
    """The text with <, > and & escaped: names come from workbooks, Plotly reads tags."""
    return escape(str(text), quote=False)


def bold(text: str) -> str:
    return f"<b>{text}</b>"


def coloured(text: str, colour: str) -> str:
    return f'<span style="color:{colour}">{text}</span>'


def linked(text: str, href: str, colour: str) -> str:
    """A link in a text; href: relative, encoded as in an address."""
    return f'<a href="{escape(href)}" target="_self">{coloured(text, colour)}</a>'


def shorten(text: str, letters: int) -> str:
    """The text cut at a word boundary, with an ellipsis.

    >>> shorten("một hai ba", 8)
    'một hai…'
    """
    if len(text) <= letters:
        return text
    head = text[: letters - 1]
    whole_words = head if text[letters - 1] == " " else head.rpartition(" ")[0]
    return (whole_words or head).rstrip(" ,;-–") + "…"


def shorten_apart(texts: Sequence[str], letters: int) -> list[str]:
    """Each text cut to so many letters, different texts to different ones.

    The rule: a text is cut at its end; where another begins like it, it keeps its beginning and
    the words from the first that tells them apart; where that is not enough, a number.

    >>> shorten_apart(["Công chức Văn hóa phụ trách y tế", "Công chức Văn hóa phụ trách nhà"], 22)
    ['Công chức… y tế', 'Công chức… nhà']
    """
    cut = {text: shorten(text, letters) for text in texts}
    seen = Counter(cut.values())
    alike = [text for text, short in cut.items() if seen[short] > 1 and short != text]
    cut |= {text: _from_difference(text, alike, letters) for text in alike}
    taken: set[str] = {text for text, short in cut.items() if short == text}
    for text, short in cut.items():
        if short != text:
            cut[text] = _free(short, taken, letters)
            taken.add(cut[text])
    return [cut[text] for text in texts]


def _from_difference(text: str, others: Sequence[str], letters: int) -> str:
    """The beginning, and what follows from the word in which the nearest of the others differs."""
    half = letters // 2
    differs = max(len(commonprefix((text, other))) for other in others if other != text)
    word = text.rfind(" ", 0, differs) + 1
    start = word if differs - word < letters - half - 4 else differs - 3
    return f"{shorten(text, half)} {shorten(text[start:], letters - half - 1)}"


def _free(short: str, taken: set[str], letters: int) -> str:
    """The text, or the first of its numbered forms that is not taken."""
    forms = (f"{shorten(short, letters - len(n))}{n}" for n in (f" ({one})" for one in count(2)))
    return short if short not in taken else next(form for form in forms if form not in taken)


def wrapped(text: str, letters: int) -> list[str]:
    """The words of a text in the fewest lines of so many letters, the lines about equally long.

    >>> wrapped("one two three four", 15)
    ['one two', 'three four']
    """
    lines = _filled(text, letters)
    narrower = (_filled(text, width) for width in range(letters - 1, 0, -1))
    for other in narrower:
        if len(other) > len(lines):
            break
        lines = other
    return lines


def _filled(text: str, letters: int) -> list[str]:
    """Lines filled one after the other; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def room(texts: list[str], most: float, least: float = 0, size: float = SIZE) -> float:
    """Pixels that the longest of the texts needs, within bounds."""
    longest = max((len(text) for text in texts), default=0)
    return min(most, max(least, longest * LETTER * size / SIZE + 12))


def hover_lines(*lines: str) -> str:
    return "<br>".join(line for line in lines if line)
