"""Key lines, as HTML for st.html: what the signs and colours of a chart mean."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from dashboard import groups, numbers
from dashboard.charts.look import Look
from dashboard.words import Words


def line(entries: Iterable[str]) -> str:
    """The entries side by side; each is HTML already."""
    return f'<div class="papi-key">{"".join(entries)}</div>'


def entry(text: str, style: Mapping[str, str] | None = None, kind: str = "papi-swatch") -> str:
    """One entry: a mark in the style, if there is one, and the escaped text."""
    return f"<span>{mark(style, kind) if style else ''}{escape(text)}</span>"


def mark(style: Mapping[str, str], kind: str = "papi-swatch") -> str:
    """A small sign, drawn by a class of the style sheet and a style of its own."""
    rules = ";".join(f"{name}:{value}" for name, value in style.items())
    return f'<i class="{kind}" style="{rules}"></i>'


def groups_by_quartile(
    cuts: Sequence[float], words: Words, look: Look, *, withheld: bool = False
) -> str:
    """The groups with their cut points; without cuts (fewer than 8 scores) why there is none."""
    if not all(map(numbers.is_number, cuts)):
        return line([entry(words["group.too_few"])])
    entries = [
        entry(text, {"background": look.group(group)})
        for group, text in groups.spans(cuts, words).items()
    ]
    if withheld:
        dashes = {"border": f"1px dashed {look.hidden_line}"}
        entries.append(entry(words["group.withheld"], dashes))
    return line(entries)
