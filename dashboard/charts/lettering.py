"""Texts as Plotly reads them: escaped, bold, coloured, cut, wrapped, and how wide they are."""

from html import escape

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
